//! Why a command could not do its work.

use std::fmt::{self, Display};
use std::io;
use std::path::Path;

use crate::diagnostic::visible::visible;

/// One line for people, without the leading `error: `. It always ends the run with exit code 2.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    /// An error with its own message.
    pub fn new(line: impl Into<String>) -> Self {
        Self(line.into())
    }

    /// The system's error of `action` on `path`.
    pub fn io(action: &str, path: &Path, cause: &io::Error) -> Self {
        Self(format!("cannot {action} {}: {cause}", path.display()))
    }
}

impl Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A path may hold what a terminal obeys.
        formatter.write_str(&visible(&self.0))
    }
}
