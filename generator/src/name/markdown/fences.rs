//! Fences of code blocks that are never closed.

use std::borrow::Cow;

/// The text with each such fence closed at the first blank line, so that it does not swallow what follows.
pub fn closed(text: &str) -> Cow<'_, str> {
    if !text.contains("```") && !text.contains("~~~") {
        return Cow::Borrowed(text);
    }
    let mut lines: Vec<&str> = Vec::new();
    let mut rest = text.lines();
    while let Some(line) = rest.next() {
        lines.push(line);
        let Some(fence) = opening(line) else {
            continue;
        };
        let is_closed = rest.clone().any(|line| closes(line, fence));
        for line in rest.by_ref() {
            if !is_closed && line.trim().is_empty() {
                lines.extend([fence, line]);
                break;
            }
            lines.push(line);
            if closes(line, fence) {
                break;
            }
        }
    }
    lines.join("\n").into()
}

/// The fence that a line opens.
fn opening(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let info = line.trim_start_matches(mark);
    let fence = line.strip_suffix(info)?;
    // Backticks on both sides are a code span.
    (fence.len() >= 3 && !info.contains('`')).then_some(fence)
}

fn closes(line: &str, fence: &str) -> bool {
    let line = line.trim();
    let mark = fence.get(..1).unwrap_or(fence);
    line.starts_with(fence) && line.trim_start_matches(mark).is_empty()
}
