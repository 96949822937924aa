//! Documents of OpenAPI 3.0 that are read without an error: openapiv3 reads them, too, and sees the same in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use openapiv3::{OpenAPI, Parameter, PathItem, ReferenceOr};
use percent_encoding::percent_decode_str;
use sdkwright::{Outline, Source, Sources};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What openapiv3 does not read, and why.
const REJECTED: [(&str, &str); 1] = [(
    "W0006_examples.yaml",
    "an example whose name is the word `null`, which serde_yaml reads as null",
)];

#[test]
fn openapiv3_reads_the_same() {
    let mut compared = 0;
    for path in documents() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Some documents about errors are not in UTF-8.
        let text = fs::read_to_string(&path).unwrap_or_default();
        let Some(own) = outline(&text) else {
            continue;
        };
        let other = serde_yaml::from_str::<OpenAPI>(&text);
        let is_rejected = REJECTED.iter().any(|(rejected, _)| *rejected == name);
        assert_eq!(other.is_err(), is_rejected, "{name}: {:?}", other.err());
        let Ok(other) = other else {
            continue;
        };
        assert_eq!(own, outline_of(&other, &text), "{name}");
        compared += 1;
    }
    assert!(compared > 40, "{compared} documents are compared");
}

/// The documents of 3.0 in one file.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [
        "tests/fixtures",
        "tests/corpus",
        "tests/diagnostics",
        "../spec",
    ];
    let entries = folders.iter().flat_map(|folder| {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of documents");
        entries.map(|entry| entry.expect("an entry").path())
    });
    let is_document = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml");
    let mut documents: Vec<PathBuf> = entries.filter(is_document).collect();
    documents.sort();
    documents
}

/// What this generator sees; `None` where it reports an error, and for other versions.
fn outline(text: &str) -> Option<Outline> {
    let is_3_0 = text.lines().any(|line| line.starts_with("openapi: 3.0."));
    let sources = Sources::from(Source {
        name: "openapi.yaml".to_owned(),
        text: text.to_owned(),
    });
    sdkwright::outline(&sources).filter(|_| is_3_0)
}

/// What openapiv3 sees.
fn outline_of(document: &OpenAPI, text: &str) -> Outline {
    let text: Value = serde_yaml::from_str(text).expect("a document");
    let mut operations = BTreeMap::new();
    for (path, item) in document.paths.iter() {
        let item: PathItem = resolved(&text, item);
        for (method, operation) in item.iter() {
            let parameters = operation.parameters.iter().chain(&item.parameters);
            let parameters: BTreeSet<String> = parameters
                .map(|parameter| described(&resolved(&text, parameter)))
                .collect();
            operations.insert(format!("{} {path}", method.to_uppercase()), parameters);
        }
    }
    let schemas = document.components.iter();
    Outline {
        operations,
        schemas: schemas
            .flat_map(|components| components.schemas.keys().cloned())
            .collect(),
    }
}

/// An object, found by a JSON pointer where it is a reference: openapiv3 follows none.
fn resolved<T: Clone + DeserializeOwned>(text: &Value, object: &ReferenceOr<T>) -> T {
    let mut object = object.clone();
    while let ReferenceOr::Reference { reference } = object {
        let pointer = percent_decode_str(&reference).decode_utf8_lossy();
        let target = text.pointer(pointer.trim_start_matches('#'));
        let target = target.expect("a place in the document").clone();
        object = serde_json::from_value(target).expect("an object of the same kind");
    }
    object.into_item().expect("no reference")
}

fn described(parameter: &Parameter) -> String {
    let location = match parameter {
        Parameter::Path { .. } => "path",
        Parameter::Query { .. } => "query",
        Parameter::Header { .. } => "header",
        Parameter::Cookie { .. } => "cookie",
    };
    format!("{} in {location}", parameter.parameter_data_ref().name)
}
