//! Texts below `|` and `>`.

use super::indentation::spaces;
use crate::read::line::Line;
use crate::read::repair::Repair;
use crate::source::Span;

/// What would indent the first line of a text below `|` or `>`.
pub fn repairs(lines: &[Line<'_>], index: usize) -> Vec<Repair> {
    let Some(header) = lines.get(index).filter(|line| opens_text(line)) else {
        return Vec::new();
    };
    let Some(first) = lines
        .iter()
        .skip(index + 1)
        .find(|line| !line.content().is_empty())
    else {
        return Vec::new();
    };
    if first.indent() > header.indent() {
        return Vec::new();
    }
    let below = lines.iter().skip(index + 1);
    let deeper = below
        .map(Line::indent)
        .find(|indent| *indent > header.indent());
    let target = deeper.map_or(header.indent() + 2, |deeper| {
        deeper.min(header.indent() + 4)
    });
    let message =
        "this line belongs to the text above it, and is not indented further than its key";
    let repair = Repair::new(
        first.start..first.start + first.indent(),
        " ".repeat(target),
        message,
    );
    let start = first.content_start();
    let place = Span::new(0, start..start);
    vec![
        repair
            .at(place)
            .help(format!(
                "indent it by {}, like the other lines of the text",
                spaces(target)
            ))
            .related(header.span(), "the text begins here"),
    ]
}

/// Whether the lines below are a text, after `|` or `>`.
pub fn opens_text(line: &Line<'_>) -> bool {
    let (_, value) = super::value(line);
    value.starts_with(['|', '>'])
        && value
            .chars()
            .skip(1)
            .all(|c| matches!(c, '+' | '-' | '0'..='9'))
}
