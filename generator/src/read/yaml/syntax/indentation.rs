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

/// Which of the lines that the error may come from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Suspects {
    /// Those that are not one level below what they are below.
    Odd,
    /// The others, nearest first.
    Even,
}

/// What would indent the lines that the error may come from.
pub fn moved<'a>(
    lines: &'a [Line<'_>],
    error: usize,
    which: Suspects,
    block: Block,
) -> impl Iterator<Item = Repair> + 'a {
    let step = step(lines, error);
    let mut found = suspects(lines, error);
    found.retain(|index| is_odd(lines, *index, step) == (which == Suspects::Odd));
    if which == Suspects::Odd {
        // One odd line makes those below it look odd.
        found.sort_unstable();
    }
    found
        .into_iter()
        .flat_map(move |index| moves(lines, index, step, block))
}

fn moves(lines: &[Line<'_>], index: usize, step: usize, block: Block) -> Vec<Repair> {
    let targets = targets(lines, index, step).into_iter();
    let own = targets.flat_map(|target| shifted(lines, index, target, block));
    parent(lines, index, step).into_iter().chain(own).collect()
}

/// What would indent the key right above a line that is two levels below it.
fn parent(lines: &[Line<'_>], index: usize, step: usize) -> Option<Repair> {
    let line = lines.get(index)?;
    let above = lines.get(..index)?;
    let key = above.iter().rposition(|line| !line.is_empty())?;
    let parent = above.get(key)?;
    let has_room = parent.content().ends_with(':') || opens_text(parent);
    // Only among the keys of the object before it there is a place for it.
    let before = above.iter().take(key).rev().find(|line| !line.is_empty());
    let has_place = before.is_some_and(|before| before.indent() >= parent.indent() + step);
    if !has_room || !has_place || line.indent() != parent.indent() + 2 * step {
        return None;
    }
    let moved = shifted(lines, key, parent.indent() + step, Block::Entry);
    moved.into_iter().next()
}

/// The indentations of the lines around, and that of the next level: those that differ least first.
fn targets(lines: &[Line<'_>], index: usize, step: usize) -> Vec<usize> {
    const AROUND: usize = 12;
    let Some(line) = lines.get(index) else {
        return Vec::new();
    };
    let above = lines.iter().take(index).rev();
    let above = above.filter(|line| !line.is_empty()).take(AROUND);
    let below = lines.iter().skip(index + 1);
    let below = below.filter(|line| !line.is_empty()).take(AROUND);
    // What belongs to a key is one level below it.
    let key = above
        .clone()
        .next()
        .filter(|line| line.content().ends_with(':'));
    let likely = key.map(|key| key.indent() + step);
    let indents = above.chain(below).map(Line::indent).chain(likely);
    let mut targets: Vec<usize> = indents.filter(|indent| *indent != line.indent()).collect();
    let difference = |target: &usize| target.abs_diff(line.indent());
    targets.sort_unstable_by_key(|target| (Some(*target) != likely, difference(target), *target));
    targets.dedup();
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
    let mut help = format!("indent it by {}", spaces(target));
    if may_lack_key {
        help.push_str(", or write the key that it belongs to above it");
    }
    let message = format!(
        "this line is indented by {}, which does not fit the lines around it",
        spaces(indent)
    );
    let moved = counts.into_iter().filter_map(|count| {
        let block = lines.get(index..=index + count)?;
        let end = block.last()?.end();
        let moved: Vec<String> = block
            .iter()
            .map(|line| shift(line, indent, target))
            .collect();
        let repair = Repair::new(line.start..end, moved.join("\n"), message.clone());
        Some(repair.at(Span::new(0, place.clone())).help(help.clone()))
    });
    moved.collect()
}

fn shift(line: &Line<'_>, from: usize, to: usize) -> String {
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
