//! What the body of a response may be, by its media types.

use super::media_type::{Format, essence, format, preferred};
use super::{Cx, Lowered, example, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Content, Place, ResponseBody, Status, Type};
use crate::read::{Entry, JsonLayout, Node};

/// Which media types are read besides the preferred one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// None: a success has one type, whoever asks for it.
    One,
    /// Those of JSON: the server alone decides how it tells a failure.
    AllJson,
}

/// The bodies of a response.
#[derive(Default)]
pub struct Bodies {
    /// Those that are read, the preferred one first.
    pub read: Vec<ResponseBody>,
    /// The media types of those that are not.
    pub unread: Vec<String>,
}

/// The bodies of a response. What is neither read nor the same in another notation is reported.
pub fn bodies<'d, 's>(
    cx: &mut Cx<'d, 's>,
    response: &'d Node<'s>,
    status: Status,
    choice: Choice,
    place: &Place,
) -> Lowered<Bodies> {
    let mut bodies = Bodies::default();
    let Some(content) = response.entry("content") else {
        return Ok(bodies);
    };
    let Some((usual, first)) = preferred(&content.value) else {
        return Ok(bodies);
    };
    // The check has told it.
    if status.has_no_body() {
        return Ok(bodies);
    }
    bodies.read.push(body(cx, usual, first, place)?);
    for entry in content.value.entries() {
        let media_type = essence(&entry.key);
        let is_known = |body: &ResponseBody| body.media_types.contains(&media_type);
        if bodies.read.iter().any(is_known) {
            continue;
        }
        let format = format(&entry.key);
        if format == usual && format != Format::Json {
            let read_alike = bodies.read.iter_mut().take(1);
            read_alike.for_each(|body| body.media_types.push(media_type.clone()));
        } else if is_same(cx, first, entry)? {
            // The same in another notation, which nobody asks for.
            bodies.unread.push(media_type);
        } else if format == Format::Json && choice == Choice::AllJson {
            let other = body(cx, format, entry, &place.below(subtype(&media_type)))?;
            let mut read = bodies.read.iter();
            if !read.any(|body| body.content == other.content) {
                bodies.read.push(other);
            }
        } else {
            let message = format!("the media type `{}` is not generated", entry.key);
            let unsupported = Diagnostic::new(Code::Unsupported, entry.key_span, message);
            cx.report(unsupported.help(format!("`{}` is used instead", first.key)));
            bodies.unread.push(media_type);
        }
    }
    Ok(bodies)
}

fn body<'d, 's>(
    cx: &mut Cx<'d, 's>,
    format: Format,
    entry: &'d Entry<'s>,
    place: &Place,
) -> Lowered<ResponseBody> {
    let content = match (format, entry.value.get("schema")) {
        (Format::Json, Some(schema)) => {
            let ty = schema::schema(cx, schema, place)?;
            example::of_media_type(cx, &entry.value, &ty);
            Content::Json(ty)
        }
        (Format::Json, None) => Content::Json(Type::Any),
        (Format::Text, _) => Content::Text,
        (Format::Form | Format::Bytes | Format::Multipart, _) => Content::Bytes,
    };
    Ok(ResponseBody {
        media_types: vec![essence(&entry.key)],
        content,
    })
}

/// Whether two media types have the same schema.
fn is_same<'d, 's>(cx: &mut Cx<'d, 's>, one: &'d Entry<'s>, other: &'d Entry<'s>) -> Lowered<bool> {
    let (one, other) = match (one.value.get("schema"), other.value.get("schema")) {
        (Some(one), Some(other)) => (cx.resolve(one)?.node, cx.resolve(other)?.node),
        (None, None) => return Ok(true),
        (Some(_), None) | (None, Some(_)) => return Ok(false),
    };
    let text = |node: &Node<'_>| node.json_text(JsonLayout::OneLine);
    Ok(one.span == other.span || text(one) == text(other))
}

/// The part of a media type that tells it from others of its kind.
fn subtype(media_type: &str) -> &str {
    media_type
        .split_once('/')
        .map_or(media_type, |(_, end)| end)
}

/// How a status is called in the name of a type.
pub fn status_word(status: Status) -> String {
    match status {
        Status::Code(200) => "response".to_owned(),
        Status::Code(code) => format!("{code} response"),
        Status::Range(hundred) => format!("{hundred}xx response"),
        Status::Default => "default response".to_owned(),
    }
}
