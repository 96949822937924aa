//! What is wrong with text that is no JSON, in words for its author.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::tree::Span;

/// What the parser says begins with, what is meant, and what to do.
const WORDS: [(&str, &str, &str); 10] = [
    (
        "EOF while parsing a string",
        "the text ends within a string",
        "close the string with a quote",
    ),
    (
        "EOF",
        "the text ends too early",
        "close every bracket and every brace",
    ),
    (
        "trailing comma",
        "a comma stands before the closing bracket",
        "remove the comma",
    ),
    (
        "expected `,` or",
        "a comma or a closing bracket is missing before this",
        "add the comma, or look for a quote too many in the line above",
    ),
    (
        "expected `:`",
        "a colon is missing before this",
        "write `\"key\": value`",
    ),
    (
        "key must be a string",
        "a key in double quotes is expected here",
        "write `\"key\": value`",
    ),
    (
        "control character",
        "the string is not closed on its line",
        "close it with a quote; a line break in a string is written `\\n`",
    ),
    (
        "invalid escape",
        "this is no escape that a string knows",
        "write a backslash as `\\\\`",
    ),
    (
        "trailing characters",
        "the document has ended before this",
        "remove what follows, or look for a closing bracket too many above",
    ),
    (
        "expected",
        "a value is expected here",
        "write a string in double quotes, a number, `true`, `false`, `null`, an array or an object",
    ),
];

/// The error at a byte, from what the parser says of it.
pub fn error(text: &str, at: usize, said: &str) -> Diagnostic {
    if let Some((open, place)) = unclosed(text).filter(|(_, place)| *place <= at) {
        let bracket = text.get(open..=open).unwrap_or_default();
        let span = Span::new(0, place..place);
        let message =
            format!("this is not valid JSON: the `{bracket}` above is not closed before this line");
        return Diagnostic::new(Code::Syntax, span, message)
            .related(Span::new(0, open..open + 1), "opened here")
            .help("close it before this line");
    }
    let rest = text.get(at..).unwrap_or_default();
    let before = text.get(..at).unwrap_or_default().trim_end();
    let (message, help) = if rest.starts_with(['}', ']']) && before.ends_with(',') {
        (
            "a comma stands before the closing bracket",
            "remove the comma",
        )
    } else if rest.starts_with('\'') {
        ("strings are in double quotes", "write `\"` in place of `'`")
    } else if rest.starts_with('/') {
        ("JSON has no comments", "remove the comment")
    } else {
        let known = WORDS.iter().find(|(words, _, _)| said.starts_with(words));
        known.map_or(
            (
                said.split(" at line ").next().unwrap_or(said),
                "correct the line",
            ),
            |(_, message, help)| (*message, *help),
        )
    };
    let span = Span::new(0, at..at);
    Diagnostic::new(
        Code::Syntax,
        span,
        format!("this is not valid JSON: {message}"),
    )
    .help(help)
}

/// A bracket that should be closed before a later line, as that line's indentation shows.
fn unclosed(text: &str) -> Option<(usize, usize)> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let first = line.trim_start().chars().next();
        let is_closing = first.is_some_and(|first| matches!(first, '}' | ']'));
        let is_outside = |outer: usize| indent < outer || indent == outer && !is_closing;
        if let Some((place, _)) = open
            .last()
            .filter(|(_, outer)| first.is_some() && is_outside(*outer))
        {
            return Some((*place, start + indent));
        }
        let mut in_string = false;
        let mut escaped = false;
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'{' | b'[' if !in_string => open.push((start + at, indent)),
                b'}' | b']' if !in_string => {
                    open.pop();
                }
                _ => {}
            }
        }
        start += line.len();
    }
    None
}
