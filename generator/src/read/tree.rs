//! The values of a document: one tree a file.

use std::sync::OnceLock;

use super::identifiers::{self, Identifiers};
use super::index::Index;
use super::{Entry, Node, Origins, uri};
use crate::diagnostic::Reported;
use crate::source::Span;

/// The trees of a document and of the files that it refers to.
#[derive(Debug)]
pub struct Tree<'s> {
    /// The root of the main file.
    pub root: Node<'s>,
    /// The name of the main file, by which the others refer to it.
    pub name: &'s str,
    /// The text of the main file; none if overlays changed it.
    text: &'s str,
    /// How the main file is written.
    syntax: Syntax,
    /// The other files, in the order of their paths and of their positions.
    others: Vec<Other<'s>>,
    index: Index,
    /// Where the values of the main file were written, if overlays changed it.
    origins: Origins,
    /// Only few documents refer to what they identify.
    identifiers: OnceLock<Box<Identifiers>>,
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
    /// Its text; none if it is missing.
    pub text: &'s str,
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
    pub fn new(
        (name, text, syntax): (&'s str, &'s str, Syntax),
        root: Node<'s>,
        others: Vec<Other<'s>>,
    ) -> Self {
        let mut index = Index::default();
        let read = others.iter().filter_map(|other| other.root.as_ref().ok());
        std::iter::once(&root)
            .chain(read)
            .for_each(|root| index.add(root));
        Self {
            root,
            name,
            text,
            syntax,
            others,
            index,
            origins: Origins::default(),
            identifiers: OnceLock::new(),
        }
    }

    /// The same files with another main one: `change` is given its root, and returns that of the document as overlays change it, and
    /// where its values were written.
    ///
    /// # Errors
    /// `change` fails.
    pub fn overlaid<E>(
        self,
        change: impl FnOnce(Node<'s>) -> Result<(Node<'s>, Origins), E>,
    ) -> Result<Self, E> {
        let (root, origins) = change(self.root)?;
        Ok(Self {
            origins,
            ..Self::new((self.name, "", self.syntax), root, self.others)
        })
    }

    /// Where the values of the main file were written.
    pub fn origins(&self) -> &Origins {
        &self.origins
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

    /// What is written at a place; nothing where an overlay may have changed it.
    pub fn written(&self, place: Span) -> &'s str {
        let (base, text) = self
            .other(place)
            .map_or((0, self.text), |other| (other.base, other.text));
        text.get(place.bytes_from(base)).unwrap_or_default()
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

    /// The path of the file in which a place is, as seen from the folder of the main document.
    pub fn path_of(&self, place: Span) -> &str {
        self.other(place).map_or(self.name, |other| other.path)
    }

    /// The resource in which a place is: the innermost object around it with an `$id`, else its file.
    pub fn resource_of(&self, place: Span) -> &Node<'s> {
        let root = self.root_of(place);
        let around = root.path_to(place).map(|child| child.node);
        let resources = around.filter(|node| node.get("$id").is_some());
        resources.last().unwrap_or(root)
    }

    /// The node that a reference at a place means by a URI or an anchor: the root of a resource, and the fragment in it where
    /// that is a JSON pointer.
    pub fn identified<'t>(&self, reference: &'t str, place: Span) -> Option<(&Node<'s>, &'t str)> {
        // An empty reference is hardly meant as the resource around it.
        if reference.is_empty() {
            return None;
        }
        let identifiers = self
            .identifiers
            .get_or_init(|| Box::new(Identifiers::of(self)));
        let base = self.base_of(place);
        let (_, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let uri = uri::resolve(&base, reference);
        if fragment.is_empty() || fragment.starts_with('/') {
            let resource = self.node_at(identifiers.resource(&uri)?)?;
            return Some((resource, fragment));
        }
        let anchored = self.node_at(identifiers.anchor(&uri, fragment)?)?;
        Some((anchored, ""))
    }

    /// The base URI of a place.
    fn base_of(&self, place: Span) -> String {
        let root = self.root_of(place);
        let base = identifiers::base(root, self.path_of(place));
        let around = root.path_to(place).map(|child| child.node);
        let around = std::iter::once(root).chain(around);
        let ids = around.filter_map(|node| node.get("$id").and_then(Node::as_str));
        ids.fold(base, |base, id| uri::resolve(&base, id))
    }

    fn node_at(&self, place: Span) -> Option<&Node<'s>> {
        let root = self.root_of(place);
        let within = root.path_to(place).map(|child| child.node);
        let mut around = std::iter::once(root).chain(within);
        around.find(|node| node.span == place)
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
