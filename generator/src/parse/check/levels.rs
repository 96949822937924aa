//! The objects around a place of the document, and what the tables of the specification expect at each.

use std::ptr;

use super::Cx;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected};
use crate::read::{Entry, Node};

/// A value of the document and what is expected there.
#[derive(Clone, Copy)]
pub struct Level<'d> {
    /// The value.
    pub node: &'d Node<'d>,
    /// What it should be.
    pub expected: Expected,
    /// The entry whose value it is; `None` for an item of an array and for a root.
    pub entry: Option<&'d Entry<'d>>,
}

/// The values from the root of the document to this one. Nothing is known of what is around an object of another file, and of
/// one that an alias brought in.
pub fn levels<'d>(cx: &Cx<'d, '_>, node: &'d Node<'d>, expected: Expected) -> Vec<Level<'d>> {
    let mut last = Level {
        node: &cx.document.root,
        expected: Expected::Object(&tables::OPENAPI),
        entry: None,
    };
    let mut levels = vec![last];
    // The first key is found by halves; the whole of the value would be looked for in each of its entries, too.
    let first = node.entries().first();
    let place = first.map_or(node.span, |first| first.key_span);
    for within in cx.document.root.path_to(place) {
        let key = within.entry.map_or("", |entry| &entry.key);
        let expected = child(cx.dialect, last.expected, key);
        let Some(expected) = expected.filter(|_| !ptr::eq(last.node, node)) else {
            break;
        };
        last = Level {
            node: within.node,
            expected,
            entry: within.entry,
        };
        levels.push(last);
    }
    if ptr::eq(last.node, node) {
        return levels;
    }
    let entry = None;
    vec![Level {
        node,
        expected,
        entry,
    }]
}

/// What is expected of a child; `None` where the specification says nothing of it.
pub fn child(dialect: Dialect, expected: Expected, key: &str) -> Option<Expected> {
    if key.starts_with("x-") {
        return None;
    }
    if let Expected::List(part) | Expected::Map(part) = expected {
        return Some(*part);
    }
    let object = expected.object()?;
    let field = dialect.field(object, key);
    let named = object.patterned.filter(|_| (object.names)(key));
    field.map(|field| field.expected).or(named)
}
