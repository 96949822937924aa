//! What the tests of all commands share.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A document of one operation.
pub const DOCUMENT: &str = include_str!("weather.yaml");

/// What a run said and how it ended.
pub struct Ended {
    pub code: Option<i32>,
    pub said: String,
}

/// Runs `cargo xtask` with these words in this folder.
pub fn xtask(folder: &Path, words: &[&str]) -> Ended {
    ended(
        Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(words)
            .current_dir(folder),
    )
}

/// Runs a command that must not use standard output.
pub fn ended(command: &mut Command) -> Ended {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    assert_eq!(String::from_utf8(stdout).unwrap(), "");
    Ended {
        code: status.code(),
        said: String::from_utf8(stderr).unwrap(),
    }
}

/// A folder with the document in it, in which this is the type of the only number.
pub fn weather(number: &str) -> TempDir {
    let temp = TempDir::new().unwrap();
    let document = DOCUMENT.replace("type: number", &format!("type: {number}"));
    fs::write(temp.path().join("weather.yaml"), document).unwrap();
    temp
}

/// What a run printed on standard output and said on standard error, and how it ended.
pub struct Printed {
    pub code: Option<i32>,
    pub output: String,
    pub said: String,
}

/// Runs `cargo xtask` with these words in this folder.
pub fn printed(folder: &Path, words: &[&str]) -> Printed {
    printed_with(folder, words, "")
}

/// The same with this text on standard input.
pub fn printed_with(folder: &Path, words: &[&str], input: &str) -> Printed {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that reads nothing may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Printed {
        code: output.status.code(),
        output: text(output.stdout),
        said: text(output.stderr),
    }
}
