//! The encoding of the fields of a form.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{FormField, Style};
use crate::lower::content_kind::{self, Kind};
use crate::lower::media_type::{self, Format};
use crate::lower::{Cx, Lowered, parameter};
use crate::openapi::{self, Encoding, MediaType, SchemaId};

/// The fields of a form that have styles of their own. One that is spelled out counts even where it is the default: without
/// any, an object is JSON.
pub fn styles<'d>(cx: &mut Cx<'_, 'd>, media_type: &MediaType<'d>) -> Lowered<Vec<FormField>> {
    let schema = media_type.schema.map(|id| cx.resolve(id)).transpose()?;
    let mut fields = Vec::new();
    for entry in &media_type.encoding {
        let encoding = entry.value.as_ref()?;
        let property = schema.and_then(|target| target.schema.property(entry.name));
        if let Some(style) = style(encoding) {
            fields.push(FormField {
                wire: entry.name.to_owned(),
                style,
                reserved: matches!(encoding.allow_reserved, Some((true, _))),
            });
        } else if let Some(property) = property {
            report_content_type(cx, entry.name, encoding, property);
        }
    }
    Ok(fields)
}

/// The style of a field, where any of it is spelled out.
fn style(encoding: &Encoding<'_>) -> Option<Style> {
    let Encoding {
        style,
        explode,
        allow_reserved,
        ..
    } = encoding;
    if style.is_none() && explode.is_none() && allow_reserved.is_none() {
        return None;
    }
    let style = style.map_or(openapi::Style::Form, |(style, _)| style);
    let explode = explode.map_or(style.explodes(), |(explode, _)| explode);
    Some(parameter::style(style, explode))
}

/// Says where a field is not written as its content type asks.
fn report_content_type(
    cx: &mut Cx<'_, '_>,
    name: &str,
    encoding: &Encoding<'_>,
    property: SchemaId,
) {
    let Some(content_type) = encoding.content_type else {
        return;
    };
    let first = content_type.text.split(',').next().unwrap_or_default();
    let is_json = media_type::format(first) == Format::Json;
    let is_written_so = match content_kind::kind(cx, property).kind() {
        Kind::Complex => is_json,
        Kind::Primitive | Kind::Binary | Kind::BinaryOrPrimitive => !is_json,
        Kind::Unknown => true,
    };
    if !is_written_so {
        let message = format!("the content type of the field `{name}` is not generated");
        let unsupported = Diagnostic::new(Code::Unsupported, content_type.span, message);
        cx.report(unsupported.help("objects are written as JSON, and everything else as text"));
    }
}
