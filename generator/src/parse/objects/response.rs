//! The Responses Object and the Response Object.

use super::{Cx, media_type, parameter};
use crate::openapi::{Parsed, Response, Shared, Status, StatusResponse};
use crate::parse::check::rules::body;
use crate::parse::dialect::tables::{RESPONSE, RESPONSES};
use crate::read::{Entry, Node, Value};

/// The responses of an operation. A key that is no status is reported.
pub fn responses<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Vec<Parsed<StatusResponse<'d>>> {
    if !matches!(node.value, Value::Map(_)) {
        return vec![Err(cx.wrong(node, RESPONSES.name))];
    }
    let entries = node.fixed_entries();
    let responses = entries.map(|entry| {
        Ok(StatusResponse {
            span: entry.key_span,
            status: status(cx, entry)?,
            response: response(cx, &entry.value),
        })
    });
    responses.collect()
}

fn status(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Parsed<Status> {
    if let Some(status) = Status::read(&entry.key) {
        return Ok(status);
    }
    let reported = cx.diagnostics.error_within(entry.key_span);
    Err(reported.unwrap_or_else(|| cx.report(body::no_status(entry))))
}

/// A response, or what a reference to one points to.
pub fn response<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<Response<'d>> {
    cx.described(
        node,
        |shared| &mut shared.responses,
        read,
        |object| &mut object.words,
    )
}

fn read<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Response<'d>> {
    let fields = cx.fields(node, &RESPONSE)?;
    Ok(Response {
        span: node.span,
        component: cx.component(node),
        words: fields.words(),
        headers: fields.map("headers", |node| parameter::header(cx, node)),
        content: media_type::content(cx, fields),
        links: fields.key_span("links"),
    })
}
