//! `cargo xtask corpus`: generates from every document of a folder, compiles what comes out, and reads and writes the document's
//! examples with it.

pub mod emitted;
mod examples;

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use sdkwright::{Config, File, OnError, Output};

use sdkwright::cli::document::Document;
use sdkwright::cli::{Error, console};

use crate::workspace_root;
use emitted::Emitted;

/// The file with which a document of several files begins.
const MAIN: &str = "openapi.yaml";

/// The folder of the programs, each named after a document: what is typically done with its crate.
const PROGRAMS: &str = "generator/tests/corpus/programs";

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The folder with the documents, `.yaml`, `.yml` and `.json`, or folders with an `openapi.yaml`.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Generate only: do not compile the crates.
    #[arg(long)]
    no_check: bool,
    /// Compile the crates, but do not decode the examples of the documents.
    #[arg(long)]
    no_examples: bool,
}

/// Runs the command: 0 when every document is rejected with a reason or yields a crate that compiles without a warning, that reads its
/// document's examples and writes them as they were, and with which the document's program compiles.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let work = workspace_root().join("target").join("corpus");
    let mut failures = 0;
    let mut operations = 0;
    let mut examples = examples::Count::default();
    let documents = documents(&args.folder)?;
    if !args.no_check {
        emitted::fetch()?;
    }
    for document in &documents {
        let row = try_document(document, &work, args)?;
        console::say(&row.text);
        failures += usize::from(row.failed);
        operations += row.operations;
        examples.add(&row.examples);
    }
    console::say(&format!(
        "corpus: {} documents, {operations} operations, {failures} failures{examples}",
        documents.len()
    ));
    Ok(if failures == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A document on the disk.
struct Entry {
    path: PathBuf,
    /// What its line begins with.
    name: String,
}

/// What there is to say about one document.
#[derive(Default)]
struct Row {
    text: String,
    operations: usize,
    examples: examples::Count,
    failed: bool,
}

fn documents(folder: &Path) -> Result<Vec<Entry>, Error> {
    let entries = fs::read_dir(folder).map_err(|cause| Error::io("read", folder, &cause))?;
    let document = |path: PathBuf| {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        let entry = path.join(MAIN);
        if entry.is_file() {
            return Some(Entry { path: entry, name });
        }
        let extension = path.extension()?.to_str()?;
        matches!(extension, "yaml" | "yml" | "json").then_some(Entry { path, name })
    };
    let mut documents: Vec<Entry> = entries
        .filter_map(|entry| document(entry.ok()?.path()))
        .collect();
    documents.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(documents)
}

fn try_document(document: &Entry, work: &Path, args: &Args) -> Result<Row, Error> {
    let package = format!("corpus-{}", package_name(&document.name));
    let config = Config {
        crate_name: Some(package.clone()),
        on_error: OnError::LeaveOut,
        examples: !args.no_check && !args.no_examples,
        ..Config::default()
    };
    let started = Instant::now();
    let run = |sources: &_| sdkwright::generate(sources, &config);
    let generate = || Document::open(&document.path).map(|mut opened| opened.run(run));
    let generated = panic::catch_unwind(AssertUnwindSafe(generate));
    let seconds = started.elapsed().as_secs_f64();
    let Ok(output) = generated else {
        return Ok(Row {
            text: format!("{}: PANIC", document.name),
            failed: true,
            ..Row::default()
        });
    };
    let output = output?;
    let mut row = Row {
        text: format!(
            "{}: {} operations, {} left out, {} errors, {} warnings, {seconds:.2} s; ",
            document.name,
            output.operations,
            output.left_out.len(),
            output.diagnostics.errors(),
            output.diagnostics.warnings(),
        ),
        operations: output.operations,
        ..Row::default()
    };
    match &output.files {
        None => row.text += &format!("rejected: {}", first_error(&output)),
        Some(files) if args.no_check => row.text += &format!("{} lines", lines(files)),
        Some(files) => {
            let folder = work.join(package_name(&document.name));
            let emitted = Emitted::write(files, &package, folder, work)?;
            try_crate(&emitted, &output, &mut row)?;
            try_program(&emitted, &document.name, &mut row)?;
        }
    }
    Ok(row)
}

/// Compiles a crate, and decodes the examples with it.
fn try_crate(emitted: &Emitted<'_>, output: &Output, row: &mut Row) -> Result<(), Error> {
    let started = Instant::now();
    let warnings = emitted.check()?;
    let seconds = started.elapsed().as_secs_f64();
    if !warnings.is_empty() {
        row.text += &format!("FAILED in {seconds:.1} s: {}", first_lines(&warnings));
        row.failed = true;
        return Ok(());
    }
    let lines = output.files.as_deref().map_or(0, lines);
    row.text += &format!("{lines} lines, checked in {seconds:.1} s");
    match examples::decode(emitted, &output.examples)? {
        Ok(count) => {
            row.text += &count.to_string();
            row.failed = !count.failed.is_empty();
            row.examples = count;
        }
        Err(errors) => {
            row.text += &format!(", the examples do NOT COMPILE: {}", first_lines(&errors));
            row.failed = true;
        }
    }
    Ok(())
}

/// Compiles the program that is named after the document, if there is one.
fn try_program(emitted: &Emitted<'_>, document: &str, row: &mut Row) -> Result<(), Error> {
    let path = workspace_root()
        .join(PROGRAMS)
        .join(format!("{document}.rs"));
    let Ok(program) = fs::read_to_string(&path) else {
        return Ok(());
    };
    let messages = emitted.check_program(&program)?;
    if messages.is_empty() {
        row.text += ", with its program";
    } else {
        row.text += &format!(", its program does NOT COMPILE: {}", first_lines(&messages));
        row.failed = true;
    }
    Ok(())
}

fn lines(files: &[File]) -> usize {
    files.iter().map(|file| file.text.lines().count()).sum()
}

fn first_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().take(3).collect();
    lines.join(" | ")
}

fn first_error(output: &Output) -> String {
    let error = output
        .diagnostics
        .iter()
        .find(|diagnostic| diagnostic.code.severity() == sdkwright::diagnostic::Severity::Error);
    match error {
        Some(error) => format!("{} at {}", error.message, error.pointer),
        None => "no reason was given".to_owned(),
    }
}

/// The name of a document as part of a package's name.
fn package_name(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_ascii_lowercase()
}
