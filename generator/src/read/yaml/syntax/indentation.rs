//! Lines that are indented unlike their neighbours.

use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};

/// Of how many lines around one the indentation is tried.
const LEVELS: usize = 3;

/// Of how many where a tab stands for any level.
const ANY_LEVEL: usize = 12;

/// Which lines are moved together.
#[derive(Clone, Copy, PartialEq, Eq)]
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

/// The line with a number; beyond the last one, an empty one.
fn at<'s>(lines: &[Line<'s>], index: usize) -> Line<'s> {
    lines.get(index).copied().unwrap_or_default()
}

/// The nearest line above another one that is further to the left than a column.
fn before(lines: &[Line<'_>], index: usize, column: usize) -> Option<usize> {
    let above = lines.get(..index)?.iter();
    let mut above = above.map(|line| !line.is_empty() && line.indent() < column);
    above.rposition(|is_before| is_before)
}

/// The line that is before or around this one, and those around that, to the left margin.
pub fn outer(lines: &[Line<'_>], index: usize) -> impl Iterator<Item = usize> {
    let line = at(lines, index);
    // What a tab stands for is not known.
    let column = if line.has_odd_margin() {
        usize::MAX
    } else {
        line.indent() + 1
    };
    let first = before(lines, index, column);
    std::iter::successors(first, |outer| {
        before(lines, *outer, at(lines, *outer).indent())
    })
}

/// The lines that stand for what is above a line.
pub fn above(lines: &[Line<'_>], index: usize) -> String {
    let column = at(lines, index).indent();
    let around = outer(lines, index).map(|outer| at(lines, outer));
    let mut around: Vec<Line<'_>> = around.filter(|line| line.indent() < column).collect();
    // The version of a document decides what its objects may have, and is mostly on its first line.
    let top = lines.iter().take(index).find(|line| !line.is_empty());
    around.extend(top.filter(|top| !top.content().ends_with(':')));
    let around = around.iter().rev();
    around.flat_map(|line| [line.text, "\n"]).collect()
}

/// What would help where a line fits none of the lines around it.
pub fn repairs(lines: &[Line<'_>], index: usize) -> Vec<Repair> {
    let indent = |index: &usize| at(lines, *index).indent();
    let has_tab = at(lines, index).has_odd_margin();
    let levels = if has_tab { ANY_LEVEL } else { LEVELS };
    let outer: Vec<usize> = outer(lines, index).take(levels).collect();
    let first = outer.first().map_or(0, |outer| outer + 1)..index;
    let first = first
        .into_iter()
        .find(|inner| !at(lines, *inner).is_empty());
    // The line itself, the first and the last entry of what ends before it, and what is before or around it may be wrong.
    let last = first.map(|first| first..index).into_iter().flatten();
    let last = last
        .filter(|inner| !at(lines, *inner).is_empty())
        .rev()
        .min_by_key(indent);
    let mut suspects: Vec<usize> = [index].into_iter().chain(first).chain(last).collect();
    suspects.extend(outer.iter().take(2));
    suspects.extend(before(lines, index, usize::MAX));
    suspects.extend(header(lines, index, usize::MAX));
    let step = lines.iter().map(Line::indent).find(|indent| *indent > 0);
    let step = step.unwrap_or(2);
    let is_odd = |suspect: &usize| {
        let below = lines.iter().skip(suspect + 1).find(|line| !line.is_empty());
        indent(suspect) % step > 0 || below.map_or(0, Line::indent) >= indent(suspect) + 2 * step
    };
    suspects.sort_by_key(|suspect| !is_odd(suspect));
    let columns = |index: &usize| {
        let line = at(lines, *index).text;
        let after_dashes = line.len() - line.trim_start_matches([' ', '-']).len();
        [indent(index), after_dashes, indent(index) + 2]
    };
    let mut targets: Vec<usize> = suspects.iter().chain(&outer).flat_map(columns).collect();
    let mut found = Vec::new();
    for moved in [Moved::Line, Moved::Entry, Moved::Entries] {
        for suspect in suspects
            .iter()
            .filter(|suspect| at(lines, **suspect).is_entry())
        {
            targets.sort_unstable_by_key(|target| (target.abs_diff(indent(suspect)), *target));
            targets.dedup();
            let shift = |target: &usize| shifted(lines, *suspect, *target, moved);
            found.extend(targets.iter().filter_map(shift));
        }
    }
    found.extend(
        suspects
            .iter()
            .filter_map(|suspect| of_text(lines, *suspect)),
    );
    let around = outer
        .iter()
        .map(indent)
        .find(|outer| *outer < indent(&index));
    found.extend(around.and_then(|around| lost_key(at(lines, index), around)));
    found.extend(first.and_then(|first| lost_key(at(lines, first), indent(&index))));
    for suspect in suspects
        .iter()
        .filter(|suspect| !at(lines, **suspect).is_item())
    {
        let left = targets.iter().filter(|target| **target <= indent(suspect));
        found.extend(left.map(|target| item(at(lines, *suspect), *target)));
    }
    found
}

/// What would write a key, which only the author knows, above a line that is further to the right than a column.
fn lost_key(line: Line<'_>, column: usize) -> Option<Repair> {
    let key = format!("{}x-lost:\n", " ".repeat(column));
    let indented = format!("this line is indented by {}", spaces(line.indent()));
    let message = format!("{indented}, and the line before it has a value already");
    let help = "write the key that it belongs to on a line above it, indented by";
    let words = (message, format!("{help} {}", spaces(column)));
    let repair = Repair::new(line.start..line.start, key, words).at(line.margin());
    (line.indent() > column).then(|| repair.stand_in())
}

/// What would make an item of a line, in a list with this indentation.
fn item(line: Line<'_>, indent: usize) -> Repair {
    let message = "a `-` is missing before this item of the list";
    let content = excerpt(line.content());
    let help = format!("write `- {content}`, and indent it like the other items");
    let start = line.content_start();
    let dash = [&" ".repeat(indent), "- "].concat();
    Repair::new(line.margin(), dash, (message, help)).at(start..start)
}

/// What would indent a line of a text like the line above it.
fn of_text(lines: &[Line<'_>], index: usize) -> Option<Repair> {
    let above = at(lines, before(lines, index, usize::MAX)?);
    let target = above.indent() + if above.is_entry() { 2 } else { 0 };
    let text =
        shifted(lines, index, target, Moved::Text).filter(|_| !at(lines, index).is_entry())?;
    match header(lines, index, target).map(|header| at(lines, header)) {
        Some(header) => {
            let place = header.content_start()..header.end();
            Some(text.related(place, "the text begins here"))
        }
        None => Some(text),
    }
}

/// The nearest line above another one that begins a text, further to the left than a column.
fn header(lines: &[Line<'_>], index: usize, column: usize) -> Option<usize> {
    let begins =
        |line: &Line<'_>| line.content().ends_with(['|', '>', '-']) && line.indent() < column;
    lines.get(..index)?.iter().rposition(begins)
}

/// A line at another indentation, with those that are moved together with it.
fn shifted(lines: &[Line<'_>], index: usize, target: usize, moved: Moved) -> Option<Repair> {
    let line = at(lines, index);
    let indent = line.indent();
    let is_moved = |below: &&Line<'_>| match moved {
        Moved::Line => false,
        Moved::Text => below.indent() == indent && !below.is_entry(),
        Moved::Entry => below.indent() > indent || below.content().is_empty(),
        Moved::Entries => below.indent() >= indent || below.content().is_empty(),
    };
    // Where it is moved to, another item follows it, or another key if it has its value on its line.
    let is_next = |below: &&Line<'_>| {
        let is_next = if line.is_item() {
            below.is_item()
        } else {
            !line.content().ends_with(':') && below.is_entry()
        };
        target > indent && below.indent() == target && is_next
    };
    let below = lines.iter().skip(index + 1);
    let below = below.take_while(|below| is_moved(below) && !is_next(below));
    let block: Vec<&Line<'_>> = std::iter::once(&line).chain(below).collect();
    let end = block.last()?.end();
    let with = block.iter().map(|line| {
        let indent = (line.indent() + target).saturating_sub(indent);
        [&" ".repeat(indent), line.text.trim_start()].concat()
    });
    let with = with.collect::<Vec<String>>().join("\n");
    let message = match moved {
        _ if line.has_odd_margin() => "only spaces can indent a line, not tabs".to_owned(),
        Moved::Text => {
            "this line belongs to the text above it, and is not indented like it".to_owned()
        }
        Moved::Line | Moved::Entry | Moved::Entries => {
            let indented = format!("this line is indented by {}", spaces(indent));
            format!("{indented}, which does not fit the lines around it")
        }
    };
    let words = (message, format!("indent it by {}", spaces(target)));
    let repair = Repair::new(line.start..end, with, words).at(line.margin());
    (line.has_odd_margin() || target != indent).then_some(repair)
}

/// A number of spaces in words.
fn spaces(count: usize) -> String {
    match count {
        0 => "no spaces".to_owned(),
        1 => "1 space".to_owned(),
        count => format!("{count} spaces"),
    }
}
