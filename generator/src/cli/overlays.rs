//! The overlays of a command line.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::Source;
use crate::cli::document::{Document, reader};
use crate::cli::error::Error;

/// The overlays that a document is given.
#[derive(clap::Args)]
pub struct Overlays {
    /// Corrections of the document, by the Overlay Specification; may be given several times, and are applied in this order.
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<PathBuf>,
}

impl Overlays {
    /// A document with the overlays, which are read at once: it is not the same without them.
    pub fn add_to(&self, mut document: Document) -> Result<Document, Error> {
        for path in &self.overlay {
            let bytes = File::open(path).and_then(|file| reader::whole(file, reader::SIZE_LIMIT));
            let bytes = bytes.map_err(|cause| Error::io("read", path, &cause))?;
            let too_large = || Error::new(format!("{} has {}", path.display(), reader::TOO_LARGE));
            document
                .sources
                .overlay(source(path, bytes.ok_or_else(too_large)?)?);
            document.overlays.push(path.clone());
        }
        Ok(document)
    }
}

/// The text of the overlay at a path.
pub fn source(path: &Path, bytes: Vec<u8>) -> Result<Source, Error> {
    let name = path.display().to_string();
    Source::decode(name.as_str(), bytes).map_err(|undecodable| {
        let mut problems = undecodable.diagnostics.iter();
        let problem = problems.next().map(|problem| problem.message.as_str());
        Error::new(format!("{name}: {}", problem.unwrap_or("this is not text")))
    })
}
