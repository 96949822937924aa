//! The keywords of a schema, each where the model has it. What OpenAPI 3.0 writes otherwise is written as JSON Schema does.

mod limits;

use super::super::extensions::is_ignored_property;
use super::super::fields::{Fields, named, text};
use super::values::{listed, name_values};
use super::{Cx, id};
use crate::openapi::{
    ContentEncoding, Direction, Kind, Named, Schema, SchemaId, Text, Value, Values,
};
use crate::read::{self, Entry, Node};

/// The media type of bytes.
pub const BYTES: &str = "application/octet-stream";

/// The keywords whose value may be anything.
const VALUES: [&str; 3] = ["const", "default", "example"];

/// A schema on its way into the model.
#[derive(Default)]
pub struct Keywords<'d> {
    /// What is known of it.
    pub schema: Schema<'d>,
    /// The words of `type`.
    pub kinds: Vec<(Kind, crate::source::Span)>,
}

impl<'d> Keywords<'d> {
    /// Adds a keyword.
    pub fn read(&mut self, cx: &mut Cx<'d, '_>, entry: &'d Entry<'d>) {
        let schema = &mut self.schema;
        let node = &entry.value;
        // A null is a keyword that is not there, except where any value may be.
        if matches!(node.value, read::Value::Null) && !VALUES.contains(&entry.key.as_ref()) {
            return;
        }
        match entry.key.as_ref() {
            "type" => {
                let words = std::iter::once(node).chain(node.items());
                let kinds = words.filter_map(|node| Some((Kind::read(node.as_str()?)?, node.span)));
                self.kinds.extend(kinds);
            }
            "nullable" => schema.nullable |= node.as_bool() == Some(true),
            "enum" if schema.values.is_none() && !node.items().is_empty() => {
                schema.values = Some(Values {
                    span: entry.key_span,
                    list: node.items().iter().map(listed).collect(),
                });
            }
            "const" => {
                schema.values = Some(Values {
                    span: entry.key_span,
                    list: vec![listed(node)],
                });
            }
            "format" => format(schema, node),
            "contentEncoding" => schema.content_encoding = encoding(node),
            "contentMediaType" => schema.content_media_type = text(node),
            "properties" => schema.properties = properties(cx, node),
            "required" => schema.required = node.items().iter().filter_map(text).collect(),
            "additionalProperties" => schema.additional_properties = Some(id(cx, node)),
            "unevaluatedProperties" if schema.additional_properties.is_none() => {
                if node.as_bool() == Some(false) {
                    schema.additional_properties = Some(id(cx, node));
                } else {
                    schema.inexpressible.push(key(entry));
                }
            }
            "patternProperties" => schema.pattern_properties = schemas_by_name(cx, node),
            "propertyNames" => schema.property_names = Some(id(cx, node)),
            "items" => schema.items = Some(id(cx, node)),
            "prefixItems" => schema.prefix_items = schemas(cx, node),
            "allOf" => schema.all_of = schemas(cx, node),
            "oneOf" => schema.one_of = schemas(cx, node),
            "anyOf" => schema.any_of = schemas(cx, node),
            "not" => schema.not = Some(Value::new(node)),
            "default" => schema.default = Some(Value::new(node)),
            "example" => schema.examples.insert(0, Value::new(node)),
            "examples" => schema.examples.extend(node.items().iter().map(Value::new)),
            "deprecated" => schema.deprecated = node.as_bool() == Some(true),
            "readOnly" => restrict(schema, node, Direction::ReadOnly),
            "writeOnly" => restrict(schema, node, Direction::WriteOnly),
            "x-ms-discriminator-value" => schema.discriminator_value = node.as_str(),
            "if" | "dependentSchemas" | "dependentRequired" | "contains" | "minContains"
            | "maxContains" | "unevaluatedItems" => {
                schema.inexpressible.push(key(entry));
            }
            "contentSchema" => {
                schema.content = Some(id(cx, node));
                schema.inexpressible.push(key(entry));
            }
            keyword if limits::KEYWORDS.contains(&keyword) => {
                limits::read(schema.limits.get_or_insert_default(), entry);
            }
            // Everything else is read elsewhere, or says nothing to a program.
            _ => {}
        }
    }

    /// Ends with what needs several keywords.
    pub fn finish(mut self, fields: Fields<'d>) -> Self {
        if let Some(limits) = &mut self.schema.limits {
            for (bound, exclusive) in [
                (&mut limits.minimum, "exclusiveMinimum"),
                (&mut limits.maximum, "exclusiveMaximum"),
            ] {
                // OpenAPI 3.0 excludes the limit beside it.
                if let (Some(bound), true) = (bound, fields.is(exclusive)) {
                    bound.is_exclusive = true;
                }
            }
        }
        if let Some(values) = &mut self.schema.values {
            name_values(values, fields);
        }
        self
    }
}

/// What is read only and written only at once is neither: that is reported.
fn restrict(schema: &mut Schema<'_>, node: &Node<'_>, direction: Direction) {
    if node.as_bool() == Some(true) {
        schema.direction = match schema.direction {
            Direction::Both => direction,
            Direction::ReadOnly | Direction::WriteOnly => Direction::Both,
        };
    }
}

fn schemas<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Vec<SchemaId> {
    node.items().iter().map(|node| id(cx, node)).collect()
}

/// The properties that are for clients.
fn properties<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Vec<Named<'d, SchemaId>> {
    let mut properties = Vec::new();
    for entry in node.entries() {
        if !is_ignored_property(cx, entry) {
            properties.push(named(entry, id(cx, &entry.value)));
        }
    }
    properties
}

fn schemas_by_name<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Vec<Named<'d, SchemaId>> {
    let entries = node.entries().iter();
    entries
        .map(|entry| named(entry, id(cx, &entry.value)))
        .collect()
}

fn key<'d>(entry: &'d Entry<'d>) -> Text<'d> {
    Text {
        text: &entry.key,
        span: entry.key_span,
    }
}

/// The formats of OpenAPI 3.0 for bytes are what JSON Schema says of the content of a string.
fn format<'d>(schema: &mut Schema<'d>, node: &'d Node<'d>) {
    match node.scalar_text() {
        Some("byte" | "base64") => schema.content_encoding = Some(ContentEncoding::Base64),
        Some("base64url") => schema.content_encoding = Some(ContentEncoding::Base64Url),
        Some("binary") => {
            schema.content_media_type = Some(Text {
                text: BYTES,
                span: node.span,
            });
        }
        _ => schema.format = text(node),
    }
}

fn encoding(node: &Node<'_>) -> Option<ContentEncoding> {
    match node.as_str()?.to_ascii_lowercase().as_str() {
        "base64" => Some(ContentEncoding::Base64),
        "base64url" => Some(ContentEncoding::Base64Url),
        _ => None,
    }
}
