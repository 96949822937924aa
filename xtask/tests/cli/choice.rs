//! What is emitted of a document, and what is left out.

use std::fs;

use tempfile::TempDir;

use crate::support::{Ended, xtask};

/// Two operations; the second one has an error, and its parameter a warning.
const DOCUMENT: &str = r#"
openapi: 3.0.3
info: {title: Weather, version: 1.0.0}
paths:
  /stations:
    get:
      operationId: listStations
      tags: [stations]
      responses:
        "200":
          description: The stations.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Station'}}
  /winds:
    get:
      operationId: listWinds
      tags: [winds]
      responses:
        "200":
          description: The winds.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Wind'}
components:
  schemas:
    Station: {type: object, properties: {name: {type: string}}}
    Wind: {type: object, properties: {speed: {type: WIND}}}
"#;

#[test]
fn an_error_leaves_out_what_holds_it_where_that_is_asked_for() {
    let temp = TempDir::new().unwrap();
    let ended = run(&temp, "nubmer", &["--keep-going"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(ended.said.contains("nubmer"), "{}", ended.said);
    assert!(
        ended.said.contains("left out GET /winds\n"),
        "{}",
        ended.said
    );
    assert!(
        temp.path()
            .join("sdk/src/operations/list_stations.rs")
            .exists()
    );
    assert!(temp.path().join("sdk/src/models/station.rs").exists());
    assert!(
        !temp
            .path()
            .join("sdk/src/operations/list_winds.rs")
            .exists()
    );
    assert!(!temp.path().join("sdk/src/models/wind.rs").exists());
}

#[test]
fn a_chosen_tag_or_operation_brings_the_types_that_it_reaches() {
    for choice in [["--only-tag", "winds"], ["--only-operation", "listWinds"]] {
        let temp = TempDir::new().unwrap();
        let ended = run(&temp, "number", &choice);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        assert!(
            temp.path()
                .join("sdk/src/operations/list_winds.rs")
                .exists()
        );
        assert!(temp.path().join("sdk/src/models/wind.rs").exists());
        assert!(
            !temp
                .path()
                .join("sdk/src/operations/list_stations.rs")
                .exists()
        );
        assert!(!temp.path().join("sdk/src/models/station.rs").exists());
    }
}

#[test]
fn a_denied_warning_changes_nothing() {
    let temp = TempDir::new().unwrap();
    let document = "number, typo: 1";
    assert_eq!(run(&temp, document, &[]).code, Some(0));
    fs::remove_dir_all(temp.path().join("sdk")).unwrap();
    let ended = run(&temp, document, &["--deny", "warnings"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let last = "error: weather.yaml has 1 denied warning, so nothing was generated\n";
    assert!(ended.said.ends_with(last), "{}", ended.said);
    assert!(!temp.path().join("sdk").exists());
}

fn run(temp: &TempDir, wind: &str, more: &[&str]) -> Ended {
    let document = DOCUMENT.replace("WIND", wind);
    fs::write(temp.path().join("weather.yaml"), document).unwrap();
    let words = ["codegen", "--spec", "weather.yaml", "--out", "sdk"];
    xtask(temp.path(), &[&words, more].concat())
}
