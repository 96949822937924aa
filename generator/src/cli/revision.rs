//! A document as a revision of git has it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Output, Source, Sources};

use crate::cli::document;
use crate::cli::error::Error;
use crate::cli::overlays;
use crate::cli::project::Place;

/// A document in a revision of git.
pub struct Revision {
    /// The folder of the document, from which git is asked.
    folder: PathBuf,
    /// The name of its file.
    file: String,
    /// The commit.
    commit: String,
    /// How messages call the document.
    name: String,
}

impl Revision {
    /// The document in a revision.
    pub fn named(path: &Path, name: &str, revision: &str) -> Result<Self, Error> {
        let mut document = Self::at(path, name);
        let commit = document.git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            &format!("{revision}^{{commit}}"),
        ]);
        let Some(commit) = commit else {
            return Err(Error::new(format!(
                "there is neither a file nor a revision `{}`",
                revision.escape_debug()
            )));
        };
        document.commit = commit;
        document.name = format!("{name} at {}", revision.escape_debug());
        Ok(document)
    }

    /// The document where the branch left the main one, here or at `origin`.
    pub fn of_the_branch(path: &Path, name: &str) -> Result<Self, Error> {
        let mut document = Self::at(path, name);
        let mains = ["main", "origin/main", "master", "origin/master"].into_iter();
        let mut bases =
            mains.filter_map(|main| Some((main, document.git(&["merge-base", "HEAD", main])?)));
        let Some((main, base)) = bases.next() else {
            return Err(Error::new(
                "there is no revision at which the branch left `main` or `master`: name one with `--base`",
            ));
        };
        document.commit = base;
        document.name = format!("{name} at {main}");
        Ok(document)
    }

    fn at(path: &Path, name: &str) -> Self {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let file = path.file_name().unwrap_or_default();
        Self {
            folder: folder.unwrap_or(Path::new(".")).to_path_buf(),
            file: file.to_string_lossy().into_owned(),
            commit: String::new(),
            name: name.to_owned(),
        }
    }

    /// Reads the document, its overlays and the files that it refers to, all as the revision has them. An overlay that it has not is
    /// part of the change.
    pub fn read(
        &self,
        overlays: &[Place<'_>],
        run: impl Fn(&Sources) -> Output,
    ) -> Result<(Sources, Output), Error> {
        let Some(bytes) = self.blob(&self.file) else {
            return Err(Error::new(format!("there is no {}", self.name)));
        };
        let text = |path: &str| {
            let bytes = self
                .blob(path)
                .ok_or("there is no such file in the revision")?;
            let decoded = Source::decode(path, bytes);
            decoded
                .map(|source| source.text)
                .map_err(|_| "cannot be decoded".to_owned())
        };
        let mut sources = match Source::decode(self.name.clone(), bytes) {
            Ok(source) => Sources::from(source),
            Err(undecodable) => {
                let output = Output {
                    diagnostics: undecodable.diagnostics,
                    ..Output::default()
                };
                return Ok((Sources::from(undecodable.source), output));
            }
        };
        for Place { path, name } in overlays {
            let overlay = Self {
                commit: self.commit.clone(),
                ..Self::at(path, name)
            };
            if let Some(bytes) = overlay.blob(&overlay.file) {
                sources.overlay(overlays::source(name, bytes)?);
            }
        }
        let output = document::rounds(&mut sources, run, text);
        Ok((sources, output))
    }

    /// The bytes of a file, as seen from the folder of the document.
    fn blob(&self, path: &str) -> Option<Vec<u8>> {
        self.output(&["show", &format!("{}:./{path}", self.commit)])
    }

    /// What git prints on one line.
    fn git(&self, args: &[&str]) -> Option<String> {
        let bytes = self.output(args)?;
        let line = String::from_utf8(bytes).ok()?.trim().to_owned();
        Some(line).filter(|line| !line.is_empty())
    }

    fn output(&self, args: &[&str]) -> Option<Vec<u8>> {
        let mut git = Command::new("git");
        let git = git.arg("-C").arg(&self.folder).args(args);
        let output = git
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output.status.success().then_some(output.stdout)
    }
}
