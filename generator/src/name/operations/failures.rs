//! The documented failures.

use super::Errors;
use crate::ir;
use crate::rust::{FailureBody, Failures, Output};

/// The documented failures of an operation; `failure` is what its bodies become, where that is for the operation alone to know.
pub fn failures(
    operation: &ir::Operation,
    errors: Errors<'_>,
    failure: Option<&Output>,
) -> Option<Failures> {
    let statuses = operation.failures.iter();
    let statuses: Vec<String> = statuses
        .map(|response| response.status.to_string())
        .collect();
    let body = match (errors, failure) {
        (Errors::Shared(model), _) => FailureBody::Shared(model.clone()),
        (Errors::OfOperations, Some(_)) => FailureBody::OfOperation,
        (Errors::OfOperations, None) => FailureBody::Any,
    };
    (!statuses.is_empty()).then_some(Failures { statuses, body })
}
