//! The checks of the generated files before any of them is written.

use std::collections::BTreeSet;

use crate::{File, is_marked};

use crate::cli::error::Error;

/// Refuses files that could be written outside the folder or over each other, and a set that would not be known again as the
/// generator's own. The generator keeps all of this by itself: a document is untrusted, so it is worth a second look.
pub fn check(files: &[File]) -> Result<(), Error> {
    let mut seen = BTreeSet::new();
    for file in files {
        if let Some(fault) = fault(&file.path) {
            return Err(Error::new(format!(
                "rejecting the emitted path {:?}: {fault}",
                file.path
            )));
        }
        // Not every file system distinguishes upper case from lower case.
        if !seen.insert(file.path.to_lowercase()) {
            return Err(Error::new(format!("{} is emitted twice", file.path)));
        }
    }
    for file in files {
        let path = file.path.to_lowercase();
        if let Some(parent) = ancestors(&path).find(|parent| seen.contains(*parent)) {
            return Err(Error::new(format!(
                "{parent} is emitted both as a file and as a folder"
            )));
        }
    }
    let is_marked_manifest = |file: &File| file.path == "Cargo.toml" && is_marked(&file.text);
    if !files.iter().any(is_marked_manifest) {
        return Err(Error::new(
            "the generator emitted no Cargo.toml that carries its mark",
        ));
    }
    Ok(())
}

/// The folders of a path, the outermost first.
pub fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// Why a path cannot be written, on any system.
fn fault(path: &str) -> Option<&'static str> {
    if path.contains(['\\', ':']) || path.contains(char::is_control) {
        return Some("it is not portable");
    }
    if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Some("it is not a plain relative path below the folder");
    }
    // These are left unread, so what is in them would be overwritten unseen.
    let path = path.to_lowercase();
    if path.split('/').any(|part| part == ".git") || path.split('/').next() == Some("target") {
        return Some("that place is not the generator's");
    }
    None
}
