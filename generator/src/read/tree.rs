//! The values of a document: one tree a file.

use super::index::Index;
use super::{Entry, Node};
use crate::diagnostic::Reported;
use crate::source::Span;

/// The trees of a document and of the files that it refers to.
#[derive(Debug)]
pub struct Tree<'s> {
    /// The root of the main file.
    pub root: Node<'s>,
    /// The name of the main file, by which the others refer to it.
    pub name: &'s str,
    /// How the main file is written.
    syntax: Syntax,
    /// The other files, in the order of their paths and of their positions.
    others: Vec<Other<'s>>,
    index: Index,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}

/// A file beside the main one.
#[derive(Debug)]
pub struct Other<'s> {
    /// Its path as seen from the folder of the main document.
    pub path: &'s str,
    /// The position of its first byte.
    pub base: usize,
    /// How it is written.
    pub syntax: Syntax,
    /// Its root.
    pub root: Result<Node<'s>, Unread<'s>>,
}

/// Why a file has no tree.
#[derive(Clone, Copy, Debug)]
pub enum Unread<'s> {
    /// There is no such file, or it cannot be opened: the reason.
    Missing(&'s str),
    /// It is neither YAML nor JSON, which is reported.
    Malformed(Reported),
}

impl<'s> Tree<'s> {
    /// The tree of these files.
    pub fn new(name: &'s str, syntax: Syntax, root: Node<'s>, others: Vec<Other<'s>>) -> Self {
        let mut index = Index::default();
        let read = others.iter().filter_map(|other| other.root.as_ref().ok());
        std::iter::once(&root)
            .chain(read)
            .for_each(|root| index.add(root));
        Self {
            root,
            name,
            syntax,
            others,
            index,
        }
    }

    /// The entry of a key, found quickly also in large objects.
    pub fn entry<'t>(&'t self, node: &'t Node<'s>, key: &str) -> Option<&'t Entry<'s>> {
        self.index.entry(node, key)
    }

    /// Whether a place is in the main file.
    pub fn is_main(&self, place: Span) -> bool {
        self.other(place).is_none()
    }

    /// How the file is written in which a place is.
    pub fn syntax(&self, place: Span) -> Syntax {
        self.other(place).map_or(self.syntax, |other| other.syntax)
    }

    /// The root of the file in which a place is.
    pub fn root_of(&self, place: Span) -> &Node<'s> {
        let other = self.other(place).and_then(|other| other.root.as_ref().ok());
        other.unwrap_or(&self.root)
    }

    /// The roots of all files that have one.
    pub fn roots(&self) -> impl Iterator<Item = &Node<'s>> {
        let others = self.others.iter();
        std::iter::once(&self.root).chain(others.filter_map(|other| other.root.as_ref().ok()))
    }

    /// The file with a path as seen from the folder of the main document.
    pub fn file(&self, path: &str) -> Option<&Other<'s>> {
        let found = self
            .others
            .binary_search_by(|other| other.path.cmp(path))
            .ok()?;
        self.others.get(found)
    }

    /// The file in which a place is, if it is not the main one.
    pub fn other(&self, place: Span) -> Option<&Other<'s>> {
        let after = self
            .others
            .partition_point(|other| other.base <= place.bytes().start);
        self.others.get(after.checked_sub(1)?)
    }
}
