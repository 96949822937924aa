//! Responses by status.

use super::docs::docs;
use super::{Cx, Lowered, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Operation, Place, Response, Status, Type};
use crate::parse::tree::{Entry, Node};

/// The documented answers of an operation.
#[derive(Default)]
pub struct Responses {
    /// Those that mean success.
    pub successes: Vec<Response>,
    /// Those that mean failure.
    pub failures: Vec<Response>,
}

/// The responses of an operation. Where no response is documented for 2xx, `default` is what success looks like.
pub fn responses<'d, 's>(cx: &mut Cx<'d, 's>, operation: &'d Node<'s>, place: &Place) -> Lowered<Responses> {
    let mut responses = Responses::default();
    let mut default = None;
    let mut failed = None;
    let node = operation.get("responses");
    for entry in node.into_iter().flat_map(Node::fixed_entries) {
        let response = status(cx, entry).and_then(|status| response(cx, &entry.value, status, place));
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
            responses.successes.push(Response { status: Status::Range(2), ..default.clone() });
        }
        responses.failures.push(default);
    }
    // The most exact status is asked first.
    responses.successes.sort_by_key(|response| response.status);
    responses.failures.sort_by_key(|response| response.status);
    Ok(responses)
}

/// The type that all documented error bodies share, where they do.
pub fn shared_error(operations: &[Operation]) -> Option<Type> {
    let mut types = operations
        .iter()
        .flat_map(|operation| &operation.failures)
        .filter_map(|response| response.body.as_ref());
    let first = types.next()?;
    types.all(|ty| ty == first).then(|| first.clone())
}

/// The media type object of the JSON among some content.
pub fn json_of<'d, 's>(content: &'d Node<'s>) -> Option<&'d Node<'s>> {
    let is_json = |entry: &&Entry<'s>| {
        let name = entry.key.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        name == "application/json" || name.ends_with("+json") || name == "*/*"
    };
    content.entries().iter().find(is_json).map(|entry| &entry.value)
}

fn status(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Lowered<Status> {
    let key = entry.key.as_ref();
    if key == "default" {
        return Ok(Status::Default);
    }
    if let (3, Ok(code @ 100..=599)) = (key.len(), key.parse()) {
        return Ok(Status::Code(code));
    }
    let digit = key.chars().next().and_then(|digit| digit.to_digit(10));
    if let (Some(hundred @ 1..=5), true) = (digit, key[1..].eq_ignore_ascii_case("xx")) {
        if !key.ends_with("XX") {
            let message = format!("the range `{key}` is written in lower case");
            let repaired = Diagnostic::new(Code::Repaired, entry.key_span, message);
            cx.report(repaired.help(format!("write `{hundred}XX`")));
        }
        return Ok(Status::Range(hundred as u16));
    }
    let message = format!("`{key}` is no status");
    let unknown = Diagnostic::new(Code::UnknownValue, entry.key_span, message);
    Err(cx.report(unknown.help("write a status such as '404', a range such as '4XX', or `default`")))
}

fn response<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, status: Status, place: &Place) -> Lowered<Response> {
    let node = cx.resolve(node)?.node;
    let docs = docs(node);
    if let Some(links) = node.entry("links") {
        let message = "links are not generated";
        cx.report(Diagnostic::new(Code::Unsupported, links.key_span, message));
    }
    let content = node.get("content").filter(|content| !content.entries().is_empty());
    let Some(content) = content else {
        return Ok(Response { status, body: None, docs });
    };
    let Some(media_type) = json_of(content) else {
        let names: Vec<&str> = content.entries().iter().map(|entry| entry.key.as_ref()).collect();
        let message = format!("a response of {} is not generated yet", names.join(", "));
        let unsupported = Diagnostic::new(Code::Unsupported, content.span, message);
        return Err(cx.report(unsupported.help("the operation is left out")));
    };
    let place = place.below(&status_word(status));
    let body = match media_type.get("schema") {
        Some(schema) => schema::schema(cx, schema, &place)?,
        None => Type::Any,
    };
    Ok(Response { status, body: Some(body), docs })
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
