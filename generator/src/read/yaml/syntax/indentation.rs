//! Lines that are indented unlike their neighbours: the parser often notices it many lines later.

use super::block_text::opens_text;
use super::odd::{is_odd, step, suspects};
use crate::read::line::Line;
use crate::read::repair::Repair;
use crate::source::Span;

/// Which lines are moved together.
#[derive(Clone, Copy)]
pub enum Block {
    /// The line alone, or with all that is below it.
    Entry,
    /// The line with those beside it, and all that is below them.
    Entries,
}

/// What would indent the lines that are not one level below what they stand below.
pub fn odd<'a>(
    lines: &'a [Line<'_>],
    error: usize,
    block: Block,
) -> impl Iterator<Item = Repair> + 'a {
    let step = step(lines, error);
    let mut odd = suspects(lines, error);
    odd.retain(|index| is_odd(lines, *index, step));
    // One odd line makes those below it look odd.
    odd.sort_unstable();
    odd.into_iter()
        .flat_map(move |index| moves(lines, index, step, block))
}

/// What would indent the other lines that the error may come from, nearest first.
pub fn even<'a>(
    lines: &'a [Line<'_>],
    error: usize,
    block: Block,
) -> impl Iterator<Item = Repair> + 'a {
    let step = step(lines, error);
    let mut even = suspects(lines, error);
    even.retain(|index| !is_odd(lines, *index, step));
    even.into_iter()
        .flat_map(move |index| moves(lines, index, step, block))
}

fn moves(lines: &[Line<'_>], index: usize, step: usize, block: Block) -> Vec<Repair> {
    let targets = targets(lines, index, step).into_iter();
    let own = targets.flat_map(|target| shifted(lines, index, target, block));
    parent(lines, index, step).into_iter().chain(own).collect()
}

/// What would indent the key right above a line that is two levels below it.
fn parent(lines: &[Line<'_>], index: usize, step: usize) -> Vec<Repair> {
    let above = lines.get(..index).unwrap_or_default();
    let Some(key) = above.iter().rposition(|line| !line.is_empty()) else {
        return Vec::new();
    };
    let indents = (lines.get(key), lines.get(index));
    let (Some(parent), Some(line)) = indents else {
        return Vec::new();
    };
    let has_room = parent.content().ends_with(':') || opens_text(parent);
    // Only among the keys of the object before it there is a place for it.
    let before = above.get(..key).unwrap_or_default();
    let before = before.iter().rev().find(|line| !line.is_empty());
    let has_place = before.is_some_and(|before| before.indent() >= parent.indent() + step);
    if !has_room || !has_place || line.indent() != parent.indent() + 2 * step {
        return Vec::new();
    }
    shifted(lines, key, parent.indent() + step, Block::Entry)
        .into_iter()
        .take(1)
        .collect()
}

/// The indentations of the lines around, and that of the next level: those that differ least first.
fn targets(lines: &[Line<'_>], index: usize, step: usize) -> Vec<usize> {
    const AROUND: usize = 12;
    let Some(line) = lines.get(index) else {
        return Vec::new();
    };
    let mut above = lines
        .iter()
        .take(index)
        .rev()
        .filter(|line| !line.is_empty())
        .peekable();
    let below = lines.iter().skip(index + 1).filter(|line| !line.is_empty());
    // What belongs to a key is one level below it.
    let likely = above
        .peek()
        .filter(|previous| previous.content().ends_with(':'))
        .map(|key| key.indent() + step);
    let mut targets: Vec<usize> = above
        .take(AROUND)
        .chain(below.take(AROUND))
        .map(Line::indent)
        .chain(likely)
        .collect();
    targets.retain(|target| *target != line.indent());
    targets.sort_unstable();
    targets.dedup();
    targets.sort_by_key(|target| (Some(*target) != likely, target.abs_diff(line.indent())));
    targets.truncate(5);
    targets
}

/// A line at another indentation, with those that are moved together with it.
fn shifted(lines: &[Line<'_>], index: usize, target: usize, block: Block) -> Vec<Repair> {
    let Some(line) = lines.get(index) else {
        return Vec::new();
    };
    let indent = line.indent();
    let below = lines.get(index + 1..).unwrap_or_default();
    let count = |least: usize| {
        below
            .iter()
            .take_while(|below| below.content().is_empty() || below.indent() >= least)
            .count()
    };
    let mut counts = match block {
        Block::Entry => vec![0, count(indent + 1)],
        Block::Entries => vec![count(indent)],
    };
    counts.dedup();
    let start = line.content_start();
    let place = match indent {
        0 => start..start,
        _ => line.start..start,
    };
    let may_lack_key = lines
        .get(..index)
        .and_then(|above| above.iter().rev().find(|line| !line.is_empty()))
        .is_some_and(|previous| previous.indent() < indent && target < indent);
    let help = if may_lack_key {
        format!(
            "indent it by {}, or write the key that it belongs to above it",
            spaces(target)
        )
    } else {
        format!("indent it by {}", spaces(target))
    };
    let message = format!(
        "this line is indented by {}, which does not fit the lines around it",
        spaces(indent)
    );
    let moved = counts.into_iter().filter_map(|count| {
        let block = lines.get(index..=index + count)?;
        let end = block.last()?.end();
        let moved: Vec<String> = block
            .iter()
            .map(|line| moved(line, indent, target))
            .collect();
        let repair = Repair::new(line.start..end, moved.join("\n"), message.clone());
        Some(repair.at(Span::new(0, place.clone())).help(help.clone()))
    });
    moved.collect()
}

fn moved(line: &Line<'_>, from: usize, to: usize) -> String {
    if line.content().is_empty() {
        return String::new();
    }
    let indent = (line.indent() + to).saturating_sub(from);
    [&" ".repeat(indent), line.text.trim_start_matches(' ')].concat()
}

pub fn spaces(count: usize) -> String {
    match count {
        0 => "no spaces".to_owned(),
        1 => "1 space".to_owned(),
        count => format!("{count} spaces"),
    }
}
