//! `sdkwright init`: writes the files that a project needs, and overwrites none.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::codegen::crate_name;
use super::console;
use super::document::Document;
use super::error::Error;
use super::settings;

/// The checks of a pull request, for GitHub; the version of the program is put into it.
const WORKFLOW: &str = include_str!("init/sdk.yml");

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FILE")]
    #[arg(help = "The OpenAPI document, as seen from the current folder")]
    spec: PathBuf,
    /// The folder that the crate is going to be written to.
    #[arg(long, value_name = "DIR", default_value = "sdk")]
    out: PathBuf,
    /// The name of the emitted crate, instead of the one that the document gives.
    #[arg(long, value_name = "CRATE", value_parser = crate_name)]
    name: Option<String>,
}

/// Runs the command in the current folder, which should be the root of a repository: 0 when the files are there.
pub fn run(args: &Args) -> Result<ExitCode, Error> {
    Document::open(&args.spec)?;
    let generated = format!("{}/** linguist-generated=true", slashes(&args.out));
    let (attributes, added) = (format!("{generated}\n"), format!("add `{generated}`"));
    let files = [
        (
            settings::FILE,
            args.settings(),
            "it is what the commands read",
        ),
        (".gitattributes", attributes, added.as_str()),
        (
            ".github/workflows/sdk.yml",
            WORKFLOW.replace("VERSION", env!("CARGO_PKG_VERSION")),
            "it is where the checks of a pull request would be",
        ),
    ];
    for (path, text, about) in &files {
        console::say(&match create(Path::new(path), text)? {
            Creation::Created => format!("created {path}"),
            Creation::Existed => format!("left {path} as it is: {about}"),
        });
    }
    console::say(
        "init: now run `sdkwright codegen`, and commit its output with these files;\n      \
         where the document has errors, `sdkwright check` explains them, and `sdkwright fix` corrects some",
    );
    Ok(ExitCode::SUCCESS)
}

impl Args {
    /// The text of the settings.
    fn settings(&self) -> String {
        let package = match &self.name {
            Some(name) => format!("package = {}\n", quoted(name)),
            None => String::new(),
        };
        format!(
            "# What the commands of sdkwright work on, as seen from this folder.\ndocument = {}\noutput = {}\n{package}\
             # Corrections of a document that is not yours: overlays = [\"overlay.yaml\"]\n",
            quoted(&slashes(&self.spec)),
            quoted(&slashes(&self.out)),
        )
    }
}

enum Creation {
    Created,
    Existed,
}

/// Creates a file, unless there is one.
fn create(path: &Path, text: &str) -> Result<Creation, Error> {
    let failed = |cause| Error::io("write", path, &cause);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    match file.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => Ok(Creation::Created),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(Creation::Existed),
        Err(cause) => Err(failed(cause)),
    }
}

/// A path as it is written on every system.
fn slashes(path: &Path) -> String {
    let parts = path.iter().map(|part| part.to_string_lossy());
    parts.collect::<Vec<_>>().join("/").replace("//", "/")
}

/// A string of TOML, which has the escapes of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
