//! The objects around a place of the document, and what the tables of the specification expect at each.

use std::ptr;

use super::Check;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected};
use crate::read::{Entry, Node, Value};

/// A value of the document and what is expected there.
#[derive(Clone, Copy)]
pub struct Level<'d, 's> {
    /// The value.
    pub node: &'d Node<'s>,
    /// What it should be.
    pub expected: Expected,
    /// The entry whose value it is; `None` for an item of an array and for a root.
    pub entry: Option<&'d Entry<'s>>,
}

/// The values from the root of the document to this one. Nothing is known of what is around an object of another file, and of
/// one that an alias brought in.
pub fn levels<'d, 's>(
    cx: &Check<'d, 's, '_>,
    node: &'d Node<'s>,
    expected: Expected,
) -> Vec<Level<'d, 's>> {
    let own = Level {
        node,
        expected,
        entry: None,
    };
    let mut levels = vec![Level {
        node: &cx.document.root,
        expected: Expected::Object(&tables::OPENAPI),
        entry: None,
    }];
    while let Some(last) = levels.last() {
        if ptr::eq(last.node, node) {
            return levels;
        }
        match below(cx.dialect, last, node) {
            Some(level) => levels.push(level),
            None => break,
        }
    }
    vec![own]
}

/// The child of a value that holds a place.
fn below<'d, 's>(
    dialect: Dialect,
    level: &Level<'d, 's>,
    node: &Node<'s>,
) -> Option<Level<'d, 's>> {
    let start = node.span.start;
    let child = match &level.node.value {
        Value::Map(entries) => {
            let after = entries.partition_point(|entry| entry.key_span.start <= start);
            let entry = entries.get(after.checked_sub(1)?)?;
            Level {
                node: &entry.value,
                expected: child(dialect, level.expected, &entry.key)?,
                entry: Some(entry),
            }
        }
        Value::List(items) => {
            let after = items.partition_point(|item| item.span.start <= start);
            Level {
                node: items.get(after.checked_sub(1)?)?,
                expected: child(dialect, level.expected, "")?,
                entry: None,
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    };
    child.node.span.contains(node.span).then_some(child)
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
