//! What the keywords of a schema say of one value, without its parts.

use super::{CORRECT, Fits, Misfit};
use crate::diagnostic::suggest::did_you_mean;
use crate::openapi::{Kind, Schema, Value};

/// How many listed values are shown.
const SHOWN: usize = 8;

/// A schema that no value fits.
pub fn never(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    if !schema.is_never {
        return Ok(());
    }
    let help = "remove it, or correct the schema";
    Err(Misfit::new(
        value,
        "no value is allowed here",
        help,
        schema.span,
    ))
}

/// The `type` of the schema.
pub fn kind(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    let Some((kind, span)) = schema.kind.filter(|(kind, _)| !kind.admits(value)) else {
        return Ok(());
    };
    let message = if value.is_null() {
        "null is not allowed".to_owned()
    } else {
        format!("expected {}, found {}", with_article(kind), value.kind())
    };
    Err(Misfit::new(value, message, advice(value, kind), span))
}

fn with_article(kind: Kind) -> String {
    let word = kind.as_str();
    match kind {
        Kind::Null => word.to_owned(),
        Kind::Integer | Kind::Array | Kind::Object => format!("an {word}"),
        Kind::Boolean | Kind::Number | Kind::String => format!("a {word}"),
    }
}

/// What to do about a value that is not of a kind.
pub fn advice(value: Value<'_>, kind: Kind) -> String {
    if value.is_null() {
        return "write a value, or allow null in the schema".to_owned();
    }
    let is_json = |text: &str| {
        serde_json::from_str::<serde_json::Value>(text)
            .is_ok_and(|value| value.is_number() || value.is_boolean())
    };
    match (kind, value.as_str(), value.scalar_text()) {
        (Kind::String, None, Some(text)) => format!("put it in quotes: `\"{text}\"`"),
        (Kind::Integer | Kind::Number | Kind::Boolean, Some(text), _) if is_json(text) => {
            format!("write `{text}` without quotes")
        }
        _ => CORRECT.to_owned(),
    }
}

/// The listed values of the schema.
pub fn listed(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    let (Some(values), Some(text)) = (&schema.values, value.scalar_text()) else {
        return Ok(());
    };
    let is_it = |known: Value<'_>| known.scalar_text().is_none_or(|known| known == text);
    if schema.listed().any(is_it) {
        return Ok(());
    }
    let known: Vec<&str> = schema.listed().filter_map(Value::scalar_text).collect();
    let first: Vec<&str> = known.iter().copied().take(SHOWN).collect();
    let more = if known.len() > SHOWN { ", …" } else { "" };
    let otherwise = format!("write one of {}{more}", first.join(", "));
    let message = format!("`{text}` is none of the enumerated values");
    let help = did_you_mean(text, known, otherwise);
    Err(Misfit::new(value, message, help, values.span))
}
