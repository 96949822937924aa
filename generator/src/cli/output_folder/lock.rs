//! What a run has in the output folder while it writes there. An interrupted run leaves these files, and the next one uses them.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use same_file::Handle;

use crate::cli::console;
use crate::cli::error::Error;

/// The file that a run locks, so that no other one writes at the same time.
const LOCK: &str = ".sdkwright.lock";

/// The file that is being written, until it is whole.
const UNFINISHED: &str = ".sdkwright.tmp";

/// Whether a name in the output folder is one of a run.
pub fn is_of_a_run(name: &str) -> bool {
    [LOCK, UNFINISHED].contains(&name)
}

/// The right to write into a folder, until it is dropped.
pub struct Lock {
    path: PathBuf,
    /// Closing it releases the lock.
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder, which is created where it does not exist; waits for a run that has the lock.
    pub fn take(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(LOCK);
        let failed = |cause| Error::io("lock", folder, &cause);
        loop {
            fs::create_dir_all(folder).map_err(failed)?;
            let mut open = OpenOptions::new();
            let open = open.read(true).write(true).create(true).truncate(false);
            let file = open.open(&path).map_err(failed)?;
            wait(&file, folder).map_err(failed)?;
            // The run that this one waited for has removed its file: the lock of that one locks nothing.
            if is_at(&file, &path).map_err(failed)? {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be removed is used by the next run.
        let _ = fs::remove_file(&self.path);
    }
}

/// Where the text of a file is until it is whole.
pub fn unfinished(folder: &Path) -> PathBuf {
    folder.join(UNFINISHED)
}

fn wait(file: &File, folder: &Path) -> io::Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            let folder = folder.display();
            console::say(&format!("waiting for another run that writes to {folder}"));
            file.lock()
        }
        // Some network file systems have no locks; one run at a time works there all the same.
        Err(TryLockError::Error(cause)) if cause.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Whether an open file is still the one at its path.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    match Handle::from_path(path) {
        Ok(current) => Ok(current == Handle::from_file(file.try_clone()?)?),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(cause),
    }
}
