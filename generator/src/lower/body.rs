//! Request bodies: of all media types, each way to give other data.

use super::alike::are_alike;
use super::docs::docs;
use super::media_type::{self, Kind, Many};
use super::response::{self, Format};
use super::{Cx, Lowered, multipart, parameter, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyFormat, MediaTypeChoice, Place, Presence, Style, Type};
use crate::parse::tree::{Entry, Node};

/// A way to give a body, and the media types of which it can be.
struct Way<'d, 's> {
    format: Format,
    entry: &'d Entry<'s>,
    media_types: Vec<&'d str>,
}

/// The ways to give the body of an operation, the preferred one first.
pub fn bodies<'d, 's>(
    cx: &mut Cx<'d, 's>,
    operation: &'d Node<'s>,
    place: &Place,
) -> Lowered<Vec<Body>> {
    let Some(node) = operation.get("requestBody") else {
        return Ok(Vec::new());
    };
    let node = cx.resolve(node)?.node;
    let piece: openapiv3::RequestBody = cx.read(node)?;
    let Some(content) = node.get("content") else {
        return Ok(Vec::new());
    };
    let presence = if piece.required {
        Presence::Required
    } else {
        Presence::Optional
    };
    let mut bodies = Vec::new();
    for (index, way) in ways(cx, content).into_iter().enumerate() {
        let name = name(&way);
        let place = match index {
            0 => place.below("body"),
            _ => place.below(&format!("{name} body")),
        };
        let (format, ty) = format_and_type(cx, &way, &place)?;
        let (media_type, choice) = media_type(&way);
        bodies.push(Body {
            name,
            format,
            media_type,
            choice,
            ty,
            presence,
            docs: docs(node),
        });
    }
    Ok(bodies)
}

/// The media types, those together that are ways to send the same data; of these the first is preferred.
fn ways<'d, 's>(cx: &mut Cx<'d, 's>, content: &'d Node<'s>) -> Vec<Way<'d, 's>> {
    let mut entries: Vec<(Format, &'d Entry<'s>)> = content
        .entries()
        .iter()
        .map(|entry| (format(cx, content, entry), entry))
        .collect();
    let is_other_json = |format: Format, entry: &Entry<'_>| {
        format == Format::Json && response::essence(&entry.key) != "application/json"
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
    let format = response::format(&entry.key);
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
        .find(|entry| !entry.key.contains('*') && response::format(&entry.key) == Format::Json);
    let other_json = json.and_then(|json| json.value.get("schema"));
    if other_json.is_some_and(|other| !are_alike(cx, schema, other)) {
        return Format::Bytes;
    }
    let is_string = cx
        .resolve(schema)
        .is_ok_and(|target| target.node.get("type").and_then(Node::as_str) == Some("string"));
    match media_type::kind(cx, schema) {
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
            let kind = schemas.1.map(|schema| media_type::kind(cx, schema).kind());
            kind.is_some_and(|kind| kind != Kind::Binary)
        }
    }
}

/// What tells a way from others, in words.
fn name(way: &Way<'_, '_>) -> String {
    let essence = response::essence(&way.entry.key);
    let (_, subtype) = essence.split_once('/').unwrap_or(("", &essence));
    match way.format {
        Format::Json => subtype.to_owned(),
        Format::Form => "form".to_owned(),
        Format::Text => "text".to_owned(),
        Format::Bytes => "bytes".to_owned(),
        Format::Multipart if matches!(subtype, "form-data" | "*") => "multipart".to_owned(),
        Format::Multipart => format!("multipart {subtype}"),
    }
}

fn format_and_type<'d, 's>(
    cx: &mut Cx<'d, 's>,
    way: &Way<'d, 's>,
    place: &Place,
) -> Lowered<(BodyFormat, Type)> {
    let media = &way.entry.value;
    let schema = media.get("schema");
    Ok(match way.format {
        Format::Json => {
            let ty = match schema {
                Some(schema) => schema::schema(cx, schema, place)?.non_null(),
                None => Type::Any,
            };
            (BodyFormat::Json, ty)
        }
        Format::Form => {
            report_short_name(cx, way);
            let ty = match schema {
                Some(schema) => schema::schema(cx, schema, place)?.non_null(),
                None => Type::Object,
            };
            (BodyFormat::Form(styles(media)), ty)
        }
        Format::Text => {
            report_schema(cx, way);
            (BodyFormat::Plain, Type::String)
        }
        Format::Bytes => {
            report_schema(cx, way);
            (BodyFormat::Plain, Type::Bytes)
        }
        Format::Multipart => (BodyFormat::Multipart, multipart::body(cx, media, place)?),
    })
}

/// The media type that is sent unless the caller says another one, and whether the caller says.
fn media_type(way: &Way<'_, '_>) -> (String, MediaTypeChoice) {
    let first = way.media_types.first().copied().unwrap_or_default();
    let media_type = match (way.format, first) {
        (Format::Form, _) => "application/x-www-form-urlencoded",
        (Format::Multipart, "multipart/*") => "multipart/form-data",
        // Its boundary is another one in every request.
        (Format::Multipart, first) => first.split(';').next().unwrap_or_default().trim(),
        (Format::Json, first) if first.contains('*') => "application/json",
        (Format::Text, "*/*" | "text/*") => "text/plain",
        (Format::Text | Format::Bytes, first) if first.contains('*') => "application/octet-stream",
        (Format::Json | Format::Text | Format::Bytes, first) => first,
    };
    let is_in_range = match first.split_once("/*") {
        Some((kind, "")) => kind == "*" || media_type.split('/').next() == Some(kind),
        Some(_) | None => true,
    };
    let choice = match (way.format, way.media_types.as_slice()) {
        (Format::Form | Format::Multipart, _) | (Format::Json, [_]) => MediaTypeChoice::None,
        (Format::Text | Format::Bytes, [range]) if !is_in_range => {
            MediaTypeChoice::Asked((*range).to_owned())
        }
        (Format::Text | Format::Bytes, [one]) if !one.contains('*') => MediaTypeChoice::None,
        (Format::Json | Format::Text | Format::Bytes, all) => {
            MediaTypeChoice::Offered(all.iter().map(|one| (*one).to_owned()).collect())
        }
    };
    (media_type.to_owned(), choice)
}

/// Says where a form is called by half of its name.
fn report_short_name(cx: &mut Cx<'_, '_>, way: &Way<'_, '_>) {
    if !way.entry.key.contains('/') {
        let message = format!("`{}` is half of a media type", way.entry.key);
        let repaired = Diagnostic::new(Code::Repaired, way.entry.key_span, message);
        cx.report(repaired.help("write `application/x-www-form-urlencoded`"));
    }
}

/// Says where a schema is not used, since the caller writes the body.
fn report_schema<'d, 's>(cx: &mut Cx<'d, 's>, way: &Way<'d, 's>) {
    let schema = way.entry.value.get("schema");
    let Some(schema) = schema else {
        return;
    };
    let is_structured = match media_type::kind(cx, schema) {
        Many::One(Kind::Complex) | Many::List(_) => true,
        Many::One(Kind::Binary | Kind::Primitive | Kind::Unknown) => false,
    };
    if is_structured {
        let message = format!("the schema of a body of `{}` is not used", way.entry.key);
        let unsupported = Diagnostic::new(Code::Unsupported, way.entry.key_span, message);
        cx.report(unsupported.help("the body is taken as it is: write it by other means"));
    }
}

/// The fields of a form that have styles of their own. One that is spelled out counts even where it is the default: without
/// any, an object is JSON.
fn styles(media_type: &Node<'_>) -> Vec<(String, Style)> {
    let encodings = media_type.get("encoding").map_or(&[][..], Node::entries);
    let style = |entry: &Entry<'_>| {
        let is_told = ["style", "explode", "allowReserved"]
            .iter()
            .any(|key| entry.value.get(key).is_some());
        let style = entry
            .value
            .get("style")
            .and_then(Node::as_str)
            .unwrap_or("form");
        let explode = entry
            .value
            .get("explode")
            .and_then(Node::as_bool)
            .unwrap_or(style == "form");
        let style = parameter::style(style, explode).filter(|_| is_told)?;
        Some((entry.key.to_string(), style))
    };
    encodings.iter().filter_map(style).collect()
}
