//! `src/operations.rs` and the files of the operations.

mod group;
mod marker;
mod methods;
mod output;
mod paging;

use super::imports::{self, Export, exports, imports};
use super::print::{inner_docs, items};
use super::{rust_file, servers};
use crate::rust::{Crate, Ident, Import, Operation, OutputType};
use crate::{File, parallel};

/// The module of the operations, and a file for each.
pub fn operations(krate: &Crate) -> Vec<File> {
    if krate.operations.is_empty() {
        return Vec::new();
    }
    let mut files = parallel::map(&krate.operations, file);
    files.extend(krate.groups.iter().map(|group| group::file(krate, group)));
    files.push(module(krate));
    files
}

fn module(krate: &Crate) -> File {
    let docs = "//! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.".to_owned();
    let own = krate.operations.iter().filter(|one| one.group.is_none());
    let own: Vec<&Operation> = own.collect();
    let groups = krate.groups.iter();
    let groups = groups.map(|group| (&group.module, vec![group.feature.clone()]));
    let groups: Vec<(&Ident, Vec<String>)> = groups.collect();
    let modules = own.iter().map(|one| (&one.module, Vec::new()));
    let mut modules: Vec<(&Ident, Vec<String>)> = modules.chain(groups.clone()).collect();
    modules.sort_by_key(|(module, _)| module.file_stem());
    let mods: Vec<String> = modules
        .iter()
        .map(|(module, features)| imports::module(module, features))
        .collect();
    let groups = groups.into_iter().map(|(module, features)| Export {
        import: Import {
            path: module.to_string(),
            names: vec!["*".to_owned()],
        },
        condition: imports::any_of(&features),
    });
    let uses = exports(own.into_iter().map(types).map(Export::from).chain(groups));
    rust_file("src/operations.rs", &[docs, mods.join("\n"), uses])
}

/// The types of an operation, as the module around it exports them.
fn types(operation: &Operation) -> Import {
    let outputs = std::iter::once(&operation.output).chain(&operation.failure);
    let enums = outputs.filter_map(|output| match &output.ty {
        OutputType::One(_) => None,
        OutputType::Many(output) => Some(output.ident.to_string()),
    });
    let names = std::iter::once(operation.marker.to_string())
        .chain(enums)
        .collect();
    Import {
        path: operation.module.to_string(),
        names,
    }
}

fn file(operation: &Operation) -> File {
    let mut sections = vec![
        inner_docs(std::slice::from_ref(&operation.request)),
        imports(&operation.imports),
        items(marker::marker(operation)),
    ];
    sections.extend(paging::paging(operation).map(items));
    sections.extend(servers::of_operation(operation).map(items));
    sections.extend(output::enums(operation).map(items));
    sections.push(items(methods::entry(operation)));
    if !operation.setters.is_empty() {
        sections.push(items(methods::setters(operation)));
    }
    let folder = operation
        .group
        .as_ref()
        .map(|group| group.module.file_stem() + "/");
    let folder = folder.unwrap_or_default();
    let file = operation.module.file_stem();
    rust_file(format!("src/operations/{folder}{file}.rs"), &sections)
}
