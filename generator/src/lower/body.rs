//! Request bodies: of all media types, an alternative for each that gives other data.

mod alternatives;
mod empty;
mod form;
mod presence;

use alternatives::{Alternative, alternatives};

use super::content_kind::{report_items, report_schema};
use super::docs::docs;
use super::media_type::{self, ContentEntry, Format};
use super::places::kind_word;
use super::response_body::text;
use super::stream::{self, Framing};
use super::{Cx, Lowered, example, multipart, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyFormat, ItemFraming, MediaTypeChoice, Origin, Place, Type};
use crate::openapi::{Method, RequestBody};

/// What to do about a schema that is not used.
const WRITE: &str = "the body is taken as it is: write it by other means";

/// The alternatives for a request body, the preferred one first. One that is always empty is none.
pub fn bodies<'d>(
    cx: &mut Cx<'_, 'd>,
    method: &Method,
    request_body: &RequestBody<'d>,
    place: &Place,
) -> Lowered<Vec<Body>> {
    let component = request_body.component.map(Place::schema);
    let place = component.as_ref().unwrap_or(place);
    let mut entries = media_type::entries(&request_body.content)?;
    if request_body.required != Some(true) {
        entries.retain(|entry| !empty::is_always_empty(cx, method, entry.media_type));
    }
    let mut bodies: Vec<Body> = Vec::new();
    let mut failed = None;
    for (index, alternative) in alternatives(cx, &entries).into_iter().enumerate() {
        let name = name(&alternative.entry);
        let place = match index {
            0 => place.below(
                request_body
                    .component
                    .map_or("body", |name| kind_word(name, "body")),
            ),
            _ => place.below(&format!("{name} body")),
        };
        let (format, ty) = match format_and_type(cx, &alternative.entry, &place) {
            Ok(both) => both,
            Err(reported) => {
                failed = Some(reported);
                continue;
            }
        };
        let (media_type, choice) = media_type(&alternative);
        // Whether a body is sent does not depend on its format.
        let presence = match bodies.first() {
            Some(preferred) => preferred.presence,
            None => presence::presence(cx, request_body.required, &ty),
        };
        bodies.push(Body {
            origin: Origin(alternative.entry.key.span),
            name,
            format,
            media_type,
            choice,
            ty,
            presence,
            docs: docs(cx.document, &request_body.words),
        });
    }
    match failed {
        Some(reported) => Err(reported),
        None => Ok(bodies),
    }
}

/// How the items of a body are distinguished.
fn item_framing(framing: Option<Framing>) -> Option<ItemFraming> {
    match framing? {
        Framing::Events => None,
        Framing::JsonLines => Some(ItemFraming::Lines),
        Framing::JsonSequence => Some(ItemFraming::Sequence),
    }
}

/// What tells an alternative from others, in words.
fn name(entry: &ContentEntry<'_, '_>) -> String {
    match item_framing(entry.framing) {
        Some(ItemFraming::Lines) => return "json lines".to_owned(),
        Some(ItemFraming::Sequence) => return "json sequence".to_owned(),
        None => {}
    }
    let essence = media_type::essence(entry.key.text);
    let (_, subtype) = essence.split_once('/').unwrap_or(("", &essence));
    match entry.format {
        Format::Json => media_type::words(entry.key.text),
        Format::Form => "form".to_owned(),
        Format::Text => "text".to_owned(),
        Format::Bytes => "bytes".to_owned(),
        Format::Multipart if matches!(subtype, "form-data" | "*") => "multipart".to_owned(),
        Format::Multipart => format!("multipart {subtype}"),
    }
}

fn format_and_type<'d>(
    cx: &mut Cx<'_, 'd>,
    entry: &ContentEntry<'_, 'd>,
    place: &Place,
) -> Lowered<(BodyFormat, Type)> {
    let place = &entry.place(place);
    let media_type = entry.media_type;
    if let Some(framing) = item_framing(entry.framing) {
        let ty = stream::item_type(cx, entry, &place.item())?;
        return Ok((BodyFormat::Items(framing), ty));
    }
    report_items(cx, entry, WRITE);
    Ok(match entry.format {
        Format::Json => {
            let ty = match media_type.schema {
                Some(schema) => schema::schema(cx, schema, place)?.non_null(),
                None => Type::Any,
            };
            example::of_media_type(cx, media_type, &ty);
            (BodyFormat::Json, ty)
        }
        Format::Form => {
            report_short_name(cx, entry);
            let ty = match media_type.schema {
                Some(schema) => schema::schema(cx, schema, place)?.non_null(),
                None => Type::Object,
            };
            (BodyFormat::Form(form::styles(cx, media_type)?), ty)
        }
        Format::Text => {
            report_schema(cx, entry, WRITE);
            (BodyFormat::Text, text(cx, media_type.schema, place)?)
        }
        Format::Bytes => {
            report_schema(cx, entry, WRITE);
            (BodyFormat::Plain, Type::Bytes)
        }
        Format::Multipart => (
            BodyFormat::Multipart,
            multipart::body(cx, media_type, place)?,
        ),
    })
}

/// The media type that is sent unless the caller says another one, and whether the caller says.
fn media_type(alternative: &Alternative<'_, '_>) -> (String, MediaTypeChoice) {
    let format = alternative.entry.format;
    let first = alternative.entry.key.text.trim();
    let media_type = match (format, first) {
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
    let choice = match (format, alternative.media_types.as_slice()) {
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
fn report_short_name(cx: &mut Cx<'_, '_>, entry: &ContentEntry<'_, '_>) {
    if !entry.key.text.contains('/') {
        let message = format!("`{}` is half of a media type", entry.key.text);
        let repaired = Diagnostic::new(Code::Repaired, entry.key.span, message);
        cx.report(repaired.help("write `application/x-www-form-urlencoded`"));
    }
}
