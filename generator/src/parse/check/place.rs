//! Where what is not there would be looked for.

use std::ptr;

use crate::read::{Node, Value};
use crate::source::Span;

/// The key that holds a value, in the tree with this root; the value itself where it has none: an item of an array, or the root.
pub fn holder(root: &Node<'_>, node: &Node<'_>) -> Span {
    let place = node.span;
    let mut parent = root;
    loop {
        let child = match &parent.value {
            Value::Map(entries) => {
                let after = entries.partition_point(|entry| entry.key_span.start <= place.start);
                let entry = after.checked_sub(1).and_then(|index| entries.get(index));
                match entry {
                    Some(entry) if ptr::eq(&raw const entry.value, node) => return entry.key_span,
                    Some(entry) => &entry.value,
                    None => return place,
                }
            }
            Value::List(items) => {
                let after = items.partition_point(|item| item.span.start <= place.start);
                match after.checked_sub(1).and_then(|index| items.get(index)) {
                    Some(item) if !ptr::eq(item, node) => item,
                    Some(_) | None => return place,
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return place,
        };
        // An alias brings in what is elsewhere.
        if !child.span.contains(place) {
            return place;
        }
        parent = child;
    }
}
