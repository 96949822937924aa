//! `src/operations.rs` and the files of the operations.

mod marker;
mod methods;
mod output;
mod paging;

use super::imports::{exports, imports};
use super::print::{inner_docs, items};
use super::{rust_file, servers};
use crate::rust::{Crate, Import, Operation, OutputType};
use crate::{File, parallel};

/// The module of the operations, and a file for each.
pub fn operations(krate: &Crate) -> Vec<File> {
    if krate.operations.is_empty() {
        return Vec::new();
    }
    let mut files = parallel::map(&krate.operations, file);
    files.push(module(krate));
    files
}

fn module(krate: &Crate) -> File {
    let docs = "//! The operations of the API, as types: what a [`Request`](crate::Request) is a request for.".to_owned();
    let mods: Vec<String> = krate
        .operations
        .iter()
        .map(|operation| format!("mod {};", operation.module))
        .collect();
    let types = krate.operations.iter().map(|operation| {
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
    });
    let uses = exports(types);
    rust_file("src/operations.rs", &[docs, mods.join("\n"), uses])
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
    rust_file(
        format!("src/operations/{}.rs", operation.module.file_stem()),
        &sections,
    )
}
