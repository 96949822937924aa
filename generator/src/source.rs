//! The texts that a document consists of, and places in them.

pub mod lines;
mod span;

pub use span::Span;

use std::collections::BTreeMap;
use std::ops::Range;

/// How many bytes the files of a document may have together: positions are 32 bits wide.
pub(crate) const SIZE_LIMIT: usize = 1 << 30;

/// How many positions are kept for the document as its overlays change it.
const OVERLAID: usize = 1 << 31;

/// One file of a document: its name as the user wrote it, and its text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path by which messages name it.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

/// The files of a document: the main one, its overlays, and those that references lead to.
///
/// Their bytes are numbered as if the files were one text, the main one first, the overlays as they are applied, and the others in
/// the order of their paths. So a position alone says in which file it lies.
#[derive(Clone, Debug)]
pub struct Sources {
    main: Source,
    overlays: Vec<Source>,
    others: BTreeMap<String, Result<Source, String>>,
    size: usize,
}

/// What a file is to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role<'s> {
    /// The main one.
    Main,
    /// An overlay: its index among those that are applied.
    Overlay(usize),
    /// A file that a reference leads to: its path as seen from the folder of the main one.
    Other(&'s str),
}

/// A file beside the main one.
#[derive(Clone, Copy, Debug)]
pub struct Other<'s> {
    /// Its path as seen from the folder of the main document.
    pub path: &'s str,
    /// The position of its first byte.
    pub base: usize,
    /// Its text, or why there is none.
    pub text: Result<&'s str, &'s str>,
}

impl From<Source> for Sources {
    fn from(main: Source) -> Self {
        Self {
            size: main.text.len(),
            main,
            overlays: Vec::new(),
            others: BTreeMap::new(),
        }
    }
}

impl Sources {
    /// The main document.
    pub fn main(&self) -> &Source {
        &self.main
    }

    /// Adds an overlay, which is applied after those before it.
    pub fn overlay(&mut self, overlay: Source) {
        self.size = self.size.saturating_add(overlay.text.len());
        self.overlays.push(overlay);
    }

    /// Adds a file that [`Output::needs`](crate::Output::needs) asks for: its text, or in a few words why there is none.
    pub fn add(&mut self, path: impl Into<String>, text: Result<String, String>) {
        let path = path.into();
        let text = text.and_then(|text| {
            self.size = self.size.saturating_add(text.len());
            if self.size <= SIZE_LIMIT {
                return Ok(text);
            }
            Err("the files of the document are too large together".to_owned())
        });
        let folder = self
            .main
            .name
            .rfind(['/', '\\'])
            .map_or("", |at| &self.main.name[..=at]);
        let name = format!("{folder}{path}");
        self.others
            .insert(path, text.map(|text| Source { name, text }));
    }

    /// The files that could be read.
    pub fn files(&self) -> impl Iterator<Item = (Role<'_>, &Source)> {
        let overlays = self.overlays.iter().enumerate();
        let overlays = overlays.map(|(index, overlay)| (Role::Overlay(index), overlay));
        let others = self.others.iter();
        let others =
            others.filter_map(|(path, source)| Some((Role::Other(path), source.as_ref().ok()?)));
        std::iter::once((Role::Main, &self.main))
            .chain(overlays)
            .chain(others)
    }

    /// The same files with other texts: `edit` is given the position of the first byte of each, and its text.
    #[must_use]
    pub(crate) fn edited(&self, edit: impl Fn(usize, &str) -> String) -> Self {
        let mut edited = Self::from(Source {
            name: self.main.name.clone(),
            text: edit(0, &self.main.text),
        });
        for (base, overlay) in self.overlays() {
            edited.overlay(Source {
                name: overlay.name.clone(),
                text: edit(base, &overlay.text),
            });
        }
        for Other { path, base, text } in self.others() {
            let text = text.map(|text| edit(base, text)).map_err(str::to_owned);
            edited.add(path, text);
        }
        edited
    }

    /// The file in which a place lies, with the position of its first byte.
    pub(crate) fn file_at(&self, span: Span) -> Option<(usize, &Source)> {
        let start = span.bytes().start;
        self.numbered()
            .take_while(|(base, _)| *base <= start)
            .last()
    }

    /// The overlays, each with the position of its first byte.
    pub(crate) fn overlays(&self) -> impl Iterator<Item = (usize, &Source)> {
        let mut next = self.main.text.len() + 1;
        self.overlays.iter().map(move |overlay| {
            let base = next;
            next += overlay.text.len() + 1;
            (base, overlay)
        })
    }

    /// The files that references lead to.
    pub(crate) fn others(&self) -> impl Iterator<Item = Other<'_>> {
        let mut next = self.overlaid().end;
        self.others.iter().map(move |(path, source)| {
            let base = next;
            let text = source.as_ref().map(|source| source.text.as_str());
            next += text.map_or(0, |text| text.len() + 1);
            Other {
                path,
                base,
                text: text.map_err(String::as_str),
            }
        })
    }

    /// The files that could be read, each with the position of its first byte, in the order of these.
    pub(crate) fn numbered(&self) -> impl Iterator<Item = (usize, &Source)> {
        let bases = self.others().map(|other| other.base);
        let others = self.others.values().zip(bases);
        let others = others.filter_map(|(source, base)| Some((base, source.as_ref().ok()?)));
        std::iter::once((0, &self.main))
            .chain(self.overlays())
            .chain(others)
    }

    /// The positions of the document as its overlays change it, which are those of no file: after the main one, which it replaces,
    /// and before those that references lead to. There are none without overlays.
    pub(crate) fn overlaid(&self) -> Range<usize> {
        let files = std::iter::once(&self.main).chain(&self.overlays);
        let start: usize = files.map(|source| source.text.len() + 1).sum();
        if self.overlays.is_empty() {
            return start..start;
        }
        start..start.saturating_add(OVERLAID)
    }
}
