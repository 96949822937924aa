//! The program of `cargo xtask bench`: what generating and compiling cost, and the calls of the SDK, beside the least that they can cost,
//! measured in the same run.
//!
//! Seconds differ from machine to machine and from hour to hour; the ratios hardly do.
//! It is a package of its own, so that the other commands do not wait for what it compares with.

mod by_hand;
mod calling;
mod compiling;
mod decoding;
mod floors;
mod generating;
mod profile;
mod rounds;
mod samples;
mod server;
mod synthetic;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use sdkwright::cli::{self, Error, console};
use sdkwright::{Source, Sources};

/// The allocator of the commands, which are measured; both sides of the other measurements have the same.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measure generating and compiling, and the calls of the SDK, as ratios to the least that they can cost.
#[derive(Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Args {
    /// What to measure, instead of all.
    #[arg(long, value_enum, value_name = "PART")]
    only: Option<Part>,
    /// The document to measure with, instead of a large one that the command makes up.
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// How often each thing is measured.
    #[arg(long, value_name = "RUNS", default_value = "5")]
    runs: std::num::NonZeroUsize,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Generating from a document, and compiling what is emitted.
    Generator,
    /// Calls of the SDK of this repository, and decoding what it receives.
    Sdk,
}

fn main() -> ExitCode {
    cli::ended(run(&Args::parse()))
}

/// Runs the command: 0 when everything could be measured.
fn run(args: &Args) -> Result<ExitCode, Error> {
    let parts = args
        .only
        .map_or(vec![Part::Generator, Part::Sdk], |part| vec![part]);
    for part in parts {
        match part {
            Part::Generator => measure_generator(args)?,
            Part::Sdk => {
                decoding::measure()?;
                calling::measure()?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn measure_generator(args: &Args) -> Result<(), Error> {
    let source = source(args)?;
    let runs = args.runs.get();
    console::say(&format!(
        "{}: {} kB, {runs} runs of each",
        source.main().name,
        source.main().text.len() / 1_000
    ));
    let files = generating::measure(&source, runs)?;
    compiling::measure(&files, runs)
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
