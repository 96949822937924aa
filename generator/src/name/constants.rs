//! The properties whose one value the document states, so that no caller has to give it: tags of the variants of unions, and enums of
//! one value.

use std::collections::HashMap;

use crate::ir::{
    Api, Constant, EnumOf, Field, Scalar, Step, Type, TypeId, TypeKind, Union, VariantTest,
};

/// The tags of the types that are sent as variants of unions, and the enums of strings.
pub struct Constants {
    /// By the type and the property; `None` where there are several tags.
    tags: HashMap<(TypeId, String), Option<String>>,
    /// The values of each enum.
    enums: HashMap<TypeId, Vec<String>>,
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
                TypeKind::Union(union) if def.usage.in_request => constants.add_tags(union),
                TypeKind::Enum(of) if of.of == EnumOf::Text => {
                    let values = of.values.iter().map(|value| value.wire.clone());
                    constants.enums.insert(*id, values.collect());
                }
                TypeKind::Union(_)
                | TypeKind::Enum(_)
                | TypeKind::Struct(_)
                | TypeKind::Multipart(_) => {}
            }
        }
        constants
    }

    fn add_tags(&mut self, union: &Union) {
        for variant in &union.variants {
            let Type::Named(id) = variant.ty else {
                continue;
            };
            match (&variant.test, &union.tag) {
                (VariantTest::Tags(tags), Some(property)) => {
                    self.add_tag(id, property, &tags.values);
                }
                (VariantTest::Tags(_), None) => {}
                (VariantTest::Row(row), _) => {
                    for known in &row.constants {
                        if let [Step::Property(property)] = known.path.as_slice() {
                            self.add_tag(id, property, &known.values);
                        }
                    }
                }
            }
        }
    }

    fn add_tag(&mut self, id: TypeId, property: &str, values: &[Constant]) {
        let tag = match values {
            [Constant::String(tag)] => Some(tag),
            _ => None,
        };
        self.tags
            .entry((id, property.to_owned()))
            .and_modify(|known| *known = known.take().filter(|known| Some(known) == tag))
            .or_insert_with(|| tag.cloned());
    }

    /// The one value of a property of a type, where its own type can hold it.
    pub fn value(&self, owner: TypeId, field: &Field) -> Option<&str> {
        let tag = self.tags.get(&(owner, field.wire.clone()));
        match (tag, self.texts(&field.ty)?) {
            (Some(_), _) => self.tag(owner, field),
            (None, [value]) => Some(value),
            (None, _) => None,
        }
    }

    /// The value of a property that says which variant of a union a type is.
    pub fn tag(&self, owner: TypeId, field: &Field) -> Option<&str> {
        let tag = self.tags.get(&(owner, field.wire.clone()))?.as_ref()?;
        let held = self.texts(&field.ty)?;
        (held.is_empty() || held.contains(tag)).then_some(tag)
    }

    /// The known values of a type of strings, if it has some.
    fn texts(&self, ty: &Type) -> Option<&[String]> {
        match ty {
            Type::Scalar(Scalar::String) => Some(&[]),
            Type::Nullable(ty) => self.texts(ty),
            Type::Named(id) => self.enums.get(id).map(Vec::as_slice),
            _ => None,
        }
    }
}
