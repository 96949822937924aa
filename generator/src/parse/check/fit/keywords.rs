//! What the keywords of a schema say of one value, without its parts.

use super::types::{advice, is_of_type};
use super::{Fits, Misfit};
use crate::diagnostic::suggest;
use crate::parse::check::value::number;
use crate::read::{Node, Value};

/// Null where the schema does not allow it.
pub fn null(value: &Node<'_>, schema: &Node<'_>) -> Fits {
    let Some(kind) = schema.get("type") else {
        return Ok(());
    };
    let is_nullable = schema.get("nullable").and_then(Node::as_bool) == Some(true);
    let enumerated = schema.get("enum").map_or(&[][..], Node::items);
    let is_value = |node: &Node<'_>| matches!(node.value, Value::Null);
    if is_nullable || kind.as_str() == Some("null") || enumerated.iter().any(is_value) {
        return Ok(());
    }
    Err(Misfit {
        span: value.span,
        message: "null is not allowed".to_owned(),
        help: "write a value, or add `nullable: true` to the schema".to_owned(),
        expected: Some(kind.span),
    })
}

/// The `type` of the schema.
pub fn of_kind(value: &Node<'_>, schema: &Node<'_>) -> Fits {
    let Some((node, word)) = schema
        .get("type")
        .and_then(|node| Some((node, node.as_str()?)))
    else {
        return Ok(());
    };
    if is_of_type(value, word) {
        return Ok(());
    }
    Err(Misfit {
        span: value.span,
        message: format!("expected {}, found {}", with_article(word), value.kind()),
        help: advice(value, word),
        expected: Some(node.span),
    })
}

fn with_article(kind: &str) -> String {
    match kind {
        "integer" | "array" | "object" => format!("an {kind}"),
        kind => format!("a {kind}"),
    }
}

/// The `enum` of the schema.
pub fn enumerated(value: &Node<'_>, schema: &Node<'_>) -> Fits {
    let Some(list) = schema.entry("enum") else {
        return Ok(());
    };
    let values = list.value.items();
    let Some(text) = value.scalar_text() else {
        return Ok(());
    };
    let is_it = |known: &Node<'_>| known.scalar_text().is_none_or(|known| known == text);
    if values.is_empty() || values.iter().any(is_it) {
        return Ok(());
    }
    let known: Vec<&str> = values.iter().filter_map(Node::scalar_text).collect();
    let help = if let Some(known) = suggest::nearest(text, known.iter().copied()) {
        format!("did you mean `{known}`?")
    } else {
        let first: Vec<&str> = known.iter().copied().take(8).collect();
        let more = if known.len() > first.len() {
            ", …"
        } else {
            ""
        };
        format!("write one of {}{more}", first.join(", "))
    };
    Err(Misfit {
        span: value.span,
        message: format!("`{text}` is none of the enumerated values"),
        help,
        expected: Some(list.key_span),
    })
}

/// The limits of the schema.
pub fn limits(value: &Node<'_>, schema: &Node<'_>) -> Fits {
    let (size, pair, what) = match &value.value {
        Value::Number(_) => (number(value), ["minimum", "maximum"], "the number"),
        Value::String(text) => (
            count(text.chars().count()),
            ["minLength", "maxLength"],
            "the length",
        ),
        Value::List(items) => (
            count(items.len()),
            ["minItems", "maxItems"],
            "the number of items",
        ),
        Value::Map(entries) => (
            count(entries.len()),
            ["minProperties", "maxProperties"],
            "the number of properties",
        ),
        Value::Null | Value::Bool(_) => return Ok(()),
    };
    let Some(size) = size else {
        return Ok(());
    };
    for (keyword, is_lower) in pair.into_iter().zip([true, false]) {
        let Some(node) = schema.get(keyword) else {
            continue;
        };
        let Some(limit) = number(node) else {
            continue;
        };
        if (is_lower && size < limit) || (!is_lower && size > limit) {
            let side = if is_lower { "below" } else { "above" };
            return Err(Misfit {
                span: value.span,
                message: format!("{what} is {side} `{keyword}`"),
                help: "correct the value, or the limit".to_owned(),
                expected: Some(node.span),
            });
        }
    }
    Ok(())
}

/// A count as a number; none is larger than 32 bits, since no document is.
fn count(count: usize) -> Option<f64> {
    u32::try_from(count).ok().map(f64::from)
}

/// The `multipleOf` of the schema.
pub fn multiple(value: &Node<'_>, schema: &Node<'_>) -> Fits {
    let Some(step) = schema.get("multipleOf") else {
        return Ok(());
    };
    let (Value::Number(number), Value::Number(of)) = (&value.value, &step.value) else {
        return Ok(());
    };
    if is_multiple(number, of).unwrap_or(true) {
        return Ok(());
    }
    Err(Misfit {
        span: value.span,
        message: format!("`{number}` is not a multiple of `{of}`"),
        help: "correct the value, or `multipleOf`".to_owned(),
        expected: Some(step.span),
    })
}

/// Decimals are rounded: 0.3 is a multiple of 0.1.
const TOLERANCE: f64 = 1e-9;

/// Whether a number is a multiple of another one, where that is known.
fn is_multiple(number: &str, of: &str) -> Option<bool> {
    let (number, of) = (crate::read::number(number)?, crate::read::number(of)?);
    if let (Some(number), Some(of)) = (number.as_i128(), of.as_i128()) {
        return (of > 0).then(|| number % of == 0);
    }
    let (number, of) = (number.as_f64()?, of.as_f64()?);
    let times = number / of;
    let is_known = of > 0.0 && times.is_finite();
    is_known.then(|| (times - times.round()).abs() <= TOLERANCE * times.abs().max(1.0))
}
