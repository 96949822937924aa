//! For a terminal: breaking changes first, and all of it in a line at the end.

use super::{Change, Comparison, Documentation, Summary, also, broken, count};
use crate::text::escaped;

pub fn human(comparison: &Comparison, documentation: Documentation) -> String {
    let changes = comparison.shown(documentation).map(change);
    let changes: String = changes.collect();
    format!("{changes}{}\n", total(&comparison.summary))
}

fn change(change: &Change) -> String {
    let verdict = match (change.is_breaking(), change.is_documentation) {
        (true, _) => "breaking",
        (false, true) => "documentation",
        (false, false) => "additive",
    };
    let mut lines = vec![
        format!("{verdict}: {}", change.item),
        format!("  --> {}", place(change)),
    ];
    let shown = |sign: &str, text: &Option<String>| {
        let text = text.iter().flat_map(|text| text.lines());
        text.map(|line| format!("  {sign} {line}"))
            .collect::<Vec<_>>()
    };
    lines.extend(shown("-", &change.before));
    lines.extend(shown("+", &change.after));
    lines.push(format!("  {}", change.message));
    let also = also(change);
    if !also.is_empty() {
        lines.push(format!("  {also}"));
    }
    if !change.is_documentation {
        lines.push(format!("  {}", verdicts(change)));
    }
    lines
        .iter()
        .map(|line| escaped(line) + "\n")
        .chain(["\n".to_owned()])
        .collect()
}

fn place(change: &Change) -> String {
    let place = &change.place;
    let line = match (place.line, change.old_line) {
        (Some(line), Some(old)) if line == old => format!(":{line}"),
        (Some(line), Some(old)) => format!(":{line} (before: line {old})"),
        (Some(line), None) => format!(":{line}"),
        (None, Some(old)) => format!(" (before: line {old})"),
        (None, None) => String::new(),
    };
    format!("{}{line}", place.file)
}

fn verdicts(change: &Change) -> String {
    let mut words = format!("rust: {}, wire: {}", change.rust.word(), change.wire.word());
    let broken = broken(change.wire);
    if !broken.is_empty() {
        words += &format!(" ({broken})");
    }
    if change.uses > 1 {
        words += &format!(", in {} operations", change.uses);
    }
    words
}

/// All of it in a line.
fn total(summary: &Summary) -> String {
    let Summary {
        needs, declared, ..
    } = summary;
    let version = if summary.is_declared {
        format!("version {declared} is enough")
    } else {
        format!("version {declared} must become {needs} in `x-sdk-package`")
    };
    if (summary.breaking, summary.additive, summary.documentation) == (0, 0, 0) {
        return "diff: nothing is different for users".to_owned();
    }
    let breaking = match summary.breaking {
        0 => "nothing breaks".to_owned(),
        number => count(number, "breaking change"),
    };
    format!(
        "diff: {breaking}, {}, {}; {version}",
        count(summary.additive, "compatible change"),
        count(summary.documentation, "change") + " of documentation"
    )
}
