//! The URIs and anchors by which parts of a document call themselves: `$self` of OpenAPI, `$id`, `$anchor` and
//! `$dynamicAnchor` of JSON Schema.

use std::collections::HashMap;

use super::{Node, Tree, uri};
use crate::source::Span;

/// Where the identified parts of a document are.
#[derive(Debug, Default)]
pub struct Identifiers {
    /// Resources by their URIs, without fragments.
    resources: HashMap<String, Span>,
    /// Anchors by the URIs of their resources, and by their names.
    anchors: HashMap<(String, String), Span>,
}

impl Identifiers {
    /// Those of all files of a document.
    pub fn of(tree: &Tree<'_>) -> Self {
        let mut identifiers = Self::default();
        for root in tree.roots() {
            let base = base(root, tree.path_of(root.span));
            // The first of several with the same name is the one that is meant.
            identifiers
                .resources
                .entry(base.clone())
                .or_insert(root.span);
            identifiers.add(root, &base);
        }
        identifiers
    }

    fn add(&mut self, node: &Node<'_>, base: &str) {
        let text = |key| node.get(key).and_then(Node::as_str);
        let own = text("$id").map(|id| uri::resolve(base, id));
        let base = own.as_deref().unwrap_or(base);
        if own.is_some() {
            self.resources.entry(base.to_owned()).or_insert(node.span);
        }
        for anchor in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
            let name = (base.to_owned(), anchor.to_owned());
            self.anchors.entry(name).or_insert(node.span);
        }
        let entries = node.entries().iter().map(|entry| &entry.value);
        for child in entries.chain(node.items()) {
            self.add(child, base);
        }
    }

    /// The resource with this URI.
    pub fn resource(&self, uri: &str) -> Option<Span> {
        self.resources.get(uri).copied()
    }

    /// The anchor of this name in the resource with this URI.
    pub fn anchor(&self, uri: &str, name: &str) -> Option<Span> {
        let name = (uri.to_owned(), name.to_owned());
        self.anchors.get(&name).copied()
    }
}

/// The base URI of a file: its `$self`, else its path.
pub fn base(root: &Node<'_>, path: &str) -> String {
    let itself = root.get("$self").and_then(Node::as_str);
    itself.map_or(path.to_owned(), |itself| uri::resolve(path, itself))
}
