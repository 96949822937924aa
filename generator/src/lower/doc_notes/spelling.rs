//! How a note is labelled and its value spelled.

use std::borrow::Cow;

use crate::ir::DocNoteValue;
use crate::openapi::JsonLayout;
use crate::openapi::Value;

/// The label of a note about the value itself, or about what it holds.
pub fn labelled(of: &str, label: &'static str) -> Cow<'static, str> {
    let mut rest = label.chars();
    let mut word = of.chars();
    match (word.next(), rest.next()) {
        (Some(first), Some(letter)) => format!(
            "{}{} {}{}",
            first.to_uppercase(),
            word.as_str(),
            letter.to_lowercase(),
            rest.as_str()
        )
        .into(),
        _ => label.into(),
    }
}

/// A value on one line: a scalar as it is spelled, else JSON.
pub fn code(value: Value<'_>) -> String {
    match value.scalar_text() {
        Some("") => "\"\"".to_owned(),
        Some(text) => text.to_owned(),
        None => value.json_text(JsonLayout::OneLine),
    }
}

/// Whether a value shows nothing.
pub fn is_empty(value: Value<'_>) -> bool {
    value.is_null()
        || value.items().is_some_and(|items| items.len() == 0)
        || value.members().is_some_and(|members| members.len() == 0)
}

/// A value as it is shown: a scalar as it is spelled, short JSON on one line. `None` for JSON too long to help, and for null.
pub fn note(value: Value<'_>) -> Option<DocNoteValue> {
    const SHORT: usize = 60;
    const LINES: usize = 30;
    if value.is_null() {
        return None;
    }
    let line = code(value);
    if value.scalar_text().is_some() || line.len() <= SHORT {
        return Some(DocNoteValue::Code(line));
    }
    let text = value.json_text(JsonLayout::Indented);
    (text.lines().count() <= LINES).then_some(DocNoteValue::Block(text))
}
