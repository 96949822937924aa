//! Damage to documents.

use serde_json::{Map, Value, json};

use crate::random::Random;

/// Texts that are hard to escape in Rust, TOML, Markdown, a path or an identifier.
const TEXTS: [&str; 40] = [
    "",
    " ",
    "\0",
    "\n",
    "\r\n",
    "\u{7f}",
    "\u{202e}",
    "\u{feff}",
    "\"",
    "\\",
    "\"]; fn x() {}",
    "*/",
    "//",
    "#![feature]",
    "```",
    "````\n```rust",
    "    let x = 1;",
    "<script>",
    "[x]",
    "[x](y)",
    "{",
    "}",
    "{}",
    "{x}",
    "..",
    "../../x",
    "/",
    "/{x",
    "é",
    "日本",
    "self",
    "Self",
    "type",
    "mod",
    "gen",
    "a = &[b, c",
    "text that goes on (and (on",
    "200",
    "2XX",
    "x-y",
];

const KEYS: [&str; 34] = [
    "$ref",
    "type",
    "format",
    "enum",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "nullable",
    "description",
    "default",
    "example",
    "parameters",
    "requestBody",
    "content",
    "application/json",
    "text/plain",
    "schema",
    "responses",
    "200",
    "default",
    "security",
    "servers",
    "name",
    "in",
    "x-sdk-package",
    "x-sdk-credentials",
    "x-sdk-idempotent",
    "operationId",
    "discriminator",
];

/// Changes one value of a document.
pub fn damage(document: &mut Value, random: &mut Random) {
    let mut all = Vec::new();
    pointers(document, String::new(), &mut all);
    let other = all[random.below(all.len())].clone();
    let other = document.pointer(&other).cloned().unwrap_or_default();
    let pointer = all[random.below(all.len())].clone();
    let Some(value) = document.pointer_mut(&pointer) else {
        return;
    };
    match random.below(9) {
        0 => delete(value, random),
        1 => duplicate(value, random),
        2 => rename(value, random),
        3 => *value = scalar(random),
        4 => *value = json!([value.take()]),
        5 => *value = json!({ random.one_of(&KEYS): value.take() }),
        6 => insert(value, random),
        7 => nest(value, random),
        _ => *value = other,
    }
}

fn delete(value: &mut Value, random: &mut Random) {
    match value {
        Value::Array(items) if !items.is_empty() => drop(items.remove(random.below(items.len()))),
        Value::Object(entries) if !entries.is_empty() => {
            let key = nth_key(entries, random);
            entries.remove(&key);
        }
        _ => *value = Value::Null,
    }
}

fn duplicate(value: &mut Value, random: &mut Random) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            let item = items[random.below(items.len())].clone();
            items.push(item);
        }
        Value::Object(entries) if !entries.is_empty() => {
            let key = nth_key(entries, random);
            let copy = entries[&key].clone();
            entries.insert(key.to_uppercase(), copy);
        }
        _ => *value = json!([value.clone(), value.clone()]),
    }
}

fn rename(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(entries) if !entries.is_empty() => {
            let key = nth_key(entries, random);
            let moved = entries.remove(&key).unwrap_or_default();
            let name = if random.below(2) == 0 {
                random.one_of(&KEYS)
            } else {
                random.one_of(&TEXTS)
            };
            entries.insert(name.to_owned(), moved);
        }
        _ => *value = Value::from(random.one_of(&TEXTS)),
    }
}

/// Nests a value deeply.
fn nest(value: &mut Value, random: &mut Random) {
    let key = random.one_of(&[
        "allOf",
        "oneOf",
        "items",
        "properties",
        "additionalProperties",
        "not",
    ]);
    for _ in 0..random.below(70) {
        let inner = value.take();
        *value = match key {
            "allOf" | "oneOf" => json!({ key: [inner] }),
            "properties" => json!({ key: { "inner": inner } }),
            _ => json!({ key: inner }),
        };
    }
}

fn insert(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(entries) => {
            drop(entries.insert(random.one_of(&KEYS).to_owned(), scalar(random)));
        }
        Value::Array(items) => items.push(scalar(random)),
        _ => *value = scalar(random),
    }
}

fn scalar(random: &mut Random) -> Value {
    match random.below(9) {
        0 => Value::Null,
        1 => Value::from(random.below(2) == 0),
        2 => json!(-1),
        3 => json!(1e300),
        4 => json!(u64::MAX),
        5 => json!({}),
        6 => json!([]),
        7 => Value::from("x".repeat(random.below(400))),
        _ => Value::from(random.one_of(&TEXTS)),
    }
}

fn nth_key(entries: &Map<String, Value>, random: &mut Random) -> String {
    entries
        .keys()
        .nth(random.below(entries.len()))
        .cloned()
        .unwrap_or_default()
}

fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let token = key.replace('~', "~0").replace('/', "~1");
                pointers(value, format!("{pointer}/{token}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(pointer);
}
