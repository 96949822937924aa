//! What an object has by its schema and by the members of its `allOf`.

use std::collections::{BTreeSet, HashSet};

use super::Check;
use crate::read::Node;
use crate::source::Span;

/// The properties of an object.
#[derive(Default)]
pub struct Properties<'d> {
    /// The names of those that are declared.
    pub names: BTreeSet<&'d str>,
    /// Whether there may be others: the schema is open, or not known.
    pub is_open: bool,
}

/// The properties of an object schema, those of the members of its `allOf` included.
pub fn properties<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) -> Properties<'d> {
    let mut properties = Properties::default();
    collect(cx, node, &mut properties, &mut HashSet::new());
    properties
}

fn collect<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    node: &'d Node<'s>,
    properties: &mut Properties<'d>,
    done: &mut HashSet<Span>,
) {
    let Some(node) = cx.target(node) else {
        properties.is_open = true;
        return;
    };
    // The same member may be reached on many ways.
    if !done.insert(node.span) {
        return;
    }
    let own = node.get("properties").map_or(&[][..], Node::entries);
    properties
        .names
        .extend(own.iter().map(|entry| entry.key.as_ref()));
    let additional = node.get("additionalProperties");
    properties.is_open |= additional.is_some_and(|additional| additional.as_bool() != Some(false));
    properties.is_open |= node.get("oneOf").is_some() || node.get("anyOf").is_some();
    for member in node.get("allOf").map_or(&[][..], Node::items) {
        collect(cx, member, properties, done);
    }
}
