//! The headers of responses.

use super::media_type::{self, Format};
use super::places::kind_word;
use super::token::is_token;
use super::types::Shape;
use super::{Cx, Lowered, doc_notes, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Header, HeaderSpelling, Origin, Place, Scalar, Type};
use crate::openapi::{self, Named, ParameterFormat, Shared};

/// Adds the headers of a response to those of its operation. One that has an error is left out: that is reported.
pub fn headers<'d>(
    cx: &mut Cx<'_, 'd>,
    headers: &[Named<'d, Shared<openapi::Header<'d>>>],
    place: &Place,
    known: &mut Vec<Header>,
) {
    for entry in headers {
        if is_of_no_use(entry.name) {
            continue;
        }
        if let Ok(header) = header(cx, entry, place) {
            add(cx, entry, header, known);
        }
    }
}

/// Whether a header is not one that a program reads.
fn is_of_no_use(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    // Response Object, `headers`: a definition of the first one is ignored. Fetch Standard, "CORS protocol": the others tell a browser
    // which scripts may have the response.
    name == "content-type" || name.starts_with("access-control-")
}

fn header<'d>(
    cx: &mut Cx<'_, 'd>,
    entry: &Named<'d, Shared<openapi::Header<'d>>>,
    place: &Place,
) -> Lowered<Header> {
    if !is_token(entry.name) {
        let message = format!("`{}` is not a valid name of a header", entry.name);
        let repaired = Diagnostic::new(Code::Repaired, entry.span, message).label("left out");
        return Err(cx.report(repaired.help("write a name of letters, digits and dashes")));
    }
    let header = entry.value.as_deref()?;
    let spelling = spelling(&header.format)?;
    let place = match header.component {
        Some(component) => Place::schema(component).below(kind_word(component, "header")),
        None => place.below("header").property(entry.name),
    };
    let schema = header.format.schema();
    let ty = match schema {
        Some(schema) => schema::schema(cx, schema, &place)?.non_null(),
        None => Type::Any,
    };
    let ty = match (spelling, ty) {
        (HeaderSpelling::Json, ty) => ty,
        (HeaderSpelling::Simple, Type::Any) => Type::Scalar(Scalar::String),
        (HeaderSpelling::Simple, ty) if is_plain(cx, &ty) => ty,
        (HeaderSpelling::Simple, _) => {
            let message = format!("the value of the header `{}` is not decoded", entry.name);
            let unsupported = Diagnostic::new(Code::Unsupported, entry.span, message);
            cx.report(unsupported.help("it is typed as a string"));
            Type::Scalar(Scalar::String)
        }
    };
    Ok(Header {
        origin: Origin(entry.span),
        wire: entry.name.to_ascii_lowercase(),
        spelling,
        docs: doc_notes::of_parameter(cx, &header.words, &header.examples, schema, &ty),
        ty,
        deprecated: header.deprecated,
    })
}

fn spelling(format: &ParameterFormat<'_>) -> Lowered<HeaderSpelling> {
    let ParameterFormat::Content(content) = format else {
        return Ok(HeaderSpelling::Simple);
    };
    content.value.as_deref()?;
    Ok(match media_type::format(content.name) {
        Format::Json => HeaderSpelling::Json,
        Format::Form | Format::Text | Format::Bytes | Format::Multipart => HeaderSpelling::Simple,
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
        | Type::Tuple(_)
        | Type::Map(_)
        | Type::Nullable(_) => false,
    };
    match ty {
        Type::List(item) => is_word(item),
        ty => is_word(ty),
    }
}

/// Adds a header, unless another response of the operation has it.
fn add<T>(cx: &mut Cx<'_, '_>, entry: &Named<'_, T>, header: Header, known: &mut Vec<Header>) {
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
        "the header `{}` has another type in another response of the operation",
        entry.name
    );
    let unsupported = Diagnostic::new(Code::Unsupported, entry.span, message);
    cx.report(unsupported.help("it is typed as a string"));
}
