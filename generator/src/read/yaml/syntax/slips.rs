//! Slips of YAML that show in how a line is written.

use std::sync::LazyLock;

use crate::read::repair::Advice::{Choice, Known};
use crate::read::repair::With::{Closers, Escaped, Line, LineBelow, Quoted, Text};
use crate::read::repair::{Slip, Slips, slips};

/// The slips, the likeliest first.
pub static SLIPS: LazyLock<Slips> = LazyLock::new(|| Slips::new(LINES));

const LINES: &[Slip] = slips! {
    r"^\s*(?:- +)*?(?P<x>-[ -]*)(?P<item>[^\s-].*)"
        => Text("- "), "an item of a list begins with one `-` and a space", Known("write `- $item`");
    r"^\s*(?P<x>//|/\*|\*/|<!--|;|--)"
        => Text("#"), "`$x` begins no comment", Known("begin comments with `#`");
    r"^\s*(?P<x>\{%|\{\{)"
        => Text("#"), "`$x` belongs to a template", Choice("check what the template makes");
    r"%entry(?P<x>(?P<at>[@`%,\]}>|&*!?]+)\s*)\S"
        => Text(""), "the character `$at` has no place here", Known("remove it, or put the text that it belongs to in quotes");
    r"%entry%name(?P<x>\s+)(?P<value>(?:[^\s:;=,：→-]|-[^>]).*)"
        => Text(": "), "a colon is missing after `$at`", Known("write `$at: $value`");
    r"%entry%name(?P<x>)\s*$"
        => Text(":"), "a colon is missing after `$at`", Known("write `$at:`");
    r"%entry%name(?P<x>:)(?P<value>[^\s:=].*)"
        => Text(": "), "a space is missing after `$at:`", Known("write `$at: $value`");
    r"%entry%name(?P<x>\s*(?P<sign>[;=,：→]|[=-]>)\s*)(?P<value>.*)"
        => Text(": "), "the key `$at` is followed by `$sign` in place of a colon", Known("write `$at: $value`");
    r"%key(?P<x>)(?P<at>- )"
        => LineBelow, "a list cannot begin on the line of its key", Known("write the items on lines of their own below the key");
    r"%key(?P<sign>[|>])[-+\d]*(?P<x> +)(?P<at>[^\s#].*)"
        => LineBelow, "the text after `$sign` begins on the next line", Choice("begin a new line before the text, or put the value in quotes");
    r#"%key(?P<x>)(?P<at>[\w$'"/][^\s:]*):(?:\s|$)"#
        => LineBelow, "the key `$at` is on the line of another one", Known("begin a new line before it, indented further than `$key`");
    // One word after another, with one space between them, may be a text.
    r#"%key(?P<x>[^\s'"\[{|>:][^\s:]*(?: [^\s:]+)+ (?P<at>[a-z$][^\s:]*): .*)"#
        => Quoted, "there is a second `: ` in this value", Known("put the value in quotes: `%with`");
    r#"%key(?:\{[^}]*\}|\[[^\]]*\]|"[^"]*"|'[^']*'|[^\s'"\[{|>].*?)(?P<x>\s+)(?P<at>[a-z$'"][^\s:]*):(?:\s|$)"#
        => Line, "the key `$at` is on the line of another one", Known("begin a new line before it, indented like `$key`");
    r#"%key(?P<x>[^\s'"\[{|>#].*?(?P<at>:) .*)"#
        => Quoted, "there is a second `: ` in this value", Known("put the value in quotes: `%with`");
    r"%value(?P<x>(?P<at>\*\S*).*)"
        => Quoted, "this alias names no anchor before it", Choice("write `&name` at the value that it means, or put the text in quotes");
    r"%value(?P<x>\})\s*$"
        => Text("{}"), "`$x` closes nothing", Known("write `{` before it");
    r"%value(?P<x>\])\s*$"
        => Text("[]"), "`$x` closes nothing", Known("write `[` before it");
    r"%value(?P<x>(?P<at>[@`%&!,?#]).*)"
        => Quoted, "a value that begins with `$at` is not valid without quotes", Known("put the value in quotes: `%with`");
    r#"%value(?:"[^"]*"|'[^']*'|\[[^\]]*\]|\{[^}]*\})(?P<x>[,\]}]+)\s*$"#
        => Text(""), "`$x` follows a value that has ended", Known("remove `$x`");
    r"%value%q(?P<x>[^%q]*(?P<at>%q).*)%q\s*$"
        => Escaped, "the quote `%q` inside of this text ends it", Choice("write `''` or `\\\"` for each such quote inside of the text, or remove it");
    r"%value(?P<x>%q[^%q]*%q\s*(?P<at>[^\s,:].*?))\s*$"
        => Quoted, "`$at` follows a value that has ended", Known("put the value in quotes: `%with`");
    r"%entry(?P<at>%q)(?P<name>[^%q:]+)(?P<x>):(?:\s|$)"
        => Text("%q"), "`%q` is not closed", Known("write `%q` after `%q$name`");
    r"%value(?P<at>%q)(?:[^%q]*\s)?(?P<word>[^\s%q]+)(?P<x>)\s*$"
        => Text("%q"), "`%q` is not closed", Known("write `%q` after `$word`");
    r"%value(?P<x>%q)[^%q]*$"
        => Text(""), "`%q` is not closed", Known("remove `%q`");
    r#""(?:[^"\\]|\\[0abtnvfre "/\\N_LP]|\\x[[:xdigit:]]{2}|\\u[[:xdigit:]]{4})*(?P<x>(?P<at>\\.)(?:[^"\\]|\\[^"])*)"#
        => Escaped, "`$at` is not a valid escape in double quotes", Known("write a backslash as `\\\\`, or use single quotes");
    r"%value(?P<at>[\[{]).*?(?P<x>)\s*$"
        => Closers, "`$at` is not closed", Choice("write `%with` where it ends, remove `$at`, or put the value in quotes if it belongs to a text");
    r"%value(?P<x>(?P<at>[\[{])[^\]}]*?)\s*$"
        => Quoted, "`$at` is not closed", Choice("write what closes it where it ends, or put the value in quotes: `%with`");
    r"[{,] *[^{},]+: [^{},:]*?(?P<x>) (?P<at>[^\s{},]+): "
        => Text(","), "a comma is missing before `$at`", Choice("write the comma, or put the value in quotes");
    r"^\s*(?P<x>- +)\S"
        => Text(""), "there is an item of a list among the keys of an object", Choice("remove `- `, or write above it what is missing: the `- ` of the item before it, or the key of the list");
};
