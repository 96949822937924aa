//! What the file of a model imports.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::{Ident, Import, Model, Type};

pub fn imports(models: &[Model]) -> Vec<Import> {
    let mut imports: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut add = |path, name: &str| {
        imports.entry(path).or_default().insert(name.to_owned());
    };
    let own: BTreeSet<&Ident> = models.iter().map(ident).collect();
    for model in models {
        match model {
            Model::Struct(strukt) => {
                add("crate::runtime::object", "wire_object");
                if super::has_nullables(strukt) {
                    add("crate", "Nullable");
                }
            }
            Model::Enum(enumeration) if enumeration.is_integer => {
                add("crate::runtime::open_integer_enum", "wire_integer_enum");
            }
            Model::Enum(_) => add("crate::runtime::open_enum", "wire_enum"),
            Model::Union(_) => add("crate::runtime::union", "wire_union"),
            Model::Multipart(_) => add("crate::runtime::multipart", "wire_parts"),
        }
        super::visit_types(model, &mut |ty| match ty {
            Type::Timestamp => add("crate", "Timestamp"),
            Type::Base64 => add("crate", "Base64"),
            Type::Bytes => add("bytes", "Bytes"),
            Type::File | Type::Parts => add("crate", "FilePart"),
            Type::Value => add("serde_json", "Value"),
            Type::Object => {
                add("serde_json", "Map");
                add("serde_json", "Value");
            }
            Type::Map(_) => add("std::collections", "BTreeMap"),
            Type::Model(ident) if !own.contains(ident) => add("crate::models", &ident.to_string()),
            Type::Model(_)
            | Type::Bool
            | Type::Number(_)
            | Type::String
            | Type::Vec(_)
            | Type::Option(_)
            | Type::Box(_) => {}
        });
    }
    imports
        .into_iter()
        .map(|(path, names)| Import {
            path: path.to_owned(),
            names: names.into_iter().collect(),
        })
        .collect()
}

fn ident(model: &Model) -> &Ident {
    match model {
        Model::Struct(strukt) => &strukt.ident,
        Model::Enum(enumeration) => &enumeration.ident,
        Model::Union(union) => &union.ident,
        Model::Multipart(multipart) => &multipart.strukt.ident,
    }
}
