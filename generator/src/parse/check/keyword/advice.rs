//! What to do about a keyword that is not a typo.

use super::others::other;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{COMPONENTS, Expected, Need, Object, SCHEMA};
use crate::read::{Entry, Node, Value};

/// What to do about a keyword that is not a typo, where something is known about it.
pub fn advice(
    dialect: Dialect,
    node: &Node<'_>,
    entry: &Entry<'_>,
    object: &'static Object,
) -> Option<String> {
    let key = entry.key.as_ref();
    if let Some(advice) = other(dialect, object, key) {
        return Some(advice);
    }
    if is_of_schemas(dialect, object, key) {
        return Some(
            match entry.value.scalar_text().filter(|text| text.len() <= 40) {
                Some(text) => format!("write `{key}: {text}` below `schema`"),
                None => format!("write `{key}` below `schema`"),
            },
        );
    }
    if key == "$ref" {
        return Some(if dialect.has(object, "schema") {
            "write it below `schema`".to_owned()
        } else {
            format!("write {} here: it cannot be a reference", object.name)
        });
    }
    if object.name == COMPONENTS.name
        && let Some(section) = section_of(dialect, &entry.value)
    {
        return Some(format!("write `{key}` below `components.{section}`"));
    }
    if object.name == SCHEMA.name && matches!(entry.value.value, Value::Map(_)) {
        return Some(format!(
            "write `{key}` below `properties` if it is one of them"
        ));
    }
    // A key that slipped out of an object beside it.
    let owners = dialect
        .fields(object)
        .filter(|field| node.get(field.name).is_some());
    let mut owners = owners.filter_map(|field| match field.expected {
        Expected::Object(inner) | Expected::ObjectOrReference(inner) => {
            dialect.has(inner, key).then(|| format!("`{}`", field.name))
        }
        Expected::Map(Expected::Object(inner) | Expected::ObjectOrReference(inner))
        | Expected::List(Expected::Object(inner) | Expected::ObjectOrReference(inner)) => dialect
            .has(inner, key)
            .then(|| format!("an object in `{}`", field.name)),
        _ => None,
    });
    let owner = owners.next()?;
    Some(format!("`{key}` belongs to {owner}: move it there"))
}

/// Whether a keyword of schemas is beside the field that holds the schema.
pub fn is_of_schemas(dialect: Dialect, object: &'static Object, key: &str) -> bool {
    dialect.has(object, "schema") && dialect.has(&SCHEMA, key)
}

/// The section of `components` that keeps objects like this one.
pub fn section_of(dialect: Dialect, value: &Node<'_>) -> Option<&'static str> {
    let is_one = |kept: &'static Object| {
        let mut fields = dialect.fields(kept);
        fields.all(|field| field.need != Need::Required || value.get(field.name).is_some())
            && kept.patterned.is_none()
            && value
                .fixed_entries()
                .all(|entry| dialect.has(kept, &entry.key))
    };
    if value.entries().is_empty() {
        return None;
    }
    let mut sections = dialect.fields(&COMPONENTS);
    let section = sections.find(|section| section.kept().is_some_and(is_one));
    section.map(|section| section.name)
}
