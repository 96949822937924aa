//! Documents in several files.

use std::fs;

use tempfile::TempDir;

use crate::support::{Ended, xtask};

const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: Zoo, version: 1.0.0}
paths:
  /pets: {$ref: paths/pets.yaml}
";

const PETS: &str = "
get:
  operationId: listPets
  responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '../schemas/pet.json'}}}}}
";

#[test]
fn files_are_found_below_the_folder_of_the_document() {
    let temp = zoo(r#"{"type": "object", "properties": {"name": {"type": "string"}}}"#);
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let model = fs::read_to_string(temp.path().join("sdk/src/models/pet.rs")).unwrap();
    assert!(model.contains("pub struct Pet "), "{model}");

    let ended = generate(&temp, &["--check"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
}

#[test]
fn what_is_wrong_with_a_file_is_shown_there() {
    let temp = zoo("{\n  \"type\": \"objct\"\n}");
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("--> api/schemas/pet.json:2:11\n"),
        "{}",
        ended.said
    );

    let ended = generate(&temp, &["--keep-going"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended.said.contains("left out GET /pets\n"),
        "{}",
        ended.said
    );
}

#[test]
fn a_file_that_is_not_there_is_an_error_of_the_reference() {
    let temp = zoo("{}");
    fs::remove_file(temp.path().join("api/schemas/pet.json")).unwrap();
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("--> api/paths/pets.yaml:4:"),
        "{}",
        ended.said
    );
    assert!(
        ended.said.contains("there is no such file"),
        "{}",
        ended.said
    );
}

#[test]
fn a_folder_is_not_a_file() {
    let temp = zoo("{}");
    fs::remove_file(temp.path().join("api/schemas/pet.json")).unwrap();
    fs::create_dir(temp.path().join("api/schemas/pet.json")).unwrap();
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("this is not a file"), "{}", ended.said);
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let temp = zoo("{}");
    fs::rename(
        temp.path().join("api/schemas/pet.json"),
        temp.path().join("secret.json"),
    )
    .unwrap();
    std::os::unix::fs::symlink(
        temp.path().join("secret.json"),
        temp.path().join("api/schemas/pet.json"),
    )
    .unwrap();
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended
            .said
            .contains("this is outside the folder of the document"),
        "{}",
        ended.said
    );
}

#[test]
fn files_in_a_long_row_come_to_an_end() {
    let temp = zoo(r#"{"$ref": "0.yaml"}"#);
    for number in 0..60 {
        let path = temp.path().join(format!("api/schemas/{number}.yaml"));
        fs::write(path, format!("$ref: {}.yaml", number + 1)).unwrap();
    }
    let ended = generate(&temp, &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains("refer to one another in a chain"),
        "{}",
        ended.said
    );
}

/// A document in three files, of which this is the last one.
fn zoo(pet: &str) -> TempDir {
    let temp = TempDir::new().unwrap();
    let api = temp.path().join("api");
    fs::create_dir_all(api.join("paths")).unwrap();
    fs::create_dir_all(api.join("schemas")).unwrap();
    fs::write(api.join("openapi.yaml"), DOCUMENT).unwrap();
    fs::write(api.join("paths/pets.yaml"), PETS).unwrap();
    fs::write(api.join("schemas/pet.json"), pet).unwrap();
    temp
}

fn generate(temp: &TempDir, flags: &[&str]) -> Ended {
    let words = ["codegen", "--spec", "api/openapi.yaml", "--out", "sdk"];
    xtask(temp.path(), &[&words, flags].concat())
}
