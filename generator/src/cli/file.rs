//! Files that are written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

use crate::cli::error::Error;

/// Puts a text in place of a file at once: whoever looks sees the old text or the new one, never a part.
pub fn replace(path: &Path, text: &str) -> Result<(), Error> {
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
        .and_then(|()| match fs::metadata(path) {
            Ok(known) => fs::set_permissions(&unfinished, known.permissions()),
            Err(_) => Ok(()),
        })
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
