//! Which fields and variants hold their values in a box: without one, a type that contains itself would have no size.

use std::collections::HashSet;

use crate::ir::{Api, Type, TypeId, TypeKind};

/// Whether a field or variant of this type must be boxed in the type `owner`.
pub fn needs_box(api: &Api, owner: TypeId, ty: &Type) -> bool {
    // One box is enough for each cycle: it stands where a type holds an earlier one, or itself.
    direct(ty).is_some_and(|held| held <= owner && reaches(api, held, owner))
}

/// The type that a value of `ty` holds within itself. Lists and maps hold theirs elsewhere.
fn direct(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Nullable(ty) => direct(ty),
        Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Timestamp
        | Type::Base64
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Any
        | Type::Object
        | Type::List(_)
        | Type::Map(_) => None,
    }
}

fn reaches(api: &Api, from: TypeId, to: TypeId) -> bool {
    let mut seen = HashSet::new();
    let mut waiting = vec![from];
    while let Some(id) = waiting.pop() {
        if id == to {
            return true;
        }
        if !seen.insert(id) {
            continue;
        }
        match api.types.get(&id).map(|def| &def.kind) {
            Some(TypeKind::Struct(strukt)) => {
                waiting.extend(strukt.fields.iter().filter_map(|field| direct(&field.ty)));
            }
            Some(TypeKind::Union(union)) => {
                waiting.extend(
                    union
                        .variants
                        .iter()
                        .filter_map(|variant| direct(&variant.ty)),
                );
            }
            // No type holds a multipart body.
            Some(TypeKind::Enum(_) | TypeKind::Multipart(_)) | None => {}
        }
    }
    false
}
