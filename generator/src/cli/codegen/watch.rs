//! `sdkwright codegen --watch`: generates again after each edit.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::cli::console::{self, count};
use crate::cli::document::Document;
use crate::cli::error::Error;

/// How long an edit may remain unnoticed.
const INTERVAL: Duration = Duration::from_millis(200);

/// What tells that a file has changed: its time and its length; `None` while there is no such file.
type Stamps = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Generates, and again whenever a file of the document has changed. It ends only where the document cannot be opened at first.
pub fn watch(
    open: impl Fn() -> Result<Document, Error>,
    generate: impl Fn(&mut Document) -> Result<ExitCode, Error>,
) -> Result<ExitCode, Error> {
    let mut paths = open()?.paths();
    if paths.is_empty() {
        return Err(Error::new("standard input cannot be watched"));
    }
    loop {
        let before = stamps(&paths);
        let generated = open().and_then(|mut document| {
            generate(&mut document)?;
            Ok(document.paths())
        });
        match generated {
            Ok(read) => paths = read,
            // The next edit may correct it.
            Err(error) => console::say(&format!("error: {error}")),
        }
        // A file may have been edited since it was read: what counts is how it was before.
        let mut read = stamps(&paths);
        read.extend(before.into_iter().filter(|(path, _)| paths.contains(path)));
        let files = count(paths.len(), "file");
        console::say(&format!("codegen: watching {files} of the document"));
        while stamps(&paths) == read {
            sleep(INTERVAL);
        }
        settle(&paths);
    }
}

/// Waits until an edit is over: an editor may empty a file first, and write it then.
fn settle(paths: &[PathBuf]) {
    let mut before = None;
    loop {
        let now = Some(stamps(paths));
        if now == before {
            return;
        }
        before = now;
        sleep(INTERVAL);
    }
}

fn stamps(paths: &[PathBuf]) -> Stamps {
    let stamp = |path: &PathBuf| {
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    let stamps = paths.iter().map(|path| (path.clone(), stamp(path)));
    stamps.collect()
}
