//! Multipart bodies: each property of the schema is a part.

mod encoding;

use encoding::{Class, Encoding};

use super::content_kind::{self, Kind, Many};
use super::object::{self, Properties};
use super::{Cx, Lowered, all_of, doc_notes, docs, schema};
use crate::ir::{
    DocNote, DocNoteValue, Field, Multipart, Origin, Part, PartWriting, Place, Presence, Type,
    TypeDef, TypeKind, Usage,
};
use crate::openapi::{MediaType, Named, Schema, SchemaId};

const BYTES: &str = "application/octet-stream";

/// The type of a multipart body. `place` gives it its name.
pub fn body<'d>(cx: &mut Cx<'_, 'd>, media_type: &MediaType<'d>, place: &Place) -> Lowered<Type> {
    for key in &media_type.positional_encoding {
        encoding::report_key(cx, *key, "");
    }
    let Some(schema) = media_type.schema else {
        return Ok(Type::Parts);
    };
    let target = cx.resolve(schema)?;
    cx.types.mark_used(target.id);
    let properties = all_of::all_properties(cx, target.id)?;
    if properties.list.is_empty() {
        return Ok(Type::Parts);
    }
    let encoding = media_type.encoding.first();
    let key = (target.id, encoding.map(|encoding| encoding.span));
    if let Some(id) = cx.types.multipart(key, place) {
        return Ok(Type::Named(id));
    }
    // It is another type than that of its schema, and depends on what is said of its parts here.
    let id = cx.types.reserve_multipart(key, place);
    let multipart = parts(cx, media_type, &properties, place)?;
    let def = TypeDef {
        origin: Origin(target.schema.span),
        place: place.clone(),
        name: id.name(),
        also_at: Vec::new(),
        docs: docs::docs(cx.document, &target.schema.words),
        deprecated: target.schema.deprecated,
        usage: Usage::default(),
        kind: TypeKind::Multipart(multipart),
    };
    cx.types.define_multipart(id, def);
    Ok(Type::Named(id))
}

/// Whether a multipart body carries nothing that JSON or a form of the same schema could not.
pub fn holds_values_alone(cx: &mut Cx<'_, '_>, media_type: &MediaType<'_>) -> bool {
    let properties = media_type
        .schema
        .map(|schema| all_of::all_properties(cx, schema));
    let Some(Ok(properties)) = properties else {
        return false;
    };
    let is_value = |property: &Named<'_, SchemaId>| {
        let writing = writing(cx, media_type, property);
        !matches!(
            writing,
            Ok(PartWriting::File(_) | PartWriting::Content(_)) | Err(_)
        )
    };
    !properties.list.is_empty() && properties.list.iter().all(is_value)
}

fn parts<'d>(
    cx: &mut Cx<'_, 'd>,
    media_type: &MediaType<'d>,
    properties: &Properties<'d>,
    place: &Place,
) -> Lowered<Multipart> {
    let mut parts = Vec::new();
    let mut failed = None;
    let required = properties.required_names();
    for property in &properties.list {
        let presence = schema::presence(&required, property.name);
        match part(cx, media_type, property, presence, place) {
            Ok(mut part) => {
                part.field.order = required.get(property.name).copied().unwrap_or_default();
                parts.push(part);
            }
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

fn part<'d>(
    cx: &mut Cx<'_, 'd>,
    media_type: &MediaType<'d>,
    property: &Named<'d, SchemaId>,
    presence: Presence,
    place: &Place,
) -> Lowered<Part> {
    let encoding = Encoding::of(media_type, property.name)?;
    encoding.report(cx);
    let writing = writing(cx, media_type, property)?;
    let mut field = match &writing {
        PartWriting::File(_) | PartWriting::Content(_) => file(cx, property, presence)?,
        PartWriting::Value | PartWriting::ValueAs(_) | PartWriting::Json(_) | PartWriting::Deep => {
            object::field(cx, property, presence, place)?
        }
    };
    // A part has no null: it is left out instead.
    if let Type::Nullable(ty) = field.ty {
        field.ty = *ty;
        field.presence = Presence::Optional;
    }
    let mut note = |label: &'static str, text: &str| {
        let value = DocNoteValue::Code(text.to_owned());
        let label = label.into();
        field.docs.notes.push(DocNote { label, value });
    };
    if let Some(text) = encoding.content_type {
        note("Content type", text);
    }
    for header in encoding.headers() {
        note("Header that is not sent", header);
    }
    Ok(Part { field, writing })
}

/// The field of a part that is given as it is.
fn file<'d>(
    cx: &mut Cx<'_, 'd>,
    property: &Named<'d, SchemaId>,
    presence: Presence,
) -> Lowered<Field> {
    let ty = match content_kind::kind(cx, property.value) {
        Many::One(_) => Type::File,
        Many::List(_) => Type::List(Box::new(Type::File)),
    };
    let mut docs = doc_notes::of_property(cx, property.value, &ty);
    // The type says it.
    let labels = ["Media type", "Item media type"];
    docs.notes.retain(|note| !labels.contains(&&*note.label));
    if content_kind::kind(cx, property.value).kind() == Kind::BinaryOrPrimitive {
        docs.notes.push(DocNote {
            label: "A file or a text".into(),
            value: DocNoteValue::None,
        });
    }
    let schema = cx.resolve(property.value)?.schema;
    Ok(Field {
        origin: Origin(property.span),
        wire: property.name.to_owned(),
        docs,
        deprecated: schema.deprecated,
        ty: if is_nullable(cx, schema) {
            ty.nullable()
        } else {
            ty
        },
        presence,
        order: 0,
        direction: schema.direction,
        constant: None,
    })
}

/// Whether null fits, too.
fn is_nullable(cx: &Cx<'_, '_>, schema: &Schema<'_>) -> bool {
    let is_null = |member: &SchemaId| {
        cx.resolve(*member)
            .is_ok_and(|target| target.schema.is_null())
    };
    schema.nullable || schema.members().iter().any(is_null)
}

/// How a part is written.
fn writing(
    cx: &Cx<'_, '_>,
    media_type: &MediaType<'_>,
    property: &Named<'_, SchemaId>,
) -> Lowered<PartWriting> {
    let encoding = Encoding::of(media_type, property.name)?;
    let kind = content_kind::kind(cx, property.value);
    if matches!(kind.kind(), Kind::Binary | Kind::BinaryOrPrimitive) {
        let content_type = encoding.first().or(content_media_type(cx, property.value));
        return Ok(PartWriting::File(content_type.unwrap_or(BYTES).to_owned()));
    }
    if encoding.is_deep() {
        return Ok(PartWriting::Deep);
    }
    let content_type = encoding.first().unwrap_or(BYTES).to_owned();
    Ok(match (encoding.class(), kind) {
        (Class::Default, _) => PartWriting::Value,
        (Class::Json, Many::One(Kind::Complex) | Many::List(Kind::Complex))
            if content_type == "application/json" =>
        {
            PartWriting::Value
        }
        (Class::Text, _) | (Class::Json, Many::List(Kind::Complex)) => {
            PartWriting::ValueAs(content_type)
        }
        (Class::Json, _) => PartWriting::Json(content_type),
        (Class::Other, Many::One(Kind::Primitive) | Many::List(Kind::Primitive)) => {
            PartWriting::File(content_type)
        }
        (Class::Other, _) => PartWriting::Content(content_type),
    })
}

/// The media type that the schema of a file or of several files names.
fn content_media_type<'d>(cx: &Cx<'_, 'd>, schema: SchemaId) -> Option<&'d str> {
    let schema = cx.resolve(schema).ok()?.schema;
    let schema = match schema.items {
        Some(items) => cx.resolve(items).ok()?.schema,
        None => schema,
    };
    schema.content_media_type.map(|media_type| media_type.text)
}

/// The type of the parts that have no names; `None` where there are none.
fn additional(
    cx: &mut Cx<'_, '_>,
    schema: Option<SchemaId>,
    place: &Place,
) -> Lowered<Option<Type>> {
    let Some(id) = schema else {
        return Ok(None);
    };
    if cx.resolve(id)?.schema.is_never {
        return Ok(None);
    }
    match content_kind::kind(cx, id).kind() {
        Kind::Binary | Kind::BinaryOrPrimitive | Kind::Unknown => Ok(Some(Type::File)),
        Kind::Primitive | Kind::Complex => schema::schema(cx, id, &place.below("value")).map(Some),
    }
}
