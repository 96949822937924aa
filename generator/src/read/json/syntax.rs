//! What is wrong with text that is no JSON, in words for its author.
//!
//! The parser stops where it cannot go on, which may be at the end of the text.
//! So changes are tried that would undo usual mistakes, and the one that helps shows what is wrong.

mod grammar;
mod layout;
mod punctuation;
mod string;
mod token;
mod word;

use serde::de::IgnoredAny;

use crate::diagnostic::{Code, Diagnostic};
use crate::read::conflict::conflict;
use crate::read::line::{index_of, lines};
use crate::read::repair::{self, Repair};
use crate::source::Span;
use token::Kind;

/// How many bytes are read in all, so that it takes only a moment.
const BUDGET: usize = 256 * 1024 * 1024;

/// The error of a text whose JSON begins at one byte, and cannot be read at another.
pub fn error(text: &str, start: usize, at: usize) -> Diagnostic {
    let lines = lines(text);
    if let Some(conflict) = conflict(&lines, "JSON") {
        return conflict;
    }
    let tokens = token::tokens(text, start);
    let Some((index, expected)) = grammar::problem(&tokens) else {
        return string::content(&tokens).unwrap_or_else(|| {
            let message = "this is not valid JSON: this cannot be read";
            let unknown = Diagnostic::new(Code::Syntax, Span::new(0, at..at), message);
            unknown.help("write `\"key\": value`")
        });
    };
    let read = tokens.get(..index).unwrap_or_default();
    if let Some(content) = string::content(read) {
        return content;
    }
    let token = tokens.get(index);
    if let Some(own) = token.and_then(|token| word::repair(text, token, expected)) {
        return own.diagnostic("JSON");
    }
    let place = token.map_or(at, |token| token.start);
    let closing = token
        .filter(|token| token.kind == Kind::Unclosed)
        .map(string::repairs)
        .unwrap_or_default();
    let layout = layout::repairs(text, &lines, &tokens, place);
    let punctuation = punctuation::repairs(&tokens, index, expected, text.len());
    let error = index_of(&lines, place);
    let exchanged = (error.saturating_sub(2)..=error)
        .filter_map(|index| Some(Repair::exchange(lines.get(index)?, lines.get(index + 1)?)));
    let trailing = punctuation::trailing_comma(&tokens, index);
    let repairs = closing
        .into_iter()
        .chain(trailing)
        .chain(exchanged)
        .chain(layout)
        .chain(punctuation);
    let applied = |repair: &Repair| repair.applied(text, start, text.len());
    let best = repair::best(
        repairs,
        &lines,
        (place, text.len()),
        BUDGET,
        applied,
        unread,
    );
    let unclosed = token.filter(|token| token.kind == Kind::Unclosed);
    if let Some(repair) = best.or_else(|| string::repairs(unclosed?).into_iter().next()) {
        return repair.diagnostic("JSON");
    }
    let (message, help) = punctuation::plain(&tokens, index, expected);
    let span = Span::new(0, place..place);
    let message = format!("this is not valid JSON: {message}");
    let diagnostic = Diagnostic::new(Code::Syntax, span, message).help(help);
    match punctuation::innermost(read).filter(|_| token.is_none()) {
        Some(open) => diagnostic.related(Span::new(0, open.range()), "opened here"),
        None => diagnostic,
    }
}

/// How many bytes remain where reading stops: none, if everything can be read.
fn unread(text: &str) -> usize {
    let Err(error) = serde_json::from_str::<IgnoredAny>(text) else {
        return 0;
    };
    let before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len);
    let at = before.sum::<usize>() + error.column().saturating_sub(1);
    text.len().saturating_sub(at).max(1)
}
