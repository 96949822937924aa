//! `cargo xtask prove`: holds the verdicts on Rust against cargo-semver-checks, which compares what rustdoc says of two crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use sdkwright::comparison::Rust;
use sdkwright::{Config, Source, Sources};

use crate::corpus::emitted::{self, Emitted};
use sdkwright::cli::{Error, console};

use crate::workspace_root;

#[path = "../../generator/tests/changes/edits.rs"]
mod edits;

/// The folder of the changes, seen from the workspace root.
const CHANGES: &str = "generator/tests/changes";

/// The package of all emitted crates.
const PACKAGE: &str = "library";

/// Runs the command: 0 when the verdicts agree, or when the tool is not installed.
pub fn run() -> Result<ExitCode, Error> {
    if !is_installed() {
        console::say("prove: skipped, since cargo-semver-checks is not installed");
        return Ok(ExitCode::SUCCESS);
    }
    let folder = workspace_root().join(CHANGES);
    let work = workspace_root().join("target").join("prove");
    let unseen = unseen(&folder.join("unseen.txt"))?;
    emitted::fetch()?;
    let base = rustdoc(edits::BASE, &work)?;
    let (mut count, mut wrong) = (0, 0);
    for (name, document) in changes(&folder)? {
        count += 1;
        let ours = verdict(&document)? == Rust::Breaking;
        let theirs = breaks(&base, &rustdoc(&document, &work)?)?;
        let problem = match (ours, theirs, unseen.contains(&name)) {
            (true, true, false) | (false, false, false) | (true, false, true) => continue,
            (false, true, _) => {
                "cargo-semver-checks says that it breaks programs, and `diff` does not"
            }
            (true, false, false) => {
                "`diff` says that it breaks programs, and cargo-semver-checks does not"
            }
            (true, true, true) | (false, false, true) => {
                "the verdicts agree: it does not belong into `unseen.txt`"
            }
        };
        wrong += 1;
        console::say(&format!("{name}: {problem}"));
    }
    console::say(&format!(
        "prove: {} changes, {wrong} wrong; of {} cargo-semver-checks sees nothing",
        count,
        unseen.len()
    ));
    Ok(if wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn is_installed() -> bool {
    let mut tool = Command::new("cargo-semver-checks");
    let tool = tool.args(["semver-checks", "--version"]);
    let ended = tool.stdout(Stdio::null()).stderr(Stdio::null()).status();
    ended.is_ok_and(|status| status.success())
}

/// All changes: what each is, and the document that it leads to.
fn changes(folder: &Path) -> Result<Vec<(String, String)>, Error> {
    let entries = fs::read_dir(folder).map_err(|cause| Error::io("read", folder, &cause))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_file_of_changes = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
            && path.file_stem().is_some_and(|stem| stem != "base")
    };
    let mut paths: Vec<PathBuf> = paths.filter(is_file_of_changes).collect();
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|cause| Error::io("read", &path, &cause))?;
        all.extend(edits::changes(&text).map_err(Error::new)?);
    }
    Ok(all)
}

/// The names of the changes that break programs, and of which rustdoc's data tell the tool nothing.
fn unseen(path: &Path) -> Result<BTreeSet<String>, Error> {
    let text = fs::read_to_string(path).map_err(|cause| Error::io("read", path, &cause))?;
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

fn config() -> Config {
    Config {
        crate_name: Some(PACKAGE.to_owned()),
        ..Config::default()
    }
}

fn sources(text: &str) -> Sources {
    Sources::from(Source {
        name: "library.yaml".to_owned(),
        text: text.to_owned(),
    })
}

fn verdict(document: &str) -> Result<Rust, Error> {
    // The name of the package is not what the tool looks at.
    let (old, new) = (sources(edits::BASE), sources(document));
    let describe = |sources| sdkwright::describe(sources, &config());
    let comparison = sdkwright::diff((&old, &describe(&old)), (&new, &describe(&new)));
    let comparison =
        comparison.ok_or_else(|| Error::new("a document of the changes has errors"))?;
    Ok(comparison.summary.rust)
}

/// Emits the crate of a document, and gives the path of what rustdoc says of it.
fn rustdoc(document: &str, work: &Path) -> Result<PathBuf, Error> {
    let output = sdkwright::generate(&sources(document), &config());
    let files = output.files.unwrap_or_default();
    let emitted = Emitted::write(&files, PACKAGE, work.join(PACKAGE), work)?;
    let json = emitted.rustdoc()?;
    let name = if document == edits::BASE {
        "base"
    } else {
        "changed"
    };
    let kept = work.join(format!("{name}.json"));
    fs::copy(&json, &kept).map_err(|cause| Error::io("copy", &json, &cause))?;
    Ok(kept)
}

/// Whether the tool says that programs break.
fn breaks(base: &Path, changed: &Path) -> Result<bool, Error> {
    let ended = Command::new("cargo-semver-checks")
        .args(["semver-checks", "--release-type", "minor"])
        .arg("--baseline-rustdoc")
        .arg(base)
        .arg("--current-rustdoc")
        .arg(changed)
        .stdin(Stdio::null())
        .output()
        .map_err(|cause| Error::new(format!("cannot run cargo-semver-checks: {cause}")))?;
    match ended.status.code() {
        Some(0) => Ok(false),
        // What it prints is a report only where it has compared.
        Some(_) if String::from_utf8_lossy(&ended.stderr).contains("Checked") => Ok(true),
        _ => Err(Error::new(format!(
            "cargo-semver-checks failed: {}",
            String::from_utf8_lossy(&ended.stderr)
        ))),
    }
}
