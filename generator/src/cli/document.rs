//! A document on disk: its main file, and the referenced files below the folder of that file.

pub mod reader;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::error::Error;
use crate::{Diagnostics, Output, Role, Source, Sources};
use reader::{Reader, SIZE_LIMIT, TOO_LARGE, whole};

/// How many files may refer to one another in a chain.
const ROUND_LIMIT: usize = 50;

/// The documents of a command line.
#[derive(clap::Args)]
pub struct Documents {
    /// The OpenAPI documents to read instead of the project's own; `-` is standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The same, as the other commands name a document; may be given several times.
    #[arg(long, value_name = "FILE")]
    spec: Vec<PathBuf>,
}

impl Documents {
    /// The paths as the user wrote them; one `None`, for the project's own document, if there are none.
    pub fn given(&self) -> Vec<Option<&Path>> {
        let files = self.spec.iter().chain(&self.files);
        let given: Vec<_> = files.map(|path| Some(path.as_path())).collect();
        if given.is_empty() { vec![None] } else { given }
    }
}

/// What stands for standard input on the command line.
const STANDARD_INPUT: &str = "-";

/// A document that is read by rounds, until it needs no more of its files.
pub struct Document {
    /// Its files, as far as they are read.
    pub sources: Sources,
    origin: Origin,
    reader: Reader,
    /// What is wrong with the main file where it is not text.
    undecodable: Option<Diagnostics>,
    /// Where its overlays are.
    pub overlays: Vec<PathBuf>,
}

/// Where the main file of a document comes from.
enum Origin {
    File(PathBuf),
    StandardInput,
}

impl Document {
    /// The document at a path that the user gives.
    pub fn open(path: &Path) -> Result<Self, Error> {
        if path == Path::new(STANDARD_INPUT) {
            return Self::begin(Origin::StandardInput, "<stdin>".to_owned());
        }
        Self::named(path, path.display().to_string())
    }

    /// The document at a path, which messages call by another name.
    pub fn named(path: &Path, name: String) -> Result<Self, Error> {
        Self::begin(Origin::File(path.to_path_buf()), name)
    }

    fn begin(origin: Origin, name: String) -> Result<Self, Error> {
        let bytes = origin.bytes(&name)?;
        let reader = Reader::new(origin.folder(), bytes.len());
        let (source, undecodable) = match Source::decode(name, bytes) {
            Ok(source) => (source, None),
            Err(undecodable) => (undecodable.source, Some(undecodable.diagnostics)),
        };
        Ok(Self {
            sources: Sources::from(source),
            reader,
            origin,
            undecodable,
            overlays: Vec::new(),
        })
    }

    /// How messages call the main file: as the user wrote it.
    pub fn name(&self) -> &str {
        &self.sources.main().name
    }

    /// Runs the generator on the document, and reads the files that it needs.
    pub fn run(&mut self, run: impl Fn(&Sources) -> Output) -> Output {
        if let Some(diagnostics) = &self.undecodable {
            return Output {
                diagnostics: diagnostics.clone(),
                ..Output::default()
            };
        }
        rounds(&mut self.sources, run, |path| self.reader.read(path))
    }

    /// The same with other texts of its files.
    pub fn run_on(&mut self, sources: &mut Sources, run: impl Fn(&Sources) -> Output) -> Output {
        rounds(sources, run, |path| self.reader.read(path))
    }

    /// Where its files are, as far as they are read and on disk.
    pub fn paths(&self) -> Vec<PathBuf> {
        let files = self.sources.files();
        files.filter_map(|(role, _)| self.path_of(role)).collect()
    }

    /// Where a file of the document is; `None` for the main one if it is read from standard input.
    pub fn path_of(&self, role: Role<'_>) -> Option<PathBuf> {
        match (role, &self.origin) {
            (Role::Main, Origin::File(path)) => Some(path.clone()),
            (Role::Main, Origin::StandardInput) => None,
            (Role::Overlay(index), _) => self.overlays.get(index).cloned(),
            (Role::Other(path), origin) => Some(origin.folder().join(path)),
        }
    }
}

impl Origin {
    fn bytes(&self, name: &str) -> Result<Vec<u8>, Error> {
        if is_url(name) {
            return Err(Error::new(format!(
                "{name} is a URL: download the document, and name the file"
            )));
        }
        let bytes = match self {
            Origin::StandardInput => whole(io::stdin(), SIZE_LIMIT),
            Origin::File(path) => File::open(path).and_then(|file| whole(file, SIZE_LIMIT)),
        };
        let bytes = bytes.map_err(|cause| Error::io("read", Path::new(name), &cause))?;
        bytes.ok_or_else(|| Error::new(format!("{name} has {TOO_LARGE}")))
    }

    /// The folder that the files of the document are in, or below.
    fn folder(&self) -> &Path {
        let folder = match self {
            Origin::File(path) => path.parent().unwrap_or(path),
            Origin::StandardInput => Path::new(""),
        };
        // The folder of `openapi.yaml` is the current one.
        if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        }
    }
}

fn is_url(name: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| name.to_ascii_lowercase().starts_with(scheme))
}

/// Runs the generator until it needs no more files; `text` reads them, or says in a few words why it does not.
pub fn rounds(
    sources: &mut Sources,
    run: impl Fn(&Sources) -> Output,
    mut text: impl FnMut(&str) -> Result<String, String>,
) -> Output {
    let mut rounds = 0;
    loop {
        let output = run(sources);
        if output.needs.is_empty() {
            return output;
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
