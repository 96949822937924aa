//! The schemas of a document, and what they belong to.

use serde_json::Value;

use super::{METHODS, id};

/// The component or operation in which something is.
pub fn home(document: &Value, pointer: &str) -> Option<String> {
    if let Some((_, definition)) = pointer.rsplit_once("/$defs/") {
        return definition.split('/').next().map(str::to_owned);
    }
    let mut steps = pointer.split('/').skip(1);
    let decoded = |step: &str| step.replace("~1", "/").replace("~0", "~");
    match (
        steps.next()?,
        decoded(steps.next()?),
        decoded(steps.next()?),
    ) {
        ("components", _, name) => Some(name),
        (_, path, method) if METHODS.contains(&method.as_str()) => {
            let operation = document.get("paths")?.get(&path)?.get(&method)?;
            Some(id(operation, &path, &method))
        }
        (_, path, _) => Some(path),
    }
}

/// The pointers of the schemas of which something is true, outside examples.
pub fn places(document: &Value, is_it: &dyn Fn(&Value) -> bool) -> Vec<String> {
    fn walk(value: &Value, pointer: &str, is_it: &dyn Fn(&Value) -> bool, found: &mut Vec<String>) {
        let is_name = ["/properties", "/schemas"]
            .iter()
            .any(|end| pointer.ends_with(end));
        if !is_name && value.is_object() && is_it(value) {
            found.push(pointer.to_owned());
        }
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let is_data = matches!(
                        name.as_str(),
                        "example"
                            | "examples"
                            | "default"
                            | "const"
                            | "enum"
                            | "allOf"
                            | "pathItems"
                            | "additionalOperations"
                    );
                    if (is_name || !is_data) && !name.starts_with("x-") {
                        let name = name.replace('~', "~0").replace('/', "~1");
                        walk(member, &format!("{pointer}/{name}"), is_it, found);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{pointer}/{index}"), is_it, found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    for part in ["components", "paths"] {
        if let Some(value) = document.get(part) {
            walk(value, &format!("/{part}"), is_it, &mut found);
        }
    }
    found
}

/// These components, and those that extend them or have them as a variant.
pub fn with_heirs(document: &Value, mut homes: Vec<String>) -> Vec<String> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.and_then(Value::as_object);
    let extends = |schema: &Value, homes: &[String]| {
        let members = ["allOf", "oneOf", "anyOf"].map(|word| schema.get(word).cloned());
        let members = Value::from(members.map(Option::unwrap_or_default).to_vec()).to_string();
        let mut homes = homes.iter();
        homes.any(|home| members.contains(&format!("schemas/{home}\"")))
    };
    loop {
        let heirs = schemas.into_iter().flatten();
        let heirs = heirs.filter(|(name, schema)| !homes.contains(name) && extends(schema, &homes));
        let heirs: Vec<String> = heirs.map(|(name, _)| name.clone()).collect();
        if heirs.is_empty() {
            return homes;
        }
        homes.extend(heirs);
    }
}
