//! What the file of an operation imports.

use std::collections::BTreeSet;

use crate::emit::print::{grouped, uses_of};
use crate::rust::{Argument, Import, Operation, SecurityRequirement, Target};

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
    match &operation.security {
        SecurityRequirement::None => {}
        SecurityRequirement::One(ident) => add("crate", &ident.to_string()),
        SecurityRequirement::Any(idents) => idents
            .iter()
            .for_each(|ident| add("crate", &ident.to_string())),
    }
    if !matches!(operation.security, SecurityRequirement::None) {
        add("crate::runtime::credentials", "Satisfies");
    }
    if operation.all_arguments().any(names_style) {
        add("crate::runtime::style", "Style");
    }
    if operation.failure.is_some() {
        add("crate::runtime::failure", "Failed");
        add("crate::runtime::failure", "Fallible");
    }
    add("crate::runtime::answer", "Answer");
    add("crate::runtime::request", "Operation");
    add("http", "Method");
    crate::name::visit_operation_types(operation, &mut |ty| {
        for (path, name) in uses_of(ty) {
            add(path, name);
        }
    });
    grouped(names)
}
