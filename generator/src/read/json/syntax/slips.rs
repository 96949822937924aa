//! Slips of JSON that show in how a line is written.

use std::sync::LazyLock;

use crate::read::repair::Advice::{Choice, Known, Lost};
use crate::read::repair::With::{AllClosers, Escaped, Text};
use crate::read::repair::{Slip, Slips};

/// Those of what is where the reader stops, of which the first excludes the others.
pub static HERE: LazyLock<Slips> = LazyLock::new(|| Slips::new(TOKENS));

/// Those of the last token, or of the string that does not end.
pub static LAST: LazyLock<Slips> = LazyLock::new(|| Slips::new(LAST_TOKENS));

/// Those of what is between the last token and the next one.
pub static BETWEEN: LazyLock<Slips> = LazyLock::new(|| Slips::new(SIGNS));

const TOKENS: &[Slip] = &[
    Slip {
        pattern: r#"^(?P<x>(?P<at>//|#(?:[^/]|$)|/\*).*?(?:\*/|$))(?:[^"]|"[^"]*")*?$"#,
        with: Text(""),
        message: "JSON has no comments",
        advice: Known("remove the comment, or write what it says as a `description`"),
    },
    Slip {
        pattern: r#"^(?P<x>(?P<at>['`“”„‘’«»])(?P<text>[^"“”„«»\n]*?)['`“”„‘’«»"])\s*(?:[:,}\]]|$)"#,
        with: Text("\"$text\""),
        message: "`$at` does not begin a string: JSON has straight double quotes",
        advice: Known("write `\"` before and after the string"),
    },
    Slip {
        pattern: r"^(?P<x>)(?P<at>\\.)",
        with: Text("\\"),
        message: "`$at` is not a valid escape in a string",
        advice: Known(
            "write a backslash as `\\\\`, and a character by its number as `\\u` and four digits",
        ),
    },
    Slip {
        pattern: r"^(?P<x>\t)",
        with: Text("\\t"),
        message: "there is a tab in this string",
        advice: Known("write `\\t`"),
    },
    Slip {
        pattern: r"^(?P<x>[\x00-\x1f])",
        with: Text(""),
        message: "there is a control character in this string",
        advice: Choice("remove it, or write its number as `\\u` and four digits"),
    },
    Slip {
        pattern: r#"^(?P<x>(?P<at>[^"\s:{}\[\],\\][^":]*?)"?)\s*:"#,
        with: Text("\"$at\""),
        message: "the key `$at` is not in double quotes",
        advice: Known("write `\"$at\"`"),
    },
    Slip {
        pattern: r"(?i)^(?P<x>t?rue|tru\w?|yes|on)\s*(?:[,}\]]|$)",
        with: Text("true"),
        message: "`$x` is not a valid value",
        advice: Known("did you mean `true`?"),
    },
    Slip {
        pattern: r"(?i)^(?P<x>fa?lse|fals\w?|no|off)\s*(?:[,}\]]|$)",
        with: Text("false"),
        message: "`$x` is not a valid value",
        advice: Known("did you mean `false`?"),
    },
    Slip {
        pattern: r"(?i)^(?P<x>nul\w?|none|nil|nan|undefined)\s*(?:[,}\]]|$)",
        with: Text("null"),
        message: "`$x` is not a valid value",
        advice: Known("did you mean `null`?"),
    },
    Slip {
        pattern: r"^(?P<x>(?:\+|(?P<sign>-))*0*(?P<digits>\d+)\.?)\s*(?:[,}\]]|$)",
        with: Text("$sign$digits"),
        message: "`$x` is not a number of JSON",
        advice: Known("write `$sign$digits`, or put it in double quotes"),
    },
    Slip {
        pattern: r#"^(?P<x>(?P<at>[^"\s,{}\[\]:][^"]*)")"#,
        with: Text("\"$at\""),
        message: "the text `$at` is not in double quotes",
        advice: Known("write `\"$at\"`"),
    },
    Slip {
        pattern: r#"^(?P<x>[^"\s,{}\[\]:][^",}\]]*?)\s*(?:[,}\]]|$)"#,
        with: Text("\"$x\""),
        message: "the text `$x` is not in double quotes",
        advice: Known("write `\"$x\"`"),
    },
];

const LAST_TOKENS: &[Slip] = &[
    Slip {
        pattern: r#"^(?P<at>")(?P<text>[^"\n]*?)(?P<x>)[\s,}\]{\[]*\n"#,
        with: Text("\""),
        message: UNCLOSED,
        advice: Known("close it with a quote: `\"$text\"`"),
    },
    Slip {
        pattern: r#"^(?P<at>")(?P<text>[^":\n]*)(?P<x>):"#,
        with: Text("\""),
        message: UNCLOSED,
        advice: Known("close it with a quote: `\"$text\"`"),
    },
    Slip {
        pattern: r#"^(?P<at>")[^"\n]*(?P<x>\n\s*)"#,
        with: Text("\\n"),
        message: "there is a line break in this string",
        advice: Known("write `\\n`"),
    },
    Slip {
        pattern: r#"^(?P<x>,)\s*(?P<next>"[^"]*"|\S)"#,
        with: Text(""),
        message: "there is a comma before `$next`",
        advice: Known("remove the comma"),
    },
    Slip {
        pattern: r#"^(?P<x>)(?P<at>[\w$.+-]+)""#,
        with: Text("\""),
        message: "the text `$at` is not in double quotes",
        advice: Known("write `\"$at\"`"),
    },
    Slip {
        pattern: r#"^"[^"\n]*(?P<x>(?P<at>")[^\n]*?)"\s*(?:[,:}\]]|$)"#,
        with: Escaped,
        message: "the quote `\"` inside of this text ends it",
        advice: Choice("write `\\\"` for each quote inside of the text, or remove it"),
    },
];

const SIGNS: &[Slip] = &[
    Slip {
        pattern: r#"^(?P<last>%token)(?P<x>)\s*(?P<next>"[^"\n]*"?|[{\[]|[\w-]+)"#,
        with: Text(","),
        message: "a comma is missing after `$last`",
        advice: Known("write `,`"),
    },
    Slip {
        pattern: r#"^(?P<last>%token)(?P<x>)\s*["{\[\w-]"#,
        with: Text(":"),
        message: "a colon is missing after `$last`",
        advice: Known("write `:`"),
    },
    Slip {
        pattern: r"^%token\s*(?P<x>[^\s\w,}\]])",
        with: Text(","),
        message: "`$x` is here in place of a comma",
        advice: Known("write `,`"),
    },
    Slip {
        pattern: r"^%token\s*(?P<x>[=-]>|[^\s\w:}\]])",
        with: Text(":"),
        message: "`$x` is here in place of a colon",
        advice: Known("write `:`"),
    },
    Slip {
        pattern: r"^(?P<last>%token)(?P<x>)\s*\S",
        with: Text("}"),
        message: "`}` is missing after `$last`",
        advice: Known("write `}`"),
    },
    Slip {
        pattern: r"^(?P<last>%token)(?P<x>)\s*\S",
        with: Text("]"),
        message: "`]` is missing after `$last`",
        advice: Known("write `]`"),
    },
    Slip {
        pattern: r"^(?P<last>[:,\[])(?P<x>)\s*[,}\]]",
        with: Text("null"),
        message: "a value is missing after `$last`",
        advice: Lost("write the value"),
    },
    Slip {
        pattern: r#"^%token\s*(?P<x>"[^"\n]*"|[\w.$+-]+|\S)"#,
        with: Text(""),
        message: "`$x` has no place here",
        advice: Known("remove `$x`"),
    },
    Slip {
        pattern: r"^%token(?P<x>)\s*$",
        with: AllClosers,
        message: "the text ends before everything in it is closed",
        advice: Choice("look for what is cut off: `%with` comes at the end"),
    },
];

const UNCLOSED: &str = "the string that begins here is not closed on its line";
