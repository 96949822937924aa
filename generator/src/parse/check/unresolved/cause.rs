//! Why references do not resolve.

use std::ptr;

use super::renamed::renamed;
use super::{Group, UnresolvedRef};
use crate::diagnostic::Diagnostic;
use crate::parse::check::keyword::Unknown;
use crate::parse::check::placement::Placement;
use crate::parse::check::rules::paths;
use crate::parse::check::{COMPARISONS, Cx, placement};
use crate::parse::dialect::tables::COMPONENTS;
use crate::read::{Node, Value};

/// Why there is nothing at the end of a path.
pub enum Cause {
    /// An error reports it.
    Reported,
    /// It is under this unknown key, which is meant to be this section.
    Under(usize, Option<&'static str>),
    /// This is to be reported.
    Is(Box<Diagnostic>),
}

/// Why references do not resolve.
pub fn cause<'d>(cx: &mut Cx<'d, '_>, group: &Group<'d>) -> Cause {
    if is_reported(cx, group) {
        return Cause::Reported;
    }
    if let Some(index) = slipped(cx, group) {
        return Cause::Under(index, None);
    }
    if let Some((index, section)) = unknown_key(cx, group) {
        return Cause::Under(index, section);
    }
    let reference = &group.first;
    let section = cx.dialect.field(&COMPONENTS, &group.missing);
    let diagnostic = match (is_components(reference), reference.found) {
        (true, 2) => renamed(cx, group),
        (true, 0) => without_section(cx, group),
        (true, 1) if section.is_some() => without_section(cx, group),
        (true | false, _) if is_paths(cx, reference.parent) => renamed(cx, group),
        (true | false, _) => unknown(group),
    };
    Cause::Is(Box::new(diagnostic))
}

/// Whether an error says why there is nothing.
fn is_reported(cx: &Cx<'_, '_>, group: &Group<'_>) -> bool {
    let reference = &group.first;
    let parent = reference.parent;
    let is_reported = match &parent.value {
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
    is_reported
        || is_repeated(cx, &reference.path)
        || is_paths(cx, parent) && paths::has_broken(parent, &group.missing)
}

/// The unknown key below which it is, and the section that is meant by that key.
fn unknown_key(cx: &mut Cx<'_, '_>, group: &Group<'_>) -> Option<(usize, Option<&'static str>)> {
    let (reference, missing) = (&group.first, group.missing.as_str());
    let parent = reference.parent;
    cx.compared += cx.unknown.len();
    if cx.compared > COMPARISONS {
        return None;
    }
    let position = |is: &dyn Fn(&Unknown<'_>) -> bool| cx.unknown.iter().position(is);
    let holds = |unknown: &Unknown<'_>, key: &str| unknown.entry.value.entry(key).is_some();
    let is_meant = |unknown: &Unknown<'_>| {
        let is = |placement: &Placement<'_>| {
            let is_owner = placement.owner == parent.span;
            is_owner && holds(unknown, missing) || placement.is_nameless_in(parent)
        };
        unknown.placement().is_some_and(is)
    };
    if let Some(index) = position(&is_meant) {
        return Some((index, None));
    }
    if !is_components(reference) {
        return None;
    }
    let is_misspelled =
        |unknown: &Unknown<'_>| unknown.parent == parent.span && unknown.meant() == Some(missing);
    if let Some(index) = position(&is_misspelled) {
        return Some((index, None));
    }
    for key in reference.path.iter().skip(reference.found).take(3) {
        let mut same = cx.unknown.iter().enumerate();
        let mut same = same.by_ref().filter(|(_, unknown)| unknown.key() == key);
        if let (Some((index, unknown)), None) = (same.next(), same.next())
            && !is_no_object(&unknown.entry.value)
        {
            return Some((index, None));
        }
    }
    let section = cx.dialect.field(&COMPONENTS, missing)?;
    let name = reference.path.get(2).filter(|_| reference.found == 1)?;
    let is_section = |unknown: &Unknown<'_>| unknown.parent == parent.span && holds(unknown, name);
    Some((position(&is_section)?, Some(section.name)))
}

/// The key of a component that slipped into the one before it: references name it in its section.
fn slipped<'d>(cx: &mut Cx<'d, '_>, group: &Group<'d>) -> Option<usize> {
    let reference = &group.first;
    let section = cx.dialect.field(&COMPONENTS, reference.path.get(1)?);
    let section = section.filter(|_| reference.found == 2)?;
    let table = section.kept()?;
    if !cx.may_compare(reference.parent) {
        return None;
    }
    let mut components = reference.parent.entries().iter();
    let (before, entry) = components.find_map(|before| {
        let entry = before.value.entry(&group.missing)?;
        let is_field = cx.dialect.has(table, &entry.key);
        (!is_field && !is_no_object(&entry.value)).then_some((before, entry))
    })?;
    let placement = placement::of_component((section, reference.parent), before, entry);
    let slipped = Unknown::misplaced(before.value.span, entry, placement);
    cx.unknown
        .retain(|unknown| unknown.entry.key_span != entry.key_span);
    cx.unknown.push(slipped);
    Some(cx.unknown.len() - 1)
}

/// What is said where nothing explains it.
pub fn unknown(group: &Group<'_>) -> Diagnostic {
    let diagnostic = group.first.diagnostic.clone();
    match group.spans.len() {
        1 => diagnostic,
        count => diagnostic.label(format!(
            "there is no `{}`, and {count} references need it",
            group.missing
        )),
    }
}

/// What is said where all of a section is missing.
fn without_section(cx: &Cx<'_, '_>, group: &Group<'_>) -> Diagnostic {
    let first = &group.first;
    let count = group.spans.len();
    if count == 1 {
        return unknown(group);
    }
    let section = first.path.get(..=first.found).unwrap_or_default().join(".");
    let message = format!("there is no `{section}`, and {count} references need it");
    let place = cx.document.root.holder_of(first.parent);
    let gone = Diagnostic::new(first.diagnostic.code, place, message)
        .related(first.span, "the first of them");
    let help = format!(
        "add `{section}` with what they name, or look for it at another place of the document"
    );
    gone.help(help).harmless()
}

/// Whether a key on the path is given twice, which is reported: what the first one holds is not there.
fn is_repeated(cx: &Cx<'_, '_>, path: &[String]) -> bool {
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
fn is_components(reference: &UnresolvedRef<'_>) -> bool {
    let first = reference.path.first();
    first.is_some_and(|key| key == "components")
}

/// Whether a node holds the paths of the document.
pub fn is_paths(cx: &Cx<'_, '_>, node: &Node<'_>) -> bool {
    let paths = cx.document.root.get("paths");
    paths.is_some_and(|paths| ptr::eq(paths, node))
}
