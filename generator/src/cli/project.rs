//! What the commands know beside their flags.

use std::borrow::Cow;
use std::env;
use std::path::{Path, PathBuf};

use super::document::Document;
use super::error::Error;
use super::group_by::GroupBy;
use super::settings::{FILE, Settings};

/// The project that a command is called in, and the program that it belongs to.
pub struct Project {
    program: &'static str,
    settings: Settings,
}

/// A path of the settings or of the command line.
pub struct Place<'p> {
    /// Where it is.
    pub path: PathBuf,
    /// How messages call it: as the settings or the user do.
    pub name: Cow<'p, str>,
}

impl<'p> Place<'p> {
    /// A path as the user wrote it.
    pub fn given(path: &'p Path) -> Self {
        Self {
            path: path.to_path_buf(),
            name: path.to_string_lossy(),
        }
    }
}

impl Project {
    /// The project of these settings, else of those that are found from the current folder upwards. The program is called as its
    /// user types it: `sdkwright`, `cargo xtask`.
    pub fn find(program: &'static str, settings: Option<&Path>) -> Result<Self, Error> {
        let settings = match settings {
            Some(path) => Settings::read(path)?,
            None => match nearest() {
                Some(path) => Settings::read(&path)?,
                None => Settings::default(),
            },
        };
        Ok(Self { program, settings })
    }

    /// A command of the program, as it is typed.
    pub fn typed(&self, command: &str) -> String {
        format!("{} {command}", self.program)
    }

    /// The command that generates the SDK of this project, as it is typed.
    pub fn codegen(&self) -> String {
        let stated = self.settings.command.as_ref();
        stated.cloned().unwrap_or_else(|| self.typed("codegen"))
    }

    /// The document that the user names; else that of the project.
    pub fn document(&self, named: Option<&Path>) -> Result<Document, Error> {
        if let Some(path) = named {
            return Document::open(path);
        }
        let place = self.place(self.settings.document.as_deref(), "document", "--spec FILE")?;
        Document::named(&place.path, place.name.into_owned())
    }

    /// The overlays of the document of the project; another that the user names has none.
    pub fn overlays(&self, named: Option<&Path>) -> impl Iterator<Item = Place<'_>> {
        let overlays = self.settings.overlays.iter();
        let own = overlays.filter(move |_| named.is_none());
        own.map(|name| self.at(name))
    }

    /// The folder that the SDK of the project is written to.
    pub fn output(&self) -> Result<Place<'_>, Error> {
        self.place(self.settings.output.as_deref(), "output", "--out DIR")
    }

    /// The name of the package that is emitted, where the settings state one.
    pub fn package(&self) -> Option<&str> {
        self.settings.package.as_deref()
    }

    /// What the operations of the project are grouped by, where the settings state it.
    pub fn group_by(&self) -> Option<GroupBy> {
        self.settings.group_by.is_some().then_some(GroupBy::Tag)
    }

    fn place<'p>(
        &self,
        stated: Option<&'p str>,
        key: &str,
        flag: &str,
    ) -> Result<Place<'p>, Error> {
        let Some(name) = stated else {
            return Err(Error::new(format!(
                "there is no {key}: give `{flag}`, or write `{key} = \"…\"` into `{FILE}`"
            )));
        };
        Ok(self.at(name))
    }

    fn at<'p>(&self, name: &'p str) -> Place<'p> {
        Place {
            path: self.settings.folder.join(name),
            name: Cow::Borrowed(name),
        }
    }
}

/// The settings of the current folder, or of the nearest one that it is in.
fn nearest() -> Option<PathBuf> {
    let current = env::current_dir().ok()?;
    let mut paths = current.ancestors().map(|folder| folder.join(FILE));
    paths.find(|path| path.is_file())
}
