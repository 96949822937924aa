//! References and requirements that do not resolve: where many have one cause, the cause is reported.

use std::collections::{BTreeMap, HashMap};

use super::keyword::is_near;
use super::{Check, paths, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::COMPONENTS;
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// A reference or a requirement, by the path of the object that it names.
pub struct UnresolvedRef<'d, 's> {
    /// Its place.
    pub span: Span,
    /// The last object on the path that exists.
    pub parent: &'d Node<'s>,
    /// The keys of the path from the root.
    pub path: Vec<String>,
    /// How many of them exist.
    pub found: usize,
    /// What to report where nothing explains it.
    pub diagnostic: Diagnostic,
}

/// Why there is nothing at the end of a path.
enum Cause<'d, 's> {
    /// An error reports it.
    Reported,
    /// It is under this unknown key.
    Under(usize, Slip),
    /// All of the section is missing.
    Section,
    /// It was probably given this name, which nothing refers to.
    Renamed(&'d Entry<'s>),
    /// Nobody knows.
    Unknown,
}

/// What is wrong with the key under which it is.
enum Slip {
    /// It is misspelled.
    Misspelled,
    /// It is at another place: below this container it would be found.
    Misplaced(String),
    /// It is a section, whose name should be this one.
    Section(&'static str),
}

/// Unknown keys of the document, by what finds them.
struct Keys<'d> {
    by_parent: HashMap<Span, Vec<usize>>,
    by_name: HashMap<&'d str, Vec<usize>>,
}

/// Reports what does not resolve.
pub fn report<'d, 's>(cx: &mut Check<'d, 's, '_>, mut unresolved: Vec<UnresolvedRef<'d, 's>>) {
    unresolved.sort_by_key(|reference| reference.span);
    let mut keys = Keys {
        by_parent: HashMap::new(),
        by_name: HashMap::new(),
    };
    for (index, unknown) in cx.unknown.iter().enumerate() {
        keys.by_parent
            .entry(unknown.parent)
            .or_default()
            .push(index);
        keys.by_name.entry(unknown.key()).or_default().push(index);
    }
    let mut groups: BTreeMap<(Span, String), Vec<UnresolvedRef<'d, 's>>> = BTreeMap::new();
    for reference in unresolved {
        let missing = reference.path.get(reference.found).cloned();
        let place = (reference.parent.span, missing.unwrap_or_default());
        groups.entry(place).or_default().push(reference);
    }
    for ((_, missing), group) in groups {
        if let Some(first) = group.first() {
            let cause = cause(cx, &keys, first, &missing);
            report_group(cx, cause, &missing, group);
        }
    }
}

fn report_group<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    cause: Cause<'d, 's>,
    missing: &str,
    group: Vec<UnresolvedRef<'d, 's>>,
) {
    let count = group.len();
    let parent = group.first().map(|reference| reference.parent);
    let place = parent.map(|parent| place::holder(&cx.document.root, parent));
    let spans: Vec<Span> = group.iter().map(|reference| reference.span).collect();
    let mut diagnostics = group
        .into_iter()
        .map(|reference| (reference.diagnostic, reference.path, reference.found));
    match cause {
        Cause::Reported => {}
        Cause::Under(index, slip) => {
            if let Some(unknown) = cx.unknown.get_mut(index) {
                match slip {
                    Slip::Misspelled => {}
                    Slip::Misplaced(container) => unknown.is_referred_to(&container),
                    Slip::Section(section) => unknown.means(section),
                }
                unknown.is_led_to(count);
            }
        }
        Cause::Section if count > 1 => {
            if let Some((first, path, found)) = diagnostics.next() {
                let section = path.get(..=found).unwrap_or_default().join(".");
                let message = format!("there is no `{section}`, and {count} references need it");
                let gone = Diagnostic::new(first.code, place.unwrap_or_default(), message)
                    .related(first.span, "the first of them");
                let help = format!(
                    "add `{section}` with what they name, or look for it at another place of the document"
                );
                cx.report(gone.help(help).harmless());
            }
        }
        Cause::Renamed(entry) if count > 1 => {
            let message = format!(
                "nothing refers to `{}`, but {count} references name `{missing}`",
                entry.key
            );
            let first = spans.first().copied().unwrap_or_default();
            let renamed = Diagnostic::new(Code::DanglingReference, entry.key_span, message)
                .related(first, "the first of them")
                .help(format!("did you mean `{missing}`?"));
            // What it holds is sound.
            cx.report(renamed.harmless());
        }
        Cause::Renamed(entry) => {
            for (diagnostic, ..) in diagnostics {
                cx.report(diagnostic.related(entry.key_span, "nothing refers to this one"));
            }
            return;
        }
        Cause::Section | Cause::Unknown => {
            diagnostics.for_each(|(diagnostic, ..)| cx.report(diagnostic));
            return;
        }
    }
    for span in spans {
        cx.diagnostics.explain(span);
    }
}

fn cause<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    keys: &Keys<'d>,
    reference: &UnresolvedRef<'d, 's>,
    missing: &str,
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
    if is_told || is_path(cx, parent) && paths::has_broken(parent, missing) {
        return Cause::Reported;
    }
    let beside = keys.by_parent.get(&parent.span);
    let beside = beside.map_or(&[][..], Vec::as_slice);
    let is_meant_as = |index: &&usize| {
        let unknown = cx.unknown.get(**index);
        unknown.is_some_and(|unknown| unknown.is_meant_as(missing))
    };
    if let Some(index) = beside.iter().find(is_meant_as) {
        return Cause::Under(*index, Slip::Misspelled);
    }
    if is_path(cx, parent) {
        return renamed(cx, parent, missing);
    }
    if !is_components(reference) {
        return Cause::Unknown;
    }
    let path = reference.path.iter().enumerate();
    for (place, key) in path.skip(reference.found).take(3) {
        let Some([index]) = keys.by_name.get(key.as_str()).map(Vec::as_slice) else {
            continue;
        };
        let unknown = cx.unknown.get(*index);
        if unknown.is_some_and(|unknown| !is_no_object(&unknown.entry.value)) {
            let container = reference.path.get(..place).unwrap_or_default().join(".");
            return Cause::Under(*index, Slip::Misplaced(container));
        }
    }
    let section = cx.dialect.field(&COMPONENTS, missing);
    if let (1, Some(section), Some(name)) = (reference.found, section, reference.path.get(2)) {
        let holds = |index: &&usize| {
            let unknown = cx.unknown.get(**index);
            unknown.is_some_and(|unknown| unknown.entry.value.entry(name).is_some())
        };
        if let Some(index) = beside.iter().find(holds) {
            return Cause::Under(*index, Slip::Section(section.name));
        }
    }
    if reference.found == 0 || reference.found == 1 && section.is_some() {
        return Cause::Section;
    }
    if reference.found != 2 {
        return Cause::Unknown;
    }
    renamed(cx, parent, missing)
}

/// The one entry with a name like this one that nothing refers to.
fn renamed<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    parent: &'d Node<'s>,
    missing: &str,
) -> Cause<'d, 's> {
    if !cx.may_compare(parent) {
        return Cause::Unknown;
    }
    let is_unused = |entry: &&Entry<'_>| !cx.led_to.contains(&entry.value.span);
    let near = parent
        .entries()
        .iter()
        .filter(|entry| is_near(missing, &entry.key));
    let mut unused = near.filter(is_unused);
    match (unused.next(), unused.next()) {
        (Some(entry), None) => Cause::Renamed(entry),
        (Some(_), Some(_)) | (None, _) => Cause::Unknown,
    }
}

fn is_no_object(node: &Node<'_>) -> bool {
    !matches!(node.value, Value::Map(_))
}

/// Whether a path leads into the components of the main document.
fn is_components(reference: &UnresolvedRef<'_, '_>) -> bool {
    let first = reference.path.first();
    first.is_some_and(|key| key == "components")
}

/// Whether a node holds the paths of the document.
fn is_path(cx: &Check<'_, '_, '_>, node: &Node<'_>) -> bool {
    let paths = cx.document.root.get("paths");
    paths.is_some_and(|paths| std::ptr::eq(paths, node))
}
