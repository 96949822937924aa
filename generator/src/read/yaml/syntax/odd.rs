//! Which lines near an error may be indented wrongly.

use super::block_text::opens_text;
use crate::read::line::Line;

/// How far above the error such a line is looked for.
const REACH: usize = 400;

/// How many lines above the error are tried one by one.
const NEAR: usize = 6;

/// How many lines with what is below them are tried in all.
const TRIED: usize = 24;

/// How many spaces a level has, as most lines around show.
pub fn step(lines: &[Line<'_>], error: usize) -> usize {
    let around = lines
        .iter()
        .skip(error.saturating_sub(REACH))
        .take(2 * REACH);
    let mut counts = [0_usize; 9];
    let mut before = 0;
    for line in around.filter(|line| !line.is_empty()) {
        let deeper = line.indent().saturating_sub(before);
        if let Some(count) = counts.get_mut(deeper).filter(|_| deeper > 0) {
            *count += 1;
        }
        before = line.indent();
    }
    let most = counts.iter().enumerate().max_by_key(|(_, count)| **count);
    most.map_or(2, |(step, _)| step).max(1)
}

/// The lines that may be indented wrongly, nearest first.
pub fn suspects(lines: &[Line<'_>], error: usize) -> Vec<usize> {
    let mut suspects = Vec::new();
    let Some(here) = lines.get(error) else {
        return suspects;
    };
    let mut add = |index: usize| {
        if !suspects.contains(&index) && suspects.len() < TRIED {
            suspects.push(index);
        }
    };
    add(error);
    let above: Vec<usize> = (error.saturating_sub(REACH)..error)
        .rev()
        .filter(|index| lines.get(*index).is_some_and(|line| !line.is_empty()))
        .collect();
    // The first line of each object around, and the lines that these stand below.
    let mut least = here.indent();
    let mut previous = error;
    let mut shallow = usize::MAX;
    for index in above.iter().copied() {
        let indent = lines.get(index).map_or(0, Line::indent);
        if indent < least {
            add(previous);
            add(index);
            least = indent;
        } else if indent < shallow || indent.abs_diff(here.indent()) <= 2 && indent != here.indent()
        {
            add(index);
        }
        shallow = shallow.min(indent);
        previous = index;
        if indent == 0 {
            break;
        }
    }
    above.iter().take(NEAR).for_each(|index| add(*index));
    suspects
}

/// Whether a line is not one level below the line that it is below.
pub fn is_odd(lines: &[Line<'_>], index: usize, step: usize) -> bool {
    let Some(line) = lines.get(index) else {
        return false;
    };
    let above = lines.iter().take(index).rev();
    let mut above = above.filter(|line| !line.is_empty()).peekable();
    let Some(previous) = above.peek() else {
        return line.indent() > 0;
    };
    let is_item = line.content().starts_with("- ");
    // A key without a value has what belongs to it below it.
    if previous.content().ends_with(':') && line.indent() <= previous.indent() && !is_item {
        return true;
    }
    let Some(parent) = above.find(|above| above.indent() < line.indent()) else {
        return false;
    };
    let deeper = line.indent() - parent.indent();
    let is_item = parent.content().starts_with("- ");
    let has_room = is_item || parent.content().ends_with(':') || opens_text(parent);
    let is_level = deeper == step || is_item && deeper == 2;
    !is_level || !has_room
}
