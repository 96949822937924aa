//! Whether a value may be what the tables of the specification expect at another place.

use super::keyword::{may_be, shapes};
use super::reference::section;
use crate::openapi::{Kind, Status};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{
    COMPONENTS, Expected, Field, HEADER, MEDIA_TYPE, Need, Object, PARAMETER, REFERENCE, SCHEMA,
};
use crate::read::{Node, Value};

/// Whether a value may have this key with this value.
pub fn takes(dialect: Dialect, expected: Expected, key: &str, value: &Node<'_>) -> bool {
    if key == "$ref" {
        return refers_to(dialect, expected, value);
    }
    if key.starts_with("x-") {
        return expected.object().is_some();
    }
    if let Expected::Map(inner) = expected {
        // Only media types have slashes in their names, and a number is rather a status.
        let is_content = inner.is(&MEDIA_TYPE);
        let is_status = key != "default" && Status::read(key).is_some();
        let may_be_name = key.contains('/') == is_content && !is_status;
        return may_be_name && resembles_mostly(dialect, value, *inner);
    }
    let Some(object) = expected.object() else {
        return false;
    };
    match (dialect.field(object, key), object.patterned) {
        (Some(field), _) => suits(dialect, value, field.expected),
        (None, Some(inner)) => (object.names)(key) && suits(dialect, value, inner),
        (None, None) => false,
    }
}

/// Whether a reference leads to what is expected, as its text says.
fn refers_to(dialect: Dialect, expected: Expected, reference: &Node<'_>) -> bool {
    let text = reference
        .as_str()
        .and_then(|text| text.strip_prefix("#/components/"));
    let Some((kept, _)) = text.and_then(|text| text.split_once('/')) else {
        return false;
    };
    let object = expected.object().filter(|_| may_refer(expected));
    object.is_some_and(|object| section(dialect, object) == Some(kept))
}

/// Whether a reference may be in the place of what is expected.
fn may_refer(expected: Expected) -> bool {
    matches!(
        expected,
        Expected::ObjectOrReference(_) | Expected::Schema | Expected::BooleanOr(_)
    )
}

/// Whether a value may be the one of a field: an object has at least one of the fields that are expected there.
pub fn suits(dialect: Dialect, value: &Node<'_>, expected: Expected) -> bool {
    if !may_be(value, expected) {
        return false;
    }
    let has = |object: &'static Object| {
        let mut entries = value.fixed_entries();
        value.fixed_entries().next().is_none()
            || entries.any(|entry| {
                let is_reference = entry.key == "$ref" && may_refer(expected);
                is_reference || is_named(dialect, object, &entry.key)
            })
    };
    match (expected, expected.object()) {
        (_, Some(object)) => !matches!(value.value, Value::Map(_)) || has(object),
        (Expected::Map(inner), None) if inner.object().is_some() => {
            let mut entries = value.entries().iter();
            value.entries().is_empty() || entries.any(|entry| suits(dialect, &entry.value, *inner))
        }
        (Expected::List(inner), None) => {
            let mut items = value.items().iter();
            items.all(|item| suits(dialect, item, *inner))
        }
        (_, None) => true,
    }
}

/// Whether a value is an object with fields that are expected there, and with no other ones.
pub fn resembles(dialect: Dialect, value: &Node<'_>, expected: Expected) -> bool {
    is_like(dialect, value, expected, |_| false)
}

/// The same where objects that followed the value may have slipped into it.
fn resembles_mostly(dialect: Dialect, value: &Node<'_>, expected: Expected) -> bool {
    let is_slipped = |value: &Node<'_>| matches!(value.value, Value::Map(_) | Value::List(_));
    is_like(dialect, value, expected, is_slipped)
}

/// `may_be_other` says which values may be under keys that are not expected.
fn is_like(
    dialect: Dialect,
    value: &Node<'_>,
    expected: Expected,
    may_be_other: fn(&Node<'_>) -> bool,
) -> bool {
    let Some(object) = expected.object() else {
        return match (expected, &value.value) {
            (Expected::Map(inner), Value::Map(entries)) => {
                let mut entries = entries.iter();
                !value.entries().is_empty()
                    && entries.all(|entry| is_like(dialect, &entry.value, *inner, may_be_other))
            }
            _ => false,
        };
    };
    if let Some(reference) = value.get("$ref") {
        let mut siblings = value.fixed_entries();
        return refers_to(dialect, expected, reference)
            && siblings.all(|entry| {
                let is_field =
                    dialect.has(object, &entry.key) || dialect.has(&REFERENCE, &entry.key);
                is_field || may_be_other(&entry.value)
            });
    }
    let mut entries = value.fixed_entries();
    let mut fields = dialect.fields(object);
    matches!(value.value, Value::Map(_))
        && entries.all(|entry| match dialect.field(object, &entry.key) {
            Some(field) if may_be(&entry.value, field.expected) => {
                is_plausible(&entry.value, field)
            }
            // Its name may be one that a keyword has too.
            Some(_) => may_be_other(&entry.value),
            None => is_named(dialect, object, &entry.key) || may_be_other(&entry.value),
        })
        && value.fixed_entries().any(|entry| {
            is_named(dialect, object, &entry.key)
                && (object.patterned.is_some() || shapes(&entry.key))
        })
        && fields.all(|field| field.need != Need::Required || value.entry(field.name).is_some())
}

/// Whether a value may be the one of a field, and is one of its words if it has some.
fn is_plausible(value: &Node<'_>, field: &Field) -> bool {
    let is_word = |text: &str| field.words().is_empty() || field.words().contains(&text);
    value.as_str().is_none_or(is_word)
}

/// Whether an object has a field of this name, or may have one.
fn is_named(dialect: Dialect, object: &'static Object, key: &str) -> bool {
    dialect.has(object, key) || object.patterned.is_some() && (object.names)(key)
}

/// Whether a value does not have this key, nor another one in its place.
pub fn lacks(dialect: Dialect, expected: Expected, node: &Node<'_>, key: &str) -> bool {
    let is_value = |key: &str| key == "schema" || key == "content";
    let holds_value = expected.object().is_some_and(|object| {
        is_value(key)
            && dialect.has(object, "schema")
            && node.entries().iter().any(|entry| is_value(&entry.key))
    });
    node.entry(key).is_none() && node.entry("$ref").is_none() && !holds_value
}

/// Whether an object is hardly right without this field.
pub fn needs(dialect: Dialect, expected: Expected, node: &Node<'_>, key: &str) -> bool {
    let Some(object) = expected.object() else {
        return false;
    };
    if node.entry(key).is_some() || node.entry("$ref").is_some() {
        return false;
    }
    let kind = node.get("type").and_then(Node::as_str);
    match key {
        "items" if object.is(&SCHEMA) => kind == Some("array"),
        "properties" if object.is(&SCHEMA) => kind == Some("object"),
        "schema" if object.is(&PARAMETER) || object.is(&HEADER) || object.is(&MEDIA_TYPE) => {
            node.entry("content").is_none()
        }
        _ if object.is(&COMPONENTS) => false,
        _ => dialect
            .field(object, key)
            .is_some_and(|field| field.need != Need::Optional),
    }
}

/// Whether a keyword says something about a value of the `type` beside it.
pub fn applies(node: &Node<'_>, key: &str) -> bool {
    let kind = node.get("type").and_then(Node::as_str);
    match (key, kind) {
        // A reference replaces the object.
        ("$ref", _) => !node.entries().iter().any(|entry| shapes(&entry.key)),
        ("format", Some("array" | "boolean" | "object")) => false,
        (_, None) => true,
        (_, Some(word)) => Kind::described_by(key)
            .is_none_or(|kinds| kinds.iter().any(|kind| kind.as_str() == word)),
    }
}
