//! Lines whose indentation contradicts the brackets and braces: a reader often stops only at the end of the text.

use crate::read::line::{Line, lines};
use crate::read::repair::Repair;

/// How many contradictions are looked at.
const LIMIT: usize = 8;

/// A bracket or a brace that is open.
struct Open {
    at: usize,
    opener: char,
    /// The number and the indentation of its line.
    line: usize,
    indent: usize,
    /// How the lines in it are indented.
    inside: Option<usize>,
}

/// What would bring the brackets and braces in line with the indentation, from the beginning of a text up to a byte.
pub fn repairs(text: &str, at: usize) -> Vec<Repair> {
    let lines = lines(text);
    let indents = lines.iter().map(|line| line.margin().len());
    let step = indents.filter(|indent| *indent > 0).min();
    let mut open: Vec<Open> = Vec::new();
    let mut found = Vec::new();
    let above = lines
        .iter()
        .zip(0..)
        .take_while(|(line, _)| line.start <= at);
    for (line, index) in above.filter(|(line, _)| !line.content().is_empty()) {
        let indent = line.margin().len();
        let closes = line.content().starts_with(['}', ']']);
        if let Some(inner) = open.last_mut().filter(|inner| inner.line < index) {
            let usual = inner.indent + step.unwrap_or_default();
            let inside = *inner.inside.get_or_insert(indent.min(usual));
            if indent < inner.indent || indent == inner.indent && !closes {
                found.push(unclosed(text, line, inner));
            } else if indent > inside && !closes {
                found.extend(unopened(text, line));
                // What closes it is not too many.
                open.push(Open {
                    at: line.start,
                    opener: '{',
                    line: index,
                    indent: inside,
                    inside: Some(indent),
                });
            }
        }
        for (at, bracket) in brackets(line) {
            if matches!(bracket, '{' | '[') {
                open.push(Open {
                    at,
                    opener: bracket,
                    line: index,
                    indent,
                    inside: None,
                });
                continue;
            }
            let closed = open.pop();
            if closed.is_none_or(|open| open.line < index && open.indent != indent) {
                found.push(surplus(text, at, bracket));
            }
        }
        if found.len() >= LIMIT || step.is_none() {
            break;
        }
    }
    found
}

/// The brackets and braces of a line that are not in strings.
fn brackets(line: &Line<'_>) -> Vec<(usize, char)> {
    let mut is_string = false;
    let mut is_escaped = false;
    let mut found = Vec::new();
    for (at, c) in line.text.char_indices() {
        match c {
            '"' if !is_escaped => is_string = !is_string,
            '{' | '}' | '[' | ']' if !is_string => found.push((line.start + at, c)),
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    found
}

/// What would remove one bracket or brace, with its comma where another one is before it.
fn surplus(text: &str, at: usize, bracket: char) -> Repair {
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let has_comma = before.trim_end().ends_with(',') && after.get(1..2) == Some(",");
    let message = format!("one `{bracket}` too many is here, as the indentation shows");
    let words = (message, format!("remove one `{bracket}`"));
    Repair::new(at..at + 1 + usize::from(has_comma), "", words)
}

/// What would close what is open before a line that is further to the left.
fn unclosed(text: &str, line: &Line<'_>, open: &Open) -> Repair {
    let opener = open.opener;
    let closer = if opener == '{' { "}" } else { "]" };
    let last = text.get(..line.start).unwrap_or_default().trim_end();
    // The comma after what is not closed may be there, or be missing with it, as its line may be.
    let end = last.strip_suffix(',').map_or(last.len(), str::len);
    let is_last = end < last.len() || line.content().starts_with(['}', ']']);
    let with = [closer, if is_last { "" } else { "," }].concat();
    let message = format!("`{closer}` is missing before this: the `{opener}` above is not closed");
    let words = (message, format!("write `{closer}`"));
    let place = line.content_start()..line.content_start();
    let repair = Repair::new(end..end, with, words).at(place);
    repair.related(open.at..open.at + 1, "opened here")
}

/// What would open something before a line that is further to the right, after a key that may be lost, too.
fn unopened(text: &str, line: &Line<'_>) -> Vec<Repair> {
    let before = text.get(..line.start).unwrap_or_default().trim_end();
    let start = line.content_start();
    let opened = ["a key with ", ""].into_iter().flat_map(|key| {
        ["{", "["].map(|opener| {
            let with = [if key.is_empty() { "" } else { "\"x-lost\": " }, opener].concat();
            let what = format!("{key}`{opener}`");
            let message = format!("this line is indented too far: {what} is missing above it");
            let help = format!("write {what} before this line, or remove what closes it");
            let opened = Repair::new(start..start, with, (message, help));
            // After a colon, nothing else is missing.
            if before.ends_with(':') {
                opened
            } else {
                opened.stand_in()
            }
        })
    });
    opened.collect()
}
