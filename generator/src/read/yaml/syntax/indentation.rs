//! Lines that are indented unlike their neighbours.

use super::entry::Entry;
use super::mark;
use super::walk::{Block, Walk};
use crate::read::line::Line;
use crate::read::repair::Repair;

/// Which lines are moved together.
#[derive(Clone, Copy)]
enum Moved {
    /// The line alone.
    Line,
    /// The line, and those of a text that are beside it.
    Text,
    /// The line, and what is below it.
    Entry,
    /// The line, those beside it, and what is below them.
    Entries,
}

/// What would help where an entry fits none of the blocks around it. `left` is the block that ends before it.
pub fn repairs(walk: &Walk<'_, '_>, left: Option<Block>) -> Vec<Repair> {
    let (lines, own) = (walk.lines, walk.blocks.last());
    let firsts = std::iter::once(walk.index).chain(left.map(|left| left.first));
    let exchanged = firsts.clone().filter_map(|first| exchange(lines, first));
    let mut found: Vec<Repair> = exchanged.collect();
    if let Some(own) = own.filter(|own| own.follows_list || is_before_list(walk, own)) {
        let line = lines.get(own.last);
        found.extend(line.map(|line| mark::item(line, own.indent)));
    }
    // The line itself, the first and the last entry of the block that ends here, and the entries before it may be wrong.
    let before = walk.blocks.iter().rev().take(2).chain(left.as_ref());
    let before = before.map(|block| block.last);
    let mut suspects: Vec<usize> = firsts.chain(before).collect();
    suspects.sort_by_key(|line| !is_odd(lines, *line));
    let indent = |line: &usize| lines.get(*line).map_or(0, Line::indent);
    let parents = walk.blocks.iter().rev().take(3).map(|block| block.indent);
    let next = own.map(|own| own.indent + 2);
    // Where the block that ends would be in the column of the line: it may begin after a dash.
    let column = indent(&walk.index);
    let fitted = left.and_then(|left| (indent(&left.first) + column).checked_sub(left.indent));
    let around = suspects.iter().map(indent).chain(fitted);
    let mut targets: Vec<usize> = parents.chain(around).chain(next).collect();
    for moved in [Moved::Line, Moved::Entry, Moved::Entries] {
        for line in &suspects {
            let indent = indent(line);
            targets.sort_unstable_by_key(|target| (target.abs_diff(indent), *target));
            targets.dedup();
            let others = targets.iter().filter(|target| **target != indent);
            found.extend(others.filter_map(|target| shifted(lines, *line, *target, moved)));
        }
    }
    let outer = walk.blocks.iter().rev().find(|block| block.indent < column);
    found.extend(outer.and_then(|outer| lost_key(lines.get(walk.index)?, outer.indent)));
    found.extend(left.and_then(|left| lost_key(lines.get(left.first)?, column)));
    found
}

/// What would write a key, which only the author knows, above a line that is further to the right than a column.
fn lost_key(line: &Line<'_>, column: usize) -> Option<Repair> {
    let key = format!("{}x-lost:\n", " ".repeat(column));
    let indented = format!("this line is indented by {}", spaces(line.indent()));
    let message = format!("{indented}, and the line before it has a value already");
    let help = format!(
        "write the key that it belongs to on a line above it, indented by {}",
        spaces(column)
    );
    let repair = Repair::new(line.start..line.start, key, message).at(line.margin());
    (line.indent() > column).then(|| repair.help(help).stand_in())
}

/// What would help where a key is in the column of the items of a list: it begins an item, belongs to one or to what is around the list,
/// or the list is none.
pub fn key_among_items(walk: &Walk<'_, '_>, list: Block, left: Option<Block>) -> Vec<Repair> {
    let begins = |line: &&Line<'_>| line.indent() == list.indent && line.is_item();
    let lines = walk.lines.get(list.first..walk.index).unwrap_or_default();
    let items: Vec<&Line<'_>> = lines.iter().filter(begins).collect();
    let line = walk.lines.get(walk.index);
    let key = line.and_then(|line| Some(Entry::of(line).first_key()?.to_owned()));
    let is_first = |item: &&Line<'_>| {
        Entry::of(item).item().and_then(|item| item.first_key()) == key.as_deref()
    };
    let item = line.map(|line| mark::item(line, list.indent));
    let (before, after) = if items.iter().any(is_first) {
        (item, None)
    } else {
        (None, item)
    };
    let only = match items.as_slice() {
        [only] => Some(mark::neither(Entry::of(only))),
        _ => None,
    };
    let moved = repairs(walk, left);
    before
        .into_iter()
        .chain(moved)
        .chain(after)
        .chain(only)
        .collect()
}

/// Whether the block goes on with an item of a list.
fn is_before_list(walk: &Walk<'_, '_>, block: &Block) -> bool {
    let mut below = walk.lines.iter().skip(walk.index);
    let next = below.find(|line| !line.is_empty() && line.indent() <= block.indent);
    next.is_some_and(|next| next.is_item() && next.indent() == block.indent)
}

/// The line above the one with this number that is the nearest one further to the left than a column.
fn above<'l, 's>(lines: &'l [Line<'s>], index: usize, column: usize) -> Option<&'l Line<'s>> {
    let mut above = lines.iter().take(index).rev();
    above.find(|line| !line.is_empty() && line.indent() < column)
}

/// Whether a line is not one level below the one that it is below, or what is below it is more than one.
fn is_odd(lines: &[Line<'_>], index: usize) -> bool {
    let Some(line) = lines.get(index) else {
        return false;
    };
    let indent = line.indent();
    let is_key = |key: &&Line<'_>| key.content().ends_with(':');
    let previous = above(lines, index, usize::MAX).filter(is_key);
    let lacks_value = previous.is_some_and(|key| indent <= key.indent() && !line.is_item());
    let parent = above(lines, index, indent).map_or(indent, Line::indent);
    let outer = above(lines, index, parent).map(Line::indent);
    let step = outer.map_or(2, |outer| parent - outer);
    let mut below = lines.iter().skip(index + 1);
    let below = below.find(|line| !line.is_empty()).map_or(0, Line::indent);
    lacks_value || indent - parent != step || below >= indent + 2 * step.max(2)
}

/// What would exchange a key and the line that belongs to it.
fn exchange(lines: &[Line<'_>], index: usize) -> Option<Repair> {
    let [line, key, below] = lines.get(index..index + 3)? else {
        return None;
    };
    // Of what follows, all or nothing belongs to the line: else it may just be indented too far.
    let is_clear = below.indent() > line.indent() || below.indent() <= key.indent();
    let is_swapped = key.content().ends_with(':') && line.indent() > key.indent();
    let with = [key.text, "\n", line.text].concat();
    let message = "this line and the next one are in the wrong order";
    let repair = Repair::new(line.start..key.end(), with, message).at(line.span());
    let repair = repair.related(key.span(), "this line comes first");
    (is_clear && is_swapped).then(|| repair.help("exchange the two lines"))
}

/// A line at another indentation, with those that are moved together with it.
fn shifted(lines: &[Line<'_>], index: usize, target: usize, moved: Moved) -> Option<Repair> {
    let line = lines.get(index)?;
    let indent = line.indent();
    let is_moved = |below: &&Line<'_>| match moved {
        Moved::Line => false,
        Moved::Text => below.indent() == indent && !Entry::of(below).is_entry(),
        Moved::Entry => below.indent() > indent || below.content().is_empty(),
        Moved::Entries => below.indent() >= indent || below.content().is_empty(),
    };
    // Where it is moved to, another item follows it, or another key if it has its value on its line.
    let is_next = |below: &&Line<'_>| {
        let is_next = if line.is_item() {
            below.is_item()
        } else {
            !line.content().ends_with(':') && Entry::of(below).is_entry()
        };
        target > indent && below.indent() == target && is_next
    };
    let below = lines.iter().skip(index + 1);
    let below = below.take_while(|below| is_moved(below) && !is_next(below));
    let block: Vec<&Line<'_>> = std::iter::once(line).chain(below).collect();
    let end = block.last()?.end();
    let shifted = block.into_iter().map(|line| {
        let indent = (line.indent() + target).saturating_sub(indent);
        [&" ".repeat(indent), line.text.trim_start_matches(' ')].concat()
    });
    let with = shifted.collect::<Vec<String>>().join("\n");
    let message = match moved {
        Moved::Text => {
            "this line belongs to the text above it, and is not indented like it".to_owned()
        }
        Moved::Line | Moved::Entry | Moved::Entries => {
            let indented = format!("this line is indented by {}", spaces(indent));
            format!("{indented}, which does not fit the lines around it")
        }
    };
    let repair = Repair::new(line.start..end, with, message).at(line.margin());
    Some(repair.help(format!("indent it by {}", spaces(target))))
}

/// What would indent a line of the text that is between the current line and an end, or make a key of it.
pub fn of_text(walk: &Walk<'_, '_>, end: usize) -> Vec<Repair> {
    let base = walk.base().unwrap_or_default();
    let text = walk.lines.get(walk.index..=end).unwrap_or_default();
    let begins = |line: &&Line<'_>| !line.is_empty();
    let mut inside = text.iter().skip(1).filter(begins).map(Line::indent);
    let target = inside.find(|indent| *indent > base).unwrap_or(base + 2);
    let is_wrong = |line: &Line<'_>| begins(&line) && line.indent() < target;
    let wrong = text.iter().skip(1).position(is_wrong);
    let Some((index, header)) = wrong.map(|wrong| walk.index + 1 + wrong).zip(text.first()) else {
        return Vec::new();
    };
    let text = shifted(walk.lines, index, target, Moved::Text);
    let text = text.map(|line| line.related(header.span(), "the text begins here"));
    // The text may end here, if its key is what is too far to the left.
    let entry = walk
        .lines
        .get(index)
        .filter(|line| Entry::of(line).is_entry());
    let header = entry.and_then(|line| shifted(walk.lines, walk.index, line.indent(), Moved::Line));
    let beside = entry.filter(|line| line.indent() != base);
    let beside = beside.and_then(|_| shifted(walk.lines, index, base, Moved::Entry));
    // One or two words among keys are rather a key without its colon.
    let is_key =
        |line: &&Line<'_>| line.indent() <= base && line.content().split_whitespace().count() < 3;
    let key = walk.lines.get(index).filter(is_key);
    let key = key.and_then(|line| mark::colon(Entry::of(line)));
    let repairs = header.into_iter().chain(beside);
    repairs.chain(key).chain(text).collect()
}

/// What would indent a line like the text above it, which goes on.
pub fn of_plain(walk: &Walk<'_, '_>) -> Option<Repair> {
    let before = above(walk.lines, walk.index, usize::MAX)?;
    let step = if Entry::of(before).is_entry() { 2 } else { 0 };
    shifted(walk.lines, walk.index, before.indent() + step, Moved::Text)
}

/// A number of spaces in words.
pub fn spaces(count: usize) -> String {
    match count {
        0 => "no spaces".to_owned(),
        1 => "1 space".to_owned(),
        count => format!("{count} spaces"),
    }
}
