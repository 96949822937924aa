//! `sdkwright init`.

use std::fs;

use crate::support::{folder, run};

#[test]
fn a_project_is_ready_to_generate() {
    let temp = folder(&[]);
    let ended = run(
        temp.path(),
        &[
            "init",
            "--spec",
            "openapi.yaml",
            "--out",
            "crates/tides",
            "--name",
            "tides-client",
        ],
    );
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert!(
        ended.said.contains("run `sdkwright codegen`"),
        "{}",
        ended.said
    );
    let read = |path: &str| fs::read_to_string(temp.path().join(path)).unwrap();
    let settings = read("sdkwright.toml");
    let stated =
        "document = \"openapi.yaml\"\noutput = \"crates/tides\"\npackage = \"tides-client\"\n";
    assert!(settings.contains(stated), "{settings}");
    assert!(
        settings.contains("overlays = [\"overlay.yaml\"]"),
        "{settings}"
    );
    assert_eq!(
        read(".gitattributes"),
        "crates/tides/** linguist-generated=true\n"
    );
    let workflow = read(".github/workflows/sdk.yml");
    for command in [
        "sdkwright check",
        "sdkwright codegen --check",
        "sdkwright diff",
    ] {
        assert!(workflow.contains(command), "{workflow}");
    }
    assert!(!workflow.contains("VERSION"), "{workflow}");

    assert_eq!(run(temp.path(), &["codegen"]).code, Some(0));
    assert!(temp.path().join("crates/tides/src/lib.rs").exists());
    assert_eq!(run(temp.path(), &["codegen", "--check"]).code, Some(0));
}

#[test]
fn what_exists_is_left_and_named() {
    let temp = folder(&[
        (".gitattributes", "* text\n"),
        ("sdkwright.toml", "# mine\n"),
    ]);
    let ended = run(temp.path(), &["init", "--spec", "openapi.yaml"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let left = "left .gitattributes as it is: add `sdk/** linguist-generated=true`\n";
    assert!(ended.said.contains(left), "{}", ended.said);
    assert!(
        ended.said.contains("left sdkwright.toml as it is"),
        "{}",
        ended.said
    );
    assert!(
        ended.said.contains("created .github/workflows/sdk.yml\n"),
        "{}",
        ended.said
    );
    let read = |path: &str| fs::read_to_string(temp.path().join(path)).unwrap();
    assert_eq!(read(".gitattributes"), "* text\n");
    assert_eq!(read("sdkwright.toml"), "# mine\n");
}

#[test]
fn a_document_that_is_not_there_is_an_error_before_anything_is_written() {
    let temp = folder(&[]);
    let ended = run(temp.path(), &["init", "--spec", "missing.yaml"]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    assert!(ended.said.starts_with("error: cannot read missing.yaml: "));
    assert!(!temp.path().join("sdkwright.toml").exists());
}
