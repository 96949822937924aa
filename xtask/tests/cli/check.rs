//! `cargo xtask check` and `cargo xtask explain`.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::{DOCUMENT, xtask};

#[test]
fn the_projects_own_document_is_sound() {
    let temp = TempDir::new().unwrap();
    let ended = xtask(temp.path(), &["check", "--deny", "warnings"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    assert_eq!(
        ended.said,
        "check: spec/rownd.yaml has 0 errors and 0 warnings\n"
    );
}

#[test]
fn an_error_is_shown_explained_and_counted() {
    let temp = weather("nubmer");
    let ended = xtask(temp.path(), &["check", "--spec", "weather.yaml"]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended
            .said
            .starts_with("error[E0006]: unknown value `nubmer`\n"),
        "{}",
        ended.said
    );
    let end = "\n\nFor more about this kind of error: `cargo xtask explain E0006`\nerror: weather.yaml has 1 error\n";
    assert!(ended.said.ends_with(end), "{}", ended.said);
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
}

#[test]
fn a_warning_is_an_error_where_it_is_denied() {
    let temp = weather("number\n          typo: 1");
    let ended = xtask(temp.path(), &["check", "--spec", "weather.yaml"]);
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let last = "\ncheck: weather.yaml has 0 errors and 1 warning\n";
    assert!(ended.said.ends_with(last), "{}", ended.said);
    let words = ["check", "--spec", "weather.yaml", "--deny", "warnings"];
    let ended = xtask(temp.path(), &words);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let last = "\nerror: weather.yaml has 1 denied warning\n";
    assert!(ended.said.ends_with(last), "{}", ended.said);
}

#[test]
fn a_line_for_each_problem() {
    let temp = weather("nubmer");
    for verb in [&["check"][..], &["codegen", "--out", "sdk"]] {
        let words = ["--spec", "weather.yaml", "--message-format", "short"];
        let ended = xtask(temp.path(), &[verb, &words].concat());
        assert_eq!(ended.code, Some(1), "{}", ended.said);
        let lines: Vec<&str> = ended.said.lines().collect();
        assert_eq!(lines.len(), 2, "{}", ended.said);
        assert!(
            lines[0].ends_with(": error[E0006]: unknown value `nubmer`"),
            "{}",
            ended.said
        );
    }
}

#[test]
fn only_json_is_printed_on_standard_output() {
    let temp = weather("nubmer");
    let words = [
        "check",
        "--spec",
        "weather.yaml",
        "--message-format",
        "json",
    ];
    let (code, printed, said) = output(&temp, &words);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        printed.starts_with("{\"severity\":\"error\",\"code\":\"E0006\","),
        "{printed}"
    );
    assert_eq!(printed.lines().count(), 1, "{printed}");
    assert_eq!(said, "error: weather.yaml has 1 error\n");
}

#[test]
fn the_page_of_a_code() {
    let temp = TempDir::new().unwrap();
    for code in ["E0006", "e0006", "[E0006]"] {
        let (ended, printed, said) = output(&temp, &["explain", code]);
        assert_eq!(ended, Some(0), "{said}");
        assert!(printed.starts_with("# E0006: "), "{printed}");
        assert_eq!(said, "");
    }
    let (ended, printed, said) = output(&temp, &["explain", "E9999"]);
    assert_eq!((ended, printed.as_str()), (Some(2), ""));
    assert_eq!(
        said,
        "error: there is no code `E9999`; docs/diagnostics/README.md lists all\n"
    );
}

fn weather(number: &str) -> TempDir {
    let temp = TempDir::new().unwrap();
    let document = DOCUMENT.replace("type: number", &format!("type: {number}"));
    fs::write(temp.path().join("weather.yaml"), document).unwrap();
    temp
}

/// The exit code, and what is printed on standard output and on standard error.
fn output(temp: &TempDir, words: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(words)
        .current_dir(temp.path())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}
