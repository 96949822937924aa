//! Members of a union whose values one type can hold without losing anything become one.

use super::Lowering;
use crate::ir::{JsonType, Scalar, Type};
use crate::lower::Cx;
use crate::lower::types::Shape;

/// Puts members together whose values one type can hold: strings with strings, lists of strings with lists of strings.
pub fn merge(cx: &Cx<'_, '_>, lowerings: &mut Vec<Lowering<'_, '_>>) {
    let mut merged: Vec<Lowering<'_, '_>> = Vec::new();
    for lowering in lowerings.drain(..) {
        let alike = merged.iter_mut().find_map(|known| {
            let ty = common(cx, &known.ty, &lowering.ty)?;
            Some((known, ty))
        });
        match alike {
            Some((known, ty)) => {
                known.ty = ty;
                known.tags.extend(&lowering.tags);
                known.notes.retain(|note| lowering.notes.contains(note));
            }
            None => merged.push(lowering),
        }
    }
    *lowerings = merged;
}

/// The type that holds the values of both, where these look alike.
fn common(cx: &Cx<'_, '_>, one: &Type, other: &Type) -> Option<Type> {
    if one == other {
        return Some(one.clone());
    }
    match (one, other) {
        (Type::Scalar(one), Type::Scalar(other)) => common_scalar(*one, *other).map(Type::Scalar),
        (Type::List(one), Type::List(other)) => {
            common(cx, one, other).map(|item| Type::List(Box::new(item)))
        }
        (Type::Map(one), Type::Map(other)) => {
            common(cx, one, other).map(|value| Type::Map(Box::new(value)))
        }
        // An enum is open: it holds any string.
        (Type::Named(id), text) | (text, Type::Named(id))
            if is_text(text) && cx.types.shape(*id) == Some(Shape::Enum) =>
        {
            Some(Type::Named(*id))
        }
        (Type::Named(one), Type::Named(other)) => {
            let is_enum = |id| cx.types.shape(id) == Some(Shape::Enum);
            (is_enum(*one) && is_enum(*other)).then_some(Type::Scalar(Scalar::String))
        }
        _ => None,
    }
}

/// Whether the values are strings of any content.
fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Scalar(scalar) if scalar.row().json == JsonType::String)
}

/// The scalar type that holds the values of both. Integers and other numbers have none: one of them would lose digits.
fn common_scalar(one: Scalar, other: Scalar) -> Option<Scalar> {
    match (one.row().json, other.row().json) {
        (JsonType::Integer, JsonType::Integer) => {
            let ranges = [one.row().range?, other.row().range?];
            let holds = |scalar: &Scalar| {
                let range = scalar.row().range;
                let range = range.as_ref();
                ranges.iter().all(|part| {
                    range.is_some_and(|all| all.start() <= part.start() && part.end() <= all.end())
                })
            };
            [Scalar::I64, Scalar::U64].into_iter().find(holds)
        }
        (JsonType::Number, JsonType::Number) => Some(Scalar::Number),
        (JsonType::String, JsonType::String) => Some(Scalar::String),
        (JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String, _) => None,
    }
}
