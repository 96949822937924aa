//! A further variant of a union.

use serde_json::{Map, Value, json};

use super::places::{home, places};
use super::{Edit, NAMES, edit, random_of};
use crate::random::Random;

/// A variant of a union: what the first one has, and something of its own.
pub fn variant(document: &Value, random: &mut Random) -> Option<Edit> {
    let word = ["oneOf", "anyOf"][random.below(2)];
    let members = |schema: &Value| -> Vec<Value> {
        let members = schema.get(word).and_then(Value::as_array);
        members.cloned().unwrap_or_default()
    };
    let unions = places(document, &|schema| {
        let objects = members(schema).into_iter();
        let objects = objects.filter_map(|member| object_of(document, &member));
        objects.count() > 1
    });
    let place = random_of(&unions, random)?;
    let union = document.pointer(&place)?;
    let mut objects = members(union).into_iter();
    let (mut required, mut properties) = objects.find_map(|member| object_of(document, &member))?;
    let constant = json!({ "type": "string", "enum": ["added"] });
    for property in properties.values_mut() {
        let values = property.get("enum").and_then(Value::as_array);
        if property.get("const").is_some() || values.is_some_and(|values| values.len() == 1) {
            *property = constant.clone();
        }
    }
    let tag = union.pointer("/discriminator/propertyName");
    for name in ["addedKind"].into_iter().chain(tag.and_then(Value::as_str)) {
        properties.insert(name.to_owned(), constant.clone());
        required.push(json!(name));
    }
    let name = format!("{}Variant", random.one_of(&NAMES));
    let variant = json!({ "type": "object", "required": required, "properties": properties });
    let homes = vec![home(document, &place)?, name.clone()];
    let mut edit = edit(document, format!("a variant of {place}"), homes);
    let union = edit.document.pointer_mut(&place)?;
    let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
    union[word].as_array_mut()?.push(reference.clone());
    if let Some(mapping) = union.pointer_mut("/discriminator/mapping") {
        mapping["added"] = reference["$ref"].clone();
    }
    edit.document["components"]["schemas"][name] = variant;
    Some(edit)
}

/// What is required of an object, and its properties; `None` if the schema is not one.
fn object_of(document: &Value, schema: &Value) -> Option<(Vec<Value>, Map<String, Value>)> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = document.pointer(reference.strip_prefix('#')?)?;
        return object_of(document, target);
    }
    let mut required = Vec::new();
    let mut properties = Map::new();
    let members = schema.get("allOf").and_then(Value::as_array);
    for member in members.into_iter().flatten() {
        let (more, others) = object_of(document, member)?;
        required.extend(more);
        properties.extend(others);
    }
    let own = schema.get("required").and_then(Value::as_array);
    required.extend(own.into_iter().flatten().cloned());
    let own = schema.get("properties").and_then(Value::as_object);
    properties.extend(own.cloned().unwrap_or_default());
    (!properties.is_empty()).then_some((required, properties))
}
