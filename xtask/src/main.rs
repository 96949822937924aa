//! The maintainers' commands: those of the generator with the settings of this project, and some of their own, such as
//! `cargo xtask ci`.

mod bench;
mod browser;
mod ci;
mod corpus;
mod packages;
mod prove;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use sdkwright::cli::{self, Error, Project};

/// Generating mostly allocates small texts and syntax nodes on all cores: this allocator makes it a third faster.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The settings of this project, seen from the workspace root.
const SETTINGS: &str = "sdkwright.toml";

fn main() -> ExitCode {
    cli::ended(run(&Cli::parse().verb))
}

fn run(verb: &Verb) -> Result<ExitCode, Error> {
    match verb {
        Verb::OfGenerator(command) => {
            let settings = workspace_root().join(SETTINGS);
            command.run(&Project::find("cargo xtask", Some(&settings))?)
        }
        Verb::Corpus(args) => corpus::run(args),
        Verb::Bench(args) => bench::run(args),
        Verb::Browser(args) => browser::run(args),
        Verb::Prove => prove::run(),
        Verb::Packages => packages::run(),
        Verb::Ci => ci::run(),
    }
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
    #[command(flatten)]
    OfGenerator(cli::Command),
    /// Generate from every document of a folder, and compile the emitted crates.
    Corpus(corpus::Args),
    /// Measure generating and compiling, as ratios to the least that they can cost.
    Bench(bench::Args),
    /// Call the SDK in a browser, where there is a Chromium and the target for WebAssembly.
    Browser(browser::Args),
    /// Hold the verdicts of `diff` on known changes against cargo-semver-checks, where that is installed.
    Prove,
    /// Compile the packages that are published from their archives alone.
    Packages,
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

/// Cargo, of the toolchain that was requested: it sets its own path for the programs that it runs.
fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
