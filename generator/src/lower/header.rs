//! The headers of responses.

use super::docs::docs;
use super::facts::value_docs;
use super::media_type::{self, Format};
use super::types::Shape;
use super::{Cx, Lowered, names, schema, security};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, HeaderSpelling, Place, Scalar, Type};
use crate::read::{Entry, Node};

/// Adds the headers of a response to those of its operation. One that is broken is left out: the reason is reported.
pub fn headers<'d, 's>(
    cx: &mut Cx<'d, 's>,
    response: &'d Node<'s>,
    place: &Place,
    known: &mut Vec<Header>,
) {
    for entry in response.get("headers").map_or(&[][..], Node::entries) {
        // Section 4.7.17.1: a definition of this one is ignored.
        if entry.key.eq_ignore_ascii_case("content-type") {
            continue;
        }
        if let Ok(header) = header(cx, entry, place) {
            add(cx, entry, header, known);
        }
    }
}

fn header<'d, 's>(cx: &mut Cx<'d, 's>, entry: &'d Entry<'s>, place: &Place) -> Lowered<Header> {
    if !security::is_token(&entry.key) {
        let message = format!("`{}` is no legal name of a header", entry.key);
        let repaired = Diagnostic::new(Code::Repaired, entry.key_span, message).label("left out");
        return Err(cx.report(repaired.help("write a name of letters, digits and dashes")));
    }
    let node = cx.resolve(&entry.value)?.node;
    let content = node
        .get("content")
        .and_then(|content| content.entries().first());
    let schema = node
        .get("schema")
        .or_else(|| content.and_then(|entry| entry.value.get("schema")));
    let spelling = match content.map(|entry| media_type::format(&entry.key)) {
        Some(Format::Json) => HeaderSpelling::Json,
        Some(Format::Form | Format::Text | Format::Bytes | Format::Multipart) | None => {
            HeaderSpelling::Simple
        }
    };
    let place = match names::holder(cx, node) {
        Some(holder) => holder.below("header"),
        None => place.below("header").property(&entry.key),
    };
    let ty = match schema {
        Some(schema) => schema::schema(cx, schema, &place)?.non_null(),
        None => Type::Any,
    };
    let ty = match (spelling, ty) {
        (HeaderSpelling::Json, ty) => ty,
        (HeaderSpelling::Simple, Type::Any) => Type::Scalar(Scalar::String),
        (HeaderSpelling::Simple, ty) if is_plain(cx, &ty) => ty,
        (HeaderSpelling::Simple, _) => {
            let message = format!("the value of the header `{}` is not decoded", entry.key);
            let unsupported = Diagnostic::new(Code::Unsupported, entry.key_span, message);
            cx.report(unsupported.help("it is typed as a string"));
            Type::Scalar(Scalar::String)
        }
    };
    let docs = match schema {
        Some(schema) => value_docs(cx, node, schema, &ty),
        None => docs(node),
    };
    Ok(Header {
        wire: entry.key.to_ascii_lowercase(),
        spelling,
        ty,
        docs,
        deprecated: node
            .get("deprecated")
            .and_then(Node::as_bool)
            .unwrap_or(false),
    })
}

/// Whether one word can stand for a value of the type, or a list of words.
fn is_plain(cx: &Cx<'_, '_>, ty: &Type) -> bool {
    let is_word = |ty: &Type| match ty {
        Type::Scalar(_) => true,
        Type::Named(id) => matches!(cx.types.shape(*id), Some(Shape::Enum | Shape::IntegerEnum)),
        Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Any
        | Type::Object
        | Type::List(_)
        | Type::Map(_)
        | Type::Nullable(_) => false,
    };
    match ty {
        Type::List(item) => is_word(item),
        ty => is_word(ty),
    }
}

/// Adds a header, unless another answer of the operation has it.
fn add(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, header: Header, known: &mut Vec<Header>) {
    let Some(same) = known.iter_mut().find(|known| known.wire == header.wire) else {
        known.push(header);
        return;
    };
    if same.ty == header.ty && same.spelling == header.spelling {
        return;
    }
    same.ty = Type::Scalar(Scalar::String);
    same.spelling = HeaderSpelling::Simple;
    let message = format!(
        "the header `{}` has another type in another answer of the operation",
        entry.key
    );
    let unsupported = Diagnostic::new(Code::Unsupported, entry.key_span, message);
    cx.report(unsupported.help("it is typed as a string"));
}
