//! `cargo xtask bench`: what generating and compiling cost, beside the least that they can cost, measured in the same run.
//!
//! Seconds differ from machine to machine and from hour to hour; the ratios hardly do.

mod compiling;
mod floors;
mod generating;
mod samples;
mod synthetic;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use sdkwright::{Source, Sources};

use sdkwright::cli::{Error, console};

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The document to measure with, instead of a large one that the command makes up.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// How often each thing is measured.
    #[arg(long, value_name = "RUNS", default_value = "5")]
    runs: std::num::NonZeroUsize,
}

/// Runs the command: 0 when everything could be measured.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let source = source(args)?;
    let runs = args.runs.get();
    console::say(&format!(
        "{}: {} kB, {runs} runs of each",
        source.main().name,
        source.main().text.len() / 1_000
    ));
    if cfg!(debug_assertions) {
        console::say("This program is not optimized: use `cargo run --release -p xtask -- bench`.");
    }
    let files = generating::measure(&source, runs)?;
    compiling::measure(&files, runs)?;
    Ok(ExitCode::SUCCESS)
}

fn source(args: &Args) -> Result<Sources, Error> {
    let Some(path) = &args.spec else {
        return Ok(Sources::from(Source {
            name: "a synthetic document".to_owned(),
            text: synthetic::document(),
        }));
    };
    let text = fs::read_to_string(path).map_err(|cause| Error::io("read", path, &cause))?;
    let name = path.display().to_string();
    Ok(Source { name, text }.into())
}
