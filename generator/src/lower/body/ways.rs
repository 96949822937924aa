//! Which media types of a body carry the same data.

use crate::lower::alike::are_alike;
use crate::lower::content_kind::{self, Kind, Many};
use crate::lower::media_type::{self, Format};
use crate::lower::{Cx, multipart};
use crate::read::{Entry, Node};

/// A way to give a body, and the media types of which it can be.
pub struct Way<'d, 's> {
    /// How it is written.
    pub format: Format,
    /// Its entry in the content.
    pub entry: &'d Entry<'s>,
    /// Its media types, as they are written.
    pub media_types: Vec<&'d str>,
}

/// The media types, those together that are ways to send the same data; of these the first is preferred.
pub fn ways<'d, 's>(cx: &mut Cx<'d, 's>, content: &'d Node<'s>) -> Vec<Way<'d, 's>> {
    let mut entries: Vec<(Format, &'d Entry<'s>)> = content
        .entries()
        .iter()
        .map(|entry| (format(cx, content, entry), entry))
        .collect();
    let is_other_json = |format: Format, entry: &Entry<'_>| {
        format == Format::Json && media_type::essence(&entry.key) != "application/json"
    };
    entries.sort_by_key(|(format, entry)| {
        let is_range = entry.key.contains('*');
        (*format, is_other_json(*format, entry), is_range)
    });
    let mut ways: Vec<Way<'d, 's>> = Vec::new();
    for (format, entry) in entries {
        let known = ways.iter_mut().find(|way| is_same(cx, way, format, entry));
        match known {
            Some(way) if way.format == format => way.media_types.push(entry.key.trim()),
            // The same data in another format.
            Some(_) => {}
            None => ways.push(Way {
                format,
                entry,
                media_types: vec![entry.key.trim()],
            }),
        }
    }
    ways
}

/// The format of a media type; that of a range depends on what the schema describes.
fn format<'d, 's>(cx: &mut Cx<'d, 's>, content: &'d Node<'s>, entry: &'d Entry<'s>) -> Format {
    let format = media_type::format(&entry.key);
    if format != Format::Json || !entry.key.contains('*') {
        return format;
    }
    let Some(schema) = entry.value.get("schema") else {
        return Format::Bytes;
    };
    // What is no JSON, where JSON is documented beside it, only the caller knows to write.
    let json = content
        .entries()
        .iter()
        .find(|entry| !entry.key.contains('*') && media_type::format(&entry.key) == Format::Json);
    let other_json = json.and_then(|json| json.value.get("schema"));
    if other_json.is_some_and(|other| !are_alike(cx, schema, other)) {
        return Format::Bytes;
    }
    let is_string = cx
        .resolve(schema)
        .is_ok_and(|target| target.node.get("type").and_then(Node::as_str) == Some("string"));
    match content_kind::kind(cx, schema) {
        Many::One(Kind::Binary) => Format::Bytes,
        Many::One(Kind::Primitive) if is_string => Format::Text,
        Many::One(_) | Many::List(_) => Format::Json,
    }
}

/// Whether an entry gives no other data than a way that is known already.
fn is_same<'d, 's>(
    cx: &mut Cx<'d, 's>,
    way: &Way<'d, 's>,
    format: Format,
    entry: &'d Entry<'s>,
) -> bool {
    let is_raw = |format| matches!(format, Format::Text | Format::Bytes);
    if way.format == format && is_raw(format) {
        return true;
    }
    let schemas = (way.entry.value.get("schema"), entry.value.get("schema"));
    let are_alike = match schemas {
        (Some(one), Some(other)) => are_alike(cx, one, other),
        (None, None) => way.format == format,
        (Some(_), None) | (None, Some(_)) => false,
    };
    if !are_alike || is_raw(way.format) {
        return false;
    }
    match format {
        Format::Json | Format::Form => true,
        Format::Multipart if way.format == Format::Multipart => {
            way.entry.value.get("encoding").is_none() && entry.value.get("encoding").is_none()
        }
        Format::Multipart => multipart::holds_values_alone(cx, &entry.value),
        // XML and its like, and text of a string that JSON would quote.
        Format::Text | Format::Bytes => {
            let kind = schemas
                .1
                .map(|schema| content_kind::kind(cx, schema).kind());
            kind.is_some_and(|kind| kind != Kind::Binary)
        }
    }
}
