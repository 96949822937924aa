//! What the values of a schema can be written as, outside JSON.

use super::Cx;
use super::media_type::{self, ContentEntry, Format};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{self, Schema, SchemaId};

/// How many schemas are looked at: far more than anybody writes.
const LIMIT: usize = 500;

/// What kind of content the values of a schema are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bytes.
    Binary,
    /// Bytes, or text, a number or a boolean.
    BinaryOrPrimitive,
    /// Text, a number or a boolean.
    Primitive,
    /// An object, or a list within a list.
    Complex,
    /// Anything, or one of several kinds.
    Unknown,
}

/// One value or a list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One value.
    One(Kind),
    /// A list of such values.
    List(Kind),
}

impl Many {
    /// The kind of the values.
    pub fn kind(self) -> Kind {
        match self {
            Many::One(kind) | Many::List(kind) => kind,
        }
    }
}

/// How content is read and written: bytes are bytes whatever their media type.
pub fn format(cx: &Cx<'_, '_>, entry: &ContentEntry<'_, '_>) -> Format {
    let schema = entry.media_type.schema;
    let is_binary = schema.is_some_and(|schema| kind(cx, schema) == Many::One(Kind::Binary));
    match entry.format {
        Format::Json | Format::Text if is_binary => Format::Bytes,
        format => format,
    }
}

/// Whether the values of a schema are strings of any text.
pub fn is_string(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    let target = cx.resolve(schema).ok();
    let string = target
        .map(|target| target.schema)
        .filter(|schema| schema.kind() == Some(openapi::Kind::String) && schema.format.is_none());
    string.is_some_and(|schema| string_kind(schema) == Kind::Primitive && schema.values.is_none())
}

/// Reports a schema that is not used, since the caller reads or writes the content, and says how in `help`.
pub fn report_schema(cx: &mut Cx<'_, '_>, entry: &ContentEntry<'_, '_>, help: &str) {
    let Some(schema) = entry.media_type.schema else {
        return;
    };
    // That the items are not used is reported.
    if entry.media_type.item_schema.is_some() {
        return;
    }
    let media_type = entry.key.text;
    let message = match (kind(cx, schema), media_type::is_stream(media_type)) {
        (Many::One(Kind::Binary | Kind::BinaryOrPrimitive | Kind::Primitive), _)
        | (Many::One(Kind::Unknown), false) => return,
        (Many::One(Kind::Complex | Kind::Unknown) | Many::List(_), true) => {
            let item = cx
                .resolve(schema)
                .map(|target| target.schema.items.unwrap_or(schema));
            let target = item.and_then(|item| cx.resolve(item));
            let name = target.ok().and_then(|target| cx.names.of(target.id));
            let name = name.map(|name| format!(", of the schema `{name}`,"));
            let name = name.unwrap_or_default();
            format!("the items of `{media_type}`{name} are not generated as a stream yet")
        }
        (Many::One(Kind::Complex) | Many::List(_), false) => {
            format!("the schema of a body of `{media_type}` is not used")
        }
    };
    cx.report(Diagnostic::new(Code::Unsupported, entry.key.span, message).help(help));
}

/// Reports the schema of the items of a stream.
pub fn report_items(cx: &mut Cx<'_, '_>, entry: &ContentEntry<'_, '_>, help: &str) {
    if let Some((_, span)) = entry.media_type.item_schema {
        let name = entry.key.text;
        let message = format!("the items of `{name}` are not generated as a stream yet");
        cx.report(Diagnostic::new(Code::Unsupported, span, message).help(help));
    }
}

/// What kind of content the values of a schema are.
pub fn kind(cx: &Cx<'_, '_>, schema: SchemaId) -> Many {
    kind_within(cx, schema, &mut LIMIT.clone())
}

fn kind_within(cx: &Cx<'_, '_>, schema: SchemaId, left: &mut usize) -> Many {
    let unknown = Many::One(Kind::Unknown);
    *left = left.saturating_sub(1);
    let Some(target) = cx.resolve(schema).ok().filter(|_| *left > 0) else {
        return unknown;
    };
    let schema = target.schema;
    match schema.kind() {
        Some(openapi::Kind::String) => return Many::One(string_kind(schema)),
        Some(openapi::Kind::Integer | openapi::Kind::Number | openapi::Kind::Boolean) => {
            return Many::One(Kind::Primitive);
        }
        Some(openapi::Kind::Array) => {
            let item = schema.items.map(|items| kind_within(cx, items, left));
            return Many::List(match item {
                Some(Many::One(kind)) => kind,
                Some(Many::List(_)) => Kind::Complex,
                None => Kind::Unknown,
            });
        }
        Some(openapi::Kind::Object) => return Many::One(Kind::Complex),
        None if !schema.properties.is_empty() => return Many::One(Kind::Complex),
        None if schema.content_media_type.is_some() => return Many::One(string_kind(schema)),
        Some(openapi::Kind::Null) | None => {}
    }
    for member in &schema.all_of {
        let kind = kind_within(cx, *member, left);
        if kind != unknown {
            return kind;
        }
    }
    let is_null = |member: SchemaId| {
        cx.resolve(member)
            .is_ok_and(|target| target.schema.is_null())
    };
    let members = schema.members().iter().copied();
    let members = members.filter(|member| !is_null(*member));
    let kinds: Vec<Many> = members
        .map(|member| kind_within(cx, member, left))
        .collect();
    match kinds.split_first() {
        Some((first, rest)) if rest.iter().all(|kind| kind == first) => *first,
        // One file or several of them: several.
        Some((first, rest)) if rest.iter().all(|kind| kind.kind() == first.kind()) => {
            Many::List(first.kind())
        }
        Some(_) if kinds.iter().all(|kind| is_part(kind.kind())) => {
            let is_list = kinds.iter().any(|kind| matches!(kind, Many::List(_)));
            let many = if is_list { Many::List } else { Many::One };
            many(Kind::BinaryOrPrimitive)
        }
        Some(_) | None if schema.values.is_some() => Many::One(Kind::Primitive),
        Some(_) | None => unknown,
    }
}

/// Whether values of a kind are a file or a text.
fn is_part(kind: Kind) -> bool {
    match kind {
        Kind::Binary | Kind::BinaryOrPrimitive | Kind::Primitive => true,
        Kind::Complex | Kind::Unknown => false,
    }
}

/// Bytes are what is said to be of a media type that is no text, unless it is encoded as text.
fn string_kind(schema: &Schema<'_>) -> Kind {
    if schema.values.is_some() || schema.content_encoding.is_some() {
        return Kind::Primitive;
    }
    let content = schema.content_media_type;
    match content.map(|media_type| media_type::format(media_type.text)) {
        Some(Format::Form | Format::Bytes | Format::Multipart) => Kind::Binary,
        Some(Format::Json | Format::Text) | None => Kind::Primitive,
    }
}
