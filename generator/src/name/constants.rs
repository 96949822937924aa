//! The properties whose one value the document tells, so that nobody has to give it: tags of the variants of unions, and enums of
//! one value.

use std::collections::HashMap;

use crate::ir::{Api, EnumOf, Field, Type, TypeId, TypeKind, Union, VariantTest};

/// The tags of the types that are variants of unions.
pub struct Constants {
    /// By the type and the property; `None` where there are several tags.
    tags: HashMap<(TypeId, String), Option<String>>,
    /// The enums of strings, each with its value if it has one alone.
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
        match self.tags.get(&(owner, field.wire.clone())) {
            Some(_) => self.tag(owner, field),
            None => self.alone(&field.ty)?,
        }
    }

    /// The value of a property that tells which variant of a union a type is.
    pub fn tag(&self, owner: TypeId, field: &Field) -> Option<&str> {
        let tag = self.tags.get(&(owner, field.wire.clone()))?.as_deref()?;
        let alone = self.alone(&field.ty)?;
        alone.is_none_or(|alone| alone == tag).then_some(tag)
    }

    /// Of a type of strings the value, if it has one alone.
    fn alone(&self, ty: &Type) -> Option<Option<&str>> {
        match ty {
            Type::String => Some(None),
            Type::Named(id) => self.enums.get(id).map(Option::as_deref),
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
