//! Carrying out the changes of a plan.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

use super::{Change, Edit};
use crate::error::Error;

/// Makes the changes in an order that leaves a folder which the next run still takes for its own, wherever this one is interrupted.
pub fn write(changes: &[Change], folder: &Path) -> Result<(), Error> {
    let removed: Vec<_> = changes
        .iter()
        .filter(|change| matches!(change.edit, Edit::Remove))
        .map(|change| folder.join(&change.path))
        .collect();
    // Removals come first: where upper and lower case are one, the old spelling of a name would take the new file along.
    for path in &removed {
        fs::remove_file(path).map_err(|cause| Error::io("remove", path, &cause))?;
    }
    let (manifest, others): (Vec<_>, Vec<_>) = changes
        .iter()
        .partition(|change| change.path == "Cargo.toml");
    for Change { path, edit } in manifest.into_iter().chain(others) {
        match edit {
            Edit::Create { text } | Edit::Change { text, .. } => replace(&folder.join(path), text)?,
            Edit::Remove => {}
        }
    }
    for path in &removed {
        remove_empty_parents(path, folder);
    }
    Ok(())
}

/// Puts a text in place of a file at once: whoever looks sees the old text or the new one, never a part.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |cause| Error::io("write", path, &cause);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let unfinished = unfinished(path);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&unfinished)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| fs::rename(&unfinished, path));
    written.map_err(|cause| {
        let is_ours = cause.kind() != ErrorKind::AlreadyExists;
        if is_ours {
            // The failure to write has to be reported, not a failure to clean up after it.
            let _ = fs::remove_file(&unfinished);
        }
        failed(cause)
    })
}

/// A name beside the file, on the same file system, that cargo and rustc do not look at.
fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", process::id()))
}

/// Removes the folders that the removal of a file has left empty. One that is not empty simply stays.
fn remove_empty_parents(path: &Path, folder: &Path) {
    for parent in path.ancestors().skip(1) {
        if parent == folder || fs::remove_dir(parent).is_err() {
            return;
        }
    }
}
