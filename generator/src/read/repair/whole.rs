//! Slips that only a whole text shows.

use std::sync::LazyLock;

use super::{Advice, Slip, Slips, With, slips};

/// The slips, of which the first is reported alone.
pub static WHOLE: LazyLock<Slips> = LazyLock::new(|| Slips::new(SLIPS));

const SLIPS: &[Slip] = slips! {
    r"(?m)^(?P<x>(?P<mark><{7}|>{7})(?: .*)?)$"
        => With::Text(""), "`$mark` marks a merge that is not finished", Advice::Choice(CONFLICT);
    // Seven equals signs underline a title, too.
    r"(?m)^(?P<x>={7})$"
        => With::Text(""), "`$x` marks a merge that is not finished", Advice::Choice(CONFLICT);
    r"\A(?P<x> *1\b.*)\n *2\b.*\n *3\b"
        => With::Text(""), "each line begins with its number", Advice::Choice("remove the numbers at the beginnings of the lines");
};

const CONFLICT: &str =
    "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`";
