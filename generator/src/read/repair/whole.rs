//! Slips that only a whole text shows.

use std::sync::LazyLock;

use super::{Advice, Slip, Slips, With};

/// The slips, of which the first is reported alone.
pub static WHOLE: LazyLock<Slips> = LazyLock::new(|| Slips::new(SLIPS));

const SLIPS: &[Slip] = &[
    Slip {
        pattern: r"(?m)^(?P<x>(?P<mark><{7}|>{7})(?: .*)?)$",
        with: With::Text(""),
        message: "`$mark` marks a merge that is not finished",
        advice: Advice::Choice(CONFLICT),
    },
    // Seven equals signs underline a title, too.
    Slip {
        pattern: r"(?m)^(?P<x>={7})$",
        with: With::Text(""),
        message: "`$x` marks a merge that is not finished",
        advice: Advice::Choice(CONFLICT),
    },
    Slip {
        pattern: r"\A(?P<x>1\b.*)\n *2\b.*\n *3\b",
        with: With::Text(""),
        message: "each line begins with its number",
        advice: Advice::Choice("remove the numbers at the beginnings of the lines"),
    },
];

const CONFLICT: &str =
    "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`";
