//! Whether a request body may be left out.

use crate::ir::{Direction, Field, Presence, Type, TypeId, TypeKind};
use crate::lower::Cx;

/// Whether a body of this type may be left out. OpenAPI says that it may where `required` is not spelled out, but few documents mean it
/// where the schema requires a property.
pub fn presence(cx: &Cx<'_, '_>, required: Option<bool>, ty: &Type) -> Presence {
    match required {
        Some(true) => Presence::Required,
        None if requires_something(cx, ty) => Presence::Required,
        Some(false) | None => Presence::Optional,
    }
}

/// Whether every value has a required property.
fn requires_something(cx: &Cx<'_, '_>, ty: &Type) -> bool {
    let Type::Named(id) = ty else {
        return false;
    };
    match cx.types.kind(*id) {
        Some(TypeKind::Union(union)) => {
            let variants = &union.variants;
            let mut each = variants.iter().map(|variant| &variant.ty);
            each.all(|ty| matches!(ty, Type::Named(id) if has_required_field(cx, *id)))
        }
        Some(TypeKind::Struct(_) | TypeKind::Multipart(_) | TypeKind::Enum(_)) | None => {
            has_required_field(cx, *id)
        }
    }
}

fn has_required_field(cx: &Cx<'_, '_>, id: TypeId) -> bool {
    match cx.types.kind(id) {
        Some(TypeKind::Struct(strukt)) => strukt.fields.iter().any(is_required),
        Some(TypeKind::Multipart(body)) => body.parts.iter().any(|part| is_required(&part.field)),
        Some(TypeKind::Enum(_) | TypeKind::Union(_)) | None => false,
    }
}

fn is_required(field: &Field) -> bool {
    let is_required = match field.presence {
        Presence::Required | Presence::RequiredInRequest => true,
        Presence::Optional => false,
    };
    is_required && field.direction != Direction::ReadOnly
}
