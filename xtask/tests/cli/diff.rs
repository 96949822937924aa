//! `cargo xtask diff`: a document against a revision or a file.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::DOCUMENT;

/// A branch of one commit, whose document was changed since `main`.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        let git = git.args(["-c", "user.name=Anna", "-c", "user.email=anna@example.com"]);
        let ended = git.args(words).current_dir(folder.path()).output().unwrap();
        assert!(ended.status.success(), "git {words:?}: {ended:?}");
    };
    git(&["init", "--quiet", "--initial-branch", "main"]);
    fs::create_dir(folder.path().join("api")).unwrap();
    fs::write(folder.path().join("api/weather.yaml"), DOCUMENT).unwrap();
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "Add the document"]);
    git(&["tag", "first"]);
    git(&["switch", "--quiet", "--create", "change"]);
    folder
}

fn diff(folder: &Path, words: &[&str]) -> (i32, String, String) {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let xtask = xtask.arg("diff").args(words).current_dir(folder);
    let Output {
        status,
        stdout,
        stderr,
    } = xtask.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

fn renamed() -> String {
    let text = DOCUMENT.replace("operationId: ", "operationId: another");
    assert_ne!(text, DOCUMENT);
    text
}

#[test]
fn a_branch_is_compared_with_where_it_began() {
    let folder = repository();
    let spec = ["--spec", "api/weather.yaml"];
    let (code, shown, said) = diff(folder.path(), &spec);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_eq!(shown, "diff: nothing is different for users\n");

    fs::write(folder.path().join("api/weather.yaml"), renamed()).unwrap();
    let (code, shown, _) = diff(folder.path(), &spec);
    assert_eq!(code, 0);
    assert!(
        shown.contains("the method and the type of the operation have another name"),
        "{shown}"
    );

    let (code, shown, said) = diff(
        folder.path(),
        &[&spec[..], &["--base", "first", "--deny", "breaking"]].concat(),
    );
    assert_eq!(code, 1, "{shown}{said}");
    assert!(said.contains("`--deny` forbids"), "{said}");
}

#[test]
fn json_ends_with_a_summary() {
    let folder = repository();
    fs::write(folder.path().join("old.yaml"), DOCUMENT).unwrap();
    fs::write(folder.path().join("new.yaml"), renamed()).unwrap();
    let words = [
        "--spec",
        "new.yaml",
        "--base",
        "old.yaml",
        "--message-format",
        "json",
        "--deny",
        "undeclared",
    ];
    let (code, shown, _) = diff(folder.path(), &words);
    assert_eq!(code, 1, "{shown}");
    let lines: Vec<Value> = shown
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [change, summary] = lines.as_slice() else {
        panic!("{shown}");
    };
    assert_eq!(change["rust"], "breaking");
    assert_eq!(change["wire"], "none");
    assert_eq!(change["file"], "new.yaml");
    assert_eq!(change["line"], change["old_line"]);
    assert_eq!(summary["summary"]["needs"], "0.2.0");
    assert_eq!(summary["summary"]["declared"], "0.1.0");
    assert_eq!(summary["summary"]["breaking"], 1);
}

#[test]
fn an_error_is_told_of_the_document_that_has_it() {
    let folder = repository();
    fs::write(folder.path().join("api/weather.yaml"), "openapi: 3.0.3\n").unwrap();
    let (code, _, said) = diff(folder.path(), &["--spec", "api/weather.yaml"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("the document as it is, api/weather.yaml, has"),
        "{said}"
    );

    fs::write(folder.path().join("broken.yaml"), "openapi: [\n").unwrap();
    fs::write(folder.path().join("api/weather.yaml"), DOCUMENT).unwrap();
    let (code, _, said) = diff(
        folder.path(),
        &["--spec", "api/weather.yaml", "--base", "broken.yaml"],
    );
    assert_eq!(code, 1);
    assert!(
        said.contains("the document as it was, broken.yaml, has"),
        "{said}"
    );
}

#[test]
fn a_base_that_is_nowhere_is_an_error_of_usage() {
    let folder = repository();
    let (code, _, said) = diff(
        folder.path(),
        &["--spec", "api/weather.yaml", "--base", "nowhere"],
    );
    assert_eq!(code, 2);
    assert_eq!(
        said,
        "error: there is neither a file nor a revision `nowhere`\n"
    );

    fs::write(folder.path().join("api/other.yaml"), DOCUMENT).unwrap();
    let (code, _, said) = diff(folder.path(), &["--spec", "api/other.yaml"]);
    assert_eq!(code, 2);
    assert_eq!(said, "error: there is no api/other.yaml at main\n");
}

#[test]
fn the_files_of_a_document_are_those_of_the_revision() {
    let folder = repository();
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        let git = git.args(["-c", "user.name=Anna", "-c", "user.email=anna@example.com"]);
        assert!(
            git.args(words)
                .current_dir(folder.path())
                .output()
                .unwrap()
                .status
                .success()
        );
    };
    let document = "openapi: 3.1.0\ninfo: {title: Town, version: '1'}\npaths:\n  /town:\n    get:\n      operationId: town\n      responses:\n        '200':\n          description: The town.\n          content:\n            application/json:\n              schema: {$ref: 'town.yaml'}\n";
    fs::write(folder.path().join("api/town-api.yaml"), document).unwrap();
    let town = |ty: &str| format!("type: object\nproperties:\n  people: {{type: {ty}}}\n");
    fs::write(folder.path().join("api/town.yaml"), town("integer")).unwrap();
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "Add the town"]);
    fs::write(folder.path().join("api/town.yaml"), town("number")).unwrap();
    let (code, shown, said) = diff(
        folder.path(),
        &["--spec", "api/town-api.yaml", "--base", "HEAD"],
    );
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(shown.contains("  --> api/town.yaml:3\n"), "{shown}");
    assert!(shown.contains("- pub people: Option<i64>"), "{shown}");
}
