//! `src/models.rs` and the files of the models.

mod constant;
mod constructor;
mod enums;
mod field;
mod setter;
mod strukt;

use super::imports::{self, Export, exports, imports};
use super::rust_file;
use crate::rust::{Crate, Import, Model, ModelFile};
use crate::{File, parallel};

/// The module of the models, and a file for each named schema.
pub fn models(krate: &Crate) -> Vec<File> {
    if krate.models.is_empty() {
        return Vec::new();
    }
    let mut files = parallel::map(&krate.models, file);
    files.push(module(krate));
    files
}

fn module(krate: &Crate) -> File {
    let docs = "//! The types of the API, as its document describes them.".to_owned();
    let mods: Vec<String> = krate
        .models
        .iter()
        .map(|file| imports::module(&file.module, &file.features))
        .collect();
    let types = krate.models.iter().map(|file| {
        let names = file.models.iter().flat_map(Model::idents);
        let others = file.also_called.iter();
        let others = others.map(|(name, other)| format!("{name} as {other}"));
        Export {
            import: Import {
                path: file.module.to_string(),
                names: names.map(ToString::to_string).chain(others).collect(),
            },
            condition: imports::any_of(&file.features),
        }
    });
    let uses = exports(types);
    rust_file("src/models.rs", &[docs, mods.join("\n"), uses])
}

fn file(file: &ModelFile) -> File {
    let mut sections = vec![imports(&file.imports)];
    for model in &file.models {
        match model {
            Model::Struct(strukt) => sections.extend(strukt::strukt(strukt)),
            Model::Enum(enumeration) => sections.extend(enums::enumeration(enumeration)),
            Model::Union(union) => sections.extend(enums::union(union)),
            Model::Multipart(multipart) => sections.extend(strukt::multipart(multipart)),
        }
    }
    rust_file(
        format!("src/models/{}.rs", file.module.file_stem()),
        &sections,
    )
}
