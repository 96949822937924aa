//! Trying changes: the first one after which the text can be read shows what is wrong with it.

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, StrInput};

use crate::read::DEPTH_LIMIT;
use crate::read::line::Line;
use crate::read::repair::{self, Repair};
use crate::read::yaml::lines::Lines;

/// How many bytes are read in all, so that it takes only a moment.
const BUDGET: usize = 48 * 1024 * 1024;

/// How far a text has to be readable after a change.
const REACH: usize = 256 * 1024;

/// How many lines before the error a change may be made.
pub const LINES: usize = 400;

/// The change after which the text can be read, or most of it.
pub fn best(
    text: &str,
    lines: &[Line<'_>],
    at: usize,
    repairs: impl Iterator<Item = Repair>,
) -> Option<Repair> {
    let trial = Trial::new(text, lines, at);
    let applied = |repair: &Repair| {
        let changed = repair.applied(text, trial.start, trial.end)?;
        Some([&trial.above, changed.as_str()].concat())
    };
    let unread = |text: &str| unread(text, trial.is_whole);
    repair::best(repairs, lines, (at, trial.end), BUDGET, applied, unread)
}

/// The part of a text that is read again and again.
struct Trial {
    /// The lines above it that it is below.
    above: String,
    start: usize,
    end: usize,
    /// Whether it reaches to the end of the text.
    is_whole: bool,
}

impl Trial {
    fn new(text: &str, lines: &[Line<'_>], at: usize) -> Self {
        let limit = lines.partition_point(|line| line.start <= at.saturating_add(REACH));
        let end = lines.get(limit).map_or(text.len(), |line| line.start);
        let mut trial = Self {
            above: String::new(),
            start: 0,
            end,
            is_whole: end == text.len(),
        };
        let first = lines
            .partition_point(|line| line.start <= at)
            .saturating_sub(LINES + 1);
        let start = lines.get(first).map_or(0, |line| line.start);
        let above = ancestors(lines, first);
        let part = [&above, text.get(start..end).unwrap_or_default()].concat();
        if unread(&part, trial.is_whole) == end.saturating_sub(at) {
            trial.above = above;
            trial.start = start;
        }
        trial
    }
}

/// The lines that a line is below: those between them do not matter to it.
fn ancestors(lines: &[Line<'_>], first: usize) -> String {
    let Some(line) = lines.iter().skip(first).find(|line| !line.is_empty()) else {
        return String::new();
    };
    let mut indent = line.indent();
    let mut is_item = line.content().starts_with("- ");
    let mut found = Vec::new();
    let above = lines.iter().take(first).rev();
    for line in above.filter(|line| !line.is_empty()) {
        let opens_item = line.content().starts_with("- ");
        if line.indent() < indent || line.indent() == indent && is_item && !opens_item {
            indent = line.indent();
            is_item = opens_item;
            found.push(line.text);
        }
    }
    found.reverse();
    found.iter().flat_map(|line| [*line, "\n"]).collect()
}

/// How many bytes remain where reading stops: none, if everything can be read.
fn unread(text: &str, is_whole: bool) -> usize {
    // A text that was cut off somewhere ends within something.
    let enough = if is_whole {
        text.len()
    } else {
        text.len().saturating_sub(REACH / 16)
    };
    let lines = Lines::new(text);
    let mut parser: Parser<'_, StrInput<'_>> = Parser::new_from_str(text);
    let mut open: Vec<Frame> = Vec::new();
    let mut documents = 0;
    while let Some(next) = parser.next_event() {
        let (event, at) = match next {
            Err(error) => (None, lines.offset(*error.marker())),
            Ok((event, span)) => (Some(event), lines.offset(span.start)),
        };
        if at > enough {
            return 0;
        }
        let Some(event) = event else {
            return (text.len() - at).max(1);
        };
        let is_wrong = match event {
            Event::StreamEnd => return 0,
            Event::Nothing | Event::StreamStart | Event::DocumentEnd => false,
            Event::DocumentStart(_) => {
                documents += 1;
                documents > 1
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                false
            }
            Event::Scalar(text, ..) => !value(&mut open, Some(&text)),
            Event::Alias(_) => !value(&mut open, None),
            Event::SequenceStart(..) => {
                let fits = value(&mut open, None);
                open.push(Frame::List);
                !fits || open.len() > DEPTH_LIMIT
            }
            Event::MappingStart(..) => {
                let fits = value(&mut open, None);
                open.push(Frame::Map {
                    keys: HashSet::new(),
                    is_key: true,
                });
                !fits || open.len() > DEPTH_LIMIT
            }
        };
        if is_wrong {
            return (text.len() - at).max(1);
        }
    }
    0
}

/// What is open around a value.
enum Frame {
    List,
    Map { keys: HashSet<String>, is_key: bool },
}

/// Whether a value may be here: a key is a text, and occurs in its object once.
fn value(open: &mut [Frame], text: Option<&str>) -> bool {
    let Some(Frame::Map { keys, is_key }) = open.last_mut() else {
        return true;
    };
    let was_key = std::mem::replace(is_key, !*is_key);
    if !was_key {
        return true;
    }
    match text {
        Some("<<") => true,
        Some(text) => keys.insert(text.to_owned()),
        None => false,
    }
}
