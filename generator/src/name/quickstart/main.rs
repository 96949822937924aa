//! Which operation a user would call first.

use std::cmp::Reverse;

use crate::ir::{Method, Operation};

/// The operations by what is read: what most other operations are about comes first, since it is the main resource. What is not
/// read, or read as a stream, follows in the order of the document, and what is deprecated comes last.
pub fn by_importance(operations: &[Operation]) -> Vec<&Operation> {
    let rank = |operation: &Operation| {
        let is_read = operation.method == Method::Get && !operation.is_streamed();
        let reads = is_read && !operation.deprecated;
        let within = operations
            .iter()
            .filter(|other| is_within(&operation.path.text, other));
        let weight = if reads { within.count() } else { 0 };
        (operation.deprecated, Reverse(weight))
    };
    let mut ranked: Vec<_> = operations.iter().map(|one| (rank(one), one)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, operation)| operation).collect()
}

/// The operations that write the main resource, or others of its kind, with a body; those of its parts come last.
pub fn written<'a>(ranked: &[&'a Operation]) -> Vec<&'a Operation> {
    let main = ranked.first().map_or("", |main| main.path.text.as_str());
    let kind = match main.rsplit_once('/') {
        Some((kind, name)) if name.starts_with('{') => kind,
        Some(_) | None => main,
    };
    let writes = |operation: &&Operation| {
        let writes = match operation.method {
            Method::Post | Method::Put | Method::Patch => !operation.bodies.is_empty(),
            Method::Get
            | Method::Delete
            | Method::Options
            | Method::Head
            | Method::Trace
            | Method::Query
            | Method::Other(_) => false,
        };
        let is_plain = !operation.deprecated && !operation.is_streamed();
        writes && is_plain && is_within(kind, operation)
    };
    let mut written: Vec<&Operation> = ranked.iter().copied().filter(writes).collect();
    written.sort_by_key(|operation| operation.path.text.matches('/').count());
    written
}

/// Whether an operation is about the resource at a path or a part of it.
fn is_within(path: &str, operation: &Operation) -> bool {
    let root = path.trim_end_matches(".json");
    let rest = operation.path.text.strip_prefix(root);
    root != "/" && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}
