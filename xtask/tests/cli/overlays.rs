//! Documents with overlays.

use std::fs;

use tempfile::TempDir;

use crate::support::{DOCUMENT, Ended, printed, weather, xtask};

/// A folder with the document and an overlay that gives its only operation this type of a parameter.
fn overlaid(ty: &str) -> TempDir {
    let temp = weather("number");
    let parameter = format!("{{name: unit, in: query, schema: {{type: {ty}}}}}");
    let overlay = format!(
        "overlay: 1.1.0
info: {{title: Units, version: 1.0.0}}
actions:
  - target: $.paths.*.*
    update: {{parameters: [{parameter}]}}
"
    );
    fs::write(temp.path().join("units.yaml"), overlay).unwrap();
    temp
}

fn codegen(temp: &TempDir, more: &[&str]) -> Ended {
    let words = ["codegen", "--spec", "weather.yaml", "--out", "sdk"];
    xtask(temp.path(), &[&words, more].concat())
}

#[test]
fn an_overlay_is_part_of_the_document() {
    let temp = overlaid("string");
    let ended = codegen(&temp, &["--overlay", "units.yaml"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);

    // Without it, the crate is another one.
    let ended = codegen(&temp, &["--check"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let ended = codegen(&temp, &["--check", "--overlay", "units.yaml"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
}

#[test]
fn what_is_wrong_with_an_overlay_is_shown_there() {
    let temp = overlaid("strin");
    let words = ["check", "weather.yaml", "--overlay", "units.yaml"];
    let ended = xtask(temp.path(), &words);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("--> units.yaml:5:"), "{}", ended.said);
    let ended = xtask(
        temp.path(),
        &["check", "weather.yaml", "--overlay", "none.yaml"],
    );
    assert_eq!(ended.code, Some(2), "{}", ended.said);
}

#[test]
fn both_documents_of_a_comparison_have_the_overlay() {
    let temp = overlaid("string");
    fs::write(temp.path().join("old.yaml"), DOCUMENT).unwrap();
    let words = [
        "diff",
        "--spec",
        "weather.yaml",
        "--base",
        "old.yaml",
        "--overlay",
        "units.yaml",
    ];
    let ended = printed(temp.path(), &words);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended.output.contains("nothing is different"),
        "{}",
        ended.output
    );
}

#[test]
fn edits_are_applied_where_the_mistake_is() {
    let temp = overlaid("strin");
    let document = fs::read_to_string(temp.path().join("weather.yaml")).unwrap();
    let mistaken = document.replace("type: number", "type: nubmer");
    fs::write(temp.path().join("weather.yaml"), &mistaken).unwrap();
    let words = ["fix", "weather.yaml", "--overlay", "units.yaml", "--write"];
    let ended = printed(temp.path(), &words);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert_eq!(
        ended.said,
        "fix: 2 edits of weather.yaml applied to 2 files: 2 problems gone, 0 left\n"
    );
    let read = |name| fs::read_to_string(temp.path().join(name)).unwrap();
    assert_eq!(read("weather.yaml"), document);
    let overlay = overlaid("string");
    let overlay = fs::read_to_string(overlay.path().join("units.yaml")).unwrap();
    assert_eq!(read("units.yaml"), overlay);
}
