//! Unions.

use crate::ident::{Role, Scope};
use crate::ir;
use crate::name::docs;
use crate::name::markdown;
use crate::name::types::Types;
use crate::rust::{Ident, JsonShape, Type, Union, UnionVariant, VariantTest};

pub fn union(
    api: &ir::Api,
    types: &Types,
    id: ir::TypeId,
    def: &ir::TypeDef,
    union: &ir::Union,
    ident: Ident,
) -> Union {
    // `Other` holds what the document does not know.
    let mut scope = Scope::reserving(&["Other"]);
    let boxes = types.sizes.boxes(&types.cycles, id, union);
    let variant = |(variant, is_boxed): (&ir::UnionVariant, bool)| {
        let ty = types.spell(&variant.ty);
        let is_inline = matches!(
            &variant.ty,
            ir::Type::Named(id) if api.types.get(id).is_some_and(|def| !def.place.is_schema())
        );
        let words = match &ty {
            // A model is known by its own name.
            Type::Model(ident) if !is_inline => ident.to_string(),
            Type::Scalar(scalar) => scalar.row().words.to_owned(),
            Type::Vec(_) | Type::Tuple(_) | Type::Parts => "list".to_owned(),
            Type::Bytes | Type::File => "bytes".to_owned(),
            Type::Value | Type::Object | Type::Map(_) => "object".to_owned(),
            Type::Model(_) | Type::Option(_) | Type::Box(_) => variant.name.clone(),
        };
        let (test, docs) = variant_test(union.tag.as_deref(), variant);
        UnionVariant {
            ident: scope.claim(&words, Role::Variant),
            docs: docs::with_notes(markdown::fill(&docs), &variant.notes),
            ty: if is_boxed {
                Type::Box(Box::new(ty))
            } else {
                ty
            },
            test,
        }
    };
    Union {
        ident,
        docs: docs::of_type(def),
        tag: union.tag.clone(),
        variants: union.variants.iter().zip(boxes).map(variant).collect(),
    }
}

/// Which values are of a variant, for the table and in words.
fn variant_test(tag: Option<&str>, variant: &ir::UnionVariant) -> (VariantTest, String) {
    let list = |names: &[String]| {
        names
            .iter()
            .map(|name| markdown::code(name))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match &variant.test {
        ir::VariantTest::Tags(tags) => {
            let property = markdown::code(tag.unwrap_or_default());
            let docs = format!(
                "Where the property {property} is {}.",
                list(tags).replace(", ", " or ")
            );
            (VariantTest::Tags(tags.clone()), docs)
        }
        ir::VariantTest::Shapes(shapes) => {
            let mut docs: Vec<String> = Vec::new();
            let shape = |shape: &ir::JsonShape| {
                let (kind, keys, words) = match shape {
                    ir::JsonShape::String => ("string", Vec::new(), "a string".to_owned()),
                    ir::JsonShape::Number => ("number", Vec::new(), "a number".to_owned()),
                    ir::JsonShape::Boolean => ("boolean", Vec::new(), "a boolean".to_owned()),
                    ir::JsonShape::Array => ("array", Vec::new(), "an array".to_owned()),
                    ir::JsonShape::Object(keys) if keys.is_empty() => {
                        ("object", Vec::new(), "an object".to_owned())
                    }
                    ir::JsonShape::Object(keys) => {
                        let words = format!("an object with {}", list(keys));
                        ("object", keys.clone(), words)
                    }
                };
                docs.push(words);
                JsonShape { kind, keys }
            };
            let shapes = shapes.iter().map(shape).collect();
            let docs = docs.join(", or ");
            let docs = format!("A{}.", docs.strip_prefix('a').unwrap_or(&docs));
            (VariantTest::Shapes(shapes), docs)
        }
    }
}
