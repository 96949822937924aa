//! `cargo xtask check`: reads a document and says what is wrong with it, without making anything of it.

use std::path::PathBuf;
use std::process::ExitCode;

use generator::Config;

use crate::error::Error;
use crate::telling::{Found, Telling};
use crate::{console, document};

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The OpenAPI 3.0 document to read instead of the project's own.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    #[command(flatten)]
    telling: Telling,
}

/// Runs the command: 0 when the document is sound, 1 when it has errors or warnings that are denied.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let (path, name) = document::path(args.spec.as_deref());
    let run = |sources: &_| generator::check(sources, &Config::default());
    let (sources, output) = document::read(&path, name.clone(), run)?;
    args.telling.tell(&output.diagnostics, &sources);
    let found = Found::of(&output.diagnostics);
    if found.errors > 0 || args.telling.denies(found) {
        let problems = found.as_a_failure();
        console::say(&format!("error: {name} has {problems}"));
        return Ok(ExitCode::FAILURE);
    }
    console::say(&format!("check: {name} has {found}"));
    Ok(ExitCode::SUCCESS)
}
