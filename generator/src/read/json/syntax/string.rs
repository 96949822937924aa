//! Strings that are not closed, or hold what no string holds.

use super::token::{Kind, Token};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::repair::Repair;
use crate::source::Span;

/// What would close a string on its line, or take a quote away.
pub fn repairs(token: &Token<'_>) -> Vec<Repair> {
    let opener = token.start..token.start + 1;
    let text = token.text;
    // Where it may end: before brackets and braces, at the end of a key, before a comma, or with the line.
    let mut ends = vec![text.trim_end_matches([',', '}', ']', '{', '[', ' ']).len()];
    ends.extend(text.find(':'));
    ends.extend(text.find(','));
    ends.extend([text.trim_end_matches(',').len(), text.len()]);
    ends.dedup();
    let closed = ends.into_iter().map(|end| {
        let at = token.start + end;
        let message = "the string that begins here is not closed on its line";
        let help = "close it with a quote, or remove the quote here; a line break in a string is written `\\n`";
        let repair = Repair::new(at..at, "\"", message);
        repair.at(Span::new(0, opener.clone())).help(help)
    });
    let removed = Repair::new(opener.clone(), "", "this quote has no partner")
        .help("remove it, or write the quote that belongs to it");
    closed.chain([removed]).collect()
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
            let message = "there is a tab in this string".to_owned();
            return explained(at..end, message, "write `\\t`");
        }
        if c < ' ' {
            let number = u32::from(c);
            let message = format!("there is the control character U+{number:04X} in this string");
            let help = "remove it, or write it as `\\u` and four digits";
            return explained(at..end, message, help);
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
