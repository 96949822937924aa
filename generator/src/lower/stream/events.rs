//! What the data of events is.

use super::json;
use super::named::named;
use crate::ir::{Content, EventData, Place, Reading, Scalar, Type};
use crate::lower::content_kind::{self, Kind, Many};
use crate::lower::media_type::{self, ContentEntry};
use crate::lower::response_body::text;
use crate::lower::{Cx, Lowered};
use crate::openapi::SchemaId;

/// What ends the events of most APIs whose data is JSON.
const SENTINEL: &str = "[DONE]";

/// The fields of an event (HTML standard, section 9.2.6), and what is in no field.
const EVENT: [&str; 5] = ["data", "event", "id", "retry", "comment"];

/// The content of a stream of events of this schema.
pub fn events(
    cx: &mut Cx<'_, '_>,
    entry: &ContentEntry<'_, '_>,
    event: Option<SchemaId>,
    place: &Place,
) -> Lowered<Content> {
    let (ty, data) = match event {
        Some(event) => match named(cx, event, place)? {
            Some(ty) => (ty, EventData::Named),
            None => data(cx, field(cx, event).unwrap_or(event)).lower(cx, place)?,
        },
        None => (Type::Scalar(Scalar::String), EventData::Text),
    };
    let sentinel = match (entry.sentinel, data) {
        (None, EventData::Json | EventData::Named) => Some(SENTINEL.to_owned()),
        (stated, _) => stated.map(str::to_owned),
    };
    let reading = Reading::Events { data, sentinel };
    Ok(Content { ty, reading })
}

/// What the data of an event is.
pub enum Data {
    /// Text of this schema.
    Text(SchemaId),
    /// JSON, of this schema if there is one.
    Json(Option<SchemaId>),
}

impl Data {
    /// Its type, and how it is read.
    pub fn lower(&self, cx: &mut Cx<'_, '_>, place: &Place) -> Lowered<(Type, EventData)> {
        Ok(match self {
            Self::Text(schema) => (text(cx, Some(*schema), place)?, EventData::Text),
            Self::Json(schema) => (json(cx, *schema, place)?, EventData::Json),
        })
    }
}

/// What data of a schema is: text where that says it, unless the text is JSON.
pub fn data(cx: &Cx<'_, '_>, schema: SchemaId) -> Data {
    match content_kind::kind(cx, schema) {
        Many::One(Kind::Primitive) => {}
        // Whatever its media type, it is text in an event.
        Many::One(Kind::Binary) => return Data::Text(schema),
        Many::One(_) | Many::List(_) => return Data::Json(Some(schema)),
    }
    let target = cx.resolve(schema).ok().map(|target| target.schema);
    let media_type = target.and_then(|schema| schema.content_media_type);
    match media_type.map(|one| media_type::format(one.text)) {
        Some(media_type::Format::Json) => Data::Json(target.and_then(|schema| schema.content)),
        Some(_) | None => Data::Text(schema),
    }
}

/// The schema of the field `data`, if a schema describes a whole event. Before OpenAPI 3.2, it mostly is that of the data alone.
fn field(cx: &Cx<'_, '_>, event: SchemaId) -> Option<SchemaId> {
    let properties = &cx.resolve(event).ok()?.schema.properties;
    let mut names = properties.iter().map(|property| property.name);
    let is_event = names.all(|name| EVENT.contains(&name));
    let mut data = properties.iter().filter(|property| property.name == "data");
    let data = data.next().filter(|_| is_event)?;
    Some(data.value)
}
