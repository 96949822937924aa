//! Values in Rust: those of the document's examples where it has some, else placeholders by their types.

use std::collections::BTreeMap;

use serde_json::Value;

use super::literals::{self, example, json};
use super::{Expression, variants};
use crate::ir;
use crate::name::types::Types;
use crate::rust::{
    Construction, Conversion, Field, Ident, Model, ModelFile, Multipart, Slot, Struct, Type,
};

/// How many types are within each other at most.
const DEPTH: usize = 5;

/// The models of which values are made.
pub struct Values<'a> {
    models: BTreeMap<&'a Ident, &'a Model>,
    /// The properties of the models that are objects.
    properties: BTreeMap<&'a Ident, Vec<&'a ir::Field>>,
}

impl<'a> Values<'a> {
    pub fn new(api: &'a ir::Api, types: &'a Types, files: &'a [ModelFile]) -> Self {
        let mut models: BTreeMap<&Ident, &Model> = BTreeMap::new();
        for file in files {
            models.extend(file.models.iter().map(|model| (model.ident(), model)));
            for (definition, other) in &file.also_called {
                let model = file.models.iter().find(|model| model.ident() == definition);
                models.extend(model.map(|model| (other, model)));
            }
        }
        let properties = api.types.values().filter_map(|def| {
            let fields = match &def.kind {
                ir::TypeKind::Struct(strukt) => strukt.fields.iter().collect(),
                ir::TypeKind::Multipart(body) => {
                    body.parts.iter().map(|part| &part.field).collect()
                }
                ir::TypeKind::Enum(_) | ir::TypeKind::Union(_) => return None,
            };
            Some((types.ident(def.name)?, fields))
        });
        Self {
            properties: properties.collect(),
            models,
        }
    }

    /// What a caller gives for an argument; `None` if there is no simple value.
    pub fn argument(
        &self,
        ty: &Type,
        conversion: Conversion,
        example: Option<&Value>,
        name: &str,
    ) -> Option<Expression> {
        self.given(ty, conversion, example, name, DEPTH)
    }

    fn given(
        &self,
        ty: &Type,
        conversion: Conversion,
        example: Option<&Value>,
        name: &str,
        depth: usize,
    ) -> Option<Expression> {
        match (conversion, ty) {
            (Conversion::Items, Type::Vec(item)) => {
                let example = example.and_then(|example| example.get(0));
                let item = self.given(item, Conversion::Value, example, name, depth)?;
                Some(Expression::Group("[".to_owned(), vec![item], "]"))
            }
            (Conversion::Value, Type::Scalar(scalar)) => {
                Some(literals::scalar(*scalar, example, name))
            }
            (Conversion::Value, Type::File | Type::Body) => Some(Expression::text("\"content\"")),
            (Conversion::Value | Conversion::Items | Conversion::None, ty) => {
                self.value(ty, example, name, depth)
            }
        }
    }

    /// A value of exactly this type.
    fn value(
        &self,
        ty: &Type,
        example: Option<&Value>,
        name: &str,
        depth: usize,
    ) -> Option<Expression> {
        let depth = depth.checked_sub(1)?;
        let value = match ty {
            Type::Scalar(scalar) => {
                let value = literals::scalar(*scalar, example, name);
                if scalar.row().example.is_some() {
                    value
                } else {
                    Expression::text(format!("{}.into()", value.flat()))
                }
            }
            Type::Bytes | Type::Body | Type::File => Expression::text("\"content\".into()"),
            Type::Parts => Expression::text("Vec::new()"),
            Type::Value => json_value(example),
            Type::Object => match example.filter(|example| example.is_object()) {
                Some(_) => {
                    let value = json_value(example);
                    let map = Expression::Group("to_map(".to_owned(), vec![value], ")?");
                    map.importing("to_map")
                }
                None => Expression::text("serde_json::Map::new()").importing("serde_json"),
            },
            Type::Map(_) => Expression::text("std::collections::BTreeMap::new()"),
            Type::Vec(item) => {
                let example = example.and_then(|example| example.get(0));
                let item = self.value(item, example, name, depth)?;
                Expression::Group("vec![".to_owned(), vec![item], "]")
            }
            Type::Tuple(items) => {
                let item = |(index, ty): (usize, &Type)| {
                    let example = example.and_then(|example| example.get(index));
                    self.value(ty, example, name, depth)
                };
                let items = items.iter().enumerate().map(item);
                let items = items.collect::<Option<Vec<_>>>()?;
                // Without the comma, one value in parentheses is that value.
                let end = if items.len() == 1 { ",)" } else { ")" };
                Expression::Group("(".to_owned(), items, end)
            }
            Type::Option(ty) => {
                Expression::call("Some", vec![self.value(ty, example, name, depth)?])
            }
            Type::Box(ty) => {
                Expression::call("Box::new", vec![self.value(ty, example, name, depth)?])
            }
            // What is converted into the values of a list must have a type of its own.
            Type::JsonItems(item) if matches!(**item, Type::Model(_)) => {
                let item = self.value(item, None, name, depth)?;
                Expression::Group("[".to_owned(), vec![item], "]")
            }
            Type::JsonItems(_) | Type::EventStream(_) | Type::JsonStream(_) => return None,
            Type::Model(ident) => self.model(ident, example, depth)?,
        };
        Some(value)
    }

    /// A value of a model, by that of its names which stands where the value does: others come and go with other places.
    fn model(&self, ident: &Ident, example: Option<&Value>, depth: usize) -> Option<Expression> {
        match self.models.get(ident)? {
            Model::Struct(strukt) | Model::Multipart(Multipart { strukt, .. }) => {
                let value = self.strukt(ident, strukt, example, depth)?;
                Some(value.importing("models"))
            }
            Model::Enum(enumeration) => variants::of_enum(ident, enumeration, example),
            Model::Union(union) => variants::of_union(ident, union, example, |ty| {
                self.value(ty, example, "text", depth)
            }),
        }
    }

    fn strukt(
        &self,
        ident: &Ident,
        strukt: &Struct,
        example: Option<&Value>,
        depth: usize,
    ) -> Option<Expression> {
        let new = format!("models::{ident}::new");
        let example_of = |field: &Field| {
            let given = example.and_then(|example| example.get(&field.wire));
            given
                .cloned()
                .or_else(|| self.noted(&strukt.ident, &field.wire))
        };
        match &strukt.construction {
            Construction::Default => Some(Expression::call(
                format!("models::{ident}::default"),
                Vec::new(),
            )),
            Construction::Empty => {
                let set = strukt.fields.iter().find_map(|field| {
                    let is_set = strukt.has_setters && field.slot == Slot::Optional;
                    let is_usual = field.deprecated.is_none() && !field.is_read_only;
                    let example = example_of(field).filter(|_| is_set && is_usual)?;
                    let ty = field.ty.unboxed();
                    let value =
                        self.given(ty, field.conversion, Some(&example), &field.wire, depth)?;
                    let setter = Expression::call(field.ident.as_str(), vec![value]);
                    Some(Expression::methods(format!("{new}()"), vec![setter]))
                });
                Some(set.unwrap_or_else(|| Expression::call(new, Vec::new())))
            }
            Construction::Arguments => {
                let fields = strukt.asked_for().map(|field| {
                    let (ty, conversion) = (field.ty.unboxed(), field.conversion);
                    self.given(
                        ty,
                        conversion,
                        example_of(field).as_ref(),
                        &field.wire,
                        depth,
                    )
                });
                let variants = strukt.variants.iter();
                let variants =
                    variants.map(|variants| self.value(variants.ty.unboxed(), example, "", depth));
                let arguments: Option<Vec<_>> = fields.chain(variants).collect();
                Some(Expression::call(new, arguments?))
            }
            Construction::Required(required) => {
                let named = |ident: &Ident, value: Expression| value.after(&format!("{ident}: "));
                let fields = strukt.asked_for().map(|field| {
                    let example = example_of(field);
                    let ty = field.ty.unboxed();
                    let value = self.value(ty, example.as_ref(), &field.wire, depth)?;
                    Some(named(&field.ident, value))
                });
                let variants = strukt.variants.iter().map(|variants| {
                    let value = self.value(variants.ty.unboxed(), example, "", depth)?;
                    Some(named(&variants.ident, value))
                });
                let fields: Option<Vec<_>> = fields.chain(variants).collect();
                let head = format!("{new}(models::{required} {{");
                Some(Expression::Group(head, fields?, "})"))
            }
        }
    }

    /// The example that a property has.
    fn noted(&self, ident: &Ident, wire: &str) -> Option<Value> {
        let mut fields = self.properties.get(ident)?.iter();
        example(&fields.find(|field| field.wire == wire)?.docs)
    }
}

/// A value of JSON.
fn json_value(example: Option<&Value>) -> Expression {
    let text = format!("serde_json::json!({})", json(example));
    Expression::text(text).importing("serde_json")
}
