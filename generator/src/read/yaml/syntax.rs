//! What is wrong with text that is no YAML.
//!
//! The parser stops where it cannot go on, which is often lines after the mistake, and its words are about tokens. So the lines
//! around are looked at for slips that are known, and for indentation that does not fit; the change after which the parser reads
//! on shows what is wrong.

mod indentation;
mod slips;

use std::ops::Range;

use super::reader::tree;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::read::line::{Line, index_of, lines};
use crate::read::repair::{self, Broken, Repair, Trial};
use crate::read::{DEPTH_LIMIT, Judge, Node, too_deep};
use crate::source::Span;

/// How far a text has to be readable after a change.
const REACH: usize = 128 * 1024;

/// How many lines before the error are read again.
const LINES: usize = 400;

/// How many lines are looked at before the error, and after the last value.
const NEAR: usize = 4;

/// The error of a character that YAML does not allow.
pub fn forbidden(text: &str) -> Option<Diagnostic> {
    let is_forbidden = |byte: u8| byte.is_ascii_control() && !b"\t\n\r".contains(&byte);
    let at = text.bytes().position(is_forbidden)?;
    let number = text.as_bytes().get(at)?;
    let message = format!(
        "this is not valid YAML: the control character U+{number:04X} may not stand in YAML"
    );
    let help = "remove it, write it as an escape in double quotes, or save the document as UTF-8";
    Some(Diagnostic::new(Code::Syntax, Span::new(0, at..at + 1), message).help(help))
}

/// Reports why a text cannot be read between the end of its last value and a byte.
pub fn report(
    text: &str,
    stop: Range<usize>,
    judge: Judge,
    report: &mut dyn FnMut(Diagnostic) -> Reported,
) -> Reported {
    let before = text.get(..stop.end).unwrap_or_default();
    let count = |brackets: [char; 2]| before.matches(brackets).count();
    // The parser gives up on brackets and braces that are nested too deep.
    if count(['[', '{']) > count([']', '}']) + DEPTH_LIMIT {
        return report(too_deep(Span::new(0, stop.end..stop.end)));
    }
    repair::report(("YAML", text), stop, trial, (read, judge), report)
}

/// Whether a text can be read, without repeating keys.
fn read(text: &str) -> Result<Node<'_>, Broken> {
    let mut diagnostics = Diagnostics::default();
    let root = tree(text, 0, &mut diagnostics)?;
    match diagnostics.iter().next() {
        Some(repeated) => Err(Broken::Rule(repeated.clone())),
        None => Ok(root),
    }
}

fn trial(text: &str, stop: Range<usize>) -> Trial {
    let at = stop.end;
    let lines = lines(text);
    let error = index_of(&lines, at);
    // The parser may stop at the end of the line before a tab.
    let mut around = error.saturating_sub(1)..error + 2;
    let odd = around.find(|index| lines.get(*index).is_some_and(|line| line.has_odd_margin()));
    let mut repairs = match odd {
        Some(odd) => indentation::repairs(&lines, odd),
        None => {
            let suspects = suspects(&lines, error, index_of(&lines, stop.start));
            let find = |line: &Line<'_>| slips::SLIPS.find(text, line.start..line.end());
            let found = suspects.into_iter().flat_map(find).collect::<Vec<Repair>>();
            [found, indentation::repairs(&lines, error)].concat()
        }
    };
    let message = "this cannot be read, or what is before it is not finished";
    let help = "write `key: value` or `- item`, indented like the lines around it, and put a text with special characters in quotes";
    repairs.push(Repair::new(at..at, "", (message, help)));
    let first = lines.get(error.saturating_sub(LINES));
    let first = first.map_or(0, |line| line.start);
    let next = lines.get(index_of(&lines, at.saturating_add(REACH)) + 1);
    let end = next.map_or(text.len(), |line| line.start);
    let mut trial = Trial {
        repairs,
        above: indentation::above(&lines, error.saturating_sub(LINES)),
        part: first..end,
        cut: next.map_or(0, |_| REACH / 16),
    };
    // More than the lines above may matter, such as an anchor.
    let part = [&trial.above, text.get(first..end).unwrap_or_default()].concat();
    if trial.outcome(&part, read).err() != Some(end - at) {
        trial.above.clear();
        trial.part.start = 0;
    }
    trial
}

/// The lines that may hold the slip, the one where the parser stops first, and then the nearest.
fn suspects<'l, 's>(lines: &'l [Line<'s>], error: usize, last: usize) -> Vec<&'l Line<'s>> {
    let near = error.saturating_sub(NEAR)..error + 2;
    let other = (last..last + NEAR).chain(indentation::outer(lines, error));
    let mut suspects: Vec<usize> = near.chain(other).collect();
    suspects.sort_by_key(|index| (error.abs_diff(*index), *index > error));
    suspects.dedup();
    let suspects = suspects.into_iter().filter(|index| *index <= error + 1);
    let suspects = suspects.filter_map(|index| lines.get(index));
    suspects.filter(|line| !line.is_empty()).collect()
}
