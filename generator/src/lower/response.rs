//! Responses by status.

use super::docs::docs;
use super::response_body::{self, Bodies, Choice};
use super::{Cx, Lowered, header};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Header, Operation, Place, Response, Status, Type};
use crate::openapi::{self, Parsed, StatusResponse};

/// The documented responses of an operation.
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
    /// A response to HEAD has no body, whatever the document says (RFC 9110 section 9.3.2).
    pub fn have_no_bodies(&mut self) {
        let responses = self.successes.iter_mut().chain(&mut self.failures);
        responses.for_each(|response| response.bodies.clear());
    }
}

/// The responses of an operation. Where none is documented at all, success has no body.
pub fn responses<'d>(
    cx: &mut Cx<'_, 'd>,
    documented: &[Parsed<StatusResponse<'d>>],
    place: &Place,
) -> Lowered<Responses> {
    let mut responses = Responses::default();
    let mut failed = documented
        .iter()
        .find_map(|entry| entry.as_ref().err().copied());
    let success = Success::of(documented);
    for entry in documented.iter().flatten() {
        let outcome = success.outcome(entry.status);
        let added = match &entry.response {
            Ok(documented) => response(cx, documented, outcome, place, &mut responses),
            Err(reported) => Err(*reported),
        };
        failed = added.err().or(failed);
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    if documented.is_empty() {
        responses.successes.push(Response {
            status: Status::Range(2),
            bodies: Vec::new(),
            docs: Docs::default(),
        });
    }
    responses.accept = accepted(&responses);
    // The most exact status is asked first.
    responses.successes.sort_by_key(|response| response.status);
    responses.failures.sort_by_key(|response| response.status);
    Ok(responses)
}

/// Which of the documented statuses mean success.
#[derive(Clone, Copy)]
enum Success {
    /// Those of 2xx.
    Successful,
    /// Those of 3xx, where none of 2xx is documented.
    Redirection,
    /// What is not documented otherwise, where nothing else can mean success.
    Default,
}

impl Success {
    fn of(documented: &[Parsed<StatusResponse<'_>>]) -> Self {
        let any = |is_meant: fn(Status) -> bool| {
            let mut statuses = documented.iter().flatten().map(|entry| entry.status);
            statuses.any(is_meant)
        };
        // 304 leads nowhere: it refers to a success of before, which `default` describes then.
        let leads_elsewhere =
            |status: Status| status.is_redirection() && status != Status::Code(304);
        let has_default = any(|status| status == Status::Default);
        if any(Status::is_successful) {
            Self::Successful
        } else if any(leads_elsewhere) || !has_default {
            Self::Redirection
        } else {
            Self::Default
        }
    }

    fn outcome(self, status: Status) -> Outcome {
        match self {
            Self::Successful if status.is_successful() => Outcome::Success(status),
            Self::Redirection if status.is_redirection() => Outcome::Success(status),
            Self::Default if status == Status::Default => Outcome::Success(Status::Range(2)),
            Self::Successful | Self::Redirection | Self::Default => Outcome::Failure(status),
        }
    }
}

/// What a response means.
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

fn response<'d>(
    cx: &mut Cx<'_, 'd>,
    response: &openapi::Response<'d>,
    outcome: Outcome,
    place: &Place,
    responses: &mut Responses,
) -> Lowered<()> {
    if let Some(links) = response.links {
        let message = "links are not generated";
        let unsupported = Diagnostic::new(Code::Unsupported, links, message);
        cx.report(
            unsupported.help("leave them as they are: the rest of the operation is generated"),
        );
    }
    let (Outcome::Success(status) | Outcome::Failure(status)) = outcome;
    let component = response.component.map(Place::schema);
    let word = match &component {
        Some(_) => "response".to_owned(),
        None => response_body::status_word(status),
    };
    let place = component.as_ref().unwrap_or(place);
    header::headers(cx, &response.headers, place, &mut responses.headers);
    let choice = match outcome {
        Outcome::Success(_) => Choice::One,
        Outcome::Failure(_) => Choice::AllJson,
    };
    // The check has reported content that such a response never has.
    let bodies = if status.has_no_body() {
        Bodies::default()
    } else {
        response_body::bodies(cx, &response.content, choice, &place.below(&word))?
    };
    let lowered = Response {
        status,
        bodies: bodies.read,
        docs: docs(&response.words),
    };
    match outcome {
        Outcome::Success(_) => {
            responses.unread.extend(bodies.unread);
            responses.successes.push(lowered);
        }
        Outcome::Failure(_) => responses.failures.push(lowered),
    }
    Ok(())
}
