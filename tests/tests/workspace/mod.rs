//! Emitted crates in a workspace of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sdkwright::report::Format;
use sdkwright::{Config, Source, Sources};

/// Emitted crates side by side, with the versions of the dependencies that this project uses.
///
/// They lie in the target folder of this project, and are only touched where they change: cargo finds again what it has
/// compiled before.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// The crates of documents, by the names of their packages.
    pub fn new(name: &str, documents: &[(&str, &str)]) -> Self {
        let member = |(name, document): &(&str, &str)| Member {
            name: (*name).to_owned(),
            document: (*document).to_owned(),
            added: Vec::new(),
        };
        Self::of(name, &documents.iter().map(member).collect::<Vec<_>>())
    }

    /// The crates of these members.
    pub fn of(name: &str, members: &[Member]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("emitted")
            .join(name);
        let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n");
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
        write(&folder.join("Cargo.toml"), &manifest);
        fs::copy(lock, folder.join("Cargo.lock")).expect("the project has a lock file");
        for member in members {
            write_crate(member, &folder.join(&member.name));
        }
        Self { folder }
    }

    /// Runs cargo without the network. A warning is a failure.
    pub fn cargo(&self, arguments: &[&str]) {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let output = Command::new(cargo)
            .args(arguments)
            .args(["--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", tmp.join("emitted/target"))
            // Dependencies that are compiled for this project already are not compiled again.
            .env("CARGO_BUILD_BUILD_DIR", tmp.join(".."))
            // Most crates are compiled once.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .expect("cargo runs");
        // Quiet, it only speaks of what is wrong.
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "`cargo {}` fails or warns:\n{}{}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );
    }
}

/// A crate of a workspace.
pub struct Member {
    /// The name of its package.
    pub name: String,
    /// The document that it is emitted from.
    pub document: String,
    /// What is added to its files, by their paths; a file that is not emitted is made.
    pub added: Vec<(&'static str, String)>,
}

/// Makes a folder hold the emitted crate of a document and what is added to it, and nothing else.
fn write_crate(member: &Member, folder: &Path) {
    let sources = Sources::from(Source {
        name: "document.yaml".to_owned(),
        text: member.document.clone(),
    });
    let config = Config {
        crate_name: Some(member.name.clone()),
        ..Config::default()
    };
    let output = sdkwright::generate(&sources, &config);
    let Some(files) = output.files else {
        panic!(
            "nothing is emitted:\n{}",
            output.diagnostics.render(&sources, Format::PLAIN)
        );
    };
    let mut texts: BTreeMap<PathBuf, String> = files
        .into_iter()
        .map(|file| (folder.join(&file.path), file.text))
        .collect();
    for (path, text) in &member.added {
        *texts.entry(folder.join(path)).or_default() += text;
    }
    for path in files_below(folder) {
        if !texts.contains_key(&path) {
            fs::remove_file(path).expect("an old file can be removed");
        }
    }
    for (path, text) in &texts {
        write(path, text);
    }
}

/// Writes a file where it does not hold the text already.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return;
    }
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder).expect("there is room for a crate");
    fs::write(path, text).expect("there is room for a crate");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let files = paths.flat_map(|path| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    });
    files.collect()
}
