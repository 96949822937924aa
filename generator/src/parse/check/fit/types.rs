//! Values and the word of `type`.

use crate::parse::check::value::number;
use crate::read::{Node, Value};

/// Whether a value is of a type; any value is of an unknown one.
pub fn is_of_type(value: &Node<'_>, kind: &str) -> bool {
    match (kind, &value.value) {
        ("string", Value::String(_))
        | ("number", Value::Number(_))
        | ("boolean", Value::Bool(_))
        | ("array", Value::List(_))
        | ("object", Value::Map(_)) => true,
        ("integer", Value::Number(_)) => number(value).is_some_and(|number| number.fract() == 0.0),
        ("string" | "number" | "boolean" | "array" | "object" | "integer", _) => false,
        _ => true,
    }
}

/// What to do about a value that is not of its type.
pub fn advice(value: &Node<'_>, kind: &str) -> String {
    match (&value.value, kind) {
        (Value::Number(text), "string") => format!("put it in quotes: `\"{text}\"`"),
        (Value::Bool(value), "string") => format!("put it in quotes: `\"{value}\"`"),
        (Value::String(text), "integer" | "number" | "boolean")
            if serde_json::from_str::<serde_json::Value>(text)
                .is_ok_and(|value| value.is_number() || value.is_boolean()) =>
        {
            format!("write `{text}` without quotes")
        }
        (Value::Null, _) => "write a value, or add `nullable: true` to the schema".to_owned(),
        _ => "correct the value, or the schema".to_owned(),
    }
}
