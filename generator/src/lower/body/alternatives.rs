//! Which media types of a body carry the same data.

use crate::lower::alike::are_alike;
use crate::lower::content_kind::{self, Kind, Many};
use crate::lower::media_type::{self, ContentEntry, Format};
use crate::lower::stream::{self, Framing};
use crate::lower::{Cx, multipart};
use crate::openapi;

/// An alternative for a body, and the media types of which it can be.
pub struct Alternative<'m, 'd> {
    /// Its entry in the content.
    pub entry: ContentEntry<'m, 'd>,
    /// Its media types, as they are written.
    pub media_types: Vec<&'d str>,
}

/// The media types, those together that carry the same data; of these the first is preferred.
pub fn alternatives<'m, 'd>(
    cx: &mut Cx<'_, 'd>,
    entries: &[ContentEntry<'m, 'd>],
) -> Vec<Alternative<'m, 'd>> {
    let mut sorted: Vec<ContentEntry<'m, 'd>> = Vec::new();
    for entry in entries {
        let format = format(cx, entries, entry);
        // Events are what servers send.
        let framing = stream::framing(cx, entry).filter(|framing| *framing != Framing::Events);
        sorted.push(ContentEntry {
            format,
            framing,
            ..*entry
        });
    }
    sorted.sort_by_key(|entry| {
        let is_other_json = entry.format == Format::Json
            && media_type::essence(entry.key.text) != "application/json";
        let order = media_type::order(entry.format, entry.key.text);
        (
            entry.format,
            is_other_json,
            entry.key.text.contains('*'),
            order,
        )
    });
    let mut alternatives: Vec<Alternative<'m, 'd>> = Vec::new();
    for entry in sorted {
        let media_type = entry.key.text.trim();
        let known = alternatives
            .iter_mut()
            .find(|alternative| is_same(cx, &alternative.entry, &entry));
        match known {
            Some(alternative) if alternative.entry.format == entry.format => {
                alternative.media_types.push(media_type);
            }
            // The same data in another format.
            Some(_) => {}
            None => alternatives.push(Alternative {
                entry,
                media_types: vec![media_type],
            }),
        }
    }
    alternatives
}

/// The format of an entry; that of a range depends on what the schema describes.
fn format<'d>(
    cx: &mut Cx<'_, 'd>,
    entries: &[ContentEntry<'_, 'd>],
    entry: &ContentEntry<'_, 'd>,
) -> Format {
    let is_range = |entry: &ContentEntry<'_, '_>| entry.key.text.contains('*');
    let format = content_kind::format(cx, entry);
    let Some(schema) = entry.media_type.schema else {
        return format;
    };
    if format != Format::Json || !is_range(entry) {
        return format;
    }
    // What is no JSON, where JSON is documented beside it, only the caller knows to write.
    let mut others = entries.iter();
    let json = others.find(|other| other.format == Format::Json && !is_range(other));
    let other_json = json.and_then(|json| json.media_type.schema);
    if other_json.is_some_and(|other| !are_alike(cx.document, schema, other)) {
        return Format::Bytes;
    }
    let is_string = cx
        .resolve(schema)
        .is_ok_and(|target| target.schema.kind() == Some(openapi::Kind::String));
    match content_kind::kind(cx, schema) {
        Many::One(Kind::Primitive) if is_string => Format::Text,
        Many::One(_) | Many::List(_) => Format::Json,
    }
}

/// Whether an entry gives no other data than one that is known already.
fn is_same(
    cx: &mut Cx<'_, '_>,
    known: &ContentEntry<'_, '_>,
    entry: &ContentEntry<'_, '_>,
) -> bool {
    match (known.framing, entry.framing) {
        (None, None) => {}
        (known_framing, framing) => {
            return known_framing == framing && stream::are_alike(cx, known, entry);
        }
    }
    let is_raw = |format| matches!(format, Format::Text | Format::Bytes);
    let is_string = |entry: &ContentEntry<'_, '_>| {
        let schema = entry.media_type.schema;
        schema.is_none_or(|schema| content_kind::is_string(cx, schema))
    };
    match (known.format, entry.format) {
        (Format::Bytes, Format::Bytes) => return true,
        (Format::Text, Format::Text) if is_string(known) && is_string(entry) => return true,
        (_, _) => {}
    }
    let are_alike = match (known.media_type.schema, entry.media_type.schema) {
        (Some(one), Some(other)) => are_alike(cx.document, one, other),
        (None, None) => known.format == entry.format,
        (Some(_), None) | (None, Some(_)) => false,
    };
    if !are_alike || (is_raw(known.format) && known.format != entry.format) {
        return false;
    }
    match entry.format {
        Format::Json | Format::Form => true,
        Format::Multipart if known.format == Format::Multipart => {
            known.media_type.encoding.is_empty() && entry.media_type.encoding.is_empty()
        }
        Format::Multipart => multipart::holds_values_alone(cx, entry.media_type),
        // XML and its like, and text of a string that JSON would quote.
        Format::Text | Format::Bytes => {
            let schema = entry.media_type.schema;
            schema.is_some_and(|schema| content_kind::kind(cx, schema).kind() != Kind::Binary)
        }
    }
}
