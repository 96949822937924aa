//! Operations that ask for another format of a success than the usual one.

use crate::ir;
use crate::name::markdown::code;
use crate::rust::Ident;

/// What distinguishes an operation from the one that asks for the usual format, in a sentence; `None` for that one. `methods` are
/// those of all operations.
pub fn difference(
    methods: &[(&ir::Operation, Ident)],
    operation: &ir::Operation,
) -> Option<String> {
    operation.format.as_ref()?;
    let mut methods = methods.iter();
    let (_, usual) =
        methods.find(|(other, _)| other.format.is_none() && other.is_same(operation))?;
    Some(format!(
        "Unlike [`Client::{}`], it asks for {}.",
        usual.file_stem(),
        code(operation.accept.first()?)
    ))
}
