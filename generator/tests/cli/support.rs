//! What the tests share.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A document of one operation.
pub const DOCUMENT: &str = "
openapi: 3.1.0
info: {title: Tides, version: 1.0.0, description: When the sea is high.}
servers: [{url: https://tides.example.com}]
paths:
  /harbours/{harbour}/tides:
    get:
      operationId: listTides
      parameters:
        - {name: harbour, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The tides of today.
          content:
            application/json:
              schema: {type: array, items: {type: string, format: date-time}}
";

/// What a run printed and said, and how it ended.
pub struct Ended {
    pub code: Option<i32>,
    pub printed: String,
    pub said: String,
}

/// A folder with the document in it, and these files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let temp = TempDir::new().unwrap();
    for (path, text) in [("openapi.yaml", DOCUMENT)].iter().chain(files) {
        let path = temp.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    temp
}

/// The program with these words in this folder.
pub fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sdkwright"));
    command.args(words).current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs it to its end.
pub fn run(folder: &Path, words: &[&str]) -> Ended {
    let output = command(folder, words).output().unwrap();
    Ended {
        code: output.status.code(),
        printed: String::from_utf8(output.stdout).unwrap(),
        said: String::from_utf8(output.stderr).unwrap(),
    }
}
