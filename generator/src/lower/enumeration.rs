//! Enumerations: strings, and integers that the document gives names.

use std::collections::HashSet;

use super::Cx;
use super::schema::{Schema, definition};
use super::types::Shape;
use crate::ir::{Docs, Enum, EnumOf, EnumValue, Place, Type, TypeKind};
use crate::read::{Node, Value};

/// Where documents keep the names of the values.
const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

/// Where documents keep words about the values.
const DESCRIPTIONS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

/// The type of an enumerated string or integer; `None` where it is better off without a type of its own. Null among the values
/// makes it nullable.
pub fn enumeration<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    of: EnumOf,
    place: &Place,
) -> Option<Type> {
    let listed = schema.node.get("enum").map_or(&[][..], Node::items);
    let names = words(schema.node, &NAMES, listed);
    let is_enum = match of {
        EnumOf::Text => !listed.is_empty(),
        // Without names, the numbers themselves say as much.
        EnumOf::Integer => names.iter().any(Option::is_some) && listed.iter().all(is_integer),
    };
    if !is_enum {
        return None;
    }
    let has_null = listed.iter().any(is_null);
    let ty = match cx.types.get(schema.node.span) {
        Some(ty) => ty,
        None => define(cx, schema, of, names, listed, place),
    };
    Some(if has_null { ty.nullable() } else { ty })
}

fn define<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    of: EnumOf,
    names: Vec<Option<String>>,
    listed: &[Node<'s>],
    place: &Place,
) -> Type {
    let descriptions = words(schema.node, &DESCRIPTIONS, listed);
    let mut values: Vec<EnumValue> = Vec::new();
    let mut known = HashSet::new();
    for (value, (name, description)) in listed.iter().zip(names.into_iter().zip(descriptions)) {
        let Some(text) = value.scalar_text() else {
            continue;
        };
        if known.insert(text) {
            values.push(EnumValue {
                wire: text.to_owned(),
                name,
                docs: Docs {
                    description,
                    ..Docs::default()
                },
            });
        }
    }
    let shape = match of {
        EnumOf::Text => Shape::Enum,
        EnumOf::Integer => Shape::IntegerEnum,
    };
    let span = schema.node.span;
    let id = cx.types.reserve(span, shape);
    let kind = TypeKind::Enum(Enum { of, values });
    let definition = definition(cx, schema, place, id, kind);
    Type::Named(cx.types.define(span, id, definition))
}

/// What an extension says of each value: a list in the order of the values, or an object by value.
fn words(node: &Node<'_>, extensions: &[&str], listed: &[Node<'_>]) -> Vec<Option<String>> {
    let found = extensions.iter().find_map(|extension| node.get(extension));
    let texts = found.map_or(&[][..], Node::items);
    let word = |(index, value): (usize, &Node<'_>)| {
        let word = if texts.len() == listed.len() {
            texts.get(index)
        } else {
            found?.get(value.scalar_text()?)
        };
        let text = word?.scalar_text()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    listed.iter().enumerate().map(word).collect()
}

fn is_null(value: &Node<'_>) -> bool {
    matches!(value.value, Value::Null)
}

fn is_integer(value: &Node<'_>) -> bool {
    let text = value.scalar_text().unwrap_or_default();
    // As it is spelled, so that it can stand in the table.
    let is_plain = |number: i64| number.to_string() == text;
    is_null(value) || text.parse().is_ok_and(is_plain)
}
