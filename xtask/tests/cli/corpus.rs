//! Many documents in one run.

use std::fs;

use tempfile::TempDir;

use crate::support::{DOCUMENT, xtask};

#[test]
fn each_document_has_its_line_and_the_last_line_counts() {
    let temp = TempDir::new().unwrap();
    fs::write(temp.path().join("weather.yaml"), DOCUMENT).unwrap();
    fs::write(temp.path().join("old.json"), r#"{"swagger": "2.0"}"#).unwrap();
    fs::write(temp.path().join("notes.txt"), "no document").unwrap();
    let api = temp.path().join("parts");
    fs::create_dir(&api).unwrap();
    fs::write(api.join("openapi.yaml"), DOCUMENT).unwrap();
    let ended = xtask(temp.path(), &["corpus", "--no-check", "."]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let lines: Vec<&str> = ended.said.lines().collect();
    let [old, parts, weather, summary] = lines.as_slice() else {
        panic!("{}", ended.said);
    };
    assert!(old.starts_with("old: 0 operations"), "{old}");
    assert!(
        old.contains("rejected: this is a Swagger 2.0 document"),
        "{old}"
    );
    assert!(weather.starts_with("weather: 1 operations"), "{weather}");
    assert!(parts.starts_with("parts: 1 operations"), "{parts}");
    assert_eq!(*summary, "corpus: 3 documents, 2 operations, 0 failures");
}

#[test]
fn a_folder_that_does_not_exist_is_rejected() {
    let temp = TempDir::new().unwrap();
    let ended = xtask(temp.path(), &["corpus", "nowhere"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
}
