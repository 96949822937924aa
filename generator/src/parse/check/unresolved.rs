//! References and requirements that do not resolve: where many have one cause, the cause is reported.

mod cause;
mod renamed;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ptr;

use super::Check;
use crate::diagnostic::Diagnostic;
use crate::parse::dialect::tables::DISCRIMINATOR;
use crate::read::Node;
use crate::source::Span;
use cause::{Cause, Keys, cause};

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
    explain_mappings(cx, &groups);
    for ((_, missing), group) in groups {
        if let Some(first) = group.first() {
            let cause = cause(cx, &keys, first, &missing, group.len());
            report_group(cx, &cause, &missing, group);
        }
    }
}

/// The same with the names to which nothing refers, unless something else is known to be meant.
fn renamed_among(diagnostic: Diagnostic, cause: &Cause<'_, '_>) -> Diagnostic {
    let Cause::OneOf(unused) = cause else {
        return diagnostic;
    };
    let (Some(first), None) = (unused.first(), &diagnostic.edit) else {
        return diagnostic;
    };
    let names: Vec<&str> = unused.iter().map(|entry| entry.key.as_ref()).collect();
    let help = format!(
        "declare what it names; was one of `{}` renamed? nothing refers to them",
        names.join("`, `")
    );
    let diagnostic = diagnostic.related(first.key_span, "nothing refers to this one");
    diagnostic.help(help)
}

/// The mappings of discriminators name the same schemas.
fn explain_mappings<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    groups: &BTreeMap<(Span, String), Vec<UnresolvedRef<'d, 's>>>,
) {
    let missing: BTreeSet<&str> = groups.keys().map(|(_, missing)| missing.as_str()).collect();
    let discriminators = cx
        .objects
        .iter()
        .filter(|(_, object)| ptr::eq(*object, &raw const DISCRIMINATOR));
    for (discriminator, _) in discriminators {
        for entry in discriminator.get("mapping").map_or(&[][..], Node::entries) {
            let name = entry
                .value
                .as_str()
                .and_then(|text| text.rsplit('/').next());
            if name.is_some_and(|name| missing.contains(name)) {
                cx.diagnostics.explain(entry.value.span);
            }
        }
    }
}

fn report_group<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    cause: &Cause<'d, 's>,
    missing: &str,
    group: Vec<UnresolvedRef<'d, 's>>,
) {
    let count = group.len();
    let parent = group.first().map(|reference| reference.parent);
    let place = parent.map(|parent| cx.document.root.holder_of(parent));
    let spans: Vec<Span> = group.iter().map(|reference| reference.span).collect();
    let mut diagnostics = group
        .into_iter()
        .map(|reference| (reference.diagnostic, reference.path, reference.found));
    match cause {
        Cause::Reported => {}
        Cause::Under(index) => {
            if let Some(unknown) = cx.unknown.get_mut(*index) {
                unknown.is_led_to(count);
            }
        }
        Cause::UnderSection(index, section) => {
            if let Some(unknown) = cx.unknown.get_mut(*index) {
                unknown.means(section);
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
        Cause::Renamed(entry) | Cause::MaybeRenamed(entry) => {
            if let Some((first, ..)) = diagnostics.next() {
                let references = match count {
                    1 => "a reference names".to_owned(),
                    count => format!("{count} references name"),
                };
                let message = format!(
                    "{references} `{missing}`, which is not there, and none names `{}`",
                    entry.key
                );
                let renamed = Diagnostic::new(first.code, entry.key_span, message)
                    .label("was it renamed?")
                    .related(first.span, "the first reference");
                // What it holds is sound.
                let renamed = if matches!(cause, Cause::Renamed(_)) {
                    renamed.meant(missing)
                } else {
                    renamed.help(format!(
                        "if it was, name it in the references, or call it `{missing}` again; else declare `{missing}`"
                    ))
                };
                cx.report(renamed.harmless());
            }
        }
        Cause::Misspelled(entry) => {
            if let Some((diagnostic, ..)) = diagnostics.next() {
                cx.report(diagnostic.related(entry.key_span, "nothing refers to this one"));
            }
        }
        Cause::Section | Cause::OneOf(_) | Cause::Unknown => {
            if let Some((diagnostic, ..)) = diagnostics.next() {
                let diagnostic = renamed_among(diagnostic, cause);
                cx.report(match count {
                    1 => diagnostic,
                    count => diagnostic.label(format!(
                        "there is no `{missing}`, and {count} references need it"
                    )),
                });
            }
        }
    }
    for span in spans {
        cx.diagnostics.explain(span);
    }
}
