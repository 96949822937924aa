//! Responses by status.

use super::docs::docs;
use super::response_body::{self, Choice};
use super::{Cx, Lowered, header, names};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, Operation, Place, Response, Status, Type};
use crate::parse::check::body;
use crate::read::{Entry, Node};

/// The documented answers of an operation.
#[derive(Default)]
pub struct Responses {
    /// The media types of their bodies.
    pub accept: Vec<String>,
    /// Those that mean success.
    pub successes: Vec<Response>,
    /// Those that mean failure.
    pub failures: Vec<Response>,
    /// The headers of them all.
    pub headers: Vec<Header>,
    /// The media types of successes that are not read.
    unread: Vec<String>,
}

impl Responses {
    /// An answer to HEAD has no body, whatever the document says (RFC 9110 section 9.3.2).
    pub fn have_no_bodies(&mut self) {
        let responses = self.successes.iter_mut().chain(&mut self.failures);
        responses.for_each(|response| response.bodies.clear());
    }
}

/// The responses of an operation. Where no response is documented for 2xx, `default` is what success looks like.
pub fn responses<'d, 's>(
    cx: &mut Cx<'d, 's>,
    operation: &'d Node<'s>,
    place: &Place,
) -> Lowered<Responses> {
    let mut responses = Responses::default();
    let mut failed = None;
    let node = operation.get("responses");
    let mut entries = Vec::new();
    for entry in node.into_iter().flat_map(Node::fixed_entries) {
        match status(cx, entry) {
            Ok(status) => entries.push((status, &entry.value)),
            Err(reported) => failed = Some(reported),
        }
    }
    let is_success = |status: &Status| matches!(status, Status::Code(200..=299) | Status::Range(2));
    let has_success = entries.iter().any(|(status, _)| is_success(status));
    for (status, node) in entries {
        let outcome = match status {
            Status::Default if !has_success => Outcome::Success(Status::Range(2)),
            status if is_success(&status) => Outcome::Success(status),
            status => Outcome::Failure(status),
        };
        if let Err(reported) = response(cx, node, outcome, place, &mut responses) {
            failed = Some(reported);
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    responses.accept = accepted(&responses);
    // The most exact status is asked first.
    responses.successes.sort_by_key(|response| response.status);
    responses.failures.sort_by_key(|response| response.status);
    Ok(responses)
}

/// What an answer means.
#[derive(Clone, Copy)]
enum Outcome {
    /// Success, with these statuses.
    Success(Status),
    /// Failure, with these statuses.
    Failure(Status),
}

/// The media types that are asked for: those of successes, then those of failures, unless a success comes in one of them that is not
/// read.
fn accepted(responses: &Responses) -> Vec<String> {
    let mut accepted: Vec<String> = Vec::new();
    let usual = |responses: &[Response]| -> Vec<String> {
        let bodies = responses
            .iter()
            .filter_map(|response| response.bodies.first());
        bodies.flat_map(|body| body.media_types.clone()).collect()
    };
    let mut failures = usual(&responses.failures);
    failures.retain(|media_type| !responses.unread.contains(media_type));
    for media_type in usual(&responses.successes).into_iter().chain(failures) {
        if !accepted.contains(&media_type) {
            accepted.push(media_type);
        }
    }
    accepted
}

/// The type that all documented error bodies share, where they do.
pub fn shared_error(operations: &[Operation]) -> Option<Type> {
    let mut types = operations
        .iter()
        .flat_map(|operation| &operation.failures)
        .flat_map(|response| &response.bodies)
        .map(|body| body.content.json());
    let first = types.next()??;
    types.all(|ty| ty == Some(first)).then(|| first.clone())
}

/// The status of a response; the check has reported any other key.
fn status(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Lowered<Status> {
    if let Some(status) = Status::read(&entry.key) {
        return Ok(status);
    }
    let reported = cx.diagnostics.error_within(entry.key_span);
    Err(reported.unwrap_or_else(|| cx.report(body::no_status(entry))))
}

fn response<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    outcome: Outcome,
    place: &Place,
    responses: &mut Responses,
) -> Lowered<()> {
    let node = cx.resolve(node)?.node;
    if let Some(links) = node.entry("links") {
        let message = "links are not generated";
        let unsupported = Diagnostic::new(Code::Unsupported, links.key_span, message);
        cx.report(
            unsupported.help("leave them as they are: the rest of the operation is generated"),
        );
    }
    let (Outcome::Success(status) | Outcome::Failure(status)) = outcome;
    let holder = names::holder(cx, node);
    let word = match &holder {
        Some(_) => "response".to_owned(),
        None => response_body::status_word(status),
    };
    let place = holder.as_ref().unwrap_or(place);
    header::headers(cx, node, place, &mut responses.headers);
    let choice = match outcome {
        Outcome::Success(_) => Choice::One,
        Outcome::Failure(_) => Choice::AllJson,
    };
    let bodies = response_body::bodies(cx, node, status, choice, &place.below(&word))?;
    let response = Response {
        status,
        bodies: bodies.read,
        docs: docs(node),
    };
    match outcome {
        Outcome::Success(_) => {
            responses.unread.extend(bodies.unread);
            responses.successes.push(response);
        }
        Outcome::Failure(_) => responses.failures.push(response),
    }
    Ok(())
}
