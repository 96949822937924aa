//! The overlays of a document: those of the settings, and those of a command line.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::Source;
use crate::cli::document::{Document, reader};
use crate::cli::error::Error;
use crate::cli::project::{Place, Project};

/// The overlays that a document is given beside those of the settings.
#[derive(clap::Args)]
pub struct Overlays {
    /// Corrections of the document, by the Overlay Specification, after those of the settings; may be given several times, and are
    /// applied in this order.
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
}

impl Overlays {
    /// The overlays of the document that the user names, else of that of the project, in the order in which they are applied.
    pub fn of<'p>(&'p self, project: &'p Project, named: Option<&'p Path>) -> Vec<Place<'p>> {
        let given = self.overlay.iter().map(|path| Place::given(path));
        project.overlays(named).chain(given).collect()
    }
}

/// A document with overlays, which are read at once: it is not the same without them.
pub fn add(overlays: &[Place<'_>], mut document: Document) -> Result<Document, Error> {
    for Place { path, name } in overlays {
        let bytes = File::open(path).and_then(|file| reader::whole(file, reader::SIZE_LIMIT));
        let bytes = bytes.map_err(|cause| Error::io("read", Path::new(&**name), &cause))?;
        let too_large = || Error::new(format!("{name} has {}", reader::TOO_LARGE));
        let overlay = source(name, bytes.ok_or_else(too_large)?)?;
        document.sources.overlay(overlay);
        document.overlays.push(path.clone());
    }
    Ok(document)
}

/// The text of an overlay.
pub fn source(name: &str, bytes: Vec<u8>) -> Result<Source, Error> {
    Source::decode(name, bytes).map_err(|undecodable| {
        let mut problems = undecodable.diagnostics.iter();
        let problem = problems.next().map(|problem| problem.message.as_str());
        Error::new(format!("{name}: {}", problem.unwrap_or("this is not text")))
    })
}
