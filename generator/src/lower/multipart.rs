//! Multipart bodies: each property of the schema is a part.

mod encoding;

use encoding::{Class, Encoding};

use super::content_kind::{self, Kind, Many};
use super::object::{self, Properties};
use super::{Cx, Lowered, all_of, docs, facts, names, schema};
use crate::ir::{
    DocNote, DocNoteValue, Field, Multipart, Part, PartWriting, Place, Presence, Type, TypeDef,
    TypeKind, Usage,
};
use crate::read::{Entry, Node, Value};

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
    let place = match names::name(cx, target) {
        Some(name) => Place::schema(&name),
        None => place.clone(),
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
        usage: Usage::default(),
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
                let kind = content_kind::kind(cx, &entry.value);
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
    let required = properties.required_names();
    for entry in &properties.list {
        let presence = schema::presence(&required, &entry.key);
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
    let kind = content_kind::kind(cx, &entry.value);
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
        ) => object::field(cx, entry, presence, None, place)?,
    };
    // A part has no null: it is left out instead.
    if let Type::Nullable(ty) = field.ty {
        field.ty = *ty;
        field.presence = Presence::Optional;
    }
    let mut tell = |label: &'static str, text: &str| {
        let value = DocNoteValue::Code(text.to_owned());
        let label = label.into();
        field.docs.notes.push(DocNote { label, value });
    };
    if let Some(text) = encoding.content_type {
        tell("Content type", text);
    }
    for header in encoding.headers() {
        tell("Header that is not sent", &header.key);
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
    let node = &entry.value;
    let mut docs = facts::value_docs(cx, node, node, &ty);
    let target = cx.resolve(node)?.node;
    let says = |key: &str| target.get(key).and_then(Node::as_bool) == Some(true);
    // The type says it.
    docs.notes.retain(|fact| fact.label != "Format");
    Ok(Field {
        wire: entry.key.to_string(),
        docs,
        deprecated: says("deprecated"),
        ty: if says("nullable") { ty.nullable() } else { ty },
        presence,
        direction: object::access(cx, node)?,
    })
}

/// How a part is written.
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
        Value::Map(_) => match content_kind::kind(cx, node).kind() {
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
