//! `cargo xtask check` and `cargo xtask explain`.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::support::{DOCUMENT, ended, printed, printed_with, weather, xtask};

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
    let end = "\n\n`cargo xtask fix` corrects 1 of these problems\nFor more about this kind of error: `cargo xtask explain E0006`\nerror: weather.yaml has 1 error\n";
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
fn the_page_of_a_code() {
    let temp = TempDir::new().unwrap();
    for code in ["E0006", "e0006", "[E0006]", "error[E0006]", "e6"] {
        let page = printed(temp.path(), &["explain", code]);
        assert_eq!(page.code, Some(0), "{}", page.said);
        assert!(page.output.starts_with("# E0006: "), "{}", page.output);
        assert_eq!(page.said, "");
    }
    let ended = xtask(temp.path(), &["explain", "E9999"]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(
        ended.said,
        "error: there is no code `E9999`; `cargo xtask explain` lists all\n"
    );
}

#[test]
fn a_warning_is_denied_or_allowed_by_its_code() {
    let temp = weather("number\n          typo: 1");
    let check = |flags: &[&str]| xtask(temp.path(), &[&["check", "weather.yaml"], flags].concat());
    for code in ["W0001", "w1", "warning[W0001]"] {
        let denied = check(&["--deny", code]);
        assert_eq!(denied.code, Some(1), "{}", denied.said);
        let note = " = note: this warning is denied\n";
        let is_error = denied.said.starts_with("error[W0001]: ");
        assert!(is_error && denied.said.contains(note), "{}", denied.said);
        let allowed = check(&["--allow", code, "--deny", "warnings"]);
        assert_eq!(allowed.code, Some(0), "{}", allowed.said);
        assert_eq!(
            allowed.said,
            "check: weather.yaml has 0 errors and 0 warnings\n"
        );
    }
    let other = check(&["--deny", "W0002"]);
    assert_eq!(other.code, Some(0), "{}", other.said);
    for flags in [
        ["--deny", "nonsense"],
        ["--allow", "W9999"],
        ["--allow", "E0006"],
    ] {
        let ended = check(&flags);
        assert_eq!(ended.code, Some(2), "{}", ended.said);
    }
}

#[test]
fn errors_alone() {
    let temp = weather("nubmer\n          typo: 1");
    let words = ["check", "weather.yaml", "--errors-only", "--message-format"];
    let ended = xtask(temp.path(), &[&words[..], &["short"]].concat());
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let lines: Vec<&str> = ended.said.lines().collect();
    assert!(lines[0].contains(": error[E0006]: "), "{}", ended.said);
    assert_eq!(
        lines[1..],
        ["error: weather.yaml has 1 error and 1 warning"]
    );
}

#[test]
fn several_documents_and_standard_input() {
    let temp = weather("nubmer");
    fs::write(temp.path().join("sound.yaml"), DOCUMENT).unwrap();
    let words = ["check", "sound.yaml", "weather.yaml", "--message-format"];
    let ended = xtask(temp.path(), &[&words[..], &["short"]].concat());
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    let lines: Vec<&str> = ended.said.lines().collect();
    assert!(lines[0].starts_with("weather.yaml:"), "{}", ended.said);
    assert_eq!(
        lines[1..],
        [
            "check: sound.yaml has 0 errors and 0 warnings",
            "error: weather.yaml has 1 error",
        ]
    );

    let broken = DOCUMENT.replace("type: number", "type: nubmer");
    for (document, code) in [(DOCUMENT, 0), (broken.as_str(), 1)] {
        let words = ["check", "-", "--message-format", "short"];
        let ended = printed_with(temp.path(), &words, document);
        assert_eq!(ended.code, Some(code), "{}", ended.said);
        assert!(ended.said.contains("<stdin>"), "{}", ended.said);
    }
}

#[test]
fn a_url_is_not_a_file() {
    const URL: &str = "https://example.com/openapi.yaml";
    let temp = TempDir::new().unwrap();
    for words in [
        &["check", URL][..],
        &["fix", URL],
        &["codegen", "--spec", URL, "--out", "sdk"],
    ] {
        let ended = xtask(temp.path(), words);
        assert_eq!(ended.code, Some(2), "{}", ended.said);
        assert_eq!(
            ended.said,
            format!("error: {URL} is a URL: download the document, and name the file\n")
        );
    }
}

#[test]
fn colors_are_used_where_they_are_forced() {
    let temp = weather("nubmer");
    let has_colors = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command
            .args(["check", "weather.yaml"])
            .current_dir(temp.path())
            .envs(variables.iter().copied());
        ended(&mut command).said.contains('\u{1b}')
    };
    assert!(!has_colors(&[]));
    assert!(has_colors(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colors(&[("CLICOLOR_FORCE", "0")]));
    assert!(!has_colors(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}
