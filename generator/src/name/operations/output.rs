//! What success gives.

use crate::ir::{self, Status};
use crate::name::docs;
use crate::name::scope::{Role, Scope};
use crate::name::types::Types;
use crate::rust::{Content, Ident, Outcome, Output, StatusPattern};

pub fn output(
    operation: &ir::Operation,
    types: &Types,
    marker: &Ident,
    markers: &mut Scope,
) -> Output {
    let mut bodies = operation
        .successes
        .iter()
        .map(|success| content(types, success));
    let first = bodies.next().unwrap_or(Content::Empty);
    if bodies.all(|body| body == first) {
        let statuses = operation
            .successes
            .iter()
            .map(|success| pattern(success.status))
            .collect();
        return Output::One {
            body: first,
            statuses,
        };
    }
    let mut scope = Scope::default();
    let outcome = |success: &ir::Response| Outcome {
        ident: scope.claim(reason(success.status), Role::Variant),
        docs: docs::docs(&success.docs, "Success."),
        status: pattern(success.status),
        body: content(types, success),
    };
    Output::Many {
        variants: operation.successes.iter().map(outcome).collect(),
        ident: markers.claim(&format!("{marker} output"), Role::Type),
    }
}

fn content(types: &Types, response: &ir::Response) -> Content {
    match &response.body {
        None => Content::Empty,
        Some(ir::Content::Json(ty)) => Content::Json(types.spell(ty)),
        Some(ir::Content::Text) => Content::Text,
        Some(ir::Content::Bytes) => Content::Bytes,
    }
}

fn pattern(status: Status) -> StatusPattern {
    match status {
        Status::Code(code) => StatusPattern::Code(code),
        Status::Range(hundred) => StatusPattern::Range(hundred * 100, hundred * 100 + 99),
        Status::Default => StatusPattern::Range(200, 299),
    }
}

/// What RFC 9110 section 15.3 calls a successful status.
fn reason(status: Status) -> &'static str {
    match status {
        Status::Code(200) => "ok",
        Status::Code(201) => "created",
        Status::Code(202) => "accepted",
        Status::Code(203) => "non-authoritative information",
        Status::Code(204) => "no content",
        Status::Code(205) => "reset content",
        Status::Code(206) => "partial content",
        Status::Code(207) => "multi-status",
        Status::Code(_) | Status::Range(_) | Status::Default => "success",
    }
}
