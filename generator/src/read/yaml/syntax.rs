//! What is wrong with text that is not valid YAML.
//!
//! The parser stops where it cannot go on, which is often lines after the mistake, and its words are about tokens. So the lines
//! around are looked at for slips that are known, and for indentation that does not fit; the change after which the parser reads
//! on shows what is wrong.

mod indentation;
mod slips;

use std::ops::Range;

use super::YAML;
use crate::read::line::{Line, index_of, lines};
use crate::read::repair::{Repair, Trial};

/// How far a text has to be readable after a change.
const REACH: usize = 128 * 1024;

/// How many lines before the error are read again.
const LINES: usize = 400;

/// How many lines are looked at before the error, and after the last value.
const NEAR: usize = 4;

/// What may help where a text cannot be read, between the end of its last value and a byte.
pub fn trial(text: &str, stop: Range<usize>) -> Trial {
    let at = stop.end;
    let lines = lines(text);
    let error = index_of(&lines, at);
    // The parser may stop at the end of the line before a tab.
    let mut around = error.saturating_sub(1)..error + 2;
    let odd = around.find(|index| lines.get(*index).is_some_and(Line::has_odd_margin));
    let mut repairs = Vec::new();
    if odd.is_none() {
        let suspects = suspects(&lines, error, index_of(&lines, stop.start));
        let find = |line: &Line<'_>| slips::SLIPS.find(text, line.start..line.end());
        repairs.extend(suspects.into_iter().flat_map(find));
    }
    repairs.extend(indentation::repairs(&lines, odd.unwrap_or(error)));
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
    if trial.outcome(&part, &YAML).err() != Some(end - at) {
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
