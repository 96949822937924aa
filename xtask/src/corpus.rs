//! `cargo xtask corpus`: generates from every document of a folder and compiles what comes out.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use generator::{Config, File, OnError, Output, Source};

use crate::error::Error;
use crate::{console, workspace_root};

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The folder with the documents, `.yaml`, `.yml` and `.json`.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Generate only: do not compile the crates.
    #[arg(long)]
    no_check: bool,
}

/// Runs the command: 0 when every document is refused with a reason or gives a crate that compiles without a warning.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let work = workspace_root().join("target").join("corpus");
    let mut failures = 0;
    let mut operations = 0;
    let documents = documents(&args.folder)?;
    for document in &documents {
        let row = try_document(document, &work, args.no_check)?;
        console::say(&row.text);
        failures += usize::from(row.failed);
        operations += row.operations;
    }
    console::say(&format!(
        "corpus: {} documents, {operations} operations, {failures} failures",
        documents.len()
    ));
    Ok(if failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What there is to say about one document.
struct Row {
    text: String,
    operations: usize,
    failed: bool,
}

fn documents(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = fs::read_dir(folder).map_err(|cause| Error::io("read", folder, &cause))?;
    let mut documents: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            let extension = path.extension().and_then(|extension| extension.to_str());
            matches!(extension, Some("yaml" | "yml" | "json"))
        })
        .collect();
    documents.sort();
    Ok(documents)
}

fn try_document(path: &Path, work: &Path, no_check: bool) -> Result<Row, Error> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = fs::read_to_string(path).map_err(|cause| Error::io("read", path, &cause))?;
    let source = Source {
        name: path.display().to_string(),
        text,
    };
    let config = Config {
        crate_name: Some(format!("corpus-{}", package_name(&stem))),
        on_error: OnError::LeaveOut,
        only: Vec::new(),
    };
    let started = Instant::now();
    let generated = panic::catch_unwind(AssertUnwindSafe(|| generator::generate(&source, &config)));
    let seconds = started.elapsed().as_secs_f64();
    let Ok(output) = generated else {
        return Ok(Row {
            text: format!("{stem}: PANIC"),
            operations: 0,
            failed: true,
        });
    };
    let counts = format!(
        "{stem}: {} operations, {} left out, {} errors, {} warnings, {seconds:.2} s",
        output.operations,
        output.left_out.len(),
        output.diagnostics.errors(),
        output.diagnostics.warnings(),
    );
    let (result, failed) = match &output.files {
        None => (format!("refused: {}", first_error(&output)), false),
        Some(files) if no_check => (format!("{} lines", lines(files)), false),
        Some(files) => check(files, &work.join(package_name(&stem)), work)?,
    };
    Ok(Row {
        text: format!("{counts}; {result}"),
        operations: output.operations,
        failed,
    })
}

/// Writes the crate and compiles it; its dependencies are compiled once for all documents.
fn check(files: &[File], folder: &Path, work: &Path) -> Result<(String, bool), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|cause| Error::io("remove", folder, &cause))?;
    }
    for file in files {
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|cause| Error::io("create", parent, &cause))?;
        fs::write(&path, &file.text).map_err(|cause| Error::io("write", &path, &cause))?;
    }
    // An empty workspace table keeps the crate out of this one; the lock file keeps to the versions that are here already.
    let manifest = folder.join("Cargo.toml");
    let text =
        fs::read_to_string(&manifest).map_err(|cause| Error::io("read", &manifest, &cause))?;
    fs::write(&manifest, format!("{text}\n[workspace]\n"))
        .map_err(|cause| Error::io("write", &manifest, &cause))?;
    let lock = workspace_root().join("Cargo.lock");
    fs::copy(&lock, folder.join("Cargo.lock")).map_err(|cause| Error::io("copy", &lock, &cause))?;
    let started = Instant::now();
    let ended = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["check", "--quiet", "--offline", "--message-format", "short"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .stdout(Stdio::null())
        .output()
        .map_err(|cause| Error::io("run cargo in", folder, &cause))?;
    let seconds = started.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&ended.stderr);
    let failed = !ended.status.success() || !said.trim().is_empty();
    let result = if failed {
        let first: Vec<&str> = said.lines().take(3).collect();
        format!("FAILED in {seconds:.1} s: {}", first.join(" | "))
    } else {
        format!("{} lines, checked in {seconds:.1} s", lines(files))
    };
    Ok((result, failed))
}

fn lines(files: &[File]) -> usize {
    files.iter().map(|file| file.text.lines().count()).sum()
}

fn first_error(output: &Output) -> String {
    let error = output
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.code.severity() == generator::diagnostic::Severity::Error);
    match error {
        Some(error) => format!("{} at {}", error.message, error.pointer),
        None => "no reason was given".to_owned(),
    }
}

/// The name of a document as part of a package's name.
fn package_name(stem: &str) -> String {
    let legal = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    stem.chars().map(legal).collect()
}
