//! Which structs have a default.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Api, Field, Presence, Struct, Type, TypeDef, TypeId, TypeKind};

/// The types of responses that have a default, so that tests can make them. It is empty where a value is required.
#[derive(Default)]
pub struct Defaults {
    /// The structs that only responses have, and whether they have one.
    structs: BTreeMap<TypeId, bool>,
    /// The enums and unions that they require.
    required: BTreeSet<TypeId>,
}

impl Defaults {
    /// Finds them.
    pub fn new(api: &Api) -> Self {
        let mut defaults = Self::default();
        for id in api.types.keys() {
            defaults.find(api, *id);
        }
        for (id, def) in &api.types {
            if let (true, TypeKind::Struct(strukt)) = (defaults.contains(*id), &def.kind) {
                let required = required(strukt).filter_map(|ty| match ty {
                    Type::Named(id) => Some(*id),
                    _ => None,
                });
                defaults.required.extend(required);
            }
        }
        defaults
    }

    /// Whether it is one of them.
    pub fn contains(&self, id: TypeId) -> bool {
        self.structs.get(&id).copied().unwrap_or_default()
    }

    /// Whether the default of a struct needs that of an enum or a union.
    pub fn need(&self, id: TypeId) -> bool {
        self.required.contains(&id)
    }

    fn find(&mut self, api: &Api, id: TypeId) -> bool {
        if let Some(known) = self.structs.get(&id) {
            return *known;
        }
        // A type that requires itself has no value.
        self.structs.insert(id, false);
        let found = match api.types.get(&id) {
            Some(TypeDef {
                kind: TypeKind::Struct(strukt),
                usage,
                ..
            }) if !usage.in_request => self.is_default(api, strukt),
            Some(_) | None => false,
        };
        self.structs.insert(id, found);
        found
    }

    fn is_default(&mut self, api: &Api, strukt: &Struct) -> bool {
        required(strukt).all(|ty| self.has_default(api, ty))
    }

    /// Whether a type has a default, where a value is required.
    fn has_default(&mut self, api: &Api, ty: &Type) -> bool {
        match ty {
            Type::Scalar(_)
            | Type::Bytes
            | Type::Any
            | Type::Object
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_) => true,
            Type::Named(id) => match api.types.get(id) {
                Some(TypeDef {
                    kind: TypeKind::Enum(_) | TypeKind::Union(_),
                    ..
                }) => true,
                Some(TypeDef {
                    kind: TypeKind::Struct(strukt),
                    usage,
                    ..
                }) if usage.in_request => {
                    strukt.variants.is_empty() && !strukt.fields.iter().any(is_asked_for)
                }
                Some(_) => self.find(api, *id),
                None => false,
            },
            Type::Tuple(_) | Type::File | Type::Parts => false,
        }
    }
}

/// The types of which a value that is received has one.
fn required(strukt: &Struct) -> impl Iterator<Item = &Type> {
    let is_required = |field: &&Field| match field.presence {
        Presence::Required => true,
        Presence::RequiredInRequest | Presence::Optional => false,
    };
    let fields = strukt
        .fields
        .iter()
        .filter(is_required)
        .map(|field| &field.ty);
    fields.chain(strukt.variants.iter().map(|variants| &variants.ty))
}

/// Whether users must give the value of a field that is sent.
fn is_asked_for(field: &Field) -> bool {
    match field.presence {
        Presence::Required | Presence::RequiredInRequest => !matches!(field.ty, Type::Nullable(_)),
        Presence::Optional => false,
    }
}
