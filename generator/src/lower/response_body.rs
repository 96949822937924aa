//! What the body of a response may be, by its media types.

use super::alike::are_alike;
use super::content_kind::{report_items, report_schema};
use super::media_type::{self, ContentEntry, Format, essence, preferred};
use super::{Cx, Lowered, example, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Content, Place, ResponseBody, Status, Type};
use crate::openapi::{MediaType, Named, Shared};

/// What to do about a schema that is not used.
const READ: &str = "the body is given as it is: decode it by other means";

/// Which media types are read besides the preferred one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// None: a success has one type, whoever asks for it.
    One,
    /// Those of JSON: the server alone decides how it reports a failure.
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
pub fn bodies<'d>(
    cx: &mut Cx<'_, 'd>,
    content: &[Named<'d, Shared<MediaType<'d>>>],
    choice: Choice,
    place: &Place,
) -> Lowered<Bodies> {
    let mut bodies = Bodies::default();
    let entries = media_type::entries(content)?;
    let Some(first) = preferred(&entries) else {
        return Ok(bodies);
    };
    bodies.read.push(body(cx, &first, place)?);
    for entry in &entries {
        let media_type = essence(entry.key.text);
        let is_known = |body: &ResponseBody| body.media_types.contains(&media_type);
        if bodies.read.iter().any(is_known) {
            continue;
        }
        if entry.format == first.format && entry.format != Format::Json {
            let read_alike = bodies.read.iter_mut().take(1);
            read_alike.for_each(|body| body.media_types.push(media_type.clone()));
        } else if is_same(cx, first.media_type, entry.media_type) {
            // The same in another notation, which nobody asks for.
            bodies.unread.push(media_type);
        } else if entry.format == Format::Json && choice == Choice::AllJson {
            let other = body(cx, entry, &place.below(subtype(&media_type)))?;
            let mut read = bodies.read.iter();
            if !read.any(|body| body.content == other.content) {
                bodies.read.push(other);
            }
        } else {
            let message = format!("the media type `{}` is not generated", entry.key.text);
            let unsupported = Diagnostic::new(Code::Unsupported, entry.key.span, message);
            cx.report(unsupported.help(format!("`{}` is used instead", first.key.text)));
            bodies.unread.push(media_type);
        }
    }
    Ok(bodies)
}

fn body<'d>(
    cx: &mut Cx<'_, 'd>,
    entry: &ContentEntry<'_, 'd>,
    place: &Place,
) -> Lowered<ResponseBody> {
    report_items(cx, entry, READ);
    let place = &entry.place(place);
    let content = match (entry.format, entry.media_type.schema) {
        (Format::Json, Some(schema)) => {
            let ty = schema::schema(cx, schema, place)?;
            example::of_media_type(cx, entry.media_type, &ty);
            Content::Json(ty)
        }
        (Format::Json, None) => Content::Json(Type::Any),
        (Format::Text, _) => {
            report_schema(cx, entry, READ);
            Content::Text
        }
        (Format::Form | Format::Bytes | Format::Multipart, _) => {
            report_schema(cx, entry, READ);
            Content::Bytes
        }
    };
    Ok(ResponseBody {
        media_types: vec![essence(entry.key.text)],
        content,
    })
}

/// Whether two media types have the same schema.
fn is_same(cx: &mut Cx<'_, '_>, one: &MediaType<'_>, other: &MediaType<'_>) -> bool {
    match (one.schema, other.schema) {
        (Some(one), Some(other)) => are_alike(cx.document, one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
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
