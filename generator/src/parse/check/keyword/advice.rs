//! What to do about a keyword that is no typo.

use super::others::OTHERS;
use crate::parse::shape::{COMPONENTS, Need, Object, SCHEMA, Shape};
use crate::read::{Entry, Node, Value};

/// What to do about a keyword that is no typo, where something is known about it.
pub fn advice(node: &Node<'_>, entry: &Entry<'_>, object: &Object) -> Option<String> {
    let key = entry.key.as_ref();
    if let Some(advice) = other(object, key) {
        return Some(advice.to_owned());
    }
    if is_of_schemas(object, key) {
        return Some(
            match entry.value.scalar_text().filter(|text| text.len() <= 40) {
                Some(text) => format!("write `{key}: {text}` below `schema`"),
                None => format!("write `{key}` below `schema`"),
            },
        );
    }
    if key == "$ref" {
        return Some(if has(object, "schema") {
            "write it below `schema`".to_owned()
        } else {
            format!("write {} here: it cannot be a reference", object.name)
        });
    }
    if object.name == COMPONENTS.name
        && let Some(section) = section_of(&entry.value)
    {
        return Some(format!("write `{key}` below `components.{section}`"));
    }
    if object.name == SCHEMA.name && matches!(entry.value.value, Value::Map(_)) {
        return Some(format!(
            "write `{key}` below `properties` if it is one of them"
        ));
    }
    // A key that slipped out of an object beside it.
    let owners = object
        .fields
        .iter()
        .filter(|field| node.get(field.name).is_some());
    let mut owners = owners.filter_map(|field| match field.shape {
        Shape::Object(inner) | Shape::Reference(inner) => {
            has(inner, key).then(|| format!("`{}`", field.name))
        }
        Shape::Map(Shape::Object(inner) | Shape::Reference(inner))
        | Shape::List(Shape::Object(inner) | Shape::Reference(inner)) => {
            has(inner, key).then(|| format!("an object in `{}`", field.name))
        }
        _ => None,
    });
    let owner = owners.next()?;
    Some(format!("`{key}` belongs to {owner}: move it there"))
}

/// What is known about a keyword of another version.
pub fn other(object: &Object, key: &str) -> Option<&'static str> {
    let known = OTHERS
        .iter()
        .find(|(name, keyword, _)| *name == object.name && *keyword == key);
    known.map(|(_, _, advice)| *advice)
}

/// Whether a keyword of schemas stands beside the field that holds the schema.
pub fn is_of_schemas(object: &Object, key: &str) -> bool {
    has(object, "schema") && has(&SCHEMA, key)
}

/// Whether an object has a field of this name.
pub fn has(object: &Object, name: &str) -> bool {
    object.fields.iter().any(|field| field.name == name)
}

/// The section of `components` that keeps objects like this one.
pub fn section_of(value: &Node<'_>) -> Option<&'static str> {
    let is_one = |kept: &Object| {
        let mut fields = kept.fields.iter();
        fields.all(|field| field.need != Need::Required || value.get(field.name).is_some())
            && kept.patterned.is_none()
            && value.fixed_entries().all(|entry| has(kept, &entry.key))
    };
    if value.entries().is_empty() {
        return None;
    }
    let section = COMPONENTS.fields.iter().find(|field| match field.shape {
        Shape::Map(Shape::Reference(kept)) => is_one(kept),
        _ => false,
    });
    section.map(|section| section.name)
}
