//! `cargo xtask ci`: the one list of the project's checks. `.ci/run` and the GitHub workflow only call it.

use std::process::{Command, ExitCode};

use sdkwright::cli::{Error, console};

use crate::workspace_root;

/// Runs every check, and stops at the first that fails, with its exit code.
pub fn run() -> Result<ExitCode, Error> {
    for check in CHECKS {
        console::say(&format!("$ {}", check.as_typed()));
        let code = check.run()?;
        if code != 0 {
            console::say(&format!("error: `{}` failed", check.as_typed()));
            return Ok(ExitCode::from(code));
        }
    }
    console::say(&format!("ci: all {} checks passed", CHECKS.len()));
    Ok(ExitCode::SUCCESS)
}

/// One call of cargo, as words without quotes.
struct Check {
    cargo: &'static str,
    rustdoc_flags: Option<&'static str>,
}

const CHECKS: &[Check] = &[
    cargo("test --workspace --locked"),
    cargo("fmt --all --check"),
    cargo("clippy --workspace --all-targets --locked -- -D warnings"),
    Check {
        cargo: "doc --workspace --no-deps --locked",
        rustdoc_flags: Some("-D warnings"),
    },
    cargo("xtask codegen --check --deny warnings"),
    cargo("xtask corpus generator/tests/corpus"),
    cargo("check --package rownd --no-default-features --locked"),
    cargo("check --package rownd --all-features --locked"),
    // The library alone has no part of the program.
    cargo("check --package sdkwright --no-default-features --locked"),
    cargo("xtask packages"),
];

const fn cargo(cargo: &'static str) -> Check {
    Check {
        cargo,
        rustdoc_flags: None,
    }
}

impl Check {
    /// The command as a person would repeat it in a shell.
    fn as_typed(&self) -> String {
        match self.rustdoc_flags {
            Some(flags) => format!("RUSTDOCFLAGS=\"{flags}\" cargo {}", self.cargo),
            None => format!("cargo {}", self.cargo),
        }
    }

    /// Runs the command from the workspace root and gives its exit code.
    fn run(&self) -> Result<u8, Error> {
        let mut command = Command::new(crate::cargo());
        command
            .args(self.cargo.split(' '))
            .current_dir(workspace_root());
        if let Some(flags) = self.rustdoc_flags {
            command.env("RUSTDOCFLAGS", flags);
        }
        let status = command
            .status()
            .map_err(|cause| Error::new(format!("cannot run `{}`: {cause}", self.as_typed())))?;
        if status.success() {
            return Ok(0);
        }
        // A command ended by a signal has no code of its own.
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        Ok(code.filter(|&code| code != 0).unwrap_or(1))
    }
}
