//! The Media Type Object, the Encoding Object and the Request Body Object.

use super::fields::{Fields, named};
use super::{Cx, schema};
use std::rc::Rc;

use crate::diagnostic::Diagnostics;
use crate::openapi::{Encoding, MediaType, Named, Parsed, RequestBody, Shared, Style, Value};
use crate::parse::dialect::tables::{COMPONENTS, ENCODING, MEDIA_TYPE, REQUEST_BODY};
use crate::read::Node;

/// A request body, or what a reference to one points to.
pub fn request_body<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<RequestBody<'d>> {
    cx.described(
        node,
        |shared| &mut shared.request_bodies,
        read_request_body,
        |object| &mut object.words,
    )
}

/// The media types of `content`.
pub fn content<'d>(
    cx: &mut Cx<'d, '_>,
    fields: Fields<'d>,
) -> Vec<Named<'d, Shared<MediaType<'d>>>> {
    let entries = fields.entries("content").iter();
    let content = entries.map(|entry| {
        let shared = media_type(cx, &entry.value);
        let read = shared.iter().cloned();
        cx.media_types
            .extend(read.map(|media_type| named(entry, media_type)));
        named(entry, shared)
    });
    content.collect()
}

/// A media type, or what a reference to one points to, where these may be references.
fn media_type<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Shared<MediaType<'d>> {
    if cx.dialect.has(&COMPONENTS, "mediaTypes") {
        return cx.shared(node, |shared| &mut shared.media_types, read_media_type);
    }
    read_media_type(cx, node).map(Rc::new)
}

fn read_request_body<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<RequestBody<'d>> {
    let fields = cx.fields(node, &REQUEST_BODY)?;
    Ok(RequestBody {
        component: cx.component(node),
        words: fields.words(),
        content: content(cx, fields),
        required: fields.flag("required").map(|(required, _)| required),
    })
}

fn read_media_type<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<MediaType<'d>> {
    let fields = cx.fields(node, &MEDIA_TYPE)?;
    let item_schema = fields.get("itemSchema").zip(fields.key_span("itemSchema"));
    Ok(MediaType {
        component: cx.component(node),
        schema: fields.get("schema").map(|node| schema::id(cx, node)),
        item_schema: item_schema.map(|(node, span)| (schema::id(cx, node), span)),
        sentinel: fields.text("x-speakeasy-sse-sentinel"),
        examples: examples(cx, fields),
        encoding: fields.map("encoding", |node| encoding(cx, node)),
        positional_encoding: fields.keys(&["prefixEncoding", "itemEncoding"]),
    })
}

fn encoding<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Encoding<'d>> {
    let fields = cx.fields(node, &ENCODING)?;
    let style = fields.text("style").and_then(Style::read);
    let headers = fields.entries("headers").iter();
    Ok(Encoding {
        content_type: fields.spanned("contentType"),
        headers: headers.map(|entry| entry.key.as_ref()).collect(),
        headers_span: fields.key_span("headers"),
        style: style.zip(fields.key_span("style")),
        explode: fields.flag("explode"),
        allow_reserved: fields.flag("allowReserved"),
        nested: fields.keys(&["encoding", "prefixEncoding", "itemEncoding"]),
    })
}

/// The values of `example` and `examples`, beside a schema or content.
pub fn examples<'d>(cx: &Cx<'d, '_>, fields: Fields<'d>) -> Vec<Value<'d>> {
    let mut values: Vec<Value<'d>> = fields.value("example").into_iter().collect();
    for entry in fields.entries("examples") {
        // One that does not resolve is reported as without effect.
        let example = cx.tree.resolve(&entry.value, &mut Diagnostics::default());
        let Ok(example) = example.map(|target| Fields::new(target.node)) else {
            continue;
        };
        values.extend(
            example
                .value("value")
                .or_else(|| example.value("dataValue")),
        );
    }
    values
}
