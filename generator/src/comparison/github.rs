//! Annotations for GitHub: workflow commands, one per line.

use super::{Change, Comparison, Documentation};
use crate::workflow::{line, property};

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
    let at = change.place.line.or(change.old_line).unwrap_or(1);
    format!(
        "::{word} file={},line={at},title={}::{}\n",
        property(&change.place.file),
        property(&format!("{}: {verdict}", change.item)),
        line(&change.message)
    )
}
