//! The maintainers' commands, such as `cargo xtask codegen` and `cargo xtask ci`.
//!
//! What they have to say goes to standard error; only the text that a user asks for, a page or JSON, goes to standard output.
//! They end with 0 when all is well, with 1 when the document has errors or the generated files are stale, and with 2 when they
//! were called wrongly or could not do their work.

mod bench;
mod check;
mod ci;
mod codegen;
mod console;
mod corpus;
mod document;
mod error;
mod explain;
mod output_folder;
mod telling;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Generating is mostly the making of small pieces of text and syntax on all cores: this allocator takes a third off its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code of a run that could not do its work, the same that clap takes for a wrong command line.
const REFUSED: u8 = 2;

fn main() -> ExitCode {
    let ended = match Cli::parse().verb {
        Verb::Codegen(args) => codegen::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Explain(args) => explain::run(&args),
        Verb::Corpus(args) => corpus::run(&args),
        Verb::Bench(args) => bench::run(&args),
        Verb::Ci => ci::run(),
    };
    ended.unwrap_or_else(|error| {
        console::say(&format!("error: {error}"));
        ExitCode::from(REFUSED)
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
    /// Say what is wrong with a document, and write nothing.
    Check(check::Args),
    /// Print what a code of a message means, with a bad and a good example.
    Explain(explain::Args),
    /// Generate from every document of a folder, and compile what comes out.
    Corpus(corpus::Args),
    /// Measure generating and compiling, as ratios to the least that they can cost.
    Bench(bench::Args),
    /// Run every check of the project, one after another, and stop at the first that fails.
    Ci,
}

/// The folder that holds the workspace, wherever the command is called from.
fn workspace_root() -> PathBuf {
    // Asked when running, as cargo tells it: two checkouts that share a target folder also share this program.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let package = Path::new(&package);
    package.parent().unwrap_or(package).to_path_buf()
}
