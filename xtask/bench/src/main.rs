//! The program of `cargo xtask bench`: what generating and compiling cost, beside the least that they can cost, measured in the same run.
//!
//! Seconds differ from machine to machine and from hour to hour; the ratios hardly do.
//! It is a package of its own, so that the other commands do not wait for what it compares with.

mod compiling;
mod floors;
mod generating;
mod samples;
mod synthetic;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use sdkwright::cli::{self, Error, console};
use sdkwright::{Source, Sources};

/// The allocator of the commands, which are measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measure generating and compiling, as ratios to the least that they can cost.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Args {
    /// The document to measure with, instead of a large one that the command makes up.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// How often each thing is measured.
    #[arg(long, value_name = "RUNS", default_value = "5")]
    runs: std::num::NonZeroUsize,
}

fn main() -> ExitCode {
    cli::ended(run(&Args::parse()))
}

/// Runs the command: 0 when everything could be measured.
fn run(args: &Args) -> Result<ExitCode, Error> {
    let source = source(args)?;
    let runs = args.runs.get();
    console::say(&format!(
        "{}: {} kB, {runs} runs of each",
        source.main().name,
        source.main().text.len() / 1_000
    ));
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

/// The folder that holds the workspace.
fn workspace_root() -> PathBuf {
    // Read at run time, as set by cargo: two checkouts that share a target folder also share this program.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let package = Path::new(&package);
    package.ancestors().nth(2).unwrap_or(package).to_path_buf()
}
