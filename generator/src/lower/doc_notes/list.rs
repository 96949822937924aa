//! Notes that are added to a list.

use super::Noting;
use super::spelling::{labelled, note};
use crate::ir::{DocNote, DocNoteValue};
use crate::openapi::Value;

impl Noting<'_, '_, '_> {
    pub fn value(&mut self, of: &str, label: &'static str, value: Option<Value<'_>>) {
        if let Some(value) = value.and_then(note) {
            self.add(of, label, value);
        }
    }

    pub fn flag(&mut self, of: &str, label: &'static str, is_set: bool) {
        if is_set {
            self.add(of, label, DocNoteValue::None);
        }
    }

    pub fn text(&mut self, of: &str, label: &'static str, text: &str) {
        let text = if text.is_empty() { "\"\"" } else { text };
        self.add(of, label, DocNoteValue::Code(text.to_owned()));
    }

    /// Adds a note, unless there is one with this label: the closest one counts.
    pub fn add(&mut self, of: &str, label: &'static str, value: DocNoteValue) {
        let label = labelled(of, label);
        if !self.notes.iter().any(|known| known.label == label) {
            self.notes.push(DocNote { label, value });
        }
    }
}
