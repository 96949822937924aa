//! A document with every keyword, of which one value at a time is of another kind: that is told, and at that value.

use sdkwright::{Config, OnError, Source, Sources};
use serde_json::{Value, json};

const DOCUMENTS: [&str; 3] = [
    include_str!("fixtures/keywords.yaml"),
    include_str!("fixtures/keywords-3.1.yaml"),
    include_str!("fixtures/keywords-3.2.yaml"),
];

/// Fields that hold any value, or values of several kinds.
const FREE: [&str; 10] = [
    "/const",
    "/unit",
    "/dataValue",
    "/example",
    "/default",
    "/value",
    "/enum/",
    "/additionalProperties",
    "/links/next/parameters/",
    "/links/next/requestBody",
];

#[test]
fn a_value_of_another_kind_is_reported_at_its_place() {
    for document in DOCUMENTS {
        each_place_is_reported(document);
    }
}

fn each_place_is_reported(document: &str) {
    let document: Value = serde_yaml::from_str(document).expect("the document is YAML");
    let mut places = Vec::new();
    collect(&document, String::new(), &mut places);
    let mut wrong = Vec::new();
    for place in &places {
        for value in values() {
            let mut changed = document.clone();
            let Some(old) = changed.pointer_mut(place) else {
                continue;
            };
            if std::mem::discriminant(old) == std::mem::discriminant(&value) {
                continue;
            }
            // From OpenAPI 3.1 on, a schema is an object or a boolean.
            let is_schema =
                old.is_object() && value == json!(true) || old.is_boolean() && value.is_object();
            if is_schema && !is_3_0(&document) {
                continue;
            }
            *old = value.clone();
            wrong.extend(misses(&changed, place).map(|miss| format!("{place} = {value}: {miss}")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What is not as it should be in what is said about a document with such a place.
fn misses(document: &Value, place: &str) -> Option<String> {
    let sources = Sources::from(Source {
        name: "keywords.json".to_owned(),
        text: document.to_string(),
    });
    let config = Config {
        on_error: OnError::LeaveOut,
        ..Config::default()
    };
    let output = sdkwright::check(&sources, &config);
    let mut said = output.diagnostics.iter();
    let vague = said.find(|one| one.message.starts_with("what stands here"));
    // Pieces of later versions are read by types of 3.0 as yet.
    if let Some(vague) = vague.filter(|_| is_3_0(document)) {
        return Some(vague.message.clone());
    }
    let is_free = place.starts_with("/openapi") || FREE.iter().any(|key| place.contains(key));
    let is_there = |pointer: &str| {
        pointer
            .strip_prefix('#')
            .is_some_and(|pointer| pointer.starts_with(place))
    };
    let is_told = output.diagnostics.iter().any(|one| is_there(&one.pointer));
    (!is_free && !is_told).then(|| "nothing is said there".to_owned())
}

fn is_3_0(document: &Value) -> bool {
    let version = document["openapi"].as_str();
    version.is_none_or(|version| version.starts_with("3.0"))
}

fn values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(5),
        json!(-1.5),
        json!("x"),
        json!([]),
        json!(["x"]),
        json!({}),
        json!({"x": 1}),
    ]
}

/// The places of all values.
fn collect(value: &Value, place: String, places: &mut Vec<String>) {
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                collect(value, format!("{place}/{}", escape(key)), places);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, format!("{place}/{index}"), places);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    if !place.is_empty() {
        places.push(place);
    }
}
