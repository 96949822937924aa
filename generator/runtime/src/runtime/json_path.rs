//! Names the place in a JSON text that an offset belongs to, so that an error says more than a line and a column.
//!
//! Nothing is tracked while a text is decoded: only when it does not fit is it read again, up to the offset.

use std::fmt::Write;
use std::ops::Range;

/// The longest key that is shown.
const LONGEST_KEY: usize = 64;

/// A key with this many digits is taken for an identifier or a telephone number, and not shown.
const DIGITS_OF_A_NUMBER: usize = 7;

/// How many steps of a path are shown: the last ones.
const LONGEST_PATH: usize = 16;

/// What is open where the scan stands.
enum Step {
    /// An object, with the place of the key whose value is being read, quotes included.
    Key(Option<Range<usize>>),
    /// A list, with the index of the item that is being read.
    Index(usize),
}

/// The offset of a position as `serde_json` states it: lines count from 1, columns are the bytes of the line that were read.
pub(crate) fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive(|byte| *byte == b'\n')
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    start.saturating_add(column).min(text.len())
}

/// The path of the value that is being read at an offset, such as `groups[0].member.roles`; empty for the whole text.
pub(crate) fn path(text: &[u8], offset: usize) -> String {
    let text = text.get(..offset).unwrap_or(text);
    let mut steps = Vec::new();
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            b'{' => steps.push(Step::Key(None)),
            b'[' => steps.push(Step::Index(0)),
            b'}' | b']' => {
                steps.pop();
            }
            b',' => match steps.last_mut() {
                Some(Step::Key(key)) => *key = None,
                Some(Step::Index(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                let Some(end) = end_of_string(text, at) else {
                    break;
                };
                if let Some(Step::Key(key @ None)) = steps.last_mut() {
                    *key = Some(at..end);
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    spell(text, &steps)
}

/// The offset behind the string that starts at `start`, unless it is cut off.
fn end_of_string(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    while let Some(byte) = text.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

fn spell(text: &[u8], steps: &[Step]) -> String {
    let hidden = steps.len().saturating_sub(LONGEST_PATH);
    let mut path = String::new();
    if hidden > 0 {
        path.push('…');
    }
    for step in &steps[hidden..] {
        match step {
            Step::Key(None) => {}
            Step::Key(Some(place)) => spell_key(&mut path, text, place),
            // Writing to a string does not fail.
            Step::Index(index) => drop(write!(path, "[{index}]")),
        }
    }
    path
}

fn spell_key(path: &mut String, text: &[u8], place: &Range<usize>) {
    let key = text
        .get(place.clone())
        .and_then(|literal| serde_json::from_slice::<String>(literal).ok());
    match key {
        Some(key) if is_identifier(&key) => {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&key);
        }
        Some(key) if may_be_shown(&key) => drop(write!(path, "[{key:?}]")),
        _ => path.push_str("[…]"),
    }
}

fn is_identifier(key: &str) -> bool {
    let legal = |char: char| char.is_ascii_alphanumeric() || char == '_';
    !key.starts_with(|char: char| char.is_ascii_digit())
        && !key.is_empty()
        && key.chars().all(legal)
        && may_be_shown(key)
}

/// The keys of a free-form object may be data themselves: mail addresses, telephone numbers, whole sentences.
fn may_be_shown(key: &str) -> bool {
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    key.len() <= LONGEST_KEY && !key.contains('@') && digits < DIGITS_OF_A_NUMBER
}
