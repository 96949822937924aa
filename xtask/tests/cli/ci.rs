//! `cargo xtask ci`, with a stand-in for cargo that notes what it is asked for.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::support::{Ended, ended};

const CHECKS: [&str; 10] = [
    "test --workspace --locked",
    "fmt --all --check",
    "clippy --workspace --all-targets --locked -- -D warnings",
    "doc --workspace --no-deps --locked",
    "xtask codegen --check --deny warnings",
    "xtask corpus generator/tests/corpus",
    "check --package rownd --no-default-features --locked",
    "check --package rownd --all-features --locked",
    "check --package sdkwright --no-default-features --locked",
    "xtask packages",
];

#[test]
fn every_check_is_run_in_the_workspace_and_echoed() {
    let (ended, asked) = ci("exit 0");
    assert_eq!(ended.code, Some(0), "{}", ended.said);
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap();
    let root = fs::canonicalize(Path::new(&package).parent().unwrap()).unwrap();
    let root = root.display();
    let expected: Vec<_> = CHECKS
        .iter()
        .map(|check| {
            let flags = if check.starts_with("doc ") {
                "-D warnings"
            } else {
                ""
            };
            format!("{root}|{flags}|{check}")
        })
        .collect();
    assert_eq!(asked, expected);
    assert!(
        ended.said.contains("$ cargo fmt --all --check\n"),
        "{}",
        ended.said
    );
    assert!(
        ended
            .said
            .contains("$ RUSTDOCFLAGS=\"-D warnings\" cargo doc "),
        "{}",
        ended.said
    );
}

#[test]
fn the_first_failure_ends_the_run_with_its_exit_code() {
    let (ended, asked) = ci("case \"$*\" in fmt*) exit 101;; esac");
    assert_eq!(ended.code, Some(101));
    assert_eq!(asked.len(), 2);
    assert!(
        ended
            .said
            .ends_with("error: `cargo fmt --all --check` failed\n"),
        "{}",
        ended.said
    );
}

#[test]
fn a_check_that_is_killed_has_failed() {
    let (ended, asked) = ci("kill -KILL $$");
    assert_eq!(ended.code, Some(1));
    assert_eq!(asked.len(), 1);
}

/// Runs the checks, with `then` as what the stand-in does after noting the call.
fn ci(then: &str) -> (Ended, Vec<String>) {
    let temp = TempDir::new().unwrap();
    let notes = temp.path().join("notes");
    let cargo = temp.path().join("cargo");
    let note = format!(
        "echo \"$(pwd -P)|$RUSTDOCFLAGS|$*\" >> '{}'",
        notes.display()
    );
    fs::write(&cargo, format!("#!/bin/sh\n{note}\n{then}\n")).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();

    let ended = ended(
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .arg("ci")
            .env("CARGO", &cargo)
            .env_remove("RUSTDOCFLAGS"),
    );
    let asked = fs::read_to_string(notes)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    (ended, asked)
}
