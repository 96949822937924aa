//! Carrying out the changes of a plan.

use std::fs;
use std::path::Path;

use super::lock::unfinished;
use super::{Change, Edit};
use crate::cli::error::Error;
use crate::cli::file::replace;

/// Makes the changes in an order that leaves a folder which the next run still takes for its own, wherever this one is interrupted.
pub fn write(changes: &[Change], folder: &Path) -> Result<(), Error> {
    let unfinished = unfinished(folder);
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
            Edit::Create { text } | Edit::Change { text, .. } => {
                replace(&folder.join(path), text, &unfinished)?;
            }
            Edit::Remove => {}
        }
    }
    for path in &removed {
        remove_empty_parents(path, folder);
    }
    Ok(())
}

/// Removes the folders that the removal of a file has left empty. One that is not empty simply stays.
fn remove_empty_parents(path: &Path, folder: &Path) {
    for parent in path.ancestors().skip(1) {
        if parent == folder || fs::remove_dir(parent).is_err() {
            return;
        }
    }
}
