//! Which arguments may be whatever converts into their types, or lists of it.

use std::collections::BTreeSet;

use crate::ir::{Api, Direction, Field, Presence, Scalar, Type, TypeId, TypeKind, Usage};
use crate::rust::Conversion;

/// The models into which other values convert.
pub struct Conversions {
    /// Those that texts and numbers convert into.
    enums: BTreeSet<TypeId>,
    /// Those that the values of their variants convert into.
    unions: BTreeSet<TypeId>,
    /// The unions that are sent in fields of the type `Nullable`.
    nullable_unions: BTreeSet<TypeId>,
}

impl Conversions {
    /// Finds the enums and unions of an API.
    pub fn new(api: &Api) -> Self {
        let mut found = Self {
            enums: BTreeSet::new(),
            unions: BTreeSet::new(),
            nullable_unions: BTreeSet::new(),
        };
        for (id, def) in &api.types {
            match &def.kind {
                TypeKind::Enum(_) => {
                    found.enums.insert(*id);
                }
                TypeKind::Union(_) => {
                    found.unions.insert(*id);
                }
                TypeKind::Struct(strukt) => {
                    let fields = strukt.fields.iter();
                    let fields = fields.filter(|field| is_sent_nullable(def.usage, field));
                    found
                        .nullable_unions
                        .extend(fields.filter_map(|field| named(&field.ty)));
                }
                TypeKind::Multipart(_) => {}
            }
        }
        let Self {
            unions,
            nullable_unions,
            ..
        } = &mut found;
        nullable_unions.retain(|id| unions.contains(id));
        found
    }

    /// Whether what converts into a union must also convert into a `Nullable` of it.
    pub fn reach_nullable(&self, union: TypeId) -> bool {
        self.nullable_unions.contains(&union)
    }

    /// What callers give for a value of a type.
    pub fn of(&self, ty: &Type) -> Conversion {
        match ty {
            Type::Nullable(ty) => self.of(ty),
            Type::List(item) if self.is_in_lists(item) => Conversion::Items,
            ty if self.is_taken(ty) => Conversion::Value,
            _ => Conversion::None,
        }
    }

    /// Whether callers give lists of what converts into an item. Variants of a union are converted one by one, so that a list can hold
    /// different ones.
    fn is_in_lists(&self, item: &Type) -> bool {
        match item {
            Type::Named(id) => self.enums.contains(id),
            Type::Nullable(_) => false,
            item => self.is_taken(item),
        }
    }

    /// Whether callers give anything that converts into a value of a type.
    fn is_taken(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => self.enums.contains(id) || self.unions.contains(id),
            Type::Nullable(ty) => self.is_taken(ty),
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

/// Whether a field distinguishes null from absent, because it is sent and may be either.
pub fn is_sent_nullable(usage: Usage, field: &Field) -> bool {
    matches!(field.ty, Type::Nullable(_))
        && field.presence != Presence::Required
        && usage.in_json_body
        && field.direction != Direction::ReadOnly
}

fn named(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Nullable(ty) => named(ty),
        Type::Named(id) => Some(*id),
        _ => None,
    }
}
