//! Differences between two texts.

use similar::TextDiff;

use crate::diagnostic::visible::visible;

/// A unified diff of lines; empty where the texts are the same.
pub fn unified(old: &str, new: &str, old_name: &str, new_name: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(old_name, new_name)
        .to_string()
}

/// A diff for a terminal, which must not obey what is in a document.
pub fn visible_on_a_terminal(diff: &str) -> String {
    let mut shown = String::with_capacity(diff.len());
    for line in diff.lines() {
        shown.push_str(&visible(line));
        shown.push('\n');
    }
    shown
}
