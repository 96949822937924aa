//! Slips of YAML that show in how a line is written.

use std::sync::LazyLock;

use crate::read::repair::Advice::{Choice, Known};
use crate::read::repair::With::{Closers, Escaped, Line, LineBelow, Quoted, Text};
use crate::read::repair::{Slip, Slips};

/// The slips, the likeliest first.
pub static SLIPS: LazyLock<Slips> = LazyLock::new(|| Slips::new(LINES));

const LINES: &[Slip] = &[
    Slip {
        pattern: r"^\s*(?P<x>//|/\*|\*/|<!--|;|--)",
        with: Text("#"),
        message: "`$x` begins no comment",
        advice: Known("begin comments with `#`"),
    },
    Slip {
        pattern: r"^\s*(?P<x>\{%|\{\{)",
        with: Text("#"),
        message: "`$x` belongs to a template",
        advice: Choice("check what the template makes"),
    },
    Slip {
        pattern: r"^\s*(?:- +)*?(?P<x>-[ -]*)(?P<item>[^\s-].*)",
        with: Text("- "),
        message: "an item of a list begins with one `-` and a space",
        advice: Known("write `- $item`"),
    },
    Slip {
        pattern: r"%entry(?P<x>(?P<at>[@`%,\]}>|&*!?]+)\s*)\S",
        with: Text(""),
        message: "the character `$at` has no place here",
        advice: Known("remove it, or put the text that it belongs to in quotes"),
    },
    Slip {
        pattern: r"%entry%name(?P<x>\s+)(?P<value>[^\s:;=,：→].*)",
        with: Text(": "),
        message: "a colon is missing after `$at`",
        advice: Known("write `$at: $value`"),
    },
    Slip {
        pattern: r"%entry%name(?P<x>)\s*$",
        with: Text(":"),
        message: "a colon is missing after `$at`",
        advice: Known("write `$at:`"),
    },
    Slip {
        pattern: r"%entry%name(?P<x>:)(?P<value>[^\s:=].*)",
        with: Text(": "),
        message: "a space is missing after `$at:`",
        advice: Known("write `$at: $value`"),
    },
    Slip {
        pattern: r"%entry%name(?P<x>\s*(?P<sign>[;=,：→]|[=-]>)\s*)(?P<value>.*)",
        with: Text(": "),
        message: "the key `$at` is followed by `$sign` in place of a colon",
        advice: Known("write `$at: $value`"),
    },
    Slip {
        pattern: r"%key(?P<x>)(?P<at>- )",
        with: LineBelow,
        message: "a list cannot begin on the line of its key",
        advice: Known("write the items on lines of their own below the key"),
    },
    Slip {
        pattern: r"%key(?P<sign>[|>])[-+\d]*(?P<x> +)(?P<at>[^\s#].*)",
        with: LineBelow,
        message: "the text after `$sign` begins on the next line",
        advice: Choice("begin a new line before the text, or put the value in quotes"),
    },
    Slip {
        pattern: r#"%key(?P<x>)(?P<at>[\w$'"/][^\s:]*):(?:\s|$)"#,
        with: LineBelow,
        message: "the key `$at` is on the line of another one",
        advice: Known("begin a new line before it, indented further than `$key`"),
    },
    // One word after another, with one space between them, may be a text.
    Slip {
        pattern: r#"%key(?P<x>[^\s'"\[{|>:][^\s:]*(?: [^\s:]+)+ (?P<at>[a-z$][^\s:]*): .*)"#,
        with: Quoted,
        message: "there is a second `: ` in this value",
        advice: Known("put the value in quotes: `%with`"),
    },
    Slip {
        pattern: r#"%key(?:\{[^}]*\}|\[[^\]]*\]|"[^"]*"|'[^']*'|[^\s'"\[{|>].*?)(?P<x>\s+)(?P<at>[a-z$'"][^\s:]*):(?:\s|$)"#,
        with: Line,
        message: "the key `$at` is on the line of another one",
        advice: Known("begin a new line before it, indented like `$key`"),
    },
    Slip {
        pattern: r#"%key(?P<x>[^\s'"\[{|>#].*?(?P<at>:) .*)"#,
        with: Quoted,
        message: "there is a second `: ` in this value",
        advice: Known("put the value in quotes: `%with`"),
    },
    Slip {
        pattern: r"%value(?P<x>(?P<at>\*\S*).*)",
        with: Quoted,
        message: "this alias names no anchor before it",
        advice: Choice("write `&name` at the value that it means, or put the text in quotes"),
    },
    Slip {
        pattern: r"%value(?P<x>\})\s*$",
        with: Text("{}"),
        message: "`$x` closes nothing",
        advice: Known("write `{` before it"),
    },
    Slip {
        pattern: r"%value(?P<x>\])\s*$",
        with: Text("[]"),
        message: "`$x` closes nothing",
        advice: Known("write `[` before it"),
    },
    Slip {
        pattern: r"%value(?P<x>(?P<at>[@`%&!,?#]).*)",
        with: Quoted,
        message: "a value that begins with `$at` is not valid without quotes",
        advice: Known("put the value in quotes: `%with`"),
    },
    Slip {
        pattern: r#"%value(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})(?P<x>[,\]}]+)\s*$"#,
        with: Text(""),
        message: "`$x` follows a value that has ended",
        advice: Known("remove `$x`"),
    },
    Slip {
        pattern: r"%value%q(?P<x>[^%q]*(?P<at>%q).*)%q\s*$",
        with: Escaped,
        message: "the quote `%q` inside of this text ends it",
        advice: Choice("write `''` or `\\\"` for each such quote inside of the text, or remove it"),
    },
    Slip {
        pattern: r"%value(?P<x>%q[^%q]*%q\s*(?P<at>[^\s,:].*?))\s*$",
        with: Quoted,
        message: "`$at` follows a value that has ended",
        advice: Known("put the value in quotes: `%with`"),
    },
    Slip {
        pattern: r"%entry(?P<at>%q)(?P<name>[^%q:]+)(?P<x>):(?:\s|$)",
        with: Text("%q"),
        message: "`%q` is not closed",
        advice: Known("write `%q` after `%q$name`"),
    },
    Slip {
        pattern: r"%value(?P<at>%q)(?:[^%q]*\s)?(?P<word>[^\s%q]+)(?P<x>)\s*$",
        with: Text("%q"),
        message: "`%q` is not closed",
        advice: Known("write `%q` after `$word`"),
    },
    Slip {
        pattern: r"%value(?P<x>%q)[^%q]*$",
        with: Text(""),
        message: "`%q` is not closed",
        advice: Known("remove `%q`"),
    },
    Slip {
        pattern: r#""(?:[^"\\]|\\[0abtnvfre "/\\N_LP]|\\x[[:xdigit:]]{2}|\\u[[:xdigit:]]{4})*(?P<x>(?P<at>\\.)(?:[^"\\]|\\[^"])*)"#,
        with: Escaped,
        message: "`$at` is not a valid escape in double quotes",
        advice: Known("write a backslash as `\\\\`, or use single quotes"),
    },
    Slip {
        pattern: r"%value(?P<at>[\[{]).*?(?P<x>)\s*$",
        with: Closers,
        message: "`$at` is not closed",
        advice: Choice(
            "write `%with` where it ends, remove `$at`, or put the value in quotes if it belongs to a text",
        ),
    },
    Slip {
        pattern: r"%value(?P<x>(?P<at>[\[{])[^\]}]*?)\s*$",
        with: Quoted,
        message: "`$at` is not closed",
        advice: Choice("write what closes it where it ends, or put the value in quotes: `%with`"),
    },
    Slip {
        pattern: r"[{,] *[^{},]+: [^{},:]*?(?P<x>) (?P<at>[^\s{},]+): ",
        with: Text(","),
        message: "a comma is missing before `$at`",
        advice: Choice("write the comma, or put the value in quotes"),
    },
    Slip {
        pattern: r"^\s*(?P<x>- +)\S",
        with: Text(""),
        message: "there is an item of a list among the keys of an object",
        advice: Choice(
            "remove `- `, or write above it what is missing: the `- ` of the item before it, or the key of the list",
        ),
    },
];
