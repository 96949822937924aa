//! The commands, for the program `sdkwright` and for every other program that offers them under a name of its own.
//!
//! They report on standard error; only requested text, such as a page, JSON or a diff, is printed on standard output.
//! They exit with 0 on success, with 1 if a document has errors or the generated files are stale, and with 2 if the command line is
//! wrong or the work could not be done.
//!
//! This is the one layer that touches the disk.

mod check;
#[doc(hidden)]
pub mod codegen;
pub mod console;
mod diff;
pub mod document;
mod error;
mod explain;
mod file;
mod fix;
mod group_by;
pub mod init;
#[doc(hidden)]
pub mod output_folder;
mod overlays;
mod project;
mod reporting;
mod revision;
mod settings;

use std::process::ExitCode;

pub use error::Error;
pub use project::Project;

/// The exit code of a run that could not do its work, the same as clap's for a wrong command line.
const FAILED: u8 = 2;

/// A command with its flags.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Generate the SDK.
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
}

impl Command {
    /// Runs the command in a project.
    pub fn run(&self, project: &Project) -> Result<ExitCode, Error> {
        match self {
            Command::Codegen(args) => codegen::run(args, project),
            Command::Check(args) => check::run(args, project),
            Command::Diff(args) => diff::run(args, project),
            Command::Fix(args) => fix::run(args, project),
            Command::Explain(args) => explain::run(args, project),
        }
    }
}

/// How a run ends: with its own exit code, or with the error as its last line.
pub fn ended(result: Result<ExitCode, Error>) -> ExitCode {
    result.unwrap_or_else(|error| {
        console::say(&format!("error: {error}"));
        ExitCode::from(FAILED)
    })
}
