//! What is wrong with text that is no YAML.
//!
//! The parser stops where it cannot go on, which is often lines after the mistake, and its words are about tokens. So the lines
//! are read again by a reader that knows what each of them may be. Where a line is none of that, it notes what would make it
//! one; the change after which the parser reads on shows what is wrong.

mod enclosed;
mod entry;
mod indentation;
mod mark;
mod value;
mod walk;

pub use mark::forbidden;

use super::reader::tree;
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::read::line::{index_of, lines};
use crate::read::repair::{self, Broken, Repair, Trial};
use crate::read::{DEPTH_LIMIT, Judge, Node, too_deep};
use crate::source::Span;

/// How far a text has to be readable after a change.
const REACH: usize = 128 * 1024;

/// How many lines before the error a change may be made.
const LINES: usize = 400;

/// Reports why a text cannot be read at a byte.
pub fn report(
    text: &str,
    at: usize,
    judge: Judge,
    report: &mut dyn FnMut(Diagnostic) -> Reported,
) -> Reported {
    let before = text.get(..at).unwrap_or_default();
    let count = |brackets: [char; 2]| before.matches(brackets).count();
    // The parser gives up on brackets and braces that are nested too deep.
    if count(['[', '{']) > count([']', '}']) + DEPTH_LIMIT {
        return report(too_deep(Span::new(0, at..at)));
    }
    if let Some(numbers) = mark::line_numbers(&lines(text)) {
        return report(numbers.diagnostic("YAML", text));
    }
    let trial = |text: &str, at, ()| trial(text, at);
    repair::report(("YAML", text), (at, ()), trial, (read, judge), report)
}

/// Whether a text can be read, without repeating keys.
fn read(text: &str) -> Result<Node<'_>, Broken<()>> {
    let mut diagnostics = Diagnostics::default();
    let root = tree(text, 0, &mut diagnostics)?;
    match diagnostics.iter().next() {
        Some(repeated) => Err(Broken::Rule(repeated.clone())),
        None => Ok(root),
    }
}

fn trial(text: &str, at: usize) -> Trial {
    let lines = lines(text);
    let error = index_of(&lines, at);
    let (above, mut repairs) = walk::repairs(text, &lines, error);
    // The parser may stop at the end of the line before a tab.
    let mut margins = lines.iter().take(error + 2).skip(error.saturating_sub(1));
    let margins = margins.find_map(mark::margins);
    let message = "this cannot be read, or what is before it is not finished";
    let help = "write `key: value` or `- item`, indented like the lines around it, and put a text with special characters in quotes";
    let near = repairs.iter().find(|repair| repair.is_near(&lines, at));
    let unknown = near.cloned().unwrap_or(Repair::new(at..at, "", message));
    match margins {
        Some(margins) => repairs = margins,
        None => repairs.push(unknown.help(help)),
    }
    let first = lines.get(error.saturating_sub(LINES));
    let first = first.map_or(0, |line| line.start);
    let next = lines.get(index_of(&lines, at.saturating_add(REACH)) + 1);
    let end = next.map_or(text.len(), |line| line.start);
    // The version of a document decides what its objects may have, and is mostly on its first line.
    let top = lines.iter().find(|line| !line.is_empty());
    let top = top.filter(|top| top.start < first && !top.content().ends_with(':'));
    let above = top.map_or(above.clone(), |top| [top.text, "\n", &above].concat());
    let mut trial = Trial {
        repairs,
        above,
        part: first..end,
        cut: next.map_or(0, |_| REACH / 16),
    };
    // More than the lines above may matter, such as an anchor.
    let part = text.get(first..end).unwrap_or_default();
    if trial.outcome(&trial.with_above(part), read).err() != Some(end - at) {
        trial.above.clear();
        trial.part.start = 0;
    }
    trial
}
