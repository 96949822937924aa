//! Enumerations: strings, and integers that the document gives names.

use std::collections::HashSet;

use super::Cx;
use super::docs::docs;
use super::schema::definition;
use super::types::Shape;
use crate::ir::{Docs, Enum, EnumOf, EnumValue, Origin, Place, Scalar, Type, TypeKind};
use crate::openapi::{Target, Value};

/// The type of an enumerated string or integer; `None` where it is better off without a type of its own. Null among the values
/// makes it nullable.
pub fn enumeration<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    of: EnumOf,
    place: &Place,
) -> Option<Type> {
    let listed = &target.schema.values.as_ref()?.list;
    let is_enum = match of {
        EnumOf::Text => true,
        // Without names, the numbers themselves say as much.
        EnumOf::Integer => {
            listed.iter().any(|listed| listed.name.is_some())
                && listed.iter().all(|listed| is_integer(listed.value))
        }
    };
    if !is_enum {
        return None;
    }
    let values = listed.iter().filter_map(|listed| {
        Some(EnumValue {
            origin: Origin(listed.value.span()),
            wire: listed.value.scalar_text()?.to_owned(),
            name: listed.name.map(str::to_owned),
            docs: Docs {
                description: listed.description.map(str::to_owned),
                ..Docs::default()
            },
        })
    });
    let values: Vec<EnumValue> = values.collect();
    let has_null = listed.iter().any(|listed| listed.value.is_null());
    let ty = match values.as_slice() {
        // What is set for the caller, or said in the docs of the property, needs no type.
        [_] if of == EnumOf::Text && place.is_property() => Type::Scalar(Scalar::String),
        _ => define(cx, target, of, values, place),
    };
    Some(if has_null { ty.nullable() } else { ty })
}

/// The type of a `oneOf` or `anyOf` of constants: an enumeration, whose values have the words of the members.
pub fn of_constants<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    place: &Place,
) -> Option<Type> {
    let mut values = Vec::new();
    let mut kinds = HashSet::new();
    let mut has_null = false;
    for id in target.schema.members() {
        let member = cx.document.schema(*id).ok()?;
        if member.is_null() {
            has_null = true;
            continue;
        }
        let mut listed = member.listed();
        let (Some(value), None) = (listed.next(), listed.next()) else {
            return None;
        };
        let of = constant(value)?;
        kinds.insert(of);
        values.push(EnumValue {
            origin: Origin(value.span()),
            wire: value.scalar_text()?.to_owned(),
            name: match of {
                EnumOf::Text => None,
                EnumOf::Integer => Some(member.words.summary?.to_owned()),
            },
            docs: docs(cx.document, &member.words),
        });
    }
    let mut kinds = kinds.into_iter();
    let (Some(of), None, true) = (kinds.next(), kinds.next(), values.len() > 1) else {
        return None;
    };
    let ty = define(cx, target, of, values, place);
    Some(if has_null { ty.nullable() } else { ty })
}

fn define<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    of: EnumOf,
    mut values: Vec<EnumValue>,
    place: &Place,
) -> Type {
    if let Some(ty) = cx.types.get(target.id, place) {
        return ty;
    }
    let mut known = HashSet::new();
    values.retain(|value| known.insert(value.wire.clone()));
    let shape = match of {
        EnumOf::Text => Shape::Enum,
        EnumOf::Integer => Shape::IntegerEnum,
    };
    let id = cx.types.reserve(target.id, shape, place);
    let kind = TypeKind::Enum(Enum { of, values });
    let definition = definition(cx, target.schema, place, id, kind);
    Type::Named(cx.types.define(target.id, id, definition))
}

/// What an enumeration with this value is one of.
fn constant(value: Value<'_>) -> Option<EnumOf> {
    if value.as_str().is_some() {
        return Some(EnumOf::Text);
    }
    let is_number = value.as_number().is_some();
    (is_number && is_integer(value)).then_some(EnumOf::Integer)
}

fn is_integer(value: Value<'_>) -> bool {
    let text = value.scalar_text().unwrap_or_default();
    // As it is spelled, so that the table can have it.
    let is_plain = |number: i64| number.to_string() == text;
    value.is_null() || text.parse().is_ok_and(is_plain)
}
