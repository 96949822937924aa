//! Keywords that an object does not have.

mod others;

use others::OTHERS;

use super::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::shape::{Object, Shape};
use crate::parse::tree::{Entry, Node, Value};

/// Keywords without which another SDK comes out: a misspelled one is an error, any other unknown one a warning.
const SHAPING: [&str; 44] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "components",
    "content",
    "delete",
    "discriminator",
    "enum",
    "explode",
    "format",
    "get",
    "head",
    "headers",
    "in",
    "info",
    "items",
    "mapping",
    "name",
    "nullable",
    "oneOf",
    "options",
    "parameters",
    "patch",
    "paths",
    "post",
    "properties",
    "propertyName",
    "put",
    "requestBodies",
    "requestBody",
    "required",
    "responses",
    "schema",
    "schemas",
    "scheme",
    "security",
    "securitySchemes",
    "servers",
    "style",
    "trace",
    "type",
    "url",
    "variables",
];

/// Reports a keyword that the object does not have.
pub fn unknown(node: &Node<'_>, entry: &Entry<'_>, object: &Object, diagnostics: &mut Diagnostics) {
    let key = entry.key.as_ref();
    let message = format!("{} has no field `{key}`", object.name);
    let meant = meant(node, object, entry);
    let code = match meant {
        Some(name) if SHAPING.contains(&name) => Code::Misspelled,
        Some(_) | None => Code::UnknownKeyword,
    };
    let unknown = Diagnostic::new(code, entry.key_span, message);
    let unknown = match code {
        Code::Misspelled => unknown,
        _ => unknown.label("ignored"),
    };
    let help = match meant {
        Some(name) => format!("did you mean `{name}`?"),
        None => advice(node, entry, object),
    };
    diagnostics.push(unknown.help(help));
}

/// Whether a key holds an object and is near to no field, not even to one that is there.
pub fn is_foreign(entry: &Entry<'_>, object: &Object) -> bool {
    let fields = object.fields.iter().map(|field| field.name);
    matches!(entry.value.value, Value::Map(_)) && nearest(&entry.key, fields).is_none()
}

/// Whether a field that is not there was written with a typo.
pub fn is_misspelled(node: &Node<'_>, object: &Object, name: &str) -> bool {
    let is_unknown = |key: &str| object.fields.iter().all(|field| field.name != key);
    object.patterned.is_none()
        && node
            .fixed_entries()
            .any(|entry| is_unknown(&entry.key) && meant(node, object, entry) == Some(name))
}

/// The field that a keyword means, where it is near to one that is not there.
fn meant(node: &Node<'_>, object: &Object, entry: &Entry<'_>) -> Option<&'static str> {
    let key = entry.key.as_ref();
    let is_pointer = entry
        .value
        .as_str()
        .is_some_and(|text| text.starts_with("#/"));
    if is_pointer && nearest(key, ["$ref"]).is_some() {
        return Some("$ref");
    }
    if other(object, key).is_some() || belongs_below_schema(object, key) {
        return None;
    }
    let fields = object.fields.iter().map(|field| field.name);
    let missing = fields.filter(|name| node.entry(name).is_none());
    nearest(key, missing)
}

/// Whether a keyword of schemas stands beside the field that holds the schema.
fn belongs_below_schema(object: &Object, key: &str) -> bool {
    let has = |object: &Object, name: &str| object.fields.iter().any(|field| field.name == name);
    has(object, "schema") && has(&crate::parse::shape::SCHEMA, key)
}

fn other(object: &Object, key: &str) -> Option<&'static str> {
    let known = OTHERS
        .iter()
        .find(|(name, keyword, _)| *name == object.name && *keyword == key);
    known.map(|(_, _, advice)| *advice)
}

/// What to do about a keyword that is no typo.
fn advice(node: &Node<'_>, entry: &Entry<'_>, object: &Object) -> String {
    let key = entry.key.as_ref();
    if let Some(advice) = other(object, key) {
        return advice.to_owned();
    }
    if belongs_below_schema(object, key) {
        return format!("write `{key}` below `schema`");
    }
    if object.name == "a schema object" && matches!(entry.value.value, Value::Map(_)) {
        return format!("write `{key}` below `properties` if it is one of them");
    }
    // A key that slipped out of the object before it.
    let owner = object.fields.iter().find(|field| {
        let (Shape::Object(inner) | Shape::Reference(inner)) = field.shape else {
            return false;
        };
        node.get(field.name).is_some() && inner.fields.iter().any(|field| field.name == key)
    });
    match owner {
        Some(owner) => format!("`{key}` belongs to `{}`: check the indentation", owner.name),
        None => "remove it, check its indentation, or begin its name with `x-`".to_owned(),
    }
}
