//! Responses by status.

use super::docs::docs;
use super::{Cx, Lowered, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Content, Operation, Place, Response, Status, Type};
use crate::parse::tree::{Entry, Node};

/// The documented answers of an operation.
#[derive(Default)]
pub struct Responses {
    /// The media types of their bodies.
    pub accept: Vec<String>,
    /// Those that mean success.
    pub successes: Vec<Response>,
    /// Those that mean failure.
    pub failures: Vec<Response>,
}

impl Responses {
    /// An answer to HEAD has no body, whatever the document says (RFC 9110 section 9.3.2).
    pub fn have_no_bodies(&mut self) {
        let responses = self.successes.iter_mut().chain(&mut self.failures);
        responses.for_each(|response| response.body = None);
    }
}

/// The responses of an operation. Where no response is documented for 2xx, `default` is what success looks like.
pub fn responses<'d, 's>(
    cx: &mut Cx<'d, 's>,
    operation: &'d Node<'s>,
    place: &Place,
) -> Lowered<Responses> {
    let mut responses = Responses::default();
    let mut default = None;
    let mut failed = None;
    let node = operation.get("responses");
    for entry in node.into_iter().flat_map(Node::fixed_entries) {
        let response =
            status(cx, entry).and_then(|status| response(cx, &entry.value, status, place));
        match response {
            Ok(response) => match response.status {
                Status::Default => default = Some(response),
                Status::Code(200..=299) | Status::Range(2) => responses.successes.push(response),
                Status::Code(_) | Status::Range(_) => responses.failures.push(response),
            },
            Err(reported) => failed = Some(reported),
        }
    }
    if let Some(reported) = failed {
        return Err(reported);
    }
    if let Some(default) = default {
        if responses.successes.is_empty() {
            responses.successes.push(Response {
                status: Status::Range(2),
                ..default
            });
        } else {
            responses.failures.push(default);
        }
    }
    responses.accept = accepted(cx, operation);
    // The most exact status is asked first.
    responses.successes.sort_by_key(|response| response.status);
    responses.failures.sort_by_key(|response| response.status);
    Ok(responses)
}

/// The media types that are read of the documented answers, those of successes first.
fn accepted<'d, 's>(cx: &mut Cx<'d, 's>, operation: &'d Node<'s>) -> Vec<String> {
    let mut entries: Vec<&Entry<'_>> = operation
        .get("responses")
        .into_iter()
        .flat_map(Node::fixed_entries)
        .collect();
    entries.sort_by_key(|entry| !entry.key.starts_with('2'));
    let mut accepted = Vec::new();
    for entry in entries {
        let content = cx
            .resolve(&entry.value)
            .ok()
            .and_then(|target| target.node.get("content"));
        let media_type = content
            .and_then(preferred)
            .map(|(_, entry)| essence(&entry.key));
        accepted.extend(media_type.filter(|media_type| !accepted.contains(media_type)));
    }
    accepted
}

/// The type that all documented error bodies share, where they do.
pub fn shared_error(operations: &[Operation]) -> Option<Type> {
    let mut types = operations
        .iter()
        .flat_map(|operation| &operation.failures)
        .filter_map(|response| response.body.as_ref())
        .map(Content::json);
    let first = types.next()??;
    types.all(|ty| ty == Some(first)).then(|| first.clone())
}

/// How a media type is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JSON and what is JSON at heart.
    Json,
    /// The fields of a form.
    Form,
    /// Text.
    Text,
    /// Anything else: bytes.
    Bytes,
    /// Several parts.
    Multipart,
}

/// The format of a media type.
pub fn format(media_type: &str) -> Format {
    let name = essence(media_type);
    match name.as_str() {
        "application/json" | "*/*" | "application/*" | "text/json" => Format::Json,
        "application/x-www-form-urlencoded" | "x-www-form-urlencoded" => Format::Form,
        name if name.ends_with("+json") => Format::Json,
        name if name.starts_with("multipart/") => Format::Multipart,
        name if name.starts_with("text/") => Format::Text,
        _ => Format::Bytes,
    }
}

/// A media type without its parameters (RFC 9110 section 8.3.1).
pub fn essence(media_type: &str) -> String {
    media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// The entry of the content that is generated: the first of the format that says most.
pub fn preferred<'d, 's>(content: &'d Node<'s>) -> Option<(Format, &'d Entry<'s>)> {
    let formats = content
        .entries()
        .iter()
        .map(|entry| (format(&entry.key), entry));
    formats.min_by_key(|(format, _)| *format)
}

/// Names the media types that are not generated beside the preferred one.
pub fn report_others(cx: &mut Cx<'_, '_>, content: &Node<'_>, preferred: &Entry<'_>) {
    for entry in content.entries() {
        let is_told = essence(&entry.key) == essence(&preferred.key);
        if !is_told {
            let message = format!("the media type `{}` is not generated", entry.key);
            let unsupported = Diagnostic::new(Code::Unsupported, entry.key_span, message);
            cx.report(unsupported.help(format!("`{}` is used instead", preferred.key)));
        }
    }
}

fn status(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Lowered<Status> {
    let key = entry.key.as_ref();
    if key == "default" {
        return Ok(Status::Default);
    }
    if let (3, Ok(code @ 100..=599)) = (key.len(), key.parse()) {
        return Ok(Status::Code(code));
    }
    let digit = key.get(..1).and_then(|digit| digit.parse::<u16>().ok());
    if let (Some(hundred @ 1..=5), true) = (
        digit,
        key.get(1..)
            .is_some_and(|rest| rest.eq_ignore_ascii_case("xx")),
    ) {
        if !key.ends_with("XX") {
            let message = format!("the range `{key}` is written in lower case");
            let repaired = Diagnostic::new(Code::Repaired, entry.key_span, message);
            cx.report(repaired.help(format!("write `{hundred}XX`")));
        }
        return Ok(Status::Range(hundred));
    }
    let message = format!("`{key}` is no status");
    let unknown = Diagnostic::new(Code::UnknownValue, entry.key_span, message);
    Err(cx
        .report(unknown.help("write a status such as '404', a range such as '4XX', or `default`")))
}

fn response<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
    status: Status,
    place: &Place,
) -> Lowered<Response> {
    let node = cx.resolve(node)?.node;
    let docs = docs(node);
    if let Some(links) = node.entry("links") {
        let message = "links are not generated";
        cx.report(Diagnostic::new(Code::Unsupported, links.key_span, message));
    }
    let content = node
        .get("content")
        .filter(|content| !content.entries().is_empty());
    let Some(content) = content else {
        return Ok(Response {
            status,
            body: None,
            docs,
        });
    };
    let Some((format, entry)) = preferred(content) else {
        return Ok(Response {
            status,
            body: None,
            docs,
        });
    };
    report_others(cx, content, entry);
    let place = place.below(&status_word(status));
    let body = match (format, entry.value.get("schema")) {
        (Format::Json, Some(schema)) => Content::Json(schema::schema(cx, schema, &place)?),
        (Format::Json, None) => Content::Json(Type::Any),
        (Format::Text, _) => Content::Text,
        (Format::Form | Format::Bytes | Format::Multipart, _) => Content::Bytes,
    };
    Ok(Response {
        status,
        body: Some(body),
        docs,
    })
}

/// How a status is called in the name of a type.
fn status_word(status: Status) -> String {
    match status {
        Status::Code(200) => "response".to_owned(),
        Status::Code(code) => format!("{code} response"),
        Status::Range(hundred) => format!("{hundred}xx response"),
        Status::Default => "default response".to_owned(),
    }
}
