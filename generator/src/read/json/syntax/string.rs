//! Strings that are not closed, or hold what no string holds.

use super::token::{Kind, Token};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::repair::Repair;
use crate::source::Span;

/// What would close a string on its line, or take a quote away.
pub fn repairs(token: &Token<'_>) -> Vec<Repair> {
    let place = Span::new(0, token.start..token.start + 1);
    let explained = |repair: Repair| {
        repair
            .at(place)
            .help("close it with a quote, or remove the quote here; a line break in a string is written `\\n`")
    };
    let message = "the string that begins here is not closed on its line";
    let close = |at: usize| explained(Repair::new(at..at, "\"", message));
    let inside = token.text.get(1..).unwrap_or_default();
    let mut ends = vec![
        token
            .text
            .trim_end_matches([',', '}', ']', '{', '[', ' '])
            .len(),
    ];
    ends.extend(
        [
            inside.find(':').map(|at| at + 1),
            inside.find(',').map(|at| at + 1),
        ]
        .into_iter()
        .flatten(),
    );
    ends.push(token.text.trim_end_matches(',').len());
    ends.push(token.text.len());
    ends.dedup();
    let mut repairs: Vec<Repair> = ends
        .into_iter()
        .map(|end| close(token.start + end))
        .collect();
    let message = "this quote has no partner";
    repairs.push(
        Repair::new(token.start..token.start + 1, "", message)
            .help("remove it, or write the quote that belongs to it"),
    );
    repairs
}

/// What is wrong inside of the first strings of a text.
pub fn content(tokens: &[Token<'_>]) -> Option<Diagnostic> {
    tokens
        .iter()
        .filter(|token| token.kind == Kind::Text)
        .find_map(inside)
}

fn inside(token: &Token<'_>) -> Option<Diagnostic> {
    let explained = |range: std::ops::Range<usize>, message: String, help: &str| {
        let span = Span::new(0, token.start + range.start..token.start + range.end);
        let message = format!("this is not valid JSON: {message}");
        Some(Diagnostic::new(Code::Syntax, span, message).help(help))
    };
    let mut is_escaped = false;
    for (at, c) in token.text.char_indices() {
        let end = at + c.len_utf8();
        if c == '\t' {
            return explained(
                at..end,
                "there is a tab in this string".to_owned(),
                "write `\\t`",
            );
        }
        if c < ' ' {
            let message = format!(
                "there is the control character U+{:04X} in this string",
                u32::from(c)
            );
            return explained(
                at..end,
                message,
                "remove it, or write it as `\\u` and four digits",
            );
        }
        let is_hex = || {
            let digits = token.text.get(end..end + 4);
            digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        };
        if is_escaped && (!"\"\\/bfnrtu".contains(c) || c == 'u' && !is_hex()) {
            let message = format!("`\\{c}` is not a valid escape in a string");
            let help = "write a backslash as `\\\\`, and a character by its number as `\\u` and four digits";
            return explained(at - 1..end, message, help);
        }
        is_escaped = !is_escaped && c == '\\';
    }
    None
}
