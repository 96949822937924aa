//! What a type is called that stands at several places.

use super::{all_words, words};
use crate::ir;

/// The words for a type of several places: the end that the paths to all of these places share, after their component where there is
/// one alone. Where that name is not free, more of the first path.
///
/// A type belongs to a component rather than to an operation that speaks of it, and to a property rather than to a list's items.
pub fn shared_words(def: &ir::TypeDef, is_free: impl Fn(&str) -> bool) -> String {
    let places: Vec<&ir::Place> = std::iter::once(&def.place).chain(&def.also_at).collect();
    if def.place.is_failure() {
        return failure_words(&def.place, &places, is_free);
    }
    let places = preferring(places, |place| matches!(place.home, ir::Home::Schema(_)));
    let places = preferring(places, ir::Place::is_property);
    let first = places.first().copied().unwrap_or(&def.place);
    let value = value(&def.kind);
    let shared = match value {
        Some(_) if !first.is_property() => 0,
        // A list may call by its plural what stands alone elsewhere.
        Some(_) | None => shared_end(first, &places).max(first.about().len()),
    };
    let (home, path) = match only_component(first, &places) {
        Some(home) if value.is_none() => {
            (Some(home), first.path.iter().map(String::as_str).collect())
        }
        Some(_) | None => (None, all_words(first)),
    };
    let last = |count: usize| {
        let end = path.iter().rev().take(count).rev().copied();
        let words: Vec<&str> = value.into_iter().chain(home).chain(end).collect();
        words.join(" ")
    };
    (shared..path.len())
        .map(last)
        .find(|words| is_free(words))
        .unwrap_or_else(|| last(path.len()))
}

/// The words for the body of several failures: that it is one, and of which status, where that is needed and the same for all.
fn failure_words(
    first: &ir::Place,
    places: &[&ir::Place],
    is_free: impl Fn(&str) -> bool,
) -> String {
    let status = first.path.last();
    let same_status = status.filter(|_| places.iter().all(|place| place.path.last() == status));
    let with_status = same_status.map(|status| format!("error {status}"));
    std::iter::once(first.about().join(" "))
        .chain(with_status)
        .find(|words| is_free(words))
        .unwrap_or_else(|| words(first))
}

/// Those of the places that are preferred, if there are any.
fn preferring(
    places: Vec<&ir::Place>,
    is_preferred: impl Fn(&ir::Place) -> bool,
) -> Vec<&ir::Place> {
    let preferred: Vec<_> = places
        .iter()
        .copied()
        .filter(|place| is_preferred(place))
        .collect();
    if preferred.is_empty() {
        places
    } else {
        preferred
    }
}

/// How many words the ends of the paths share, from their first properties on.
fn shared_end(first: &ir::Place, places: &[&ir::Place]) -> usize {
    let way = first.path_from_first_property();
    places.iter().fold(way.len(), |shared, place| {
        let other = place.path_from_first_property();
        let both = way.iter().rev().zip(other.iter().rev());
        both.take(shared)
            .take_while(|(one, other)| one == other)
            .count()
    })
}

/// The component of all places, if there is one alone.
fn only_component<'a>(first: &'a ir::Place, places: &[&ir::Place]) -> Option<&'a str> {
    match &first.home {
        ir::Home::Schema(name) => {
            let is_alone = places.iter().all(|place| place.home == first.home);
            is_alone.then_some(name)
        }
        ir::Home::Operation(_) => None,
    }
}

/// The one value of an enum, which says more than where it stands.
fn value(kind: &ir::TypeKind) -> Option<&str> {
    match kind {
        ir::TypeKind::Enum(known) => match known.values.as_slice() {
            [value] if value.wire.is_empty() => Some("empty"),
            [value] => Some(&value.wire),
            _ => None,
        },
        ir::TypeKind::Struct(_) | ir::TypeKind::Union(_) | ir::TypeKind::Multipart(_) => None,
    }
}
