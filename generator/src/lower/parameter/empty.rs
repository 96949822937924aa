//! Parameters that are lists or objects without members.

use crate::ir::{Empty, Type};
use crate::lower::Cx;
use crate::lower::types::Shape;
use crate::openapi;

/// What is sent where a parameter has no members. In a path that is never valid.
pub fn empty(cx: &Cx<'_, '_>, parameter: &openapi::Parameter<'_>, ty: &Type) -> Empty {
    if parameter.required && may_be_empty(cx, ty) {
        Empty::Sent
    } else {
        Empty::LeftOut
    }
}

fn may_be_empty(cx: &Cx<'_, '_>, ty: &Type) -> bool {
    match ty {
        Type::Scalar(_) | Type::Bytes | Type::File | Type::Tuple(_) => false,
        Type::Parts | Type::Any | Type::Object | Type::List(_) | Type::Map(_) => true,
        Type::Named(id) => match cx.types.shape(*id) {
            Some(Shape::Enum | Shape::IntegerEnum) => false,
            Some(Shape::Struct | Shape::Union) | None => true,
        },
        Type::Nullable(ty) => may_be_empty(cx, ty),
    }
}
