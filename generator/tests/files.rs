//! A document gives the same crate whether it is in one file or in many.

use std::collections::BTreeMap;

use sdkwright::report::Format;
use sdkwright::{Config, File, Source, Sources};
use serde_json::{Value, json};

const RICH: &str = include_str!("fixtures/rich.yaml");
const ROWND: &str = include_str!("../../spec/rownd.yaml");

#[test]
fn a_file_for_each_component() {
    for text in [RICH, ROWND] {
        let document: Value = serde_yaml::from_str(text).expect("the document is YAML");
        let whole = generate(&document, &BTreeMap::new());
        let (main, files) = split(document);
        assert!(files.len() > 5, "there is something to be split");
        let parts = generate(&main, &files);
        assert_eq!(parts.len(), whole.len());
        for (part, whole) in parts.iter().zip(&whole) {
            assert_eq!(part, whole);
        }
    }
}

fn generate(main: &Value, files: &BTreeMap<String, Value>) -> Vec<File> {
    let mut sources = Sources::from(Source {
        name: "openapi.json".to_owned(),
        text: main.to_string(),
    });
    loop {
        let output = sdkwright::generate(&sources, &Config::default());
        if output.needs.is_empty() {
            let said = output.diagnostics.render(&sources, Format::PLAIN);
            return output.files.unwrap_or_else(|| panic!("{said}"));
        }
        for path in output.needs {
            let text = files.get(&path).map(Value::to_string);
            sources.add(path, text.ok_or("there is no such file".to_owned()));
        }
    }
}

/// The document with each component in a file of its own, and these files.
fn split(mut document: Value) -> (Value, BTreeMap<String, Value>) {
    let mut files = BTreeMap::new();
    let kinds = document
        .get_mut("components")
        .and_then(Value::as_object_mut);
    for (kind, components) in kinds.into_iter().flatten() {
        for (name, component) in components.as_object_mut().into_iter().flatten() {
            let path = format!("{kind}/{name}.json");
            let reference = json!({ "$ref": path });
            let mut component = std::mem::replace(component, reference);
            redirect(&mut component, "../");
            files.insert(path, component);
        }
    }
    if let Some(paths) = document.get_mut("paths") {
        redirect(paths, "");
    }
    (document, files)
}

/// Lets references to components lead to their files, and others into the main file.
fn redirect(value: &mut Value, folder: &str) {
    match value {
        Value::Object(map) => map.values_mut().for_each(|value| redirect(value, folder)),
        Value::Array(items) => items.iter_mut().for_each(|value| redirect(value, folder)),
        Value::String(text) => {
            let Some(pointer) = text.strip_prefix("#/") else {
                return;
            };
            let mut words = pointer.splitn(4, '/');
            *text = match (words.next(), words.next(), words.next(), words.next()) {
                (Some("components"), Some(kind), Some(name), None) => {
                    format!("{folder}{kind}/{name}.json")
                }
                (Some("components"), Some(kind), Some(name), Some(rest)) => {
                    format!("{folder}{kind}/{name}.json#/{rest}")
                }
                _ => format!("{folder}openapi.json#/{pointer}"),
            };
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
