//! The limits of what a document reads, and its files beside the main one.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::Source;

/// How many files a document may have in addition to the main one.
const FILE_LIMIT: usize = 5_000;

/// How many bytes all of them may have together.
pub const SIZE_LIMIT: u64 = 256 << 20;

/// What is said about more bytes.
pub const TOO_LARGE: &str = "more than 256 MiB";

/// All bytes; `None` if there are more than the limit. What has no end, such as a device, is not read for ever.
pub fn whole(read: impl Read, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let size = read.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((size as u64 <= limit).then_some(bytes))
}

/// What reads the files of one document.
pub struct Reader {
    folder: PathBuf,
    files: usize,
    bytes: u64,
}

impl Reader {
    /// The reader of a document whose main file is in this folder and has so many bytes.
    pub fn new(folder: &Path, bytes: usize) -> Self {
        Self {
            folder: folder.to_path_buf(),
            files: 0,
            bytes: bytes as u64,
        }
    }

    /// The text of a file, or why it is not read.
    pub fn read(&mut self, path: &str) -> Result<String, String> {
        self.files += 1;
        if self.files > FILE_LIMIT {
            return Err(format!("the document has more than {FILE_LIMIT} files"));
        }
        let file = self.within(path)?;
        // Anything else than a file, a pipe for example, could keep the reader waiting for ever.
        if !file.is_file() {
            return Err("this is not a file".to_owned());
        }
        let limit = SIZE_LIMIT.saturating_sub(self.bytes);
        let bytes = File::open(file).and_then(|file| whole(file, limit));
        let bytes = bytes.map_err(|cause| reason(&cause))?;
        let bytes = bytes.ok_or_else(|| format!("the files have {TOO_LARGE} together"))?;
        self.bytes += bytes.len() as u64;
        let decoded = Source::decode(path, bytes);
        decoded.map(|source| source.text).map_err(|undecodable| {
            let mut problems = undecodable.diagnostics.iter();
            problems
                .next()
                .map_or_else(String::new, |problem| problem.message.clone())
        })
    }

    /// The file at a path, which must be below the folder after symbolic links are resolved.
    fn within(&self, path: &str) -> Result<PathBuf, String> {
        let folder = self.folder.canonicalize().map_err(|cause| reason(&cause))?;
        let file = folder
            .join(path)
            .canonicalize()
            .map_err(|cause| reason(&cause))?;
        if file.starts_with(&folder) {
            Ok(file)
        } else {
            Err("this is outside the folder of the document".to_owned())
        }
    }
}

fn reason(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => format!("cannot be read: {cause}"),
    }
}
