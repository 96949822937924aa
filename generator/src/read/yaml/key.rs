//! What the reader does not take for a key.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// The error of a key that is not a string.
pub fn not_a_key(text: &str, base: usize, key: Span) -> Diagnostic {
    let start = key.start as usize - base;
    let before = text.get(..=start).unwrap_or_default();
    if before.ends_with("{{") {
        let template = Diagnostic::new(Code::Syntax, key, "`{{` belongs to a template");
        return template.help("check what the template makes, or put the value in quotes");
    }
    let message = "the keys of an object must be strings";
    let help = "write the key as a text, in quotes if it begins with a bracket or a brace";
    Diagnostic::new(Code::Syntax, key, message).help(help)
}

/// Whether a tab is before the key that begins at a byte: what it would indent is not known.
pub fn is_after_tab(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let margin = before.trim_end_matches([' ', '\t']);
    let begins_line = margin.is_empty() || margin.ends_with('\n');
    begins_line && before.ends_with('\t')
}
