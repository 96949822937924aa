//! The encoding of the fields of a form.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Style;
use crate::lower::content_kind::{self, Kind, Many};
use crate::lower::media_type::{self, Format};
use crate::lower::{Cx, parameter};
use crate::read::{Entry, Node};

/// The fields of a form that have styles of their own. One that is spelled out counts even where it is the default: without
/// any, an object is JSON.
pub fn styles<'d, 's>(cx: &mut Cx<'d, 's>, media_type: &'d Node<'s>) -> Vec<(String, Style)> {
    let encodings = media_type.get("encoding").map_or(&[][..], Node::entries);
    let properties = media_type
        .get("schema")
        .and_then(|schema| cx.resolve(schema).ok())
        .and_then(|target| target.node.get("properties"));
    let mut styles = Vec::new();
    for entry in encodings {
        if let Some(style) = style(&entry.value) {
            styles.push((entry.key.to_string(), style));
        } else if let Some(property) = properties.and_then(|node| node.get(&entry.key)) {
            report_content_type(cx, entry, property);
        }
    }
    styles
}

/// The style of a field, where any of it is spelled out.
fn style(encoding: &Node<'_>) -> Option<Style> {
    ["style", "explode", "allowReserved"]
        .iter()
        .find(|key| encoding.get(key).is_some())?;
    let style = encoding
        .get("style")
        .and_then(Node::as_str)
        .unwrap_or("form");
    let explode = encoding
        .get("explode")
        .and_then(Node::as_bool)
        .unwrap_or(style == "form");
    parameter::style(style, explode)
}

/// Says where a field is not written as its content type asks.
fn report_content_type<'d, 's>(
    cx: &mut Cx<'d, 's>,
    encoding: &'d Entry<'s>,
    property: &'d Node<'s>,
) {
    let Some(entry) = encoding.value.entry("contentType") else {
        return;
    };
    let first = entry.value.as_str().unwrap_or_default().split(',').next();
    let is_json = media_type::format(first.unwrap_or_default()) == Format::Json;
    let is_written_so = match content_kind::kind(cx, property) {
        Many::One(Kind::Complex) | Many::List(Kind::Complex) => is_json,
        Many::One(Kind::Primitive | Kind::Binary) | Many::List(Kind::Primitive | Kind::Binary) => {
            !is_json
        }
        Many::One(Kind::Unknown) | Many::List(Kind::Unknown) => true,
    };
    if !is_written_so {
        let message = format!(
            "the content type of the field `{}` is not generated",
            encoding.key
        );
        let unsupported = Diagnostic::new(Code::Unsupported, entry.value.span, message);
        cx.report(unsupported.help("objects are written as JSON, and everything else as text"));
    }
}
