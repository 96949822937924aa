//! Bodies: where HTTP has none, and what belongs to their parts.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::openapi::Status;
use crate::parse::check::{Cx, placement};
use crate::parse::dialect::tables::{Expected, RESPONSES};
use crate::read::{Entry, Node};

/// Requests without a body by their method, and responses to HEAD.
pub fn without_meaning<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for method in ["get", "head", "delete"] {
        let body = node
            .get(method)
            .and_then(|operation| operation.entry("requestBody"));
        if let Some(body) = body.filter(|body| !is_empty(cx, &body.value)) {
            let method = method.to_uppercase();
            let message = format!("the body of a {method} request has no meaning");
            let without = Diagnostic::new(Code::NoEffect, body.key_span, message);
            cx.report(without.label("sent all the same").help(
                "declare its fields as query parameters, or take another method: many servers and proxies drop such a body",
            ));
        }
    }
    let responses = node
        .get("head")
        .and_then(|operation| operation.get("responses"));
    for response in responses.into_iter().flat_map(Node::fixed_entries) {
        empty(cx, response, "a response to HEAD");
    }
}

/// The keys of responses, and those that have no body by their status.
pub fn statuses<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    for response in node.fixed_entries() {
        let status = response.key.as_ref();
        let read = Status::read(status);
        match read {
            Some(Status::Range(hundred)) if !status.ends_with("XX") => {
                let message = format!("the range `{status}` is written in lower case");
                let word = format!("{hundred}XX");
                let repaired = Diagnostic::new(Code::Repaired, response.key_span, message)
                    .help(format!("write `{word}`"));
                cx.report(repaired.edit(Edit::Replace {
                    span: response.key_span,
                    word,
                }));
            }
            Some(_) => {}
            None if placement::of_named(cx, node, Expected::Object(&RESPONSES), response)
                .is_some() => {}
            None => cx.report(no_status(response)),
        }
        if read.is_some_and(Status::has_no_body) {
            empty(
                cx,
                response,
                &format!("a response with the status {status}"),
            );
        }
    }
}

/// The error of a key that is not a valid status.
pub fn no_status(response: &Entry<'_>) -> Diagnostic {
    let message = format!("`{}` is not a valid status", response.key);
    let unknown = Diagnostic::new(Code::UnknownValue, response.key_span, message);
    if response.key.eq_ignore_ascii_case("default") {
        return unknown.meant("default");
    }
    unknown.help("write a status such as `\"404\"`, a range such as `\"4XX\"`, or `default`")
}

/// Whether a body has nothing to send: some documents give every operation an empty form.
fn is_empty<'d>(cx: &mut Cx<'d, '_>, body: &'d Node<'d>) -> bool {
    let content = cx.target(body).and_then(|body| body.get("content"));
    let schemas = content.map_or(&[][..], Node::entries).iter();
    schemas
        .filter_map(|entry| entry.value.get("schema"))
        .all(|schema| {
            let properties = schema.get("properties");
            properties.is_some_and(|properties| properties.entries().is_empty())
        })
}

fn empty<'d>(cx: &mut Cx<'d, '_>, response: &'d Entry<'d>, what: &str) {
    let target = cx.target(&response.value);
    let content = target.and_then(|target| target.entry("content"));
    let Some(content) = content.filter(|content| !content.value.entries().is_empty()) else {
        return;
    };
    let is_inline = response.value.get("$ref").is_none();
    let span = if is_inline {
        content.key_span
    } else {
        response.key_span
    };
    let none = Diagnostic::new(Code::NoEffect, span, format!("{what} has no body"));
    cx.report(none.help("remove `content`, or give the body to another status"));
}
