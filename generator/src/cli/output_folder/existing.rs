//! What is in a folder before anything is written to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, FileType};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::{File, is_marked};

use super::emitted::ancestors;
use super::lock::is_of_a_run;
use super::with_line_feeds;
use crate::cli::error::Error;

/// How much of a file is read to find its mark: enough for three lines, so that a user's large file costs nothing.
const HEAD_BYTES: u64 = 4096;

/// Everything below a folder that is the generator's own, by path with `/`.
#[derive(Default)]
pub struct Existing {
    folder: PathBuf,
    entries: BTreeMap<String, Entry>,
}

enum Entry {
    File,
    Folder,
    /// Something that a generated file cannot replace or be below, and what it is.
    Obstacle(&'static str),
}

impl Existing {
    /// Looks through a folder; one that is neither empty nor the generator's own is rejected.
    pub fn scan(folder: &Path) -> Result<Self, Error> {
        let mut existing = Self {
            folder: folder.to_path_buf(),
            entries: BTreeMap::new(),
        };
        if owner(folder)? == Owner::Nobody {
            return Ok(existing);
        }
        existing.descend(folder, "")?;
        Ok(existing)
    }

    /// The text of a file, with LF line ends; `None` if there is no such file. Rejects anything else at its path.
    pub fn read(&self, path: &str) -> Result<Option<String>, Error> {
        let obstacle = |path: &str, what: &str| {
            let place = self.folder.join(path);
            Err(Error::new(format!(
                "not writing to {}: it is {what}",
                place.display()
            )))
        };
        for parent in ancestors(path) {
            match self.entries.get(parent) {
                Some(Entry::Folder) => {}
                Some(Entry::File) => return obstacle(parent, "a file"),
                Some(Entry::Obstacle(what)) => return obstacle(parent, what),
                None => return Ok(None),
            }
        }
        match self.entries.get(path) {
            None => Ok(None),
            Some(Entry::Folder) => obstacle(path, "a folder"),
            Some(Entry::Obstacle(what)) => obstacle(path, what),
            Some(Entry::File) => {
                let path = self.folder.join(path);
                let bytes = fs::read(&path).map_err(|cause| Error::io("read", &path, &cause))?;
                Ok(Some(with_line_feeds(&String::from_utf8_lossy(&bytes))))
            }
        }
    }

    /// The files that the generator wrote once and does not emit any more.
    pub fn marked_files_beside(&self, files: &[File]) -> Result<Vec<String>, Error> {
        let emitted: BTreeSet<_> = files.iter().map(|file| file.path.as_str()).collect();
        let mut marked = Vec::new();
        for (path, entry) in &self.entries {
            let is_left_over = matches!(entry, Entry::File) && !emitted.contains(path.as_str());
            if is_left_over && is_marked(&head(&self.folder.join(path))?) {
                marked.push(path.clone());
            }
        }
        Ok(marked)
    }

    fn descend(&mut self, folder: &Path, prefix: &str) -> Result<(), Error> {
        for (name, kind) in list(folder)? {
            let is_of_root = name == "target" || is_of_a_run(&name);
            let is_left_alone = name == ".git" || is_of_root && prefix.is_empty();
            // No emitted file has such a name, and this is not the whole of it.
            let is_not_unicode = name.contains(char::REPLACEMENT_CHARACTER);
            if is_left_alone || is_not_unicode {
                continue;
            }
            let path = format!("{prefix}{name}");
            let place = folder.join(&name);
            let entry = entry(&place, kind);
            if let Entry::Folder = entry {
                self.descend(&place, &format!("{path}/"))?;
            }
            self.entries.insert(path, entry);
        }
        Ok(())
    }
}

/// Whose folder it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// It does not exist, or is empty.
    Nobody,
    /// Its manifest carries the mark.
    Generator,
}

/// Whose folder it is; one of somebody else is rejected.
pub fn owner(folder: &Path) -> Result<Owner, Error> {
    match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => return Err(Error::new(format!("{} is not a folder", folder.display()))),
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Owner::Nobody),
        Err(cause) => return Err(Error::io("read", folder, &cause)),
    }
    let is_ours = |name: &str| name == ".git" || is_of_a_run(name);
    if list(folder)?.iter().all(|(name, _)| is_ours(name)) {
        return Ok(Owner::Nobody);
    }
    let manifest = folder.join("Cargo.toml");
    let is_file = fs::symlink_metadata(&manifest).is_ok_and(|metadata| metadata.is_file());
    if !is_file || !is_marked(&head(&manifest)?) {
        return Err(Error::new(format!(
            "{} is not empty, and its Cargo.toml does not say \"@generated by\" in its first lines; choose a new or empty folder",
            folder.display()
        )));
    }
    Ok(Owner::Generator)
}

fn entry(place: &Path, kind: FileType) -> Entry {
    if kind.is_symlink() {
        Entry::Obstacle("a symbolic link")
    } else if kind.is_file() {
        Entry::File
    } else if !kind.is_dir() {
        Entry::Obstacle("neither a file nor a folder")
    } else if place.join("Cargo.toml").exists() {
        // Its files may carry the mark of a run of their own.
        Entry::Obstacle("another crate")
    } else {
        Entry::Folder
    }
}

/// What is directly in a folder.
fn list(folder: &Path) -> Result<Vec<(String, FileType)>, Error> {
    let failed = |cause| Error::io("read", folder, &cause);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(failed)?;
        entries.push((name, kind));
    }
    Ok(entries)
}

/// The first lines of a file, whatever it is.
fn head(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(HEAD_BYTES).read_to_end(&mut bytes))
        .map_err(|cause| Error::io("read", path, &cause))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
