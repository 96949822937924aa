//! The maintainers' commands, such as `cargo xtask codegen` and `cargo xtask ci`.
//!
//! They report on standard error; only requested text, such as a page, JSON or a diff, is printed on standard output.
//! They exit with 0 on success, with 1 if a document has errors or the generated files are stale, and with 2 if the command line is
//! wrong or the work could not be done.

mod bench;
mod check;
mod ci;
mod codegen;
mod console;
mod corpus;
mod diff;
mod document;
mod error;
mod explain;
mod file;
mod fix;
mod output_folder;
mod reporting;
mod revision;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Generating mostly allocates small texts and syntax nodes on all cores: this allocator makes it a third faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code of a run that could not do its work, the same as clap's for a wrong command line.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let ended = match Cli::parse().verb {
        Verb::Codegen(args) => codegen::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Diff(args) => diff::run(&args),
        Verb::Fix(args) => fix::run(&args),
        Verb::Explain(args) => explain::run(&args),
        Verb::Corpus(args) => corpus::run(&args),
        Verb::Bench(args) => bench::run(&args),
        Verb::Ci => ci::run(),
    };
    ended.unwrap_or_else(|error| {
        console::say(&format!("error: {error}"));
        ExitCode::from(FAILED)
    })
}

/// The maintainers' commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = "Generate the SDK from its OpenAPI document")]
    Codegen(codegen::Args),
    /// Say what is wrong with documents, and write nothing.
    Check(check::Args),
    /// Say what a change of the document means for those who use the SDK.
    Diff(diff::Args),
    /// Show the edits of documents that are known to be right as a diff, or apply them.
    Fix(fix::Args),
    /// Print what a code of a message means, with a bad and a good example.
    Explain(explain::Args),
    /// Generate from every document of a folder, and compile the emitted crates.
    Corpus(corpus::Args),
    /// Measure generating and compiling, as ratios to the least that they can cost.
    Bench(bench::Args),
    /// Run every check of the project, one after another, and stop at the first that fails.
    Ci,
}

/// The folder that holds the workspace, wherever the command is called from.
fn workspace_root() -> PathBuf {
    // Read at run time, as set by cargo: two checkouts that share a target folder also share this program.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let package = Path::new(&package);
    package.parent().unwrap_or(package).to_path_buf()
}
