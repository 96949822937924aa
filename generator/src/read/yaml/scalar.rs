//! What a scalar of YAML means.

use std::borrow::Cow;

use saphyr_parser::{ScalarStyle, Tag};

use crate::read::Value;

/// What a scalar means in the core schema of YAML 1.2.
pub fn scalar<'s>(text: Cow<'s, str>, style: ScalarStyle, tag: Option<&Tag>) -> Value<'s> {
    let is_string = tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
    if is_string || style != ScalarStyle::Plain {
        return Value::String(text);
    }
    match text.as_ref() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        plain if is_number(plain) => Value::Number(text),
        _ => Value::String(text),
    }
}

/// Whether a plain scalar is a number. `serde_yaml` knows the spellings; most words are ruled out by their first letter.
fn is_number(plain: &str) -> bool {
    let is_start = |first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.');
    if !plain.starts_with(is_start) {
        return false;
    }
    is_decimal(plain)
        || matches!(
            serde_yaml::from_str(plain),
            Ok(serde_yaml::Value::Number(_))
        )
}

/// Whether a plain scalar is a decimal number, of any size: `serde_yaml` takes those beyond 64 bits for strings.
fn is_decimal(plain: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    plain.chars().all(is_part) && plain.parse::<f64>().is_ok()
}
