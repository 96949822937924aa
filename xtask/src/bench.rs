//! `cargo xtask bench`: compiles the package `bench` with optimizations, and runs it.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use sdkwright::cli::Error;

use crate::{cargo, workspace_root};

/// The words of the command.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub struct Args {
    /// The flags of the package; `--help` lists them.
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "FLAG"
    )]
    flags: Vec<OsString>,
}

/// Runs the command: 0 when everything could be measured.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    let mut command = Command::new(cargo());
    command.args(["run", "--release", "--quiet", "--manifest-path"]);
    command.arg(workspace_root().join("xtask/bench/Cargo.toml"));
    let status = command.arg("--").args(&args.flags).status();
    let status = status.map_err(|cause| Error::new(format!("cannot run cargo: {cause}")))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
