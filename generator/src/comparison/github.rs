//! Annotations for GitHub: workflow commands, one per line.

use super::{Change, Comparison, Documentation};

pub fn github(comparison: &Comparison) -> String {
    let changes = comparison.shown(Documentation::Counted);
    changes.map(annotation).collect()
}

fn annotation(change: &Change) -> String {
    let (word, verdict) = if change.is_breaking() {
        ("warning", "breaking")
    } else {
        ("notice", "compatible")
    };
    let line = change.place.line.or(change.old_line).unwrap_or(1);
    format!(
        "::{word} file={},line={line},title={}::{}\n",
        property(&change.place.file),
        property(&format!("{}: {verdict}", change.item)),
        data(&change.message)
    )
}

/// Text as the message of a command.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
