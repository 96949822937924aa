//! Responses by status.

mod formats;

pub use formats::{SuccessFormat, formats};

use super::docs::docs;
use super::media_type::{is_within, width};
use super::places::kind_word;
use super::response_body::{self, Bodies, Receipt};
use super::{Cx, Lowered, header};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Header, Operation, Origin, Place, Response, ResponseBody, Status, Type};
use crate::openapi::{self, Parsed, StatusResponse};

/// The documented responses of an operation.
#[derive(Default)]
pub struct Responses {
    /// Those that mean success, each in all its formats.
    pub successes: Vec<Response>,
    /// Those that mean failure.
    pub failures: Vec<Response>,
    /// The headers of them all.
    pub headers: Vec<Header>,
    /// The media types of failures, those that are usual for their status.
    failure_media_types: Vec<String>,
    /// The media types in which successes have the same data once more.
    repeated: Vec<String>,
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
    operation: &openapi::Operation<'d>,
    place: &Place,
) -> Lowered<Responses> {
    let documented = &operation.responses;
    let mut responses = Responses::default();
    let mut failed = documented
        .iter()
        .find_map(|entry| entry.as_ref().err().copied());
    let success = Success::of(documented);
    for entry in documented.iter().flatten() {
        let outcome = success.outcome(entry.status);
        // A failure is in memory when it is reported.
        let receipt = match outcome {
            Outcome::Success(_) => Receipt::Streamed(operation.streaming),
            Outcome::Failure(_) => Receipt::Whole,
        };
        let added = match &entry.response {
            Ok(documented) => {
                // What several operations refer to is said in one place.
                let origin = match documented.component {
                    Some(_) => Origin(documented.span),
                    None => Origin(entry.span),
                };
                response(
                    cx,
                    documented,
                    origin,
                    outcome,
                    receipt,
                    place,
                    &mut responses,
                )
            }
            Err(reported) => Err(*reported),
        };
        failed = added.err().or(failed);
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    if documented.is_empty() {
        responses.successes.push(Response {
            origin: Origin::default(),
            status: Status::Range(2),
            bodies: Vec::new(),
            others: Vec::new(),
            docs: Docs::default(),
        });
    }
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
        // 304 is no redirect: it refers to an earlier success, which `default` then describes.
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
    origin: Origin,
    outcome: Outcome,
    receipt: Receipt<'d>,
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
    let word = match response.component {
        Some(component) => kind_word(component, "response").to_owned(),
        None => response_body::status_word(status),
    };
    let place = component.as_ref().unwrap_or(place);
    header::headers(cx, &response.headers, place, &mut responses.headers);
    // The check has reported content that such a response never has.
    let bodies = if status.has_no_body() {
        Bodies::default()
    } else {
        let place = match outcome {
            Outcome::Failure(_) if response.component.is_none() => place.failure(&word),
            Outcome::Failure(_) | Outcome::Success(_) => place.below(&word),
        };
        response_body::bodies(cx, &response.content, receipt, &place)?
    };
    let mut lowered = Response {
        origin,
        status,
        bodies: bodies.formats,
        others: Vec::new(),
        docs: docs(cx.document, &response.words),
    };
    match outcome {
        Outcome::Success(_) => {
            responses.repeated.extend(bodies.repeated);
            responses.successes.push(lowered);
        }
        Outcome::Failure(_) => {
            let usual = lowered.bodies.first();
            let media_types = usual.into_iter().flat_map(|body| &body.media_types);
            responses.failure_media_types.extend(media_types.cloned());
            narrowest_first(&mut lowered.bodies);
            responses.failures.push(lowered);
        }
    }
    Ok(())
}

/// Puts bodies in the order in which their media types distinguish them: the first one is what remains, and of the others
/// none hides a later one.
fn narrowest_first(bodies: &mut [ResponseBody]) {
    let media_type = |body: &ResponseBody| body.media_types.first().cloned().unwrap_or_default();
    let usual = bodies.first().map(media_type).unwrap_or_default();
    let wider = bodies
        .iter()
        .rposition(|body| is_within(&usual, &media_type(body)));
    if let Some(wider) = wider {
        bodies.swap(0, wider);
    }
    if let Some((_, others)) = bodies.split_first_mut() {
        others.sort_by_key(|body| width(&media_type(body)));
    }
}
