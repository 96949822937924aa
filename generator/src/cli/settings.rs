//! `sdkwright.toml`: what a project has decided once, so that no command has to be told.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::Error;
use crate::diagnostic::suggest;

/// The name of the file.
pub const FILE: &str = "sdkwright.toml";

/// The settings of a project; what is not stated is given as a flag.
#[derive(Debug, Default)]
pub struct Settings {
    /// The folder of the file, from which its paths are seen.
    pub folder: PathBuf,
    /// The path of the document.
    pub document: Option<String>,
    /// The paths of the overlays of the document, in the order in which they are applied.
    pub overlays: Vec<String>,
    /// The path of the folder that the SDK is written to.
    pub output: Option<String>,
    /// The name of the emitted package.
    pub package: Option<String>,
    /// The command that generates the SDK, as emitted files name it.
    pub command: Option<String>,
    /// What operations are grouped by: `tag`.
    pub group_by: Option<String>,
}

impl Settings {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(|cause| Error::io("read", path, &cause))?;
        let folder = path.parent().unwrap_or(path).to_path_buf();
        parse(&text, folder).map_err(|Fault { at, message }| {
            let before = text.get(..at.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            Error::new(format!("{}:{line}: {message}", path.display()))
        })
    }
}

/// What is wrong with the file, and where.
struct Fault {
    at: Range<usize>,
    message: String,
}

/// Where the value of a key is kept.
enum Slot<'s> {
    String(&'s mut Option<String>),
    Strings(&'s mut Vec<String>),
}

/// The keys, and where their values are kept.
fn slots(settings: &mut Settings) -> [(&'static str, Slot<'_>); 6] {
    [
        ("document", Slot::String(&mut settings.document)),
        ("overlays", Slot::Strings(&mut settings.overlays)),
        ("output", Slot::String(&mut settings.output)),
        ("package", Slot::String(&mut settings.package)),
        ("command", Slot::String(&mut settings.command)),
        ("group-by", Slot::String(&mut settings.group_by)),
    ]
}

fn parse(text: &str, folder: PathBuf) -> Result<Settings, Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault {
        at: error.span().unwrap_or_default(),
        message: error.message().to_owned(),
    })?;
    let mut settings = Settings {
        folder,
        ..Settings::default()
    };
    for (key, value) in table.get_ref() {
        let mut slots = slots(&mut settings);
        let known = slots.each_ref().map(|(name, _)| *name);
        let slot = slots.iter_mut().find(|(name, _)| *name == key.get_ref());
        let Some((name, slot)) = slot else {
            return Err(unknown(key, &known));
        };
        match slot {
            Slot::String(slot) => **slot = Some(string(&format!("`{name}`"), value)?),
            Slot::Strings(slot) => **slot = strings(name, value)?,
        }
        if *name == "group-by" && value.get_ref().as_str() != Some("tag") {
            let message = "`group-by` is `tag`, or is left out".to_owned();
            let at = value.span();
            return Err(Fault { at, message });
        }
    }
    Ok(settings)
}

fn unknown(key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) -> Fault {
    let written = key.get_ref();
    let all = format!("the keys are `{}`", known.join("`, `"));
    let advice = suggest::did_you_mean(written, known.iter().copied(), all);
    Fault {
        at: key.span(),
        message: format!("unknown key `{}`: {advice}", written.escape_debug()),
    }
}

/// The value of a key that has a list of strings.
fn strings(name: &str, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Fault> {
    let Some(items) = value.get_ref().as_array() else {
        let kind = value.get_ref().type_str();
        return Err(Fault {
            at: value.span(),
            message: format!("`{name}` is a list of strings, not a value of the type {kind}"),
        });
    };
    let item = format!("each item of `{name}`");
    items.iter().map(|value| string(&item, value)).collect()
}

/// A string that says something.
fn string(what: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Fault> {
    let fault = |message: String| Fault {
        at: value.span(),
        message,
    };
    let Some(text) = value.get_ref().as_str() else {
        let kind = value.get_ref().type_str();
        return Err(fault(format!(
            "{what} is a string, not a value of the type {kind}"
        )));
    };
    if text.is_empty() || text.contains(char::is_control) {
        return Err(fault(format!("{what} is one line that is not empty")));
    }
    Ok(text.to_owned())
}
