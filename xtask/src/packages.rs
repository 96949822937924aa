//! `cargo xtask packages`: what is published builds without the rest of the repository.
//!
//! `cargo package` would check that, too, but of a package that rests on another it may take an old copy: it unpacks each version
//! of a package once, and never again.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use sdkwright::cli::{Error, console};

use crate::workspace_root;

/// The packages that are published.
const PACKAGES: [&str; 2] = ["sdkwright-runtime", "sdkwright"];

/// A workspace of these packages alone, which use each other as they stand in it.
const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["*"]

[patch.crates-io]
sdkwright-runtime.path = "sdkwright-runtime"
"#;

/// Packages what the working copy holds, edits included, and compiles what the archives hold.
pub fn run() -> Result<ExitCode, Error> {
    let root = workspace_root();
    let target = root.join("target");
    let mut package = cargo(&root, &target);
    package.args("package --quiet --no-verify --allow-dirty --locked".split(' '));
    for name in PACKAGES {
        package.args(["--package", name]);
    }
    run_to_its_end(package)?;

    let archives = target.join("package");
    let alone = archives.join("alone");
    if alone.exists() {
        fs::remove_dir_all(&alone).map_err(|cause| Error::io("remove", &alone, &cause))?;
    }
    for name in PACKAGES {
        let archive = archives.join(format!("{name}-{}.crate", env!("CARGO_PKG_VERSION")));
        unpack(&archive, &alone.join(name))?;
    }
    let manifest = alone.join("Cargo.toml");
    fs::write(&manifest, WORKSPACE).map_err(|cause| Error::io("write", &manifest, &cause))?;
    // The lock file keeps to the versions that are here already.
    let (lock, copy) = (root.join("Cargo.lock"), alone.join("Cargo.lock"));
    fs::copy(&lock, &copy).map_err(|cause| Error::io("copy", &lock, &cause))?;
    let mut check = cargo(&alone, &target);
    check.args(["check", "--quiet", "--workspace"]);
    run_to_its_end(check)?;

    console::say(&format!(
        "packages: {} built from their archives alone",
        PACKAGES.join(", ")
    ));
    Ok(ExitCode::SUCCESS)
}

/// Cargo in a folder, with a target folder that may be that of another.
fn cargo(folder: &Path, target: &Path) -> Command {
    let mut cargo = Command::new(crate::cargo());
    cargo.current_dir(folder).env("CARGO_TARGET_DIR", target);
    cargo
}

/// Writes what a package's archive holds to a folder, each file as one that has just changed.
fn unpack(archive: &Path, folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|cause| Error::io("create", folder, &cause))?;
    let mut tar = Command::new("tar");
    tar.args(["-x", "-z", "-m", "--strip-components=1", "-f"]);
    tar.arg(archive).arg("-C").arg(folder);
    run_to_its_end(tar)
}

fn run_to_its_end(mut command: Command) -> Result<(), Error> {
    let status = command.status().map_err(|cause| {
        let program = command.get_program().display();
        Error::new(format!("cannot run `{program}`: {cause}"))
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(format!("`{command:?}` failed")))
    }
}
