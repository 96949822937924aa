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
            .filter(|other| is_within(operation, other));
        let weight = if reads { within.count() } else { 0 };
        (operation.deprecated, Reverse(weight))
    };
    let mut ranked: Vec<_> = operations.iter().map(|one| (rank(one), one)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, operation)| operation).collect()
}

/// Whether an operation is about a resource or a part of it.
fn is_within(resource: &Operation, operation: &Operation) -> bool {
    let root = resource.path.text.trim_end_matches(".json");
    let rest = operation.path.text.strip_prefix(root);
    root != "/" && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}
