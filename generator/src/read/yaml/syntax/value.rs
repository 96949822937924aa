//! Values without quotes.

use std::ops::Range;

use super::entry::Entry;
use super::indentation::spaces;
use super::mark;
use super::walk::Walk;
use crate::read::line::{Line, rest_of_line};
use crate::read::repair::{Repair, excerpt};

/// What would make a text of a value.
pub fn quoted(start: usize, value: &str, message: &str) -> Repair {
    let with = format!("'{}'", value.replace('\'', "''"));
    let help = format!("put the value in quotes: `{}`", excerpt(&with));
    Repair::new(start..start + value.len(), with, message).help(help)
}

/// What would help where a value without quotes means something else than its text.
pub fn repairs(walk: &Walk<'_, '_>, value: Entry<'_>, key: Option<Entry<'_>>) -> Vec<Repair> {
    let text = value.text.split(" #").next().unwrap_or_default().trim_end();
    let first = text.chars().next().unwrap_or_default();
    let column = key.unwrap_or(value).column();
    let quoted = |message: &str| quoted(value.start, text, message);
    if text.starts_with("- ") && key.is_some() {
        let help = "write the items on lines of their own below the key";
        let message = "a list cannot begin on the line of its key";
        let list = new_line(
            walk,
            value.start,
            walk.deeper(column).saturating_sub(2),
            message,
        );
        return vec![list.help(help)];
    }
    if let Some((_, text)) = text.split_once(' ').filter(|_| "|>".contains(first)) {
        let message = format!("the text after `{first}` begins on the next line");
        let start = value.end() - text.trim_start().len();
        let text = new_line(walk, start, walk.deeper(column), &message);
        let help = "begin a new line before the text, or put the value in quotes";
        return vec![text.choice(help)];
    }
    let colon = text.find(": ");
    if let Some(colon) = colon.or_else(|| text.strip_suffix(':').map(str::len)) {
        return second_colon(walk, value, text, colon, column);
    }
    let message = format!("a value that begins with `{first}` is not valid without quotes");
    match first {
        '*' => {
            let help = "write `&name` at the value that it means, or put the text in quotes";
            vec![quoted("this alias names no anchor before it").choice(help)]
        }
        ']' | '}' => {
            let opener = if first == ']' { "[" } else { "{" };
            let message = format!("`{first}` closes nothing");
            let opened = Repair::new(value.start..value.start, opener, message.as_str());
            vec![
                opened.help(format!("write `{opener}` before it")),
                quoted(&message),
            ]
        }
        _ if "@`%&!,?#".contains(first) => vec![quoted(&message)],
        _ => Vec::new(),
    }
}

/// What would help where a value holds what looks like a key, before this colon.
fn second_colon(
    walk: &Walk<'_, '_>,
    value: Entry<'_>,
    text: &str,
    colon: usize,
    column: usize,
) -> Vec<Repair> {
    let before = text.get(..colon).unwrap_or_default();
    let (outer, key) = before.split_at(before.rfind(' ').map_or(0, |space| space + 1));
    let (start, end) = (value.start + outer.len(), value.start + colon);
    let message = "there is a second `: ` in this value";
    let quotes = quoted(value.start, text, message).at(end..end + 1);
    let is_keyword = key.starts_with(|c: char| c.is_ascii_lowercase() || "$'\"".contains(c));
    if !is_keyword && !outer.is_empty() {
        return vec![quotes];
    }
    let below = walk.deeper(column);
    let indent = if outer.is_empty() { below } else { column };
    let joined = joined(walk, start..end, indent);
    // One word after another, with one space between them, may be a text.
    let is_text = outer.trim_end().contains(' ');
    if !is_text || outer.ends_with("  ") || colon + 1 == text.len() {
        return vec![joined, quotes];
    }
    vec![quotes.at(start..end), joined]
}

/// What would begin a new line before a key that is on the line of another one.
fn joined(walk: &Walk<'_, '_>, key: Range<usize>, indent: usize) -> Repair {
    let name = excerpt(walk.text.get(key.clone()).unwrap_or_default());
    let message = format!("the key `{name}` is on the line of another one");
    let joined = new_line(walk, key.start, indent, &message).at(key);
    joined.help(format!(
        "begin a new line before it, indented by {}",
        spaces(indent)
    ))
}

/// What would help where something follows a value that has ended.
pub fn followed(
    walk: &Walk<'_, '_>,
    value: Entry<'_>,
    key: Option<Entry<'_>>,
    end: usize,
) -> Vec<Repair> {
    let rest = rest_of_line(walk.text, end).trim_end();
    let follows = rest.trim_start();
    let place = end + rest.len() - follows.len()..end + rest.len();
    if follows.is_empty() || follows.starts_with([':', '#']) {
        return Vec::new();
    }
    let message = format!("`{}` follows a value that has ended", excerpt(follows));
    if follows.chars().all(|c| matches!(c, ',' | ']' | '}')) {
        return vec![Repair::new(place, "", message)];
    }
    let colon = mark::colon(value).filter(|_| key.is_none());
    let mut repairs: Vec<Repair> = colon.into_iter().collect();
    let next = value.after(end - value.start);
    if let Some((key, name)) = key.zip(next.first_key()) {
        let name = next.start..next.start + name.len() - 1;
        repairs.push(joined(walk, name, key.column()));
    }
    let is_single = value.text.starts_with('\'');
    let (quote, written) = if is_single {
        ("'", "''")
    } else {
        ("\"", "\\\"")
    };
    if let Some(last) = rest.rfind(quote) {
        let inside = walk.text.get(end - 1..end + last).unwrap_or_default();
        let inner = format!("the quote `{quote}` inside of this text ends it");
        let repair = Repair::new(end - 1..end + last, inside.replace(quote, written), inner);
        let help = format!("write `{written}` for each quote inside of the text, or remove it");
        repairs.push(repair.at(end - 1..end).choice(help));
    }
    let whole = value.start..end + rest.len();
    let whole = walk.text.get(whole).unwrap_or_default();
    repairs.push(quoted(value.start, whole, &message).at(place));
    repairs
}

/// What would begin a new line at a byte, with this indentation.
fn new_line(walk: &Walk<'_, '_>, start: usize, indent: usize, message: &str) -> Repair {
    let before = walk.text.get(..start).unwrap_or_default().trim_end().len();
    let line = Repair::new(before..start, format!("\n{}", " ".repeat(indent)), message);
    line.at(start..start + 1)
}

impl Walk<'_, '_> {
    /// How far what belongs to a key in a column is indented.
    fn deeper(&self, column: usize) -> usize {
        let mut below = self.lines.iter().skip(self.index + 1);
        let next = below.find(|line| !line.is_empty()).map(Line::indent);
        next.filter(|indent| *indent > column).unwrap_or(column + 2)
    }
}
