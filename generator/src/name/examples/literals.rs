//! Literals: only text that means the same in Rust becomes part of code, whatever a document holds.

use serde_json::Value;

use super::Expression;
use crate::ir;
use crate::rust::Scalar;

/// How long a text of the document may be.
const SHORT: usize = 50;

/// The first example that the docs mention.
pub fn example(docs: &ir::Docs) -> Option<Value> {
    docs.notes.iter().find_map(|note| {
        if note.label != "Example" {
            return None;
        }
        match &note.value {
            ir::DocNoteValue::Code(text) => Some(Value::from(text.as_str())),
            ir::DocNoteValue::Block(json) => serde_json::from_str(json).ok(),
            ir::DocNoteValue::None | ir::DocNoteValue::Codes(_) | ir::DocNoteValue::Link { .. } => {
                None
            }
        }
    })
}

/// The example of a scalar type, or a placeholder.
pub fn scalar(scalar: Scalar, example: Option<&Value>, name: &str) -> Expression {
    let row = scalar.row();
    let example = example.and_then(text);
    let text = match (scalar, row.example) {
        (Scalar::Boolean, _) => {
            let value = example.filter(|text| text == "true" || text == "false");
            value.unwrap_or("true".to_owned())
        }
        (Scalar::Number, placeholder) => {
            let number = example.and_then(|text| text.parse::<f64>().ok());
            let number = number.filter(|number| number.is_finite());
            let placeholder = placeholder.unwrap_or_default().to_owned();
            number.map_or(placeholder, |number| format!("{number:?}"))
        }
        (Scalar::Base64 | Scalar::Base64Url, _) => "b\"content\"".to_owned(),
        (Scalar::Timestamp, _) => literal(example.as_deref(), "2025-01-31T12:00:00Z"),
        (Scalar::Date, _) => literal(example.as_deref(), "2025-01-31"),
        (Scalar::String, _) => literal(example.as_deref(), name),
        (Scalar::I32 | Scalar::I64 | Scalar::U32 | Scalar::U64, placeholder) => {
            let integer = example.and_then(|text| text.parse::<i128>().ok());
            let range = row.range;
            let integer = integer.filter(|one| range.is_some_and(|range| range.contains(one)));
            let placeholder = placeholder.unwrap_or_default().to_owned();
            integer.map_or(placeholder, |integer| integer.to_string())
        }
    };
    Expression::Text(text)
}

/// Whether an example can be of a scalar type.
pub fn fits(scalar: Scalar, example: &Value) -> bool {
    let Some(text) = text(example) else {
        return false;
    };
    match scalar {
        Scalar::Boolean => text == "true" || text == "false",
        Scalar::Number => text.parse::<f64>().is_ok(),
        Scalar::I32 | Scalar::I64 | Scalar::U32 | Scalar::U64 => text.parse::<i128>().is_ok(),
        Scalar::Base64 | Scalar::Base64Url => false,
        Scalar::Timestamp | Scalar::Date => text.contains('-'),
        Scalar::String => true,
    }
}

/// A scalar as text.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A literal: the text of the document, a placeholder, or a word, whichever is plain.
fn literal(example: Option<&str>, placeholder: &str) -> String {
    let texts = [example.unwrap_or_default(), placeholder];
    let mut texts = texts.into_iter();
    let text = texts.find(|text| !text.is_empty() && text.len() <= SHORT && is_plain(text));
    format!("\"{}\"", text.unwrap_or("text"))
}

/// Whether a text means the same in a literal of Rust. Only such text of the document becomes part of code.
fn is_plain(text: &str) -> bool {
    let is_plain = |c: char| c == ' ' || (c.is_ascii_graphic() && !matches!(c, '"' | '\\'));
    text.chars().all(is_plain)
}

/// The example of some JSON as the argument of the macro `json`: of an object as many members as are short.
pub fn json(example: Option<&Value>) -> String {
    let short = |text: &String| text.len() <= SHORT;
    let Some(example) = example.filter(|example| is_simple(example)) else {
        return "{}".to_owned();
    };
    let Value::Object(members) = example else {
        return Some(example.to_string())
            .filter(short)
            .unwrap_or("null".to_owned());
    };
    let members = members
        .iter()
        .map(|(key, member)| format!("\"{key}\": {member}"));
    let mut length = 0;
    let members = members.take_while(|member| {
        length += member.len();
        length <= SHORT
    });
    let members: Vec<String> = members.collect();
    if members.is_empty() {
        return "{}".to_owned();
    }
    format!("{{ {} }}", members.join(", "))
}

/// Whether JSON is the same in the macro: texts are plain, and integers are literals that Rust takes without a suffix.
fn is_simple(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => true,
        Value::Number(number) => {
            let integer = number
                .as_i64()
                .and_then(|number| i32::try_from(number).ok());
            number.is_f64() || integer.is_some()
        }
        Value::String(text) => is_plain(text),
        Value::Array(items) => items.iter().all(is_simple),
        Value::Object(members) => members
            .iter()
            .all(|(key, member)| is_plain(key) && is_simple(member)),
    }
}
