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
            }
            Model::Enum(enumeration) if enumeration.is_integer => {
                imports.add("crate::runtime::open_integer_enum", "wire_integer_enum");
            }
            Model::Enum(_) => imports.add("crate::runtime::open_enum", "wire_enum"),
            Model::Union(_) => imports.add("crate::runtime::union", "wire_union"),
            Model::Multipart(_) => imports.add("crate::runtime::multipart", "wire_parts"),
        }
        visit_types(model, &mut |ty| match ty {
            Type::Model(ident) if own.contains(ident) => {}
            Type::Model(ident) => imports.add("crate::models", &ident.to_string()),
            ty => imports.add_spelling(ty),
        });
    }
    imports.finish()
}
