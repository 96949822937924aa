//! Files that are written whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::Error;

/// Puts a text in place of a file at once: whoever looks sees the old text or the new one, never a part. Until it is whole, the text is
/// in `unfinished`, a place of the program's own on the same file system; what an interrupted run left there is removed.
pub fn replace(path: &Path, text: &str, unfinished: &Path) -> Result<(), Error> {
    let failed = |cause| Error::io("write", path, &cause);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    remove(unfinished)?;
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(unfinished)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| match fs::metadata(path) {
            Ok(known) => fs::set_permissions(unfinished, known.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(unfinished, path));
    written.map_err(|cause| {
        // The failure to write has to be reported, not a failure to clean up after it.
        let _ = fs::remove_file(unfinished);
        failed(cause)
    })
}

/// Removes a file, if there is one.
pub fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(Error::io("remove", path, &cause)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// A place for an unfinished text beside a file that is not in a folder of the program's own.
pub fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.sdkwright.tmp"))
}
