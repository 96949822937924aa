//! `cargo xtask browser`: calls the SDK in a browser, where the machine has what that takes.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use sdkwright::cli::{Error, console};

use crate::workspace_root;

const TARGET: &str = "wasm32-unknown-unknown";

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// Fail instead of skipping where the machine lacks something.
    #[arg(long)]
    require: bool,
}

/// Builds the page of `tests/browser`, opens it in Chromium, and fails if it does not show what it should.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    match needs()? {
        Ok(needs) => open(&needs),
        Err(missing) if args.require => Err(Error::new(missing)),
        Err(missing) => {
            console::say(&format!("browser: skipped, because {missing}"));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// What a run takes beside Rust.
struct Needs {
    browser: PathBuf,
    /// The flags of cargo for the standard library of the target.
    std: &'static [&'static str],
}

/// The inner error says what is missing.
fn needs() -> Result<Result<Needs, String>, Error> {
    let Some(browser) = browser() else {
        let missing = "there is no Chromium: neither as CHROMIUM nor in PATH";
        return Ok(Err(missing.to_owned()));
    };
    let Some(std) = standard_library()? else {
        let missing = format!("the target is missing: `rustup target add {TARGET}`");
        return Ok(Err(missing));
    };
    if !succeeds(&mut cargo(&["fetch", "--locked", "--quiet"]))? {
        let missing = "the crates of tests/browser cannot be fetched, among them wasm-bindgen";
        return Ok(Err(missing.to_owned()));
    }
    Ok(Ok(Needs { browser, std }))
}

fn open(needs: &Needs) -> Result<ExitCode, Error> {
    let target = workspace_root().join("target").join("browser");
    let wasm = target.join(TARGET).join("debug").join("page.wasm");
    let mut build = cargo(&["build", "--locked", "--package", "page", "--target", TARGET]);
    build.args(needs.std).arg("--target-dir").arg(&target);
    let mut harness = cargo(&["run", "--locked", "--package", "harness"]);
    harness.arg("--target-dir").arg(&target).arg("--");
    harness.arg(wasm).arg(&needs.browser);
    if !succeeds(&mut build)? || !succeeds(&mut harness)? {
        return Ok(ExitCode::FAILURE);
    }
    console::say("browser: the page shows what it should");
    Ok(ExitCode::SUCCESS)
}

/// The path of Chromium.
fn browser() -> Option<PathBuf> {
    const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
    if let Some(path) = env::var_os("CHROMIUM") {
        return Some(path.into());
    }
    let folders = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&folders).collect();
    let paths = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    paths.into_iter().find(|path| path.is_file())
}

/// The flags for the standard library of the target, which is installed, or else compiled from its source where
/// `RUSTC_BOOTSTRAP` allows it; `None` if there is neither.
fn standard_library() -> Result<Option<&'static [&'static str]>, Error> {
    if rustc(&["--print", "target-libdir", "--target", TARGET])?.is_dir() {
        return Ok(Some(&[]));
    }
    let source = rustc(&["--print", "sysroot"])?.join("lib/rustlib/src/rust/library");
    let is_allowed = env::var_os("RUSTC_BOOTSTRAP").is_some();
    Ok((is_allowed && source.is_dir()).then_some(&["-Zbuild-std=std,panic_abort"]))
}

/// The path that the compiler prints.
fn rustc(words: &[&str]) -> Result<PathBuf, Error> {
    let program = env::var_os("RUSTC").unwrap_or("rustc".into());
    let output = Command::new(&program).args(words).output();
    let output = output.map_err(|cause| Error::io("run", Path::new(&program), &cause))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().into())
}

/// Cargo in the workspace of the page.
fn cargo(words: &[&str]) -> Command {
    let program: OsString = env::var_os("CARGO").unwrap_or("cargo".into());
    let mut command = Command::new(program);
    command
        .args(words)
        .current_dir(workspace_root().join("tests").join("browser"));
    command
}

fn succeeds(command: &mut Command) -> Result<bool, Error> {
    let status = command.status();
    let status = status.map_err(|cause| Error::new(format!("cannot run cargo: {cause}")))?;
    Ok(status.success())
}
