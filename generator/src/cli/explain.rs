//! `sdkwright explain E0006`: prints the page of a code.

use std::process::ExitCode;

use crate::cli::console;
use crate::cli::error::Error;
use crate::cli::project::Project;
use crate::diagnostic::Code;

/// The list of all pages.
const INDEX: &str = include_str!("../../docs/diagnostics/README.md");

/// The words of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The code, as the first line of a message has it: `E0006`, `error[E0006]`, or `e6`; all codes are listed without one.
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Runs the command: 0 when there is such a page.
pub fn run(args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let page = match &args.code {
        None => INDEX,
        Some(text) => Code::parse(text).map(Code::page).ok_or_else(|| {
            let text = text.escape_debug();
            let all = project.typed("explain");
            Error::new(format!("there is no code `{text}`; `{all}` lists all"))
        })?,
    };
    console::print(page)?;
    Ok(ExitCode::SUCCESS)
}
