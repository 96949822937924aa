//! Webhooks: requests that the API sends.

use super::docs::docs;
use super::media_type::normalized;
use super::response_body::{self, Receipt};
use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Origin, Place, Webhook, WebhookBody};
use crate::openapi::{Method, Operation, PathItem, RequestBody};

/// The webhooks, in the order of the document. One that has an error is left out: that is reported.
pub fn webhooks(cx: &mut Cx<'_, '_>) -> Vec<Webhook> {
    let mut webhooks = Vec::new();
    for entry in &cx.document.webhooks {
        let path_item = &entry.value;
        let for_clients = path_item.operations.iter().filter(|own| !own.is_ignored);
        for own in for_clients {
            let Ok(operation) = &own.operation else {
                continue;
            };
            webhooks.extend(webhook(cx, entry.name, path_item, &own.method, operation));
        }
    }
    webhooks
}

fn webhook<'d>(
    cx: &mut Cx<'_, 'd>,
    name: &str,
    path_item: &PathItem<'d>,
    method: &Method,
    operation: &Operation<'d>,
) -> Lowered<Webhook> {
    let words = if operation.words.is_empty() {
        &path_item.words
    } else {
        &operation.words
    };
    let place = Place::operation(&format!("{name} webhook"));
    Ok(Webhook {
        origin: Origin(operation.span),
        name: name.to_owned(),
        method: method.clone(),
        docs: docs(cx.document, words),
        deprecated: operation.deprecated,
        body: match &operation.request_body {
            Some(request_body) => body(cx, request_body.as_deref()?, &place)?,
            None => None,
        },
    })
}

/// What a webhook holds, of the media type that says most. It is read as the body of a response is.
fn body<'d>(
    cx: &mut Cx<'_, 'd>,
    request_body: &RequestBody<'d>,
    place: &Place,
) -> Lowered<Option<WebhookBody>> {
    let component = request_body.component.map(Place::schema);
    let place = component.as_ref().unwrap_or(place).below("payload");
    let bodies = response_body::bodies(cx, &request_body.content, Receipt::Whole, &place)?;
    let mut formats = bodies.formats.into_iter();
    let preferred = formats.next();
    for media_type in formats.flat_map(|body| body.media_types) {
        let message = format!("the media type `{media_type}` is not generated");
        let content = request_body.content.iter();
        let mut spans = content.filter(|entry| normalized(entry.name) == media_type);
        if let Some(entry) = spans.next() {
            let unsupported = Diagnostic::new(Code::Unsupported, entry.span, message);
            cx.report(unsupported.help("the webhook is decoded in its preferred format alone"));
        }
    }
    Ok(preferred.and_then(|body| {
        Some(WebhookBody {
            media_type: body.media_types.into_iter().next()?,
            content: body.content,
        })
    }))
}
