//! `cargo xtask fix`.

use std::fs;

use tempfile::TempDir;

use crate::support::{DOCUMENT, Printed, printed, printed_with, weather, xtask};

#[test]
fn edits_are_shown_as_a_diff_and_applied_on_demand() {
    let temp = weather("nubmer");
    let document = temp.path().join("weather.yaml");
    let before = fs::read_to_string(&document).unwrap();
    let shown = printed(temp.path(), &["fix", "weather.yaml"]);
    assert_eq!(shown.code, Some(0), "{}", shown.said);
    assert!(is_diff(&shown), "{}", shown.output);
    assert_eq!(
        shown.said,
        "fix: weather.yaml has 1 edit in 1 file that `--write` applies: 1 problem would be gone, 0 left\n"
    );
    assert_eq!(fs::read_to_string(&document).unwrap(), before);

    let checked = printed(temp.path(), &["fix", "weather.yaml", "--check"]);
    assert_eq!(checked.code, Some(1), "{}", checked.said);
    assert!(is_diff(&checked), "{}", checked.output);
    assert_eq!(fs::read_to_string(&document).unwrap(), before);

    let written = printed(temp.path(), &["fix", "weather.yaml", "--write"]);
    assert_eq!(written.code, Some(0), "{}", written.said);
    assert!(is_diff(&written), "{}", written.output);
    assert_eq!(
        written.said,
        "fix: 1 edit of weather.yaml applied to 1 file: 1 problem gone, 0 left\n"
    );
    assert_eq!(fs::read_to_string(&document).unwrap(), DOCUMENT);

    for flags in [&[][..], &["--check"], &["--write"]] {
        let again = xtask(temp.path(), &[&["fix", "weather.yaml"], flags].concat());
        assert_eq!(again.code, Some(0), "{}", again.said);
        assert_eq!(
            again.said,
            "fix: weather.yaml has 0 problems, and no edit is certain\n"
        );
    }
}

#[test]
fn a_file_beside_the_main_one_is_fixed_where_it_is() {
    let temp = TempDir::new().unwrap();
    let api = temp.path().join("api");
    fs::create_dir_all(api.join("schemas")).unwrap();
    let main = "openapi: 3.0.3
info: {title: Zoo, version: '1'}
paths: {}
components: {schemas: {Pet: {$ref: schemas/pet.yaml}}}
";
    fs::write(api.join("openapi.yaml"), main).unwrap();
    fs::write(api.join("schemas/pet.yaml"), "type: objct\n").unwrap();
    let words = ["fix", "--spec", "api/openapi.yaml", "--write"];
    let ended = printed(temp.path(), &words);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let names = "--- api/schemas/pet.yaml\n+++ api/schemas/pet.yaml\t(fixed)\n";
    assert!(ended.output.starts_with(names), "{}", ended.output);
    let pet = fs::read_to_string(api.join("schemas/pet.yaml")).unwrap();
    assert_eq!(pet, "type: object\n");
    assert_eq!(fs::read_to_string(api.join("openapi.yaml")).unwrap(), main);
}

#[test]
fn an_edit_that_would_bring_errors_is_refused() {
    let temp = TempDir::new().unwrap();
    let document = "openapi: 3.0.3
info: {title: Zoo, version: '1'}
paths: {}
components: {schemas: {Pet: {type: object, proprties: {a: {type: x}, b: {type: y}}}}}
";
    fs::write(temp.path().join("zoo.yaml"), document).unwrap();
    let ended = xtask(temp.path(), &["fix", "zoo.yaml", "--write"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let first = "warning: zoo.yaml:4: an edit was refused, since it would bring an error: unknown value `x`";
    assert_eq!(ended.said.lines().next(), Some(first));
    let text = fs::read_to_string(temp.path().join("zoo.yaml")).unwrap();
    assert_eq!(text, document);
}

#[test]
fn what_is_not_a_file_of_utf_8_is_not_written() {
    let temp = TempDir::new().unwrap();
    let broken = DOCUMENT.replace("type: number", "type: nubmer");
    let units = broken.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
    fs::write(temp.path().join("weather.yaml"), &bytes).unwrap();
    let ended = printed(temp.path(), &["fix", "weather.yaml", "--write"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    let begin = "error: weather.yaml is not written: ";
    assert!(ended.said.starts_with(begin), "{}", ended.said);
    assert_eq!(fs::read(temp.path().join("weather.yaml")).unwrap(), bytes);

    let shown = printed_with(temp.path(), &["fix", "-"], &broken);
    assert_eq!(shown.code, Some(0), "{}", shown.said);
    assert!(is_diff(&shown), "{}", shown.output);
    let written = printed_with(temp.path(), &["fix", "-", "--write"], &broken);
    assert_eq!(written.code, Some(2), "{}", written.said);
}

/// Whether the diff of the only slip is printed.
fn is_diff(ended: &Printed) -> bool {
    let is_line = |begin, word| {
        let mut lines = ended.output.lines();
        lines.any(|line| line.starts_with(begin) && line.trim_end().ends_with(word))
    };
    ended.output.starts_with("--- ") && is_line('-', "type: nubmer") && is_line('+', "type: number")
}
