//! Names with a namespace before them, such as `io.k8s.api.core.v1.Pod`, `models.User` and `api.v2010.account.message`.

use std::collections::{HashMap, HashSet};

use crate::openapi::SchemaId;

/// What the schemas are called whose names begin with a namespace: by what their own name says of them. Only names of which that is equal
/// take more of their namespaces: those of few parts come first, since what a document adds to a namespace is rather below what is there
/// than above it.
pub fn left_out(mut names: Vec<(SchemaId, &str)>) -> HashMap<SchemaId, String> {
    names.sort_by_key(|(_, name)| (name.split('.').count(), *name));
    let (long, whole): (Vec<_>, Vec<_>) =
        names.into_iter().partition(|(_, name)| has_namespace(name));
    let mut taken: HashSet<String> = whole.iter().map(|(_, name)| letters(name)).collect();
    let mut short = HashMap::new();
    for (id, name) in long {
        let mut ends = ends(name).flat_map(|end| [without_repetitions(end), end.to_owned()]);
        if let Some(end) = ends.find(|end| taken.insert(letters(end))) {
            short.insert(id, end);
        }
    }
    short
}

/// How many parts of a name belong to it: what comes after a version, `account.message` of `api.v2010.account.message`, or the type
/// with its version and what that is a version of, `core.v1.Pod`; without a version the type with its package, `models.User`.
fn own_parts(name: &str) -> usize {
    let mut parts = name.rsplit('.');
    match parts.position(is_version) {
        None => 2,
        Some(1) => 3,
        Some(after) => after,
    }
}

/// Whether the parts before the last one are a namespace: the package of a type, or one of a version. In other names, each part
/// says something: `Order.Create`, `invoice.item.paid`.
fn has_namespace(name: &str) -> bool {
    let Some((namespace, last)) = name.rsplit_once('.') else {
        return false;
    };
    let begins_with = |part: &str, is_it: fn(char) -> bool| part.starts_with(is_it);
    let mut parts = namespace.split('.');
    let is_of_version = parts.clone().any(is_version) && begins_with(last, char::is_alphabetic);
    let is_package =
        parts.clone().count() > 1 || parts.all(|part| begins_with(part, char::is_lowercase));
    is_of_version || (is_package && begins_with(last, char::is_uppercase))
}

/// Whether this is a version, `v1` or `v2010`.
fn is_version(part: &str) -> bool {
    let number = part.strip_prefix('v');
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// The ends of a name, from what is its own to all of it.
fn ends(name: &str) -> impl Iterator<Item = &str> {
    let dots = name.rmatch_indices('.');
    let ends = dots.skip(own_parts(name).saturating_sub(1));
    let ends = ends.filter_map(|(dot, _)| name.get(dot + 1..));
    ends.chain([name])
}

/// A name without the parts with which the next one begins: `usage_record_daily` for `usage.usage_record.usage_record_daily`.
fn without_repetitions(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    let next = parts.iter().skip(1).map(Some).chain([None]);
    let is_repeated = |part: &str, next: &str| {
        let rest = next.strip_prefix(part);
        rest.is_some_and(|rest| rest.starts_with('_'))
    };
    let kept = parts.iter().zip(next);
    let kept = kept.filter(|(part, next)| !next.is_some_and(|next| is_repeated(part, next)));
    let kept: Vec<&str> = kept.map(|(part, _)| *part).collect();
    kept.join(".")
}

/// What tells two names apart once they are identifiers.
fn letters(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
