//! What is wrong with text that is no YAML, in words for its author.
//!
//! The parser stops where it cannot go on, which is often lines after the mistake.
//! So changes are tried that would undo usual mistakes, and the one that helps shows what is wrong.

mod block_text;
mod character;
mod colon;
mod dash;
mod flow;
mod indentation;
mod odd;
mod order;
mod quote;
mod trial;
mod words;

pub use character::forbidden;

use indentation::Block;
use order::Order;

use crate::diagnostic::{Code, Diagnostic};
use crate::read::conflict::conflict;
use crate::read::line::{Line, index_of, lines};
use crate::read::repair::{Repair, excerpt};
use crate::read::too_deep;
use crate::source::Span;

/// How many lines above the error a missing colon or dash is looked for.
const NEAR: usize = 60;

/// The error at a byte, from what the parser says of it.
pub fn error(text: &str, at: usize, said: &str) -> Diagnostic {
    let place = Span::new(0, at..at);
    if said.contains("recursion limit") {
        return too_deep(place);
    }
    let lines = lines(text);
    if let Some(conflict) = conflict(&lines, "YAML") {
        return conflict;
    }
    if said.contains("unknown anchor") {
        let (message, help) = words::plain(said);
        let message = format!("this is not valid YAML: {message}");
        return Diagnostic::new(Code::Syntax, place, message).help(help);
    }
    if said.contains("escape") || said.contains("hexadecimal") {
        let (message, help) = words::plain(said);
        let span = quote::wrong_escape(text, at).unwrap_or(place);
        let message = format!("this is not valid YAML: {message}");
        return Diagnostic::new(Code::Syntax, span, message).help(help);
    }
    // The parser stops at the end of the line before a tab.
    let error = index_of(&lines, at);
    let mut margins = lines
        .iter()
        .skip(error)
        .take(if said.contains("tab") { 2 } else { 1 });
    if let Some(margin) = margins.find_map(character::margin) {
        return margin.diagnostic("YAML");
    }
    let repairs = repairs(&lines, at);
    if let Some(repair) = trial::best(text, &lines, at, repairs) {
        return repair.diagnostic("YAML");
    }
    let (message, help) = words::plain(said);
    let message = format!("this is not valid YAML: {message}");
    Diagnostic::new(Code::Syntax, place, message).help(help)
}

/// What would undo usual mistakes: first what is seen in a line by itself, then what needs its neighbours.
fn repairs<'a>(lines: &'a [Line<'_>], at: usize) -> impl Iterator<Item = Repair> + 'a {
    let error = index_of(lines, at);
    let up = move |count: usize| {
        let count = count.min(error + 1);
        let first = error + 1 - count;
        (first..=error).rev().filter(|index| {
            lines
                .get(*index)
                .is_some_and(|line| !line.content().is_empty())
        })
    };
    let line = move |index: usize| lines.get(index);
    let next = [error + 1, error];
    let margins = next
        .into_iter()
        .chain(up(3))
        .filter_map(line)
        .filter_map(character::margin);
    let comments = up(NEAR).filter_map(line).filter_map(character::comment);
    let colons = up(NEAR).filter_map(line).filter_map(colon::repair);
    let dashes = up(NEAR).filter_map(line).filter_map(dash::spacing);
    let texts = up(NEAR).flat_map(|index| block_text::repairs(lines, index));
    let open = up(NEAR).filter_map(line).flat_map(flow::unclosed);
    let closed = up(2).filter_map(line).flat_map(flow::unopened);
    let quotes = up(trial::LINES)
        .filter(move |index| quote::is_suspicious(lines, *index, at))
        .filter_map(line)
        .flat_map(quote::repairs);
    let long_texts = up(trial::LINES).filter_map(|index| quote::unclosed_text(lines, index));
    let joined = up(1).filter_map(line).filter_map(character::joined);
    let strays = up(6).filter_map(line).flat_map(character::stray);
    let values = up(1).filter_map(line).filter_map(quoted);
    let surplus = up(3).filter_map(line).filter_map(dash::surplus);
    let first = error.saturating_sub(3);
    let exchanged = move |order: Order| {
        (first..=error).filter_map(move |index| order::exchanged(lines, error, index, order))
    };
    let missing = up(3).filter_map(|index| dash::missing(lines, index));
    let junk = up(4).filter_map(line).filter_map(character::junk);
    margins
        .chain(comments)
        .chain(texts)
        .chain(colons)
        .chain(dashes)
        .chain(open)
        .chain(closed)
        .chain(long_texts)
        .chain(quotes)
        .chain(joined)
        .chain(strays)
        .chain(values)
        .chain(surplus)
        .chain(exchanged(Order::ChildFirst))
        .chain(indentation::odd(lines, error, Block::Entry))
        .chain(exchanged(Order::ParentFirst))
        .chain(missing)
        .chain(indentation::even(lines, error, Block::Entry))
        .chain(indentation::odd(lines, error, Block::Entries))
        .chain(indentation::even(lines, error, Block::Entries))
        .chain(junk)
}

/// What would make a text of a value.
fn quoted(line: &Line<'_>) -> Option<Repair> {
    let (start, value) = value(line);
    let first = value.chars().next()?;
    let message = if let Some(colon) = value.find(": ") {
        let at = start + colon;
        let message = "there is a second `: ` in this value";
        return Some(in_quotes(start, value, message.to_owned()).at(Span::new(0, at..at + 1)));
    } else if matches!(
        first,
        '@' | '`' | '%' | '&' | '*' | '!' | '|' | '>' | ',' | '?' | '#' | ']' | '}'
    ) {
        format!("a value that begins with `{first}` is not valid without quotes")
    } else {
        return None;
    };
    Some(in_quotes(start, value, message))
}

fn in_quotes(start: usize, value: &str, message: String) -> Repair {
    let with = format!("'{}'", value.replace('\'', "''"));
    let help = format!("put the value in quotes: `{}`", excerpt(&with));
    Repair::new(start..start + value.len(), with, message).help(help)
}

/// The content of a line without the dashes before it, and where it begins.
fn entry<'s>(line: &Line<'s>) -> (usize, &'s str) {
    let mut content = line.content();
    while let Some(item) = content.strip_prefix("- ") {
        content = item.trim_start();
    }
    (line.content_end() - content.len(), content)
}

/// The value of a line, without its key, and where it begins.
fn value<'s>(line: &Line<'s>) -> (usize, &'s str) {
    let (start, content) = entry(line);
    match content.split_once(": ") {
        Some((key, value)) if !key.starts_with(['[', '{']) => {
            let value = value.trim_start();
            (line.content_end() - value.len(), value)
        }
        _ => (start, content),
    }
}
