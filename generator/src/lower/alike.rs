//! Whether two schemas describe the same data, whatever words and limits they have for it.

use std::iter::zip;

use crate::openapi::{Document, Named, Schema, SchemaId};

/// Whether two schemas are one, or say the same of what a value is.
pub fn are_alike(document: &Document<'_>, one: SchemaId, other: SchemaId) -> bool {
    match (document.resolve(one), document.resolve(other)) {
        (Ok(one), Ok(other)) => one.id == other.id || schemas(document, one.schema, other.schema),
        (Err(_), _) | (_, Err(_)) => false,
    }
}

fn schemas(document: &Document<'_>, one: &Schema<'_>, other: &Schema<'_>) -> bool {
    let both = |one: &[SchemaId], other: &[SchemaId]| {
        let mut pairs = zip(one, other);
        one.len() == other.len() && pairs.all(|(one, other)| within(document, *one, *other))
    };
    let maybe = |one: Option<SchemaId>, other: Option<SchemaId>| match (one, other) {
        (Some(one), Some(other)) => within(document, one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let by_name = |one: &[Named<'_, SchemaId>], other: &[Named<'_, SchemaId>]| {
        let mut pairs = zip(one, other);
        one.len() == other.len()
            && pairs.all(|(one, other)| {
                one.name == other.name && within(document, one.value, other.value)
            })
    };
    let text = |text: Option<crate::openapi::Text<'_>>| text.map(|text| text.text.to_owned());
    let property = |schema: &Schema<'_>| {
        let discriminator = schema.discriminator.as_ref();
        discriminator.map(|discriminator| discriminator.property.text.to_owned())
    };
    one.is_never == other.is_never
        && one.kind() == other.kind()
        && one.nullable == other.nullable
        && one.listed().eq(other.listed())
        && text(one.format) == text(other.format)
        && one.content_encoding == other.content_encoding
        && text(one.content_media_type) == text(other.content_media_type)
        && one.direction == other.direction
        && zip(&one.required, &other.required).all(|(one, other)| one.text == other.text)
        && one.required.len() == other.required.len()
        && property(one) == property(other)
        && by_name(&one.properties, &other.properties)
        && by_name(&one.pattern_properties, &other.pattern_properties)
        && maybe(one.additional_properties, other.additional_properties)
        && maybe(one.items, other.items)
        && both(&one.prefix_items, &other.prefix_items)
        && both(&one.all_of, &other.all_of)
        && both(&one.one_of, &other.one_of)
        && both(&one.any_of, &other.any_of)
}

/// The same of parts: of two references only the targets are compared, since schemas refer to one another in circles.
fn within(document: &Document<'_>, one: SchemaId, other: SchemaId) -> bool {
    match (document.schema(one), document.schema(other)) {
        (Ok(one), Ok(other)) => match (one.reference, other.reference) {
            (Some(one), Some(other)) => one.target == other.target,
            (None, None) => schemas(document, one, other),
            (Some(_), None) | (None, Some(_)) => false,
        },
        (Err(_), _) | (_, Err(_)) => false,
    }
}
