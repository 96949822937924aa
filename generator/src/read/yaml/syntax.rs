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

use indentation::{Block, Suspects};
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
    let plain = |span| {
        let (message, help) = words::plain(said);
        let message = format!("this is not valid YAML: {message}");
        Diagnostic::new(Code::Syntax, span, message).help(help)
    };
    if said.contains("recursion limit") {
        return too_deep(place);
    }
    let lines = lines(text);
    if let Some(conflict) = conflict(&lines, "YAML") {
        return conflict;
    }
    if said.contains("unknown anchor") {
        return plain(place);
    }
    if said.contains("escape") || said.contains("hexadecimal") {
        return plain(quote::wrong_escape(text, at).unwrap_or(place));
    }
    // The parser stops at the end of the line before a tab.
    let error = index_of(&lines, at);
    let count = if said.contains("tab") { 2 } else { 1 };
    let mut margins = lines.iter().skip(error).take(count);
    if let Some(margin) = margins.find_map(character::margin) {
        return margin.diagnostic("YAML");
    }
    let repairs = repairs(&lines, at);
    if let Some(repair) = trial::best(text, &lines, at, repairs) {
        return repair.diagnostic("YAML");
    }
    plain(place)
}

/// What would undo a mistake of a line.
type OfLine = fn(&Line<'_>) -> Option<Repair>;

/// What may undo a mistake of a line: one of several changes.
type Several = fn(&Line<'_>) -> Vec<Repair>;

/// What would undo a mistake that shows between a line and its neighbours.
type OfLines = fn(&[Line<'_>], usize) -> Option<Repair>;

/// What would undo usual mistakes: first what is seen in a line by itself, then what needs its neighbours.
fn repairs<'a>(lines: &'a [Line<'_>], at: usize) -> impl Iterator<Item = Repair> + 'a {
    let error = index_of(lines, at);
    let line = move |index: usize| lines.get(index);
    // The lines from the error up, that many of them.
    let up = move |count: usize| {
        let first = (error + 1).saturating_sub(count);
        let is_blank =
            move |index: &usize| line(*index).is_none_or(|line| line.content().is_empty());
        (first..=error).rev().filter(move |index| !is_blank(index))
    };
    let each = move |count: usize, repair: OfLine| up(count).filter_map(line).filter_map(repair);
    let all = move |count: usize, repairs: Several| up(count).filter_map(line).flat_map(repairs);
    let among = move |count: usize, repair: OfLines| {
        up(count).filter_map(move |index| repair(lines, index))
    };
    let is_suspicious = move |index: &usize| quote::is_suspicious(lines, *index, error);
    let quoted_lines = up(trial::LINES).filter(is_suspicious).filter_map(line);
    let exchanged = move |order: Order| {
        let near = error.saturating_sub(3)..=error;
        near.filter_map(move |index| order::exchanged(lines, error, index, order))
    };
    let moved = move |suspects, block| indentation::moved(lines, error, suspects, block);
    let margins = [error + 1, error].into_iter().chain(up(3)).filter_map(line);
    margins
        .filter_map(character::margin)
        .chain(each(NEAR, character::comment))
        .chain(among(NEAR, block_text::repair))
        .chain(each(NEAR, colon::repair))
        .chain(each(NEAR, dash::spacing))
        .chain(all(NEAR, flow::unclosed))
        .chain(all(2, flow::unopened))
        .chain(among(trial::LINES, quote::unclosed_text))
        .chain(quoted_lines.flat_map(quote::repairs))
        .chain(each(1, character::joined))
        .chain(all(6, character::stray))
        .chain(each(1, quoted))
        .chain(each(3, dash::surplus))
        .chain(exchanged(Order::ChildFirst))
        .chain(moved(Suspects::Odd, Block::Entry))
        .chain(exchanged(Order::ParentFirst))
        .chain(among(3, dash::missing))
        .chain(moved(Suspects::Even, Block::Entry))
        .chain(moved(Suspects::Odd, Block::Entries))
        .chain(moved(Suspects::Even, Block::Entries))
        .chain(each(4, character::junk))
}

/// What would make a text of a value.
fn quoted(line: &Line<'_>) -> Option<Repair> {
    let (start, value) = value(line);
    let first = value.chars().next()?;
    let (place, message) = if let Some(colon) = value.find(": ") {
        let message = "there is a second `: ` in this value".to_owned();
        (start + colon..start + colon + 1, message)
    } else if "@`%&*!|>,?#]}".contains(first) {
        let message = format!("a value that begins with `{first}` is not valid without quotes");
        (start..start + value.len(), message)
    } else {
        return None;
    };
    let with = format!("'{}'", value.replace('\'', "''"));
    let help = format!("put the value in quotes: `{}`", excerpt(&with));
    let repair = Repair::new(start..start + value.len(), with, message);
    Some(repair.at(Span::new(0, place)).help(help))
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
