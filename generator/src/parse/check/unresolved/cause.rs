//! Why references do not resolve.

use std::collections::HashMap;
use std::ptr;

use super::UnresolvedRef;
use super::renamed::renamed;
use crate::parse::check::keyword::Unknown;
use crate::parse::check::{COMPARISONS, Check, paths};
use crate::parse::dialect::tables::COMPONENTS;
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// Why there is nothing at the end of a path.
pub enum Cause<'d, 's> {
    /// An error reports it.
    Reported,
    /// It is under this unknown key.
    Under(usize),
    /// It is in this section, under this unknown key.
    UnderSection(usize, &'static str),
    /// All of the section is missing.
    Section,
    /// It was probably given this name, which nothing refers to.
    Renamed(&'d Entry<'s>),
    /// It may have been given this name, which is another one, and which nothing refers to.
    MaybeRenamed(&'d Entry<'s>),
    /// The only reference to this one is probably misspelled.
    Misspelled(&'d Entry<'s>),
    /// One of these was probably renamed: nothing refers to them.
    OneOf(Vec<&'d Entry<'s>>),
    /// Nobody knows.
    Unknown,
}

/// Unknown keys of the document, by what finds them.
pub struct Keys<'d> {
    /// By their objects.
    pub by_parent: HashMap<Span, Vec<usize>>,
    /// By their names.
    pub by_name: HashMap<&'d str, Vec<usize>>,
}

/// Why a reference does not resolve; `count` of them name the same.
pub fn cause<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    keys: &Keys<'d>,
    reference: &UnresolvedRef<'d, 's>,
    missing: &str,
    count: usize,
) -> Cause<'d, 's> {
    let parent = reference.parent;
    let is_told = match &parent.value {
        Value::Null => cx.empty.contains(&parent.span),
        // A section without any object is reported.
        Value::Map(entries) if reference.found == 2 && is_components(reference) => {
            !entries.is_empty() && entries.iter().all(|entry| is_no_object(&entry.value))
        }
        Value::Map(_) => false,
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::List(_) => {
            cx.diagnostics.error_within(parent.span).is_some()
        }
    };
    if is_told
        || is_repeated(cx, &reference.path)
        || is_path(cx, parent) && paths::has_broken(parent, missing)
    {
        return Cause::Reported;
    }
    let beside = keys.by_parent.get(&parent.span);
    let beside = beside.map_or(&[][..], Vec::as_slice);
    let is_meant_as = |index: &&usize| {
        let unknown = cx.unknown.get(**index);
        unknown.is_some_and(|unknown| unknown.is_meant_as(missing))
    };
    if let Some(index) = beside.iter().find(is_meant_as) {
        return Cause::Under(*index);
    }
    let holds = |unknown: &Unknown<'_, '_>| {
        let placement = unknown.placement();
        placement.is_some_and(|placement| placement.owner == parent.span)
            && unknown.entry.value.entry(missing).is_some()
            || placement.is_some_and(|placement| placement.is_nameless_in(parent))
    };
    cx.compared += cx.unknown.len();
    if cx.compared <= COMPARISONS
        && let Some(index) = cx.unknown.iter().position(holds)
    {
        return Cause::Under(index);
    }
    if is_path(cx, parent) {
        return renamed(cx, parent, missing, count);
    }
    if !is_components(reference) {
        return Cause::Unknown;
    }
    for key in reference.path.iter().skip(reference.found).take(3) {
        let Some([index]) = keys.by_name.get(key.as_str()).map(Vec::as_slice) else {
            continue;
        };
        let unknown = cx.unknown.get(*index);
        if unknown.is_some_and(|unknown| !is_no_object(&unknown.entry.value)) {
            return Cause::Under(*index);
        }
    }
    let section = cx.dialect.field(&COMPONENTS, missing);
    if let (1, Some(section), Some(name)) = (reference.found, section, reference.path.get(2)) {
        let holds = |index: &&usize| {
            let unknown = cx.unknown.get(**index);
            unknown.is_some_and(|unknown| unknown.entry.value.entry(name).is_some())
        };
        if let Some(index) = beside.iter().find(holds) {
            return Cause::UnderSection(*index, section.name);
        }
    }
    if reference.found == 0 || reference.found == 1 && section.is_some() {
        return Cause::Section;
    }
    if reference.found != 2 {
        return Cause::Unknown;
    }
    renamed(cx, parent, missing, count)
}

/// Whether a key on the path is given twice, which is reported: what the first one holds is not there.
fn is_repeated(cx: &Check<'_, '_, '_>, path: &[String]) -> bool {
    let mut node = &cx.document.root;
    for key in path {
        let Some(entry) = node.entry(key) else {
            break;
        };
        if cx.repeated.contains(&entry.key_span) {
            return true;
        }
        node = &entry.value;
    }
    // The line with a name was lost: what was below it is in the object before it.
    !cx.repeated.is_empty()
        && node.entries().iter().any(|entry| {
            let mut keys = entry.value.entries().iter();
            keys.any(|key| cx.repeated.contains(&key.key_span))
        })
}

/// Whether a value is not an object.
pub fn is_no_object(node: &Node<'_>) -> bool {
    !matches!(node.value, Value::Map(_))
}

/// Whether a path leads into the components of the main document.
fn is_components(reference: &UnresolvedRef<'_, '_>) -> bool {
    let first = reference.path.first();
    first.is_some_and(|key| key == "components")
}

/// Whether a node holds the paths of the document.
pub fn is_path(cx: &Check<'_, '_, '_>, node: &Node<'_>) -> bool {
    let paths = cx.document.root.get("paths");
    paths.is_some_and(|paths| ptr::eq(paths, node))
}
