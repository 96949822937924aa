//! Multipart bodies: each property of the schema is a part.

use super::media_type::{self, Kind, Many};
use super::object::{self, Properties};
use super::{Cx, Lowered, all_of, docs, response, schema};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Fact, FactValue, Field, Multipart, Part, PartWriting, Place, Presence, Type, TypeDef, TypeKind,
};
use crate::parse::tree::{Entry, Node, Value};

const BYTES: &str = "application/octet-stream";

/// The type of a multipart body. `place` gives it its name where its schema has none.
pub fn body<'d, 's>(cx: &mut Cx<'d, 's>, media: &'d Node<'s>, place: &Place) -> Lowered<Type> {
    let Some(schema) = media.get("schema") else {
        return Ok(Type::Parts);
    };
    let target = cx.resolve(schema)?;
    let node = target.node;
    cx.sound(node)?;
    cx.types.mark_used(node.span);
    let properties = all_of::properties(cx, node)?;
    if properties.list.is_empty() {
        return Ok(Type::Parts);
    }
    let key = (node.span, media.get("encoding").map(|node| node.span));
    if let Some(id) = cx.types.multipart(key) {
        return Ok(Type::Named(id));
    }
    let place = match target.name {
        Some(name) if cx.components.contains(&node.span) => Place::schema(name),
        _ => place.clone(),
    };
    let id = cx.types.reserve_multipart(key);
    let multipart = parts(cx, media, &properties, &place)?;
    let def = TypeDef {
        place,
        also_at: Vec::new(),
        docs: docs::docs(node),
        deprecated: node
            .get("deprecated")
            .and_then(Node::as_bool)
            .unwrap_or(false),
        in_request: false,
        kind: TypeKind::Multipart(multipart),
    };
    cx.types.define_multipart(id, def);
    Ok(Type::Named(id))
}

/// Whether a multipart body carries nothing that JSON or a form of the same schema could not.
pub fn holds_values_alone<'d, 's>(cx: &mut Cx<'d, 's>, media: &'d Node<'s>) -> bool {
    let target = media
        .get("schema")
        .and_then(|schema| cx.resolve(schema).ok());
    let properties = target.and_then(|target| all_of::properties(cx, target.node).ok());
    properties.is_some_and(|properties| {
        !properties.list.is_empty()
            && properties.list.iter().all(|entry| {
                let kind = media_type::kind(cx, &entry.value);
                let encoding = Encoding::of(media, &entry.key);
                !matches!(
                    writing(kind, &encoding),
                    PartWriting::File(_) | PartWriting::Content(_)
                )
            })
    })
}

fn parts<'d, 's>(
    cx: &mut Cx<'d, 's>,
    media: &'d Node<'s>,
    properties: &Properties<'d, 's>,
    place: &Place,
) -> Lowered<Multipart> {
    let mut parts = Vec::new();
    let mut failed = None;
    for entry in &properties.list {
        let presence = schema::presence(&properties.required, &entry.key);
        match part(cx, media, entry, presence, place) {
            Ok(part) => parts.push(part),
            Err(reported) => failed = Some(reported),
        }
    }
    match failed {
        Some(reported) => Err(reported),
        None => Ok(Multipart {
            parts,
            additional: additional(cx, properties.additional, place)?,
        }),
    }
}

fn part<'d, 's>(
    cx: &mut Cx<'d, 's>,
    media: &'d Node<'s>,
    entry: &'d Entry<'s>,
    presence: Presence,
    place: &Place,
) -> Lowered<Part> {
    let encoding = Encoding::of(media, &entry.key);
    encoding.report(cx);
    let kind = media_type::kind(cx, &entry.value);
    let writing = writing(kind, &encoding);
    let mut field = match (&writing, kind) {
        (PartWriting::File(_) | PartWriting::Content(_), Many::One(_)) => {
            file(cx, entry, presence, Type::File)?
        }
        (PartWriting::File(_) | PartWriting::Content(_), Many::List(_)) => {
            file(cx, entry, presence, Type::List(Box::new(Type::File)))?
        }
        (
            PartWriting::Value | PartWriting::ValueAs(_) | PartWriting::Json(_) | PartWriting::Deep,
            _,
        ) => object::field(cx, entry, presence, place)?,
    };
    // A part has no null: it is left out instead.
    if let Type::Nullable(ty) = field.ty {
        field.ty = *ty;
        field.presence = Presence::Optional;
    }
    if let Some(text) = encoding.content_type {
        field.docs.facts.push(Fact {
            label: "Content type",
            value: FactValue::Code(text.to_owned()),
        });
    }
    Ok(Part { field, writing })
}

/// The field of a part that is given as it is.
fn file<'d, 's>(
    cx: &mut Cx<'d, 's>,
    entry: &'d Entry<'s>,
    presence: Presence,
    ty: Type,
) -> Lowered<Field> {
    let target = cx.resolve(&entry.value)?.node;
    let says = |key: &str| target.get(key).and_then(Node::as_bool) == Some(true);
    Ok(Field {
        wire: entry.key.to_string(),
        docs: docs::docs(target),
        deprecated: says("deprecated"),
        ty: if says("nullable") { ty.nullable() } else { ty },
        presence,
    })
}

/// How a part is written (section 4.7.15.1).
fn writing(kind: Many, encoding: &Encoding<'_, '_>) -> PartWriting {
    if kind.kind() == Kind::Binary {
        return PartWriting::File(encoding.first().unwrap_or(BYTES).to_owned());
    }
    if encoding.is_deep() {
        return PartWriting::Deep;
    }
    let content_type = || encoding.first().unwrap_or(BYTES).to_owned();
    match (encoding.class(), kind) {
        (Class::Default, _) => PartWriting::Value,
        (Class::Json, Many::One(Kind::Complex) | Many::List(Kind::Complex))
            if encoding.first() == Some("application/json") =>
        {
            PartWriting::Value
        }
        (Class::Text, _) | (Class::Json, Many::List(Kind::Complex)) => {
            PartWriting::ValueAs(content_type())
        }
        (Class::Json, _) => PartWriting::Json(content_type()),
        (Class::Other, Many::One(Kind::Primitive) | Many::List(Kind::Primitive)) => {
            PartWriting::File(content_type())
        }
        (Class::Other, _) => PartWriting::Content(content_type()),
    }
}

/// The type of the parts that have no names; `None` where there are none.
fn additional<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: Option<&'d Node<'s>>,
    place: &Place,
) -> Lowered<Option<Type>> {
    let Some(node) = node else {
        return Ok(None);
    };
    match &node.value {
        Value::Bool(true) => Ok(Some(Type::File)),
        Value::Map(_) => match media_type::kind(cx, node).kind() {
            Kind::Binary | Kind::Unknown => Ok(Some(Type::File)),
            Kind::Primitive | Kind::Complex => {
                schema::schema(cx, node, &place.below("value")).map(Some)
            }
        },
        Value::Bool(false) | Value::Null | Value::Number(_) | Value::String(_) | Value::List(_) => {
            Ok(None)
        }
    }
}

/// What the document says of the writing of a part.
struct Encoding<'d, 's> {
    node: Option<&'d Node<'s>>,
    content_type: Option<&'d str>,
}

/// What content types are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// None is given.
    Default,
    /// JSON.
    Json,
    /// Text.
    Text,
    /// What only the caller can write.
    Other,
}

impl<'d, 's> Encoding<'d, 's> {
    fn of(media: &'d Node<'s>, name: &str) -> Self {
        let node = media.get("encoding").and_then(|node| node.get(name));
        let content_type = node
            .and_then(|node| node.get("contentType"))
            .and_then(Node::as_str);
        Self { node, content_type }
    }

    /// The first content type that is no range.
    fn first(&self) -> Option<&'d str> {
        let mut types = self.content_type?.split(',').map(str::trim);
        types.find(|content_type| !content_type.is_empty() && !content_type.contains('*'))
    }

    fn class(&self) -> Class {
        let first = self.content_type.and_then(|list| list.split(',').next());
        match first.map(str::trim) {
            None | Some("" | "*/*") => Class::Default,
            Some(content_type) => match response::format(content_type) {
                response::Format::Json => Class::Json,
                response::Format::Text if !is_markup(content_type) => Class::Text,
                response::Format::Text
                | response::Format::Form
                | response::Format::Bytes
                | response::Format::Multipart => Class::Other,
            },
        }
    }

    fn is_deep(&self) -> bool {
        let style = self.node.and_then(|node| node.get("style"));
        style.and_then(Node::as_str) == Some("deepObject")
    }

    /// Says what is read in another way than the document's version of `OpenAPI` reads it, or not at all.
    fn report(&self, cx: &mut Cx<'_, '_>) {
        let Some(node) = self.node else {
            return;
        };
        if let Some(style) = node.entry("style").filter(|_| self.is_deep()) {
            let message = "OpenAPI 3.0 gives `deepObject` no meaning in a multipart body";
            let repaired = Diagnostic::new(Code::Repaired, style.key_span, message);
            cx.report(
                repaired
                    .help("the members become parts, their names in brackets, as in OpenAPI 3.1"),
            );
        }
        for key in ["style", "explode", "allowReserved"] {
            if let Some(entry) = node.entry(key).filter(|_| !self.is_deep()) {
                let message = format!("`{key}` is ignored in a multipart body");
                let repaired = Diagnostic::new(Code::Repaired, entry.key_span, message);
                cx.report(
                    repaired.help("remove it: it is about `application/x-www-form-urlencoded`"),
                );
            }
        }
        let is_header = |entry: &&Entry<'_>| !entry.key.eq_ignore_ascii_case("Content-Type");
        let headers = node.entry("headers").filter(|headers| {
            let mut entries = headers.value.entries().iter();
            entries.any(|entry| is_header(&entry))
        });
        if let Some(headers) = headers {
            let message = "headers of a part are not generated";
            let unsupported = Diagnostic::new(Code::Unsupported, headers.key_span, message);
            cx.report(unsupported.help("the part is sent without them"));
        }
    }
}

/// Whether text is only written by those who know its language.
fn is_markup(content_type: &str) -> bool {
    response::essence(content_type) == "text/xml"
}
