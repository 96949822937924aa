//! A document on disk: its main file, and the referenced files below the folder of that file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use generator::{Output, Source, Sources};

use crate::error::Error;
use crate::workspace_root;

/// How many files a document may have in addition to the main one.
const FILE_LIMIT: usize = 5_000;

/// How many bytes these may have together.
const SIZE_LIMIT: u64 = 256 << 20;

/// How many files may refer to one another in a chain.
const ROUND_LIMIT: usize = 50;

/// Where the project's own document is, seen from the workspace root.
const SPEC: &str = "spec/rownd.yaml";

/// The path of the document, and its name in messages: the path as the user wrote it.
pub fn path(given: Option<&Path>) -> (PathBuf, String) {
    match given {
        // A path of the user is relative to the current folder; the project's own files are relative to the workspace.
        Some(path) => (path.to_path_buf(), path.display().to_string()),
        None => (workspace_root().join(SPEC), SPEC.to_owned()),
    }
}

/// Reads a document by rounds, until a run of the generator needs no more of its files. `name` is what messages call the main
/// one.
pub fn read(
    path: &Path,
    name: String,
    run: impl Fn(&Sources) -> Output,
) -> Result<(Sources, Output), Error> {
    let bytes = fs::read(path).map_err(|cause| Error::io("read", Path::new(&name), &cause))?;
    let mut reader = Reader::new(path);
    read_rounds(name, bytes, run, |path| reader.read(path))
}

/// The same for a document whose main file is read already; `text` reads the others, or says in a few words why it does not.
pub fn read_rounds(
    name: String,
    bytes: Vec<u8>,
    run: impl Fn(&Sources) -> Output,
    mut text: impl FnMut(&str) -> Result<String, String>,
) -> Result<(Sources, Output), Error> {
    let mut sources = match Source::decode(name, bytes) {
        Ok(source) => Sources::from(source),
        Err(undecodable) => {
            let output = Output {
                diagnostics: undecodable.diagnostics,
                ..Output::default()
            };
            return Ok((Sources::from(undecodable.source), output));
        }
    };
    let mut rounds = 0;
    loop {
        let output = run(&sources);
        if output.needs.is_empty() {
            return Ok((sources, output));
        }
        rounds += 1;
        for path in output.needs {
            let text = if rounds > ROUND_LIMIT {
                Err(format!(
                    "more than {ROUND_LIMIT} files refer to one another in a chain"
                ))
            } else {
                text(&path)
            };
            sources.add(path, text);
        }
    }
}

/// What reads the files of one document.
struct Reader {
    folder: PathBuf,
    files: usize,
    bytes: u64,
}

impl Reader {
    fn new(document: &Path) -> Self {
        let folder = document.parent().unwrap_or(document);
        // The folder of `openapi.yaml` is the current one.
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        Self {
            folder: folder.to_path_buf(),
            files: 0,
            bytes: 0,
        }
    }

    /// The text of a file, or why it is not read.
    fn read(&mut self, path: &str) -> Result<String, String> {
        self.files += 1;
        if self.files > FILE_LIMIT {
            return Err(format!("the document has more than {FILE_LIMIT} files"));
        }
        let file = self.within(path)?;
        // Anything else than a file, a pipe for example, could keep the reader waiting for ever.
        if !file.is_file() {
            return Err("this is not a file".to_owned());
        }
        let mut bytes = Vec::new();
        let limit = SIZE_LIMIT - self.bytes;
        let read = File::open(file).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes));
        let size = read.map_err(|cause| reason(&cause))? as u64;
        if size > limit {
            let limit = SIZE_LIMIT >> 20;
            return Err(format!("the files have more than {limit} MiB together"));
        }
        self.bytes += size;
        let decoded = Source::decode(path, bytes);
        decoded.map(|source| source.text).map_err(|undecodable| {
            let mut problems = undecodable.diagnostics.iter();
            problems
                .next()
                .map_or_else(String::new, |problem| problem.message.clone())
        })
    }

    /// The file at a path, which must be below the folder after symbolic links are resolved.
    fn within(&self, path: &str) -> Result<PathBuf, String> {
        let folder = self.folder.canonicalize().map_err(|cause| reason(&cause))?;
        let file = folder
            .join(path)
            .canonicalize()
            .map_err(|cause| reason(&cause))?;
        if file.starts_with(&folder) {
            Ok(file)
        } else {
            Err("this is outside the folder of the document".to_owned())
        }
    }
}

fn reason(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => format!("cannot be read: {cause}"),
    }
}
