//! `cargo xtask codegen`, from a document to a folder.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{DOCUMENT, Ended, xtask};

const GENERATE: [&str; 5] = ["codegen", "--spec", "weather.yaml", "--out", "sdk"];

#[test]
fn a_first_run_creates_and_a_second_finds_nothing_to_do() {
    let temp = weather();
    let first = run(&temp, &[]);
    assert_eq!(first.code, Some(0), "{}", first.said);
    assert!(
        first.said.contains("created src/lib.rs\n"),
        "{}",
        first.said
    );
    assert!(
        last_line(&first).starts_with("codegen: 1 operation, "),
        "{}",
        first.said
    );
    assert!(
        last_line(&first).ends_with(" 0 changed, 0 removed, 0 unchanged"),
        "{}",
        first.said
    );

    let second = run(&temp, &[]);
    assert_eq!(second.code, Some(0), "{}", second.said);
    assert!(
        last_line(&second).contains(" in sdk: 0 created, 0 changed, 0 removed, "),
        "{}",
        second.said
    );
}

#[test]
fn every_emitted_file_can_be_known_again() {
    let temp = weather();
    assert_eq!(run(&temp, &[]).code, Some(0));
    for path in ["Cargo.toml", "README.md", "src/lib.rs"] {
        let text = fs::read_to_string(temp.path().join("sdk").join(path)).unwrap();
        assert!(sdkwright::is_marked(&text), "{path}");
    }
}

#[test]
fn the_name_of_the_crate_can_be_chosen() {
    let temp = weather();
    assert_eq!(run(&temp, &["--name", "meteo"]).code, Some(0));
    let manifest = fs::read_to_string(temp.path().join("sdk/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"meteo\""), "{manifest}");
}

#[test]
fn a_check_of_a_fresh_folder_says_so_in_one_line() {
    let temp = weather();
    assert_eq!(run(&temp, &[]).code, Some(0));
    let check = run(&temp, &["--check"]);
    assert_eq!(check.code, Some(0), "{}", check.said);
    assert_eq!(check.said.lines().count(), 1, "{}", check.said);
}

#[test]
fn a_check_shows_an_edit_writes_nothing_and_names_the_fix() {
    let temp = weather();
    assert_eq!(run(&temp, &[]).code, Some(0));
    let edited = temp.path().join("sdk/src/lib.rs");
    let mut text = fs::read_to_string(&edited).unwrap();
    text.push_str("// an edit\n");
    fs::write(&edited, &text).unwrap();

    let check = run(&temp, &["--check"]);
    assert_eq!(check.code, Some(1), "{}", check.said);
    assert!(
        check
            .said
            .contains("--- sdk/src/lib.rs\n+++ sdk/src/lib.rs"),
        "{}",
        check.said
    );
    assert!(check.said.contains("\n-// an edit\n"), "{}", check.said);
    assert_eq!(
        last_line(&check),
        "error: 1 file is stale; run `cargo xtask codegen --spec weather.yaml --out sdk` and commit the result"
    );
    assert_eq!(fs::read_to_string(&edited).unwrap(), text);

    let repair = run(&temp, &[]);
    assert_eq!(repair.code, Some(0), "{}", repair.said);
    assert!(
        repair.said.starts_with("changed src/lib.rs\n"),
        "{}",
        repair.said
    );
}

#[test]
fn a_check_of_a_folder_that_is_missing_creates_none() {
    let temp = weather();
    let check = run(&temp, &["--check"]);
    assert_eq!(check.code, Some(1), "{}", check.said);
    assert!(
        check.said.contains("missing: sdk/Cargo.toml ("),
        "{}",
        check.said
    );
    assert!(!temp.path().join("sdk").exists());
}

#[test]
fn a_foreign_file_in_the_place_of_an_emitted_one_is_kept() {
    let temp = weather();
    assert_eq!(run(&temp, &[]).code, Some(0));
    let foreign = temp.path().join("sdk/src/lib.rs");
    fs::write(&foreign, "// my own\n").unwrap();

    let rejected = run(&temp, &[]);
    assert_eq!(rejected.code, Some(2), "{}", rejected.said);
    assert!(
        last_line(&rejected).starts_with("error: not overwriting "),
        "{}",
        rejected.said
    );
    assert!(rejected.said.contains("src/lib.rs"), "{}", rejected.said);
    assert_eq!(fs::read_to_string(&foreign).unwrap(), "// my own\n");
}

#[test]
fn a_document_with_an_error_changes_nothing() {
    let temp = weather();
    assert_eq!(run(&temp, &[]).code, Some(0));
    let before = fs::read_to_string(temp.path().join("sdk/src/lib.rs")).unwrap();
    let broken = DOCUMENT.replace("type: number", "type: nubmer");
    fs::write(temp.path().join("weather.yaml"), broken).unwrap();
    for flags in [&[][..], &["--check"]] {
        let ended = run(&temp, flags);
        assert_eq!(ended.code, Some(1), "{}", ended.said);
        assert!(ended.said.contains("nubmer"), "{}", ended.said);
        assert!(
            !ended.said.contains('\u{1b}'),
            "colour where nobody looks: {}",
            ended.said
        );
        assert_eq!(
            last_line(&ended),
            "error: weather.yaml has 1 error, so nothing was generated"
        );
    }
    let after = fs::read_to_string(temp.path().join("sdk/src/lib.rs")).unwrap();
    assert_eq!(after, before);
}

#[test]
fn a_folder_of_somebody_else_is_rejected() {
    let temp = weather();
    fs::create_dir(temp.path().join("sdk")).unwrap();
    fs::write(temp.path().join("sdk/notes.md"), "mine").unwrap();
    for flags in [&[][..], &["--check"]] {
        let rejected = run(&temp, flags);
        assert_eq!(rejected.code, Some(2), "{}", rejected.said);
        assert!(
            last_line(&rejected).starts_with("error: sdk is not empty, "),
            "{}",
            rejected.said
        );
    }
    assert_eq!(fs::read_dir(temp.path().join("sdk")).unwrap().count(), 1);
}

#[test]
fn a_document_that_cannot_be_read_is_rejected() {
    let temp = TempDir::new().unwrap();
    let missing = run(&temp, &[]);
    assert_eq!(missing.code, Some(2));
    assert!(
        missing
            .said
            .starts_with("error: cannot read weather.yaml: "),
        "{}",
        missing.said
    );
    assert_eq!(missing.said.lines().count(), 1);

    fs::write(temp.path().join("weather.yaml"), b"title: \xff\n").unwrap();
    let no_text = run(&temp, &[]);
    assert_eq!(no_text.code, Some(1));
    assert!(
        no_text
            .said
            .starts_with("error[E0001]: the byte 0xff is no UTF-8"),
        "{}",
        no_text.said
    );
}

#[test]
fn a_wrong_command_line_is_reported_with_its_usage() {
    let wrong: [&[&str]; 7] = [
        &[],
        &["generate"],
        &["codegen", "--chek"],
        &["codegen", "--spec", "weather.yaml"],
        &["codegen", "--name", "meteo"],
        &[
            "codegen",
            "--spec",
            "weather.yaml",
            "--out",
            "sdk",
            "--name",
            "../sdk",
        ],
        &["codegen", "weather.yaml"],
    ];
    let temp = weather();
    for words in wrong {
        let ended = xtask(temp.path(), words);
        assert_eq!(ended.code, Some(2), "{words:?}: {}", ended.said);
        let is_explained =
            ended.said.contains("Usage: cargo xtask") || ended.said.contains("--help");
        assert!(is_explained, "{words:?}: {}", ended.said);
    }
    assert!(!temp.path().join("sdk").exists());
}

/// A folder with the document in it.
fn weather() -> TempDir {
    let temp = TempDir::new().unwrap();
    fs::write(temp.path().join("weather.yaml"), DOCUMENT).unwrap();
    temp
}

fn run(temp: &TempDir, more: &[&str]) -> Ended {
    let folder: &Path = temp.path();
    xtask(folder, &[&GENERATE, more].concat())
}

fn last_line(ended: &Ended) -> &str {
    ended.said.lines().last().unwrap_or_default()
}
