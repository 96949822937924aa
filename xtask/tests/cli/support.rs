//! What the tests of all commands share.

use std::path::Path;
use std::process::{Command, Output};

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
