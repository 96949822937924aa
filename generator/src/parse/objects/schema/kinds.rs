//! `type`: a schema of the model is of one kind, or an `anyOf` of such schemas.

use super::Cx;
use super::keywords::Keywords;
use crate::openapi::{Kind, Limits, Schema, Values};
use crate::source::Span;

/// The schema, with a member of `anyOf` for each of several types. Null beside others is that these are nullable.
pub fn one_each<'d>(cx: &mut Cx<'d, '_>, keywords: Keywords<'d>) -> Schema<'d> {
    let Keywords { mut schema, kinds } = keywords;
    let is_one = |wanted: Kind| kinds.iter().any(|(kind, _)| *kind == wanted);
    let mut others = kinds.clone();
    others.retain(|(kind, _)| *kind != Kind::Null);
    // Integers are numbers.
    if is_one(Kind::Number) {
        others.retain(|(kind, _)| *kind != Kind::Integer);
    }
    match others.as_slice() {
        [] => schema.kind = kinds.first().copied(),
        [kind] => {
            schema.kind = Some(*kind);
            schema.nullable |= is_one(Kind::Null);
        }
        // What the members of its own union are says more.
        _ if !schema.members().is_empty() => schema.nullable |= is_one(Kind::Null),
        several => {
            let parts = several.iter().map(|kind| part(&schema, *kind));
            let parts: Vec<_> = parts.collect();
            let any_of = parts.into_iter().map(|part| cx.schemas.add(Ok(part)));
            schema = Schema {
                any_of: any_of.collect(),
                nullable: schema.nullable || is_one(Kind::Null),
                ..rest(schema)
            };
        }
    }
    schema
}

/// What a schema says of its values of one kind.
fn part<'d>(schema: &Schema<'d>, (kind, span): (Kind, Span)) -> Schema<'d> {
    let own = Schema {
        // Each is a schema of its own.
        span,
        kind: Some((kind, span)),
        values: values(schema, kind),
        ..Schema::default()
    };
    let limits = schema.limits();
    match kind {
        Kind::Null | Kind::Boolean => own,
        Kind::Number | Kind::Integer => Schema {
            format: schema.format,
            limits: Some(Box::new(Limits {
                minimum: limits.minimum,
                maximum: limits.maximum,
                multiple_of: limits.multiple_of,
                ..Limits::default()
            })),
            ..own
        },
        Kind::String => Schema {
            format: schema.format,
            content_encoding: schema.content_encoding,
            content_media_type: schema.content_media_type,
            content: schema.content,
            limits: Some(Box::new(Limits {
                min_length: limits.min_length,
                max_length: limits.max_length,
                pattern: limits.pattern,
                ..Limits::default()
            })),
            ..own
        },
        Kind::Array => Schema {
            items: schema.items,
            prefix_items: schema.prefix_items.clone(),
            limits: Some(Box::new(Limits {
                min_items: limits.min_items,
                max_items: limits.max_items,
                unique_items: limits.unique_items,
                ..Limits::default()
            })),
            ..own
        },
        Kind::Object => Schema {
            properties: schema.properties.clone(),
            required: schema.required.clone(),
            additional_properties: schema.additional_properties,
            pattern_properties: schema.pattern_properties.clone(),
            property_names: schema.property_names,
            limits: Some(Box::new(Limits {
                min_properties: limits.min_properties,
                max_properties: limits.max_properties,
                ..Limits::default()
            })),
            ..own
        },
    }
}

/// What a schema says of values of all kinds.
fn rest(schema: Schema<'_>) -> Schema<'_> {
    Schema {
        span: schema.span,
        words: schema.words,
        all_of: schema.all_of,
        not: schema.not,
        discriminator: schema.discriminator,
        discriminator_value: schema.discriminator_value,
        default: schema.default,
        examples: schema.examples,
        deprecated: schema.deprecated,
        direction: schema.direction,
        inexpressible: schema.inexpressible,
        source: schema.source,
        ..Schema::default()
    }
}

/// The listed values of a kind.
fn values<'d>(schema: &Schema<'d>, kind: Kind) -> Option<Values<'d>> {
    let values = schema.values.as_ref()?;
    let list = values.list.iter();
    Some(Values {
        span: values.span,
        list: list
            .filter(|listed| kind.admits(listed.value))
            .copied()
            .collect(),
    })
    .filter(|values| !values.list.is_empty())
}
