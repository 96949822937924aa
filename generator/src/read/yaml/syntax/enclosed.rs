//! Values in quotes, brackets or braces.

use super::entry::Entry;
use super::value::quoted;
use super::walk::Walk;
use crate::read::line::rest_of_line;
use crate::read::repair::{Repair, excerpt};

/// How many escapes of a text are tried.
const ESCAPES: usize = 32;

/// A quote, a bracket or a brace that is open.
struct Open {
    at: usize,
    closer: char,
    /// Whether the colon of an entry was read.
    has_colon: bool,
}

/// Where a value ends that is indented further than its block, and what may help in it.
pub fn read(walk: &Walk<'_, '_>, value: Entry<'_>) -> (Option<usize>, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut before = ' ';
    let rest = walk.text.get(value.start..).unwrap_or_default();
    let chars = rest.char_indices().map(|(at, c)| (value.start + at, c));
    let mut chars = chars.peekable();
    let mut last = value.start;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let closer = open.last().map(|inner| inner.closer);
        let quote = closer.filter(|closer| matches!(closer, '"' | '\''));
        match (quote, c) {
            (_, '\n') if walk.is_left(at + 1) => break,
            (Some('"'), '\\') => {
                chars.next();
                // The last one first: those before the first that is wrong are right.
                if repairs.len() < ESCAPES {
                    repairs.insert(0, escape(walk.text, at));
                }
            }
            (Some('\''), '\'') if next == Some('\'') => drop(chars.next()),
            (Some(quote), _) if quote != c => {}
            (None, ':')
                if next == Some(' ') && open.last().is_some_and(|inner| inner.has_colon) =>
            {
                return (None, vec![comma(walk.text, at)]);
            }
            (None, ',' | ':') if c == ',' || next == Some(' ') => {
                let inner = open.last_mut().into_iter();
                inner.for_each(|inner| inner.has_colon = c == ':');
            }
            (None, '"' | '\'' | '[' | '{') if "[{".contains(c) || " [{,:\n".contains(before) => {
                open.push(Open {
                    at,
                    closer: partner(c),
                    has_colon: false,
                });
            }
            (None, ']' | '}') if closer != Some(c) => break,
            (Some(_), _) | (None, ']' | '}') => {
                open.pop();
                if open.is_empty() {
                    return (Some(at + 1), repairs);
                }
            }
            (None, _) => {}
        }
        if !c.is_whitespace() {
            last = at + c.len_utf8();
        }
        before = c;
    }
    let open: Vec<(usize, char)> = open.iter().map(|open| (open.at, open.closer)).collect();
    repairs.extend(unclosed(value, &open, last));
    (None, repairs)
}

/// What would close what is open in a value, of which the last byte is known, or make a text of it.
fn unclosed(value: Entry<'_>, open: &[(usize, char)], last: usize) -> Vec<Repair> {
    let Some((at, closer)) = open.last().copied() else {
        return Vec::new();
    };
    let opener = partner(closer);
    let text = value.text;
    let closers: String = open.iter().rev().map(|(_, closer)| *closer).collect();
    let message = format!("`{opener}` is not closed");
    let help = format!(
        "write `{closer}` where it ends, remove `{opener}`, or put the value in quotes if it belongs to a text"
    );
    // A key in quotes ends before its colon, and brackets and commas may follow a text.
    let words = value.start + text.trim_end_matches([']', '}', ',', ' ']).len();
    let colon = text.find(": ").map(|colon| value.start + colon);
    let colon = colon.unwrap_or(value.start + text.trim_end_matches(':').len());
    let inner = closers.get(..1).unwrap_or_default();
    let changes = [
        (colon..colon, closers.as_str()),
        (value.end()..value.end(), closers.as_str()),
        (words..words, closers.as_str()),
        (last..last, closers.as_str()),
        (last..last, inner),
        (at..at + 1, ""),
        (at..at + 1, " "),
    ];
    let changes = changes.into_iter();
    let changed = changes.map(|(range, with)| Repair::new(range, with, message.as_str()));
    let repairs = changed.chain([quoted(value.start, text, &message)]);
    let repairs = repairs.map(|repair| repair.choice(help.as_str()));
    let change = |range, with, help| Repair::new(range, with, message.as_str()).help(help);
    let closed = |end: usize| {
        let before = text.get(..end - value.start).unwrap_or_default();
        let last = before.rsplit(' ').next().unwrap_or_default();
        let help = format!("write `{closer}` after `{}`", excerpt(last));
        change(end..end, closers.as_str(), help)
    };
    // A text in quotes mostly ends with its line, or before its colon; and what is no text has none.
    let is_quote = value.start == at && matches!(opener, '"' | '\'');
    let removed = change(at..at + 1, "", format!("remove `{opener}`"));
    let known = [closed(colon), closed(value.end()), removed].into_iter();
    let known = known.filter(|_| is_quote);
    let placed = known.chain(repairs).map(|repair| repair.at(at..at + 1));
    placed.collect()
}

/// What would make a backslash of what may be an escape, and of all that follow on its line.
fn escape(text: &str, at: usize) -> Repair {
    let rest = rest_of_line(text, at);
    let shown: String = rest.chars().take(2).collect();
    let with = rest.replace('\\', "\\\\").replace("\\\\\"", "\\\"");
    let message = format!("`{shown}` is not a valid escape in double quotes");
    let repair = Repair::new(at..at + rest.len(), with, message).at(at..at + shown.len());
    repair.help("write a backslash as `\\\\`, or use single quotes")
}

/// What would separate an entry from the one before it.
fn comma(text: &str, colon: usize) -> Repair {
    let before = text.get(..colon).unwrap_or_default();
    let start = before.rfind([' ', '{', ',']).map_or(0, |space| space + 1);
    let (before, key) = before.split_at(start);
    let message = format!("a comma is missing before `{}`", excerpt(key));
    let end = before.trim_end().len();
    let repair = Repair::new(end..end, ",", message).at(start..colon);
    repair.choice("write the comma, or put the value in quotes")
}

/// What closes an opener, or opens what is closed.
fn partner(c: char) -> char {
    match c {
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        quote => quote,
    }
}
