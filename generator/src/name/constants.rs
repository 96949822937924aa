//! The properties whose one value the document tells, so that nobody has to give it: tags of the variants of unions, and enums of
//! one value.

use std::collections::HashMap;

use crate::ir::{Api, EnumOf, Field, Type, TypeId, TypeKind, Union, VariantTest};

/// What strings a type can hold.
enum Texts<'a> {
    One(&'a str),
    Many,
}

/// The tags of the types that are variants of unions, and the enums of strings.
pub struct Constants {
    /// By the type and the property; `None` where there are several tags.
    tags: HashMap<(TypeId, String), Option<String>>,
    /// By the enum; the value where it has one alone.
    enums: HashMap<TypeId, Option<String>>,
}

impl Constants {
    /// Finds them in all unions and enums.
    pub fn new(api: &Api) -> Self {
        let mut constants = Self {
            tags: HashMap::new(),
            enums: HashMap::new(),
        };
        for (id, def) in &api.types {
            match &def.kind {
                TypeKind::Union(union) => constants.add_tags(union),
                TypeKind::Enum(of) if of.of == EnumOf::Text => {
                    let alone = match of.values.as_slice() {
                        [value] => Some(value.wire.clone()),
                        _ => None,
                    };
                    constants.enums.insert(*id, alone);
                }
                TypeKind::Enum(_) | TypeKind::Struct(_) | TypeKind::Multipart(_) => {}
            }
        }
        constants
    }

    fn add_tags(&mut self, union: &Union) {
        let Some(property) = &union.tag else { return };
        for variant in &union.variants {
            if let (Type::Named(id), VariantTest::Tags(tags)) = (&variant.ty, &variant.test) {
                let tag = match tags.as_slice() {
                    [tag] => Some(tag),
                    _ => None,
                };
                self.tags
                    .entry((*id, property.clone()))
                    .and_modify(|known| *known = known.take().filter(|known| Some(known) == tag))
                    .or_insert_with(|| tag.cloned());
            }
        }
    }

    /// The one value of a property of a type, where its own type can hold it.
    pub fn value(&self, owner: TypeId, field: &Field) -> Option<&str> {
        match (
            self.tags.get(&(owner, field.wire.clone())),
            self.texts(&field.ty)?,
        ) {
            (Some(_), _) => self.tag(owner, field),
            (None, Texts::One(value)) => Some(value),
            (None, Texts::Many) => None,
        }
    }

    /// The value of a property that tells which variant of a union a type is.
    pub fn tag(&self, owner: TypeId, field: &Field) -> Option<&str> {
        let tag = self.tags.get(&(owner, field.wire.clone()))?.as_deref()?;
        match self.texts(&field.ty)? {
            Texts::One(value) if value != tag => None,
            Texts::One(_) | Texts::Many => Some(tag),
        }
    }

    /// What a type of strings can hold.
    fn texts(&self, ty: &Type) -> Option<Texts<'_>> {
        match ty {
            Type::String => Some(Texts::Many),
            Type::Named(id) => match self.enums.get(id)? {
                Some(value) => Some(Texts::One(value)),
                None => Some(Texts::Many),
            },
            Type::Boolean
            | Type::Integer(_)
            | Type::Number
            | Type::Timestamp
            | Type::Base64
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Any
            | Type::Object
            | Type::List(_)
            | Type::Map(_)
            | Type::Nullable(_) => None,
        }
    }
}
