//! What the body of a response may be, by its media types.

use super::alike::are_alike;
use super::content_kind::{self, Kind, report_items, report_schema};
use super::media_type::{self, ContentEntry, Format};
use super::types::Shape;
use super::{Cx, Lowered, example, schema, stream};
use crate::ir::{Content, Place, Reading, ResponseBody, Scalar, Status, Type};
use crate::openapi::{MediaType, Named, SchemaId, Shared, Streaming};

/// What to do about a schema that is not used.
const READ: &str = "the body is given as it is: decode it by other means";

/// The bodies of a response.
#[derive(Default)]
pub struct Bodies {
    /// The formats that carry different data, the preferred one first.
    pub formats: Vec<ResponseBody>,
    /// The media types of the same data in another notation, which nobody asks for.
    pub repeated: Vec<String>,
}

/// How a body is received.
#[derive(Clone, Copy, Debug)]
pub enum Receipt<'d> {
    /// As a whole.
    Whole,
    /// As a stream, if it is one, by its media type or because an extension says so.
    Streamed(Option<Streaming<'d>>),
}

/// The bodies of a response. Its media types are one format where they carry the same data.
pub fn bodies<'d>(
    cx: &mut Cx<'_, 'd>,
    content: &[Named<'d, Shared<MediaType<'d>>>],
    receipt: Receipt<'d>,
    place: &Place,
) -> Lowered<Bodies> {
    let mut entries = media_type::entries(content)?;
    for entry in &mut entries {
        entry.format = content_kind::format(cx, entry);
        entry.framing = match receipt {
            Receipt::Whole => None,
            Receipt::Streamed(_) => stream::framing(cx, entry),
        };
    }
    if let Receipt::Streamed(Some(said)) = receipt {
        stream::apply(said, &mut entries);
    }
    entries.sort_by_key(|entry| {
        let is_range = entry.key.text.contains('*');
        (
            media_type::is_stream(entry.key.text),
            entry.format,
            is_range,
            media_type::order(entry.format, entry.key.text),
        )
    });
    let mut known: Vec<ContentEntry<'_, 'd>> = Vec::new();
    let mut bodies = Bodies::default();
    for entry in entries {
        let media_type = media_type::normalized(entry.key.text);
        let same = known.iter().map(|known| sameness(cx, known, &entry));
        let same: Vec<Sameness> = same.collect();
        let format = bodies.formats.iter_mut().zip(same);
        let mut format = format.filter(|(_, same)| *same != Sameness::None);
        match format.next() {
            Some((body, Sameness::Reading)) => {
                if entry.framing.is_none() {
                    report_items(cx, &entry, READ);
                    report_schema(cx, &entry, READ);
                }
                body.media_types.push(media_type);
            }
            Some((body, Sameness::Text)) => {
                if body.content.reading == Reading::Json {
                    body.content.reading = Reading::JsonOrText;
                }
                bodies.repeated.push(media_type);
            }
            Some((_, Sameness::Notation | Sameness::None)) => bodies.repeated.push(media_type),
            None => {
                let place = match (known.as_slice(), entry.framing) {
                    // The types of a stream are called after its items.
                    ([], _) | (_, Some(_)) => place.clone(),
                    ([..], None) => place.below(&media_type::words(entry.key.text)),
                };
                bodies.formats.push(ResponseBody {
                    content: self::content(cx, &entry, &place)?,
                    media_types: stream::media_types(&entry),
                });
                known.push(entry);
            }
        }
    }
    Ok(bodies)
}

fn content<'d>(
    cx: &mut Cx<'_, 'd>,
    entry: &ContentEntry<'_, 'd>,
    place: &Place,
) -> Lowered<Content> {
    let place = &entry.place(place);
    if let Some(framing) = entry.framing {
        return stream::content(cx, entry, framing, place);
    }
    report_items(cx, entry, READ);
    match (entry.format, entry.media_type.schema) {
        (Format::Json, Some(schema)) => {
            let ty = schema::schema(cx, schema, place)?;
            example::of_media_type(cx, entry.media_type, &ty);
            // A range does not say in which notation a scalar is.
            if entry.key.text.contains('*') && is_scalar(cx, &ty) {
                let reading = Reading::TextOrJson;
                return Ok(Content {
                    ty: ty.non_null(),
                    reading,
                });
            }
            let reading = Reading::Json;
            Ok(Content { ty, reading })
        }
        (Format::Json, None) => Ok(Content {
            ty: Type::Any,
            reading: Reading::Json,
        }),
        (Format::Text, schema) => {
            report_schema(cx, entry, READ);
            Ok(Content {
                ty: text(cx, schema, place)?,
                reading: match media_type::charset(entry.key.text) {
                    Some(charset) if !charset.eq_ignore_ascii_case("utf-8") => {
                        Reading::TextIn(charset)
                    }
                    Some(_) | None => Reading::Text,
                },
            })
        }
        (Format::Form | Format::Bytes | Format::Multipart, _) => {
            report_schema(cx, entry, READ);
            Ok(Content {
                ty: Type::Bytes,
                reading: Reading::Bytes,
            })
        }
    }
}

/// The type of a text: a scalar where its schema is of one, else a string.
pub fn text(cx: &mut Cx<'_, '_>, schema: Option<SchemaId>, place: &Place) -> Lowered<Type> {
    let is_primitive = |schema: &SchemaId| {
        content_kind::kind(cx, *schema) == content_kind::Many::One(Kind::Primitive)
    };
    if let Some(schema) = schema.filter(is_primitive) {
        let ty = schema::schema(cx, schema, place)?;
        if is_scalar(cx, &ty) {
            return Ok(ty.non_null());
        }
    }
    Ok(Type::Scalar(Scalar::String))
}

/// Whether the values of a type can be written as text alone.
fn is_scalar(cx: &Cx<'_, '_>, ty: &Type) -> bool {
    match ty {
        Type::Scalar(_) => true,
        Type::Named(id) => matches!(cx.types.shape(*id), Some(Shape::Enum | Shape::IntegerEnum)),
        Type::Nullable(ty) => is_scalar(cx, ty),
        Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Any
        | Type::Object
        | Type::List(_)
        | Type::Map(_)
        | Type::Tuple(_) => false,
    }
}

/// How the data of two media types is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sameness {
    /// It is not.
    None,
    /// It is read the same way.
    Reading,
    /// The text of a scalar that the other one has as JSON.
    Text,
    /// The same in another notation.
    Notation,
}

fn sameness(
    cx: &Cx<'_, '_>,
    known: &ContentEntry<'_, '_>,
    entry: &ContentEntry<'_, '_>,
) -> Sameness {
    let is_string = |entry: &ContentEntry<'_, '_>| {
        let schema = entry.media_type.schema;
        schema.is_none_or(|schema| content_kind::is_string(cx, schema))
    };
    let are_alike = match (known.media_type.schema, entry.media_type.schema) {
        (Some(one), Some(other)) => are_alike(cx.document, one, other),
        (None, None) => known.format == entry.format,
        (Some(_), None) | (None, Some(_)) => false,
    };
    match (known.framing, entry.framing) {
        (None, None) => {}
        (Some(one), Some(other)) => {
            return match stream::are_alike(cx, known, entry) {
                true if one == other => Sameness::Reading,
                true => Sameness::Notation,
                false => Sameness::None,
            };
        }
        (Some(_), None) | (None, Some(_)) => return Sameness::None,
    }
    let is_primitive = entry.media_type.schema.is_some_and(|schema| {
        content_kind::kind(cx, schema) == content_kind::Many::One(Kind::Primitive)
    });
    let may_be_text = entry.format == Format::Text || entry.key.text.contains('*');
    match (known.format, entry.format) {
        (Format::Bytes, Format::Bytes) => Sameness::Reading,
        (Format::Text, Format::Text) if are_alike || (is_string(known) && is_string(entry)) => {
            Sameness::Reading
        }
        (Format::Json, Format::Json | Format::Text) if are_alike && is_primitive && may_be_text => {
            Sameness::Text
        }
        (_, _) if are_alike => Sameness::Notation,
        (_, _) => Sameness::None,
    }
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
