//! What an update makes of a value, by the rules of the Overlay Specification 1.1.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// An update that is of another kind than the value that it is merged with.
#[derive(Clone, Copy, Debug)]
pub struct Incompatible {
    /// Where the update is.
    pub update: Span,
    /// What it is.
    pub is: &'static str,
    /// Where the value is.
    pub target: Span,
    /// What that is.
    pub expected: &'static str,
}

/// The kinds of values that differ in how they are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its properties are merged.
    Object,
    /// Items are appended.
    Array,
    /// It is replaced.
    Primitive,
}

impl Kind {
    /// The kind of a value.
    pub fn of(node: &Node<'_>) -> Self {
        match node.value {
            Value::Map(_) => Self::Object,
            Value::List(_) => Self::Array,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Self::Primitive,
        }
    }
}

/// Merges an update with a value that is selected: an array also takes what is not an array, as one more item.
///
/// # Errors
/// The two, or parts of them, are of kinds that cannot be merged; the other parts are.
pub fn update<'s>(target: &mut Node<'s>, update: &Node<'s>) -> Vec<Incompatible> {
    let mut incompatible = Vec::new();
    match &mut target.value {
        Value::List(items) if Kind::of(update) != Kind::Array => items.push(update.clone()),
        _ => merge(target, update, &mut incompatible),
    }
    incompatible
}

/// Merges objects property by property, concatenates arrays, and replaces what is neither.
fn merge<'s>(target: &mut Node<'s>, update: &Node<'s>, incompatible: &mut Vec<Incompatible>) {
    let expected = target.kind();
    match (&mut target.value, &update.value) {
        (Value::Map(entries), Value::Map(updates)) => {
            merge_entries(entries, updates, incompatible);
        }
        (Value::List(items), Value::List(more)) => items.extend(more.iter().cloned()),
        // A key without a value is one that is not there: null takes anything.
        (Value::Null, _)
        | (
            Value::Bool(_) | Value::Number(_) | Value::String(_),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_),
        ) => *target = update.clone(),
        (
            Value::Map(_) | Value::List(_) | Value::Bool(_) | Value::Number(_) | Value::String(_),
            _,
        ) => {
            incompatible.push(Incompatible {
                update: update.span,
                is: update.kind(),
                target: target.span,
                expected,
            });
        }
    }
}

fn merge_entries<'s>(
    entries: &mut Vec<Entry<'s>>,
    updates: &[Entry<'s>],
    incompatible: &mut Vec<Incompatible>,
) {
    let keys = entries.iter().map(|entry| entry.key.clone()).enumerate();
    let places: HashMap<Cow<'s, str>, usize> = keys.map(|(place, key)| (key, place)).collect();
    for update in updates {
        let place = places.get(&update.key);
        match place.and_then(|place| entries.get_mut(*place)) {
            Some(entry) => merge(&mut entry.value, &update.value, incompatible),
            None => entries.push(update.clone()),
        }
    }
}
