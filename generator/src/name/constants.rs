//! The properties whose one value the document states, so that no caller has to give it: tags of the variants of unions, and constants.

use std::collections::{HashMap, HashSet};

use crate::ir::{
    self, Api, EnumOf, Field, Scalar, Step, Type, TypeId, TypeKind, Union, VariantTest,
};
use crate::rust::Constant;

/// The tags of the types that are sent as variants of unions, and the enums.
pub struct Constants {
    /// By the type and the property; `None` where there are several tags.
    tags: HashMap<(TypeId, String), Option<ir::Constant>>,
    /// The values of each enum of strings.
    enums: HashMap<TypeId, Vec<String>>,
    /// The enums of integers.
    integer_enums: HashSet<TypeId>,
}

impl Constants {
    /// Finds them in all unions and enums.
    pub fn new(api: &Api) -> Self {
        let mut constants = Self {
            tags: HashMap::new(),
            enums: HashMap::new(),
            integer_enums: HashSet::new(),
        };
        for (id, def) in &api.types {
            match &def.kind {
                TypeKind::Union(union) if def.usage.in_request => constants.add_tags(union),
                TypeKind::Enum(of) if of.of == EnumOf::Text => {
                    let values = of.values.iter().map(|value| value.wire.clone());
                    constants.enums.insert(*id, values.collect());
                }
                TypeKind::Enum(_) => {
                    constants.integer_enums.insert(*id);
                }
                TypeKind::Union(_) | TypeKind::Struct(_) | TypeKind::Multipart(_) => {}
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

    fn add_tag(&mut self, id: TypeId, property: &str, values: &[ir::Constant]) {
        let tag = match values {
            [tag] => Some(tag),
            _ => None,
        };
        self.tags
            .entry((id, property.to_owned()))
            .and_modify(|known| *known = known.take().filter(|known| Some(known) == tag))
            .or_insert_with(|| tag.cloned());
    }

    /// The one value of a property of a type, where its own type can hold it.
    pub fn value(&self, owner: TypeId, field: &Field) -> Option<Constant> {
        if self.tags.contains_key(&(owner, field.wire.clone())) && self.texts(&field.ty).is_some() {
            return self.tag(owner, field);
        }
        let constant = field.constant.as_ref();
        let constant = constant.and_then(|constant| self.constant(constant, &field.ty));
        constant.or_else(|| self.tag(owner, field))
    }

    /// The value of a property that says which variant of a union a type is.
    pub fn tag(&self, owner: TypeId, field: &Field) -> Option<Constant> {
        let tag = self.tags.get(&(owner, field.wire.clone()))?.as_ref()?;
        if let ir::Constant::Text(text) = tag {
            let held = self.texts(&field.ty)?;
            let is_held = held.is_empty() || held.contains(text);
            return is_held.then(|| Constant::Text(text.clone()));
        }
        self.constant(tag, &field.ty)
    }

    /// A constant of the document as a value of a type.
    fn constant(&self, constant: &ir::Constant, ty: &Type) -> Option<Constant> {
        match (constant, ty) {
            (ir::Constant::Text(text), ty) => self.texts(ty).map(|_| Constant::Text(text.clone())),
            (ir::Constant::Integer(number), Type::Named(id)) => {
                let is_held = self.integer_enums.contains(id);
                let number = i64::try_from(*number).ok();
                number.filter(|_| is_held).map(Constant::Enumerated)
            }
            (ir::Constant::Integer(number), Type::Scalar(Scalar::Number)) => {
                finite(&number.to_string())
            }
            (ir::Constant::Integer(number), Type::Scalar(scalar)) => {
                let range = scalar.row().range?;
                range.contains(number).then_some(Constant::Integer(*number))
            }
            (ir::Constant::Number(text), Type::Scalar(Scalar::Number)) => finite(text),
            (ir::Constant::Boolean(boolean), Type::Scalar(Scalar::Boolean)) => {
                Some(Constant::Boolean(*boolean))
            }
            (ir::Constant::Null, Type::Any) => Some(Constant::Null),
            (
                ir::Constant::Integer(_)
                | ir::Constant::Number(_)
                | ir::Constant::Boolean(_)
                | ir::Constant::Null,
                _,
            ) => None,
        }
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

fn finite(text: &str) -> Option<Constant> {
    let number: f64 = text.parse().ok()?;
    number.is_finite().then_some(Constant::Number(number))
}

/// A constant as a literal of its own type; null and numbers that are not finite have none.
pub fn literal(constant: &ir::Constant) -> Option<Constant> {
    match constant {
        ir::Constant::Text(text) => Some(Constant::Text(text.clone())),
        ir::Constant::Integer(number) => Some(Constant::Integer(*number)),
        ir::Constant::Number(text) => finite(text),
        ir::Constant::Boolean(boolean) => Some(Constant::Boolean(*boolean)),
        ir::Constant::Null => None,
    }
}
