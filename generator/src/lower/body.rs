//! Request bodies: of all media types, each way to give other data.

mod form;
mod ways;

use ways::{Way, ways};

use super::content_kind::{self, Kind, Many};
use super::docs::docs;
use super::media_type::{self, Format};
use super::{Cx, Lowered, example, multipart, names, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyFormat, MediaTypeChoice, Place, Presence, Scalar, Type};
use crate::read::Node;

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
    let holder = names::holder(cx, node);
    let place = holder.as_ref().unwrap_or(place);
    let mut bodies = Vec::new();
    let mut failed = None;
    for (index, way) in ways(cx, content).into_iter().enumerate() {
        let name = name(&way);
        let place = match index {
            0 => place.below("body"),
            _ => place.below(&format!("{name} body")),
        };
        let (format, ty) = match format_and_type(cx, &way, &place) {
            Ok(both) => both,
            Err(reported) => {
                failed = Some(reported);
                continue;
            }
        };
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
    match failed {
        Some(reported) => Err(reported),
        None => Ok(bodies),
    }
}

/// What tells a way from others, in words.
fn name(way: &Way<'_, '_>) -> String {
    let essence = media_type::essence(&way.entry.key);
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
            example::of_media_type(cx, media, &ty);
            (BodyFormat::Json, ty)
        }
        Format::Form => {
            report_short_name(cx, way);
            let ty = match schema {
                Some(schema) => schema::schema(cx, schema, place)?.non_null(),
                None => Type::Object,
            };
            (BodyFormat::Form(form::styles(cx, media)), ty)
        }
        Format::Text => {
            report_schema(cx, way);
            (BodyFormat::Plain, Type::Scalar(Scalar::String))
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
            MediaTypeChoice::CallerMustChoose((*range).to_owned())
        }
        (Format::Text | Format::Bytes, [one]) if !one.contains('*') => MediaTypeChoice::None,
        (Format::Json | Format::Text | Format::Bytes, all) => {
            MediaTypeChoice::CallerMayChoose(all.iter().map(|one| (*one).to_owned()).collect())
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
    let is_structured = match content_kind::kind(cx, schema) {
        Many::One(Kind::Complex) | Many::List(_) => true,
        Many::One(Kind::Binary | Kind::Primitive | Kind::Unknown) => false,
    };
    if is_structured {
        let message = format!("the schema of a body of `{}` is not used", way.entry.key);
        let unsupported = Diagnostic::new(Code::Unsupported, way.entry.key_span, message);
        cx.report(unsupported.help("the body is taken as it is: write it by other means"));
    }
}
