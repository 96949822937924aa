//! One who reads the guide: a folder, a shell, and the program.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What stands for lines of an output, or for the rest of one.
const SKIPPED: &str = "…";

/// One who reads the guide.
pub struct Reader {
    folder: PathBuf,
    /// Where commands are looked up.
    path: OsString,
}

impl Reader {
    /// Begins in an empty folder, which has the lock file of this project: the network is not needed.
    pub fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide");
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("an old folder can be removed");
        }
        fs::create_dir_all(&folder).expect("there is room for a folder");
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the project has a lock file");
        let program = Path::new(env!("CARGO_BIN_EXE_sdkwright"));
        let mut path = program.with_file_name("").into_os_string();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        Self { folder, path }
    }

    /// Writes a file.
    pub fn create(&self, path: &str, text: &str) -> Result<(), String> {
        let path = self.folder.join(path);
        let parent = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| error.to_string())
    }

    /// Replaces lines that a file has exactly once.
    pub fn edit(&self, path: &str, old: &str, new: &str) -> Result<(), String> {
        let text = fs::read_to_string(self.folder.join(path))
            .map_err(|error| format!("{path}: {error}"))?;
        match text.matches(old).count() {
            1 => self.create(path, &text.replace(old, new)),
            times => Err(format!("{path} has the old lines {times} times:\n{text}")),
        }
    }

    /// Runs a command, which fails if and only if it is to show an error.
    pub fn run(&self, command: &str, shown: &[String]) -> Result<(), String> {
        let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .env("PATH", &self.path)
            .env("CARGO_TARGET_DIR", tmp.join("guide-target"))
            // Dependencies that are compiled for this project already are not compiled again.
            .env("CARGO_BUILD_BUILD_DIR", tmp.join(".."))
            // Most crates are compiled once.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs([
                ("GIT_AUTHOR_NAME", "Reader"),
                ("GIT_AUTHOR_EMAIL", "reader@example.com"),
                ("GIT_COMMITTER_NAME", "Reader"),
                ("GIT_COMMITTER_EMAIL", "reader@example.com"),
            ])
            .output()
            .map_err(|error| error.to_string())?;
        let said = String::from_utf8_lossy(&output.stdout);
        let fails = shown.iter().any(|line| line.starts_with("error"));
        if output.status.success() == fails {
            let ends = output.status;
            return Err(format!("`{command}` ends with {ends}:\n{said}"));
        }
        if said.lines().any(|line| line.starts_with("warning: ")) {
            return Err(format!("`{command}` warns:\n{said}"));
        }
        match missing(&said, shown) {
            None => Ok(()),
            Some(part) => Err(format!(
                "`{command}` does not say this:\n{part}\n\nit says:\n{said}"
            )),
        }
    }
}

/// The first part of what a page shows that does not follow in an output; the parts are separated by skipped lines.
fn missing(said: &str, shown: &[String]) -> Option<String> {
    let said: Vec<&str> = said.lines().map(str::trim_end).collect();
    let mut rest = said.as_slice();
    for part in shown.split(|line| line == SKIPPED) {
        if part.is_empty() {
            continue;
        }
        let is_part = |lines: &[&str]| lines.iter().zip(part).all(|(said, shown)| is(said, shown));
        let Some(at) = rest.windows(part.len()).position(is_part) else {
            return Some(part.join("\n"));
        };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    None
}

/// Whether a line is what a page shows of it.
fn is(said: &str, shown: &str) -> bool {
    match shown.strip_suffix(SKIPPED) {
        Some(start) => said.starts_with(start),
        None => said == shown,
    }
}
