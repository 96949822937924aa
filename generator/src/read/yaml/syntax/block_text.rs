//! Texts below `|` and `>`.

use super::indentation::spaces;
use crate::read::line::Line;
use crate::read::repair::Repair;
use crate::source::Span;

/// What would indent the first line of a text below `|` or `>`.
pub fn repair(lines: &[Line<'_>], index: usize) -> Option<Repair> {
    let header = lines.get(index).filter(|line| opens_text(line))?;
    let mut below = lines.iter().skip(index + 1);
    let first = below.clone().find(|line| !line.content().is_empty())?;
    if first.indent() > header.indent() {
        return None;
    }
    let deeper = below
        .find(|line| line.indent() > header.indent())
        .map(Line::indent);
    let target = deeper.map_or(header.indent() + 2, |deeper| {
        deeper.min(header.indent() + 4)
    });
    let message =
        "this line belongs to the text above it, and is not indented further than its key";
    let margin = first.start..first.start + first.indent();
    let start = first.content_start();
    let help = format!(
        "indent it by {}, like the other lines of the text",
        spaces(target)
    );
    let repair = Repair::new(margin, " ".repeat(target), message).at(Span::new(0, start..start));
    Some(
        repair
            .help(help)
            .related(header.span(), "the text begins here"),
    )
}

/// Whether the lines below are a text, after `|` or `>`.
pub fn opens_text(line: &Line<'_>) -> bool {
    let (_, value) = super::value(line);
    let indicators = value.strip_prefix(['|', '>']);
    indicators.is_some_and(|rest| rest.chars().all(|c| matches!(c, '+' | '-' | '0'..='9')))
}
