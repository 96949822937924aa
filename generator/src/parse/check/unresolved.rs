//! References and requirements that do not resolve: where many have one cause, the cause is reported.

mod cause;
mod renamed;

use std::collections::{BTreeMap, BTreeSet};

use super::Cx;
use crate::diagnostic::Diagnostic;
use crate::parse::dialect::tables::DISCRIMINATOR;
use crate::read::Node;
use crate::source::Span;
use cause::{Cause, cause};

/// A reference or a requirement, by the path of the object that it names.
pub struct UnresolvedRef<'d> {
    /// Its place.
    pub span: Span,
    /// The last object on the path that exists.
    pub parent: &'d Node<'d>,
    /// The keys of the path from the root.
    pub path: Vec<String>,
    /// How many of them exist.
    pub found: usize,
    /// What to report where nothing explains it.
    pub diagnostic: Diagnostic,
}

/// The references that name the same.
pub struct Group<'d> {
    /// The name that is not there.
    pub missing: String,
    /// The first of them.
    pub first: UnresolvedRef<'d>,
    /// The places of all.
    pub spans: Vec<Span>,
}

/// Reports what does not resolve.
pub fn report<'d>(cx: &mut Cx<'d, '_>, mut unresolved: Vec<UnresolvedRef<'d>>) {
    unresolved.sort_by_key(|reference| reference.span);
    let mut groups: BTreeMap<(Span, String), Group<'d>> = BTreeMap::new();
    for reference in unresolved {
        let span = reference.span;
        let missing = reference.path.get(reference.found).cloned();
        let missing = missing.unwrap_or_default();
        let place = (reference.parent.span, missing.clone());
        let group = groups.entry(place).or_insert_with(|| Group {
            missing,
            first: reference,
            spans: Vec::new(),
        });
        group.spans.push(span);
    }
    explain_mappings(cx, &groups);
    for group in groups.into_values() {
        match cause(cx, &group) {
            Cause::Reported => {}
            Cause::Under(index, section) => {
                if let Some(unknown) = cx.unknown.get_mut(index) {
                    unknown.is_led_to(group.spans.len(), section);
                }
            }
            Cause::Is(diagnostic) => cx.report(*diagnostic),
        }
        for span in group.spans {
            cx.diagnostics.explain(span);
        }
    }
}

/// The mappings of discriminators name the same schemas.
fn explain_mappings<'d>(cx: &mut Cx<'d, '_>, groups: &BTreeMap<(Span, String), Group<'d>>) {
    let missing: BTreeSet<&str> = groups
        .values()
        .map(|group| group.missing.as_str())
        .collect();
    let is_section = |group: &Group<'_>| group.first.found < 2;
    let are_lost = groups.values().any(is_section);
    let discriminators = cx
        .objects
        .iter()
        .filter(|(_, object)| object.is(&DISCRIMINATOR));
    for (discriminator, _) in discriminators {
        for entry in discriminator.get("mapping").map_or(&[][..], Node::entries) {
            let name = entry
                .value
                .as_str()
                .and_then(|text| text.rsplit('/').next());
            if are_lost || name.is_some_and(|name| missing.contains(name)) {
                cx.diagnostics.explain(entry.value.span);
            }
        }
    }
}
