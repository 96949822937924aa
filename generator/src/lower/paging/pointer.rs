//! JSON pointers (RFC 6901) into the types of values.

use crate::ir::{Struct, Type, TypeKind};
use crate::lower::Cx;

/// What a JSON pointer leads to, whether or not it may be null.
pub fn target<'a>(cx: &'a Cx<'_, '_>, output: &'a Type, pointer: &str) -> Option<&'a Type> {
    let mut ty = output;
    for token in tokens(pointer) {
        ty = match non_null(ty) {
            // Its members may be anything.
            Type::Any | Type::Object => return Some(&Type::Any),
            Type::List(item) | Type::Map(item) => item,
            Type::Named(_) => field(cx, ty, &token)?,
            Type::Scalar(_)
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Tuple(_)
            | Type::Nullable(_) => return None,
        };
    }
    Some(non_null(ty))
}

/// The type of a property that the object has by itself, so that it is a field.
pub fn own_field<'a>(cx: &'a Cx<'_, '_>, ty: &Type, name: &str) -> Option<&'a Type> {
    let field = strukt(cx, ty)?
        .fields
        .iter()
        .find(|field| field.wire == name);
    field.map(|field| &field.ty)
}

/// The type of a property, if the object may have it.
fn field<'a>(cx: &'a Cx<'_, '_>, ty: &Type, name: &str) -> Option<&'a Type> {
    const ANY: &Type = &Type::Any;
    let Some(strukt) = strukt(cx, ty) else {
        return Some(ANY);
    };
    let others = if strukt.variants.is_empty() {
        strukt.additional.as_ref()
    } else {
        Some(ANY)
    };
    own_field(cx, ty, name).or(others)
}

/// The struct that a type is.
pub fn strukt<'a>(cx: &'a Cx<'_, '_>, ty: &Type) -> Option<&'a Struct> {
    let Type::Named(id) = non_null(ty) else {
        return None;
    };
    match cx.types.kind(*id)? {
        TypeKind::Struct(strukt) => Some(strukt),
        TypeKind::Multipart(_) | TypeKind::Enum(_) | TypeKind::Union(_) => None,
    }
}

/// The type without null.
pub fn non_null(ty: &Type) -> &Type {
    match ty {
        Type::Nullable(ty) => ty,
        ty => ty,
    }
}

/// The JSON pointer to what these properties lead to.
pub fn to(properties: &[String]) -> String {
    let tokens = properties
        .iter()
        .flat_map(|name| ["/".to_owned(), token(name)]);
    tokens.collect()
}

/// A property as a token of a JSON pointer.
pub fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The tokens of a JSON pointer.
pub fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    let tokens = pointer.split('/').skip(1);
    tokens.map(|token| token.replace("~1", "/").replace("~0", "~"))
}
