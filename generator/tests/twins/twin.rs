//! A document of OpenAPI 3.0 in the words of 3.1.

use serde_yaml::{Mapping, Value};

/// The same document as one of OpenAPI 3.1.
pub fn twin(text: &str) -> String {
    let mut document: Value = serde_yaml::from_str(text).expect("YAML");
    document["openapi"] = Value::from("3.1.1");
    object(&mut document);
    serde_yaml::to_string(&document).expect("YAML")
}

/// Anything but a schema: looks for schemas below.
fn object(value: &mut Value) {
    match value {
        Value::Sequence(items) => items.iter_mut().for_each(object),
        Value::Mapping(fields) => {
            for (key, value) in fields {
                match key.as_str().unwrap_or_default() {
                    "schema" => schema(value),
                    "schemas" => each(value),
                    "example" | "examples" | "default" | "enum" => {}
                    key if key.starts_with("x-") => {}
                    _ => object(value),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Tagged(_) => {}
    }
}

fn each(schemas: &mut Value) {
    if let Value::Mapping(schemas) = schemas {
        schemas.iter_mut().for_each(|(_, value)| schema(value));
    }
}

fn schema(value: &mut Value) {
    let Value::Mapping(fields) = value else {
        return;
    };
    // Its siblings say nothing in 3.0.
    if let Some(reference) = fields.get("$ref").cloned() {
        *fields = Mapping::from_iter([("$ref".into(), reference)]);
        return;
    }
    for (key, value) in fields.iter_mut() {
        match (key.as_str().unwrap_or_default(), value) {
            ("items" | "additionalProperties", value) => schema(value),
            ("allOf" | "oneOf" | "anyOf", Value::Sequence(members)) => {
                members.iter_mut().for_each(schema);
            }
            ("properties", value) => each(value),
            _ => {}
        }
    }
    exclusive(fields, "minimum", "exclusiveMinimum");
    exclusive(fields, "maximum", "exclusiveMaximum");
    match fields.get("format").and_then(Value::as_str) {
        Some("byte") => rename(fields, "format", "contentEncoding", &"base64".into()),
        Some("binary") => {
            let bytes = "application/octet-stream".into();
            rename(fields, "format", "contentMediaType", &bytes);
        }
        _ => {}
    }
    if let Some(example) = fields.get("example").cloned() {
        rename(fields, "example", "examples", &vec![example].into());
    }
    if let Some([constant]) = fields
        .get("enum")
        .and_then(Value::as_sequence)
        .map(Vec::as_slice)
    {
        let constant = constant.clone();
        rename(fields, "enum", "const", &constant);
    }
    if fields.remove("nullable") == Some(true.into()) {
        nullable(fields);
    }
}

/// A field in the place of another one.
fn rename(fields: &mut Mapping, old: &str, new: &str, value: &Value) {
    let entries = std::mem::take(fields).into_iter();
    let renamed = entries.map(|(key, old_value)| {
        if key == *old {
            (new.into(), value.clone())
        } else {
            (key, old_value)
        }
    });
    *fields = renamed.collect();
}

fn exclusive(fields: &mut Mapping, bound: &str, exclusive: &str) {
    if fields.remove(exclusive) == Some(true.into())
        && let Some(value) = fields.get(bound).cloned()
    {
        rename(fields, bound, exclusive, &value);
    }
}

fn nullable(fields: &mut Mapping) {
    if let Some(kind) = fields.get("type").cloned() {
        rename(fields, "type", "type", &vec![kind, "null".into()].into());
        return;
    }
    let null = Mapping::from_iter([("type".into(), "null".into())]);
    let words = [
        "title",
        "description",
        "deprecated",
        "readOnly",
        "writeOnly",
        "examples",
        "default",
    ];
    let (outer, inner): (Vec<_>, Vec<_>) = std::mem::take(fields)
        .into_iter()
        .partition(|(key, _)| words.contains(&key.as_str().unwrap_or_default()));
    fields.extend(outer);
    if inner.is_empty() {
        fields.extend(null);
    } else {
        let inner: Mapping = inner.into_iter().collect();
        let members = vec![Value::from(inner), Value::from(null)];
        fields.insert("anyOf".into(), members.into());
    }
}
