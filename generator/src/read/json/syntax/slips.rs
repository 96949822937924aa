//! Slips of JSON that show in how a line is written.

use std::sync::LazyLock;

use crate::read::repair::Advice::{Choice, Known, Lost};
use crate::read::repair::With::{AllClosers, Escaped, Text};
use crate::read::repair::{Slip, Slips, slips};

/// Those of what is where the reader stops, of which the first excludes the others.
pub static HERE: LazyLock<Slips> = LazyLock::new(|| Slips::new(TOKENS));

/// Those of the last token, or of the string that does not end.
pub static LAST: LazyLock<Slips> = LazyLock::new(|| Slips::new(LAST_TOKENS));

/// Those of what is between the last token and the next one.
pub static BETWEEN: LazyLock<Slips> = LazyLock::new(|| Slips::new(SIGNS));

const TOKENS: &[Slip] = slips! {
    r#"^(?P<x>(?P<at>//|#(?:[^/]|$)|/\*).*?(?:\*/|$))(?:[^"]|"[^"]*")*?$"#
        => Text(""), "JSON has no comments", Known("remove the comment, or write what it says as a `description`");
    r#"^(?P<x>(?P<at>['`“”„‘’«»])(?P<text>[^"“”„«»\n]*?)['`“”„‘’«»"])\s*(?:[:,}\]]|$)"#
        => Text("\"$text\""), "`$at` does not begin a string: JSON has straight double quotes", Known("write `\"` before and after the string");
    r"^(?P<x>)(?P<at>\\.)"
        => Text("\\"), "`$at` is not a valid escape in a string", Known("write a backslash as `\\\\`, and a character by its number as `\\u` and four digits");
    r"^(?P<x>\t)"
        => Text("\\t"), "there is a tab in this string", Known("write `\\t`");
    r"^(?P<x>[\x00-\x1f])"
        => Text(""), "there is a control character in this string", Choice("remove it, or write its number as `\\u` and four digits");
    r#"^(?P<x>(?P<at>[^"\s:{}\[\],\\][^":]*?)"?)\s*:"#
        => Text("\"$at\""), "the key `$at` is not in double quotes", Known("write `\"$at\"`");
    r"(?i)^(?P<x>t?rue|tru\w?|yes|on)\s*(?:[,}\]]|$)"
        => Text("true"), "`$x` is not a valid value", Known("did you mean `true`?");
    r"(?i)^(?P<x>fa?lse|fals\w?|no|off)\s*(?:[,}\]]|$)"
        => Text("false"), "`$x` is not a valid value", Known("did you mean `false`?");
    r"(?i)^(?P<x>nul\w?|none|nil|nan|undefined)\s*(?:[,}\]]|$)"
        => Text("null"), "`$x` is not a valid value", Known("did you mean `null`?");
    r"^(?P<x>(?:\+|(?P<sign>-))*0*(?P<digits>\d+)\.?)\s*(?:[,}\]]|$)"
        => Text("$sign$digits"), "`$x` is not a number of JSON", Known("write `$sign$digits`, or put it in double quotes");
    r#"^(?P<x>(?P<at>[^"\s,{}\[\]:][^"]*)")"#
        => Text("\"$at\""), "the text `$at` is not in double quotes", Known("write `\"$at\"`");
    r#"^(?P<x>[^"\s,{}\[\]:][^",}\]]*?)\s*(?:[,}\]]|$)"#
        => Text("\"$x\""), "the text `$x` is not in double quotes", Known("write `\"$x\"`");
};

const LAST_TOKENS: &[Slip] = slips! {
    r#"^(?P<at>")(?P<text>[^"\n]*?)(?P<x>)[\s,}\]{\[]*\n"#
        => Text("\""), UNCLOSED, Known("close it with a quote: `\"$text\"`");
    r#"^(?P<at>")(?P<text>[^":\n]*)(?P<x>):"#
        => Text("\""), UNCLOSED, Known("close it with a quote: `\"$text\"`");
    r#"^(?P<at>")[^"\n]*(?P<x>\n\s*)"#
        => Text("\\n"), "there is a line break in this string", Known("write `\\n`");
    r#"^(?P<x>,)\s*(?P<next>"[^"]*"|\S)"#
        => Text(""), "there is a comma before `$next`", Known("remove the comma");
    r#"^(?P<x>)(?P<at>[\w$.+-]+)""#
        => Text("\""), "the text `$at` is not in double quotes", Known("write `\"$at\"`");
    r#"^"[^"\n]*(?P<x>(?P<at>")[^\n]*?)"\s*(?:[,:}\]]|$)"#
        => Escaped, "the quote `\"` inside of this text ends it", Choice("write `\\\"` for each quote inside of the text, or remove it");
};

const SIGNS: &[Slip] = slips! {
    r#"^(?P<last>%token)(?P<x>)\s*(?P<next>"[^"\n]*"?|[{\[]|[\w-]+)"#
        => Text(","), "a comma is missing after `$last`", Known("write `,`");
    r#"^(?P<last>%token)(?P<x>)\s*["{\[\w-]"#
        => Text(":"), "a colon is missing after `$last`", Known("write `:`");
    r"^%token\s*(?P<x>[^\s\w,}\]])"
        => Text(","), "`$x` is here in place of a comma", Known("write `,`");
    r"^%token\s*(?P<x>[=-]>|[^\s\w:}\]])"
        => Text(":"), "`$x` is here in place of a colon", Known("write `:`");
    r"^(?P<last>%token)(?P<x>)\s*\S"
        => Text("}"), "`}` is missing after `$last`", Known("write `}`");
    r"^(?P<last>%token)(?P<x>)\s*\S"
        => Text("]"), "`]` is missing after `$last`", Known("write `]`");
    r"^(?P<last>[:,\[])(?P<x>)\s*[,}\]]"
        => Text("null"), "a value is missing after `$last`", Lost("write the value");
    r#"^%token\s*(?P<x>"[^"\n]*"|[\w.$+-]+|\S)"#
        => Text(""), "`$x` has no place here", Known("remove `$x`");
    r"^%token(?P<x>)\s*$"
        => AllClosers, "the text ends before everything in it is closed", Choice("look for what is cut off: `%with` comes at the end");
};

const UNCLOSED: &str = "the string that begins here is not closed on its line";
