//! What the file of a model imports.

use super::runtime_types::{has_nullables, visit_types};
use std::collections::BTreeSet;

use crate::name::imports::Imports;
use crate::rust::{Ident, Import, Model, Type};

pub fn imports(models: &[Model]) -> Vec<Import> {
    let mut imports = Imports::default();
    let own: BTreeSet<&Ident> = models.iter().map(Model::ident).collect();
    for model in models {
        match model {
            Model::Struct(strukt) => {
                imports.add("crate::runtime::object", "wire_object");
                if has_nullables(strukt) {
                    imports.add("crate", "Nullable");
                }
                if strukt.takes_items() {
                    imports.add("crate::runtime", "collections");
                }
            }
            Model::Enum(enumeration) if enumeration.is_integer => {
                imports.add("crate::runtime::open_integer_enum", "wire_integer_enum");
            }
            Model::Enum(_) => imports.add("crate::runtime::open_enum", "wire_enum"),
            Model::Union(union) => {
                imports.add("crate::runtime::union", "wire_union");
                if union.sources_of_nullable().next().is_some() {
                    imports.add("crate::runtime::nullable", "nullable_union");
                }
            }
            Model::Multipart(multipart) => {
                imports.add("crate::runtime::multipart", "wire_parts");
                if multipart.strukt.takes_items() {
                    imports.add("crate::runtime", "collections");
                }
            }
        }
        visit_types(model, &mut |ty| match ty {
            Type::Model(ident) if own.contains(ident) => {}
            Type::Model(ident) => imports.add("crate::models", &ident.to_string()),
            ty => imports.add_spelling(ty),
        });
    }
    imports.finish()
}
