//! Merge keys, `<<`, which take the keys of other objects in.

use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Entry, Node, Value};

/// Sees that a merge key brings in keys.
pub fn check_merged(node: &Node<'_>) -> Result<(), Diagnostic> {
    match &node.value {
        Value::Map(_) => Ok(()),
        Value::List(nodes) => nodes.iter().try_for_each(check_merged),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            let message = format!("`<<` takes in the keys of an object, not {}", node.kind());
            let wrong = Diagnostic::new(Code::Syntax, node.span, message);
            Err(wrong.help("write `<<: *name`, where `&name` is at an object above"))
        }
    }
}

/// Adds what a merge key brings in: keys that stand in the object itself win.
pub fn merge<'s>(entries: &mut Vec<Entry<'s>>, node: Node<'s>) {
    match node.value {
        Value::Map(merged) => {
            for entry in merged {
                if !entries.iter().any(|own| own.key == entry.key) {
                    entries.push(entry);
                }
            }
        }
        Value::List(nodes) => nodes.into_iter().for_each(|node| merge(entries, node)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
