//! How a fact is labelled and its value spelled.

use std::borrow::Cow;

use crate::ir::{DocNote, DocNoteValue};
use crate::read::{JsonLayout, Node, Value};

/// Adds a fact, unless one of its kind is there: the closest one counts.
pub fn add(facts: &mut Vec<DocNote>, fact: Option<DocNote>) {
    facts.extend(fact.filter(|fact| !facts.iter().any(|known| known.label == fact.label)));
}

/// The label of a fact about the value itself, or about what it holds.
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

/// What a bound is called that is not within the range.
pub fn bound(node: &Node<'_>, key: &str) -> Option<&'static str> {
    let is = |key: &str| node.get(key).and_then(Node::as_bool) == Some(true);
    match key {
        "minimum" if is("exclusiveMinimum") => Some("Greater than"),
        "maximum" if is("exclusiveMaximum") => Some("Less than"),
        _ => None,
    }
}

pub fn first_example<'n, 's>(node: &'n Node<'s>) -> Option<&'n Node<'s>> {
    node.get("examples")?.entries().first()?.value.get("value")
}

/// A value on one line: a scalar as it is spelled, else JSON.
pub fn code(value: &Node<'_>) -> String {
    match value.scalar_text() {
        Some("") => "\"\"".to_owned(),
        Some(text) => text.to_owned(),
        None => value.json_text(JsonLayout::OneLine),
    }
}

/// A value as it is shown: a scalar as it is spelled, short JSON on one line. `None` for JSON too long to help.
pub fn fact(label: Cow<'static, str>, value: &Node<'_>) -> Option<DocNote> {
    const SHORT: usize = 60;
    const LINES: usize = 30;
    let is_empty = match &value.value {
        Value::List(items) => items.is_empty(),
        Value::Map(entries) => entries.is_empty(),
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    };
    // An empty example shows nothing that the type does not.
    if is_empty && label == "Example" {
        return None;
    }
    let line = code(value);
    let value = if value.scalar_text().is_some() || line.len() <= SHORT {
        DocNoteValue::Code(line)
    } else {
        DocNoteValue::Block(value.json_text(JsonLayout::Indented))
    };
    let is_short = match &value {
        DocNoteValue::Block(text) => text.lines().count() <= LINES,
        DocNoteValue::None
        | DocNoteValue::Code(_)
        | DocNoteValue::Codes(_)
        | DocNoteValue::Link { .. } => true,
    };
    is_short.then_some(DocNote { label, value })
}
