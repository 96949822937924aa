//! Which arguments may be whatever converts into their types.

use std::collections::BTreeSet;

use crate::ir::{Api, Scalar, Type, TypeId, TypeKind};

/// The models into which other values convert.
pub struct Conversions(BTreeSet<TypeId>);

impl Conversions {
    /// Enums, which texts and numbers convert into, and unions, which the values of their variants do.
    pub fn new(api: &Api) -> Self {
        let types = api.types.iter().filter(|(_, def)| match def.kind {
            TypeKind::Enum(_) | TypeKind::Union(_) => true,
            TypeKind::Struct(_) | TypeKind::Multipart(_) => false,
        });
        Self(types.map(|(id, _)| *id).collect())
    }

    /// Whether callers give anything that converts into a value of a type.
    pub fn apply_to(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => self.0.contains(id),
            Type::Nullable(ty) => self.apply_to(ty),
            Type::File => true,
            Type::Scalar(scalar) => match scalar {
                Scalar::String
                | Scalar::Timestamp
                | Scalar::Date
                | Scalar::Base64
                | Scalar::Base64Url => true,
                Scalar::Boolean
                | Scalar::I32
                | Scalar::I64
                | Scalar::U32
                | Scalar::U64
                | Scalar::Number => false,
            },
            Type::Bytes
            | Type::Parts
            | Type::Any
            | Type::Object
            | Type::List(_)
            | Type::Tuple(_)
            | Type::Map(_) => false,
        }
    }
}
