//! Walks over the types that an operation is made of.

use crate::rust::{Content, Operation, Output, OutputType, Type};

/// Calls `visit` with each type of an operation.
pub fn visit_types(operation: &Operation, visit: &mut dyn FnMut(&Type)) {
    let arguments = operation.all_arguments();
    arguments.for_each(|argument| argument.ty.visit(visit));
    let outputs = std::iter::once(&operation.output).chain(&operation.failure);
    outputs.for_each(|output| visit_output(output, visit));
}

fn visit_output(output: &Output, visit: &mut dyn FnMut(&Type)) {
    match &output.ty {
        OutputType::One(body) => visit_content(body, visit),
        OutputType::Many(output) => output
            .variants
            .iter()
            .for_each(|variant| visit_content(&variant.body, visit)),
    }
}

/// Calls `visit` with each type of a body.
pub fn visit_content(content: &Content, visit: &mut dyn FnMut(&Type)) {
    match content {
        Content::Value(ty, _) => ty.visit(visit),
        Content::Empty => {}
    }
}
