//! A dash that is missing, is too many, or has no space after it.

use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// What would make the dash of a line that of an item.
pub fn spacing(line: &Line<'_>) -> Option<Repair> {
    let content = line.content();
    let item = content.trim_start_matches('-');
    let dashes = content.len() - item.len();
    if dashes == 0 || item.is_empty() || content.starts_with("- ") || content.starts_with("---") {
        return None;
    }
    let start = line.content_start();
    let range = start..start + content.len() - item.trim_start().len();
    let message = if dashes > 1 {
        "one `-` too many begins this item"
    } else {
        "a space is missing after `-`"
    };
    let help = format!("write `- {}`", excerpt(item));
    Some(Repair::new(range, "- ", message).help(help))
}

/// What would make a key of an item.
pub fn surplus(line: &Line<'_>) -> Option<Repair> {
    let item = line.content().strip_prefix("- ")?;
    let start = line.content_start();
    let range = start..line.content_end() - item.len();
    let message = "there is an item of a list among the keys of an object";
    Some(Repair::new(range, "", message).help("remove `- `"))
}

/// What would make an item of a key, where the lines around it begin items.
pub fn missing(lines: &[Line<'_>], index: usize) -> Option<Repair> {
    const NEIGHBOURS: usize = 30;
    let line = lines.get(index)?;
    let content = line.content();
    if line.is_empty() || content.starts_with('-') {
        return None;
    }
    let above = lines.get(..index)?.iter().rev().take(NEIGHBOURS);
    let below = lines.get(index + 1..)?.iter().take(NEIGHBOURS);
    let sibling = item(above, line.indent()).or_else(|| item(below, line.indent()))?;
    let with = format!("{}- ", " ".repeat(sibling.indent()));
    let message = "a `-` is missing before this item of the list";
    let help = format!(
        "write `- {}`, and indent it like the other items",
        excerpt(content)
    );
    let start = line.content_start();
    let repair = Repair::new(line.margin(), with, message);
    Some(repair.at(Span::new(0, start..start)).help(help))
}

/// The first item of a list that a line may belong to: nothing is further to the left before it.
fn item<'l, 's>(
    mut lines: impl Iterator<Item = &'l Line<'s>>,
    indent: usize,
) -> Option<&'l Line<'s>>
where
    's: 'l,
{
    let is_end = |line: &&Line<'_>| {
        let is_item = line.content().starts_with("- ");
        !line.is_empty() && (is_item && line.indent() <= indent || line.indent() + 2 < indent)
    };
    let first = lines.find(is_end)?;
    (first.content().starts_with("- ") && first.indent() + 2 >= indent).then_some(first)
}
