//! One JSON object per line, the last one with the summary.

use serde_json::{Value, json};

use super::{Broken, Change, Comparison, Documentation, Wire};
use crate::text::escaped;

pub fn json(comparison: &Comparison, documentation: Documentation) -> String {
    let changes = comparison.shown(documentation).map(change);
    let summary = &comparison.summary;
    let last = json!({"summary": {
        "rust": summary.rust.word(),
        "wire": summary.wire.word(),
        "needs": summary.needs,
        "declared": summary.declared,
        "breaking": summary.breaking,
        "additive": summary.additive,
        "documentation": summary.documentation,
    }});
    let lines = changes.chain([last]);
    lines
        .map(|line| escaped(&line.to_string()) + "\n")
        .collect()
}

fn change(change: &Change) -> Value {
    let broken = match change.wire {
        Wire::None | Wire::Compatible => None,
        Wire::Breaking(Broken::OldCrate) => Some("old_crate"),
        Wire::Breaking(Broken::NewCrate) => Some("new_crate"),
        Wire::Breaking(Broken::Both) => Some("both"),
    };
    json!({
        "rust": change.rust.word(),
        "wire": change.wire.word(),
        "broken": broken,
        "documentation": change.is_documentation,
        "item": change.item,
        "before": change.before,
        "after": change.after,
        "message": change.message,
        "pointer": change.place.pointer,
        "file": change.place.file,
        "line": change.place.line,
        "old_line": change.old_line,
        "uses": change.uses,
        "also": change.also,
    })
}
