//! Damage to documents.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::random::Random;

/// Characters that mean something somewhere.
pub const SIGNS: [char; 24] = [
    '"', '\'', '\\', '{', '}', '[', ']', ':', ',', '-', '#', '&', '*', '!', '|', '>', '%', '@',
    '`', '\t', '\n', '\0', 'é', '\u{202e}',
];

/// Texts that are hard to put into Rust, TOML, Markdown, a path or an identifier.
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

/// Descriptions that would like to be more than that.
pub const HOSTILE: [&str; 12] = [
    "*/ pub fn stolen() {} /*",
    "\n\npub fn stolen() {}",
    "\r\npub fn stolen() {}\r\n",
    "\u{2028}pub fn stolen() {}",
    "#![feature(stolen)]\n#[cfg(any())]",
    "\"] pub fn stolen() {} #[doc = \"",
    "```\npanic!()\n```",
    "    panic!()",
    "</div><script>stolen()</script>",
    "\u{202e}\u{2066}\0\u{7f}",
    "\\",
    "//! stolen\n/// stolen\n/** stolen */",
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

/// A small part of a document: one of its path items or one of its schemas, with everything that is referred to.
pub fn part(whole: &Value, random: &mut Random) -> Value {
    let mut part = whole.clone();
    let kept = if random.below(3) == 0 {
        ""
    } else {
        random_key(&whole["paths"], random)
    };
    let path_item = whole["paths"].get(kept);
    part["paths"] = path_item.map_or(json!({}), |item| json!({ kept: item }));
    let schema = random_key(&whole["components"]["schemas"], random);
    let mut wanted = BTreeSet::from([format!("#/components/schemas/{schema}")]);
    references(&part["paths"], &mut wanted);
    let mut components = Map::new();
    let mut known = 0;
    while known < wanted.len() {
        known = wanted.len();
        for reference in wanted.clone() {
            let mut words = reference.trim_start_matches("#/components/").splitn(2, '/');
            let (Some(kind), Some(name)) = (words.next(), words.next()) else {
                continue;
            };
            let target = &whole["components"][kind][name];
            references(target, &mut wanted);
            let of_kind = components.entry(kind).or_insert_with(|| json!({}));
            of_kind[name] = target.clone();
        }
    }
    components.insert(
        "securitySchemes".to_owned(),
        whole["components"]["securitySchemes"].clone(),
    );
    part["components"] = Value::Object(components);
    part
}

/// Puts words wherever something is described.
pub fn describe<'w>(value: &mut Value, words: &mut impl Iterator<Item = &'w &'w str>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let is_described =
                    matches!(key.as_str(), "description" | "summary") && value.is_string();
                if is_described {
                    *value = words
                        .next()
                        .map_or(Value::Null, |words| Value::from(*words));
                } else {
                    describe(value, words);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                describe(item, words);
            }
        }
        _ => {}
    }
}

/// Does one thing to one place of a document.
pub fn damage(document: &mut Value, random: &mut Random) {
    let mut places = Vec::new();
    pointers(document, String::new(), &mut places);
    let other = places[random.below(places.len())].clone();
    let other = document.pointer(&other).cloned().unwrap_or_default();
    let place = places[random.below(places.len())].clone();
    let Some(value) = document.pointer_mut(&place) else {
        return;
    };
    match random.below(8) {
        0 => delete(value, random),
        1 => duplicate(value, random),
        2 => rename(value, random),
        3 => *value = scalar(random),
        4 => *value = json!([value.take()]),
        5 => *value = json!({ random.one_of(&KEYS): value.take() }),
        6 => insert(value, random),
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

fn random_key<'v>(object: &'v Value, random: &mut Random) -> &'v str {
    let keys: Vec<&str> = object
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
        .map(String::as_str)
        .collect();
    keys[random.below(keys.len())]
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(reference) = value["$ref"]
                .as_str()
                .filter(|reference| reference.starts_with("#/components/"))
            {
                found.insert(reference.to_owned());
            }
            entries.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

fn pointers(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let token = key.replace('~', "~0").replace('/', "~1");
                pointers(value, format!("{place}/{token}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(place);
}
