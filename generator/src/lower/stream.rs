//! Content that is a stream of items: events, JSON lines and JSON sequences.

mod events;
mod named;

use super::content_kind::{self, Kind, Many};
use super::media_type::{self, ContentEntry, Format};
use super::{Cx, Lowered, alike, schema};
use crate::ir::{Content, Place, Reading, Type};
use crate::openapi::{self, SchemaId, Streaming, StreamingFormat};

/// The media type of events.
const EVENTS: &str = "text/event-stream";

/// How the items of a stream are distinguished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// As events.
    Events,
    /// By lines.
    JsonLines,
    /// By record separators (RFC 7464).
    JsonSequence,
}

/// How the items of an entry are distinguished; `None` if it is no stream, and if its schema says that it is bytes or text as a whole.
pub fn framing(cx: &Cx<'_, '_>, entry: &ContentEntry<'_, '_>) -> Option<Framing> {
    let framing = match media_type::essence(entry.key.text).as_str() {
        EVENTS => Framing::Events,
        "application/json-seq" => Framing::JsonSequence,
        name if media_type::is_stream(name) => Framing::JsonLines,
        _ => return None,
    };
    let media_type = entry.media_type;
    let whole = match media_type.item_schema {
        Some(_) => None,
        None => media_type
            .schema
            .map(|schema| content_kind::kind(cx, schema)),
    };
    match (framing, whole) {
        (_, Some(Many::One(Kind::Binary | Kind::BinaryOrPrimitive)))
        | (Framing::JsonLines | Framing::JsonSequence, Some(Many::One(Kind::Primitive))) => None,
        (_, _) => Some(framing),
    }
}

/// Applies what an extension says: how streams end, and that JSON is one unless the document has another.
pub fn apply<'d>(said: Streaming<'d>, entries: &mut [ContentEntry<'_, 'd>]) {
    let has_streams = entries.iter().any(|entry| entry.framing.is_some());
    for entry in entries {
        entry.sentinel = said.terminator.or(entry.sentinel);
        if entry.format == Format::Json && !has_streams {
            entry.framing = Some(match said.format {
                StreamingFormat::Json => Framing::JsonLines,
                StreamingFormat::Events => Framing::Events,
            });
        }
    }
}

/// The media types of an entry: a server states that of events, whatever the document says.
pub fn media_types(entry: &ContentEntry<'_, '_>) -> Vec<String> {
    let documented = media_type::normalized(entry.key.text);
    if entry.framing == Some(Framing::Events) && media_type::essence(&documented) != EVENTS {
        return vec![EVENTS.to_owned(), documented];
    }
    vec![documented]
}

/// The schema of an item: what the document says of one, or else of all of them.
pub fn item(cx: &Cx<'_, '_>, entry: &ContentEntry<'_, '_>) -> Option<SchemaId> {
    if let Some((item, _)) = entry.media_type.item_schema {
        return Some(item);
    }
    let schema = entry.media_type.schema?;
    let target = cx.resolve(schema).ok();
    let array = target.filter(|target| target.schema.kind() == Some(openapi::Kind::Array));
    match array {
        Some(array) => array.schema.items,
        None => Some(schema),
    }
}

/// Whether the items of two streams are the same.
pub fn are_alike(
    cx: &Cx<'_, '_>,
    one: &ContentEntry<'_, '_>,
    other: &ContentEntry<'_, '_>,
) -> bool {
    match (item(cx, one), item(cx, other)) {
        (Some(one), Some(other)) => alike::are_alike(cx.document, one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// The content of a stream; its type is that of an item.
pub fn content(
    cx: &mut Cx<'_, '_>,
    entry: &ContentEntry<'_, '_>,
    framing: Framing,
    place: &Place,
) -> Lowered<Content> {
    let item = item(cx, entry);
    let reading = match framing {
        Framing::Events => return events::events(cx, entry, item, &place.below("event")),
        Framing::JsonLines => Reading::JsonLines,
        Framing::JsonSequence => Reading::JsonSequence,
    };
    let ty = json(cx, item, &place.item())?;
    Ok(Content { ty, reading })
}

/// The type of an item.
pub fn item_type(
    cx: &mut Cx<'_, '_>,
    entry: &ContentEntry<'_, '_>,
    place: &Place,
) -> Lowered<Type> {
    let item = item(cx, entry);
    json(cx, item, place)
}

fn json(cx: &mut Cx<'_, '_>, item: Option<SchemaId>, place: &Place) -> Lowered<Type> {
    match item {
        Some(item) => schema::schema(cx, item, place),
        None => Ok(Type::Any),
    }
}
