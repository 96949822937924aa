//! Whether two schemas describe the same data, whatever words they have about it.

use super::Cx;
use crate::read::{Node, Value};

/// The keywords that change nothing of what a value is.
const WORDS: [&str; 7] = [
    "title",
    "description",
    "example",
    "externalDocs",
    "xml",
    "default",
    "deprecated",
];

/// Whether two schemas are one, or are written alike.
pub fn are_alike<'d, 's>(cx: &mut Cx<'d, 's>, one: &'d Node<'s>, other: &'d Node<'s>) -> bool {
    match (cx.resolve(one), cx.resolve(other)) {
        (Ok(one), Ok(other)) => one.node.span == other.node.span || schemas(one.node, other.node),
        (Err(_), _) | (_, Err(_)) => false,
    }
}

fn schemas(one: &Node<'_>, other: &Node<'_>) -> bool {
    let says = |node: &Node<'_>| {
        let entries = node.fixed_entries();
        entries
            .filter(|entry| !WORDS.contains(&&*entry.key))
            .count()
    };
    says(one) == says(other)
        && one
            .fixed_entries()
            .filter(|entry| !WORDS.contains(&&*entry.key))
            .all(|entry| {
                let other = other.get(&entry.key);
                other.is_some_and(|other| keyword(&entry.key, &entry.value, other))
            })
}

fn keyword(name: &str, one: &Node<'_>, other: &Node<'_>) -> bool {
    match name {
        "items" | "not" => schemas(one, other),
        "additionalProperties" if one.as_bool().is_none() => schemas(one, other),
        "allOf" | "oneOf" | "anyOf" => {
            one.items().len() == other.items().len()
                && one
                    .items()
                    .iter()
                    .zip(other.items())
                    .all(|(one, other)| schemas(one, other))
        }
        "properties" => {
            let entries = one.entries();
            entries.len() == other.entries().len()
                && entries.iter().all(|entry| {
                    let other = other.get(&entry.key);
                    other.is_some_and(|other| schemas(&entry.value, other))
                })
        }
        _ => values(one, other),
    }
}

fn values(one: &Node<'_>, other: &Node<'_>) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(one), Value::Bool(other)) => one == other,
        (Value::Number(one), Value::Number(other)) | (Value::String(one), Value::String(other)) => {
            one == other
        }
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| values(one, other))
        }
        (Value::Map(entries), Value::Map(others)) => {
            entries.len() == others.len()
                && entries.iter().all(|entry| {
                    other
                        .get(&entry.key)
                        .is_some_and(|other| values(&entry.value, other))
                })
        }
        (
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::List(_)
            | Value::Map(_),
            _,
        ) => false,
    }
}
