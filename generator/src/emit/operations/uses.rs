//! What the file of an operation imports.

use std::collections::BTreeSet;

use crate::rust::{Access, Argument, Import, Operation, Target, Type};

/// Whether a call names a style.
fn names_style(argument: &Argument) -> bool {
    match &argument.target {
        Target::Parameter(_, style) => style.is_some(),
        Target::Form(styles) => !styles.is_empty(),
        Target::Json(_) | Target::Plain(_) | Target::Multipart(_) | Target::ContentType => false,
    }
}

/// What the file of an operation imports.
pub fn uses(operation: &Operation) -> Vec<Import> {
    let mut names: BTreeSet<(&str, String)> = BTreeSet::new();
    let mut add = |path: &'static str, name: &str| {
        names.insert((path, name.to_owned()));
    };
    for name in ["Client", "Error", "Request"] {
        add("crate", name);
    }
    match &operation.access {
        Access::Open => {}
        Access::One(ident) => add("crate", &ident.to_string()),
        Access::Any(idents) => idents
            .iter()
            .for_each(|ident| add("crate", &ident.to_string())),
    }
    if !matches!(operation.access, Access::Open) {
        add("crate::runtime::credentials", "Satisfies");
    }
    if operation.all_arguments().any(names_style) {
        add("crate::runtime::style", "Style");
    }
    add("crate::runtime::answer", "Answer");
    add("crate::runtime::request", "Operation");
    add("http", "Method");
    crate::name::visit_operation_types(operation, &mut |ty| match ty {
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
        Type::Model(_) => add("crate", "models"),
        Type::Bool
        | Type::Number(_)
        | Type::String
        | Type::Vec(_)
        | Type::Option(_)
        | Type::Box(_) => {}
    });
    let mut imports: Vec<Import> = Vec::new();
    for (path, name) in names {
        match imports.last_mut() {
            Some(import) if import.path == path => import.names.push(name),
            _ => imports.push(Import {
                path: path.to_owned(),
                names: vec![name],
            }),
        }
    }
    imports
}
