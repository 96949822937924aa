//! Members of a union that no value tells apart become one.

use super::Lowering;
use crate::ir::{JsonType, Scalar, Type};
use crate::lower::Cx;
use crate::lower::types::Shape;

/// Puts members together that no value tells apart: strings with strings, numbers with numbers, lists with lists.
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
        (Type::Scalar(one), Type::Scalar(other)) => {
            common_scalar(one.row().json, other.row().json).map(Type::Scalar)
        }
        (Type::List(_), Type::List(_)) => Some(Type::List(Box::new(Type::Any))),
        (Type::Object | Type::Map(_), Type::Object | Type::Map(_)) => Some(Type::Object),
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

/// The scalar type that holds the values of both.
fn common_scalar(one: JsonType, other: JsonType) -> Option<Scalar> {
    match (one, other) {
        (JsonType::Integer, JsonType::Integer) => Some(Scalar::I64),
        (JsonType::Integer | JsonType::Number, JsonType::Integer | JsonType::Number) => {
            Some(Scalar::Number)
        }
        (JsonType::String, JsonType::String) => Some(Scalar::String),
        (JsonType::Boolean | JsonType::Integer | JsonType::Number | JsonType::String, _) => None,
    }
}
