//! Compiling the emitted crate, beside its bare types and the same types with serde's derives.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use sdkwright::File;

use crate::floors::{Floor, floor};
use crate::samples::{Samples, head};
use sdkwright::cli::{Error, console};

use crate::workspace_root;

/// Prints what `cargo check` of the crate alone costs.
pub fn measure(files: &[File], runs: usize) -> Result<(), Error> {
    let work = workspace_root().join("target").join("bench");
    let kinds = [
        ("floor: bare types", Floor::Bare),
        ("types with serde's derives", Floor::Derives),
        ("types as they are emitted", Floor::Models),
        ("the whole emitted crate", Floor::Crate),
    ];
    console::say(&head("cargo check, crate alone"));
    let mut bare = Samples::default();
    for (at, (name, kind)) in kinds.into_iter().enumerate() {
        let folder = work.join(format!("crate-{at}"));
        write(&floor(files, kind), &folder)?;
        // Its dependencies are compiled before, once for all.
        check(&folder, &work)?;
        let mut samples = Samples::default();
        for _ in 0..runs {
            let root = folder.join("src/lib.rs");
            let touched = fs::read(&root).and_then(|text| fs::write(&root, text));
            touched.map_err(|cause| Error::io("touch", &root, &cause))?;
            samples.push(check(&folder, &work)?);
        }
        if at == 0 {
            bare = samples;
            console::say(&bare.row(name, &bare));
        } else {
            console::say(&samples.row(name, &bare));
        }
    }
    Ok(())
}

fn write(files: &[File], folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|cause| Error::io("remove", folder, &cause))?;
    }
    for file in files {
        let path = folder.join(&file.path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|cause| Error::io("create", parent, &cause))?;
        fs::write(&path, &file.text).map_err(|cause| Error::io("write", &path, &cause))?;
    }
    let lock = workspace_root().join("Cargo.lock");
    fs::copy(&lock, folder.join("Cargo.lock")).map_err(|cause| Error::io("copy", &lock, &cause))?;
    Ok(())
}

fn check(folder: &Path, work: &Path) -> Result<Duration, Error> {
    let started = Instant::now();
    let ended = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
        // Without features, no HTTP stack has to be compiled first.
        .args(["check", "--quiet", "--no-default-features"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTFLAGS", "--cap-lints=allow")
        .stdout(Stdio::null())
        .output()
        .map_err(|cause| Error::io("run cargo in", folder, &cause))?;
    let time = started.elapsed();
    if ended.status.success() {
        return Ok(time);
    }
    let errors = String::from_utf8_lossy(&ended.stderr);
    let first: Vec<&str> = errors.lines().take(20).collect();
    Err(Error::new(format!(
        "{} does not compile:\n{}",
        folder.display(),
        first.join("\n")
    )))
}
