//! `cargo xtask explain E0006`: prints the page of a code.

use std::fs;
use std::process::ExitCode;

use sdkwright::diagnostic::Code;

use crate::error::Error;
use crate::{console, workspace_root};

/// Where the pages are, seen from the workspace root.
const PAGES: &str = "docs/diagnostics";

/// The words of the command.
#[derive(clap::Args)]
pub struct Args {
    /// The code, as the first line of a message has it: `E0006`, `error[E0006]`, or `e6`.
    #[arg(value_name = "CODE")]
    code: String,
}

/// Runs the command: 0 when there is such a page.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let Some(code) = Code::parse(&args.code) else {
        let line = format!(
            "there is no code `{}`; {PAGES}/README.md lists all",
            args.code
        );
        return Err(Error::new(line));
    };
    let path = workspace_root()
        .join(PAGES)
        .join(format!("{}.md", code.id()));
    let page = fs::read_to_string(&path).map_err(|cause| Error::io("read", &path, &cause))?;
    console::print(&page);
    Ok(ExitCode::SUCCESS)
}
