//! Operations and their arguments as users write them.

use crate::rust::{Argument, Ident, Operation};

/// The path of an entry method.
pub fn item(operation: &Operation, method: &Ident) -> String {
    format!("{}::{method}", operation.owner())
}

/// The signature of the entry method.
pub fn signature(operation: &Operation) -> String {
    call(operation, &operation.method, &operation.arguments)
}

/// A call of an entry method.
pub fn call(operation: &Operation, method: &Ident, arguments: &[Argument]) -> String {
    let arguments: Vec<String> = arguments.iter().map(spelled).collect();
    let method = operation.call(method);
    format!("client.{method}({})", arguments.join(", "))
}

/// An argument as a signature has it.
pub fn spelled(argument: &Argument) -> String {
    let ty = argument.conversion.spelled(&argument.ty);
    format!("{}: {ty}", argument.ident)
}
