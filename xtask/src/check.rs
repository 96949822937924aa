//! `cargo xtask check`: reads a document and reports its problems, without generating anything.

use std::path::PathBuf;
use std::process::ExitCode;

use generator::Config;

use crate::error::Error;
use crate::reporting::{Found, Reporting};
use crate::{console, document};

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The OpenAPI document to read instead of the project's own.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    #[command(flatten)]
    reporting: Reporting,
}

/// Runs the command: 0 when the document is sound, 1 when it has errors or warnings that are denied.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let (path, name) = document::path(args.spec.as_deref());
    let run = |sources: &_| generator::check(sources, &Config::default());
    let (sources, output) = document::read(&path, name.clone(), run)?;
    args.reporting.report(&output.diagnostics, &sources);
    let found = Found::of(&output.diagnostics);
    if found.errors > 0 || args.reporting.denies(found) {
        let problems = found.as_a_failure();
        console::say(&format!("error: {name} has {problems}"));
        return Ok(ExitCode::FAILURE);
    }
    console::say(&format!("check: {name} has {found}"));
    Ok(ExitCode::SUCCESS)
}
