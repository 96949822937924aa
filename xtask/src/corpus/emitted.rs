//! An emitted crate on the disk, with a program beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sdkwright::File;

use crate::workspace_root;
use sdkwright::cli::Error;

/// The folder of the program, within that of the crate.
const PROGRAM: &str = "decode";

/// A crate in a folder of its own. All crates share one target folder.
pub struct Emitted<'a> {
    package: &'a str,
    folder: PathBuf,
    target: PathBuf,
}

impl<'a> Emitted<'a> {
    /// Makes a folder hold a crate and nothing else. A file that is the same stays untouched, so that cargo finds again what it
    /// has compiled.
    pub fn write(
        files: &[File],
        package: &'a str,
        folder: PathBuf,
        work: &Path,
    ) -> Result<Self, Error> {
        let emitted = Self {
            package,
            target: work.join("target"),
            folder,
        };
        let kept: Vec<PathBuf> = files
            .iter()
            .map(|file| emitted.folder.join(&file.path))
            .collect();
        for path in files_below(&emitted.folder.join("src")) {
            if !kept.contains(&path) {
                fs::remove_file(&path).map_err(|cause| Error::io("remove", &path, &cause))?;
            }
        }
        for (file, path) in files.iter().zip(&kept) {
            // A workspace of its own keeps the crate out of this one.
            let workspace = if file.path == "Cargo.toml" {
                format!("\n[workspace]\nmembers = [\"{PROGRAM}\"]\n")
            } else {
                String::new()
            };
            write(path, &format!("{}{workspace}", file.text))?;
        }
        // The workspace is whole only with the program.
        if !emitted.folder.join(PROGRAM).exists() {
            emitted.program("fn main() {}\n", "")?;
        }
        // The lock file keeps to the versions that are here already.
        let lock = workspace_root().join("Cargo.lock");
        let path = emitted.folder.join("Cargo.lock");
        fs::copy(&lock, &path).map_err(|cause| Error::io("copy", &lock, &cause))?;
        Ok(emitted)
    }

    /// Compiles the crate, and returns cargo's messages: none if it compiles without a warning.
    pub fn check(&self) -> Result<String, Error> {
        let (succeeded, _, messages) = self.cargo(&["check"])?;
        Ok(if succeeded || !messages.is_empty() {
            messages
        } else {
            "cargo failed without a word".to_owned()
        })
    }

    /// Lets rustdoc describe the crate, and gives the path of what it says, as JSON.
    ///
    /// # Errors
    /// The crate has no docs, or cannot be compiled.
    pub fn rustdoc(&self) -> Result<PathBuf, Error> {
        // Groups of operations are features that are on by default.
        let words = ["rustdoc", "--lib", "--offline", "--quiet"];
        // The format is not stable: the tool that reads it belongs to the same version of Rust.
        let output = self
            .command(&words)
            .args(["--", "-Zunstable-options", "--output-format", "json"])
            // Public names lead into modules that are hidden.
            .args(["--document-private-items", "--document-hidden-items"])
            .env("RUSTC_BOOTSTRAP", "1")
            .output()
            .map_err(|cause| Error::io("run cargo in", &self.folder, &cause))?;
        if !output.status.success() {
            let messages = String::from_utf8_lossy(&output.stderr);
            return Err(Error::new(format!("rustdoc failed: {messages}")));
        }
        let name = self.package.replace('-', "_");
        Ok(self.target.join("doc").join(format!("{name}.json")))
    }

    /// Compiles a program that finds the crate under the name `sdk`, and returns cargo's messages.
    pub fn check_program(&self, text: &str) -> Result<String, Error> {
        let path = self.folder.join(PROGRAM).join("src/lib.rs");
        write(&path, text)?;
        let name = format!("{}-{PROGRAM}", self.package);
        let (_, _, messages) = self.cargo(&["check", "--package", &name])?;
        fs::remove_file(&path).map_err(|cause| Error::io("remove", &path, &cause))?;
        Ok(messages)
    }

    /// Compiles and runs a program that finds the crate under the name `sdk`, and the data in the file of that name beside it.
    /// Gives what it prints.
    ///
    /// # Errors
    /// It could not be run. The inner error is cargo's output for a program that does not compile or that crashes.
    pub fn run(&self, program: &str, data: &str) -> Result<Result<String, String>, Error> {
        self.program(program, data)?;
        let name = format!("{}-{PROGRAM}", self.package);
        let (succeeded, printed, messages) = self.cargo(&["run", "--package", &name])?;
        Ok(if succeeded {
            Ok(printed)
        } else {
            Err(messages)
        })
    }

    fn program(&self, text: &str, data: &str) -> Result<(), Error> {
        let package = self.package;
        let manifest = format!(
            "[package]\nname = \"{package}-{PROGRAM}\"\nedition = \"2024\"\n\n[dependencies]\n\
             sdk = {{ package = \"{package}\", path = \"..\", default-features = false }}\n"
        );
        let folder = self.folder.join(PROGRAM);
        write(&folder.join("Cargo.toml"), &manifest)?;
        write(&folder.join("src/main.rs"), text)?;
        write(&folder.join("data"), data)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = cargo();
        command
            .args(words)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            // Dependencies that are compiled for this project already are not compiled again.
            .env("CARGO_BUILD_BUILD_DIR", workspace_root().join("target"))
            .env("CARGO_TERM_COLOR", "never")
            // What is compiled once would only fill the disk, hundreds of megabytes for a large document.
            .env("CARGO_INCREMENTAL", "0")
            .stdin(Stdio::null());
        command
    }

    fn cargo(&self, words: &[&str]) -> Result<(bool, String, String), Error> {
        let ended = self
            .command(words)
            .args(["--quiet", "--offline"])
            .output()
            .map_err(|cause| Error::io("run cargo in", &self.folder, &cause))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        Ok((
            ended.status.success(),
            text(&ended.stdout),
            text(&ended.stderr),
        ))
    }
}

/// Sees to it that all dependencies of emitted crates are on this machine, since those of the runtime may not be needed before.
pub fn fetch() -> Result<(), Error> {
    let status = cargo()
        .args(["fetch", "--locked", "--quiet"])
        .current_dir(workspace_root())
        .stdin(Stdio::null())
        .status()
        .map_err(|cause| Error::io("run cargo in", &workspace_root(), &cause))?;
    if status.success() {
        Ok(())
    } else {
        Err(Error::new(
            "cannot fetch the dependencies of emitted crates",
        ))
    }
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()))
}

/// Writes a file where it does not hold the text already.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(|cause| Error::io("create", folder, &cause))?;
    fs::write(path, text).map_err(|cause| Error::io("write", path, &cause))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = |path: PathBuf| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    };
    entries.flat_map(|entry| below(entry.path())).collect()
}
