//! Operations that ask for another format of a success than the usual one.

use crate::ir;
use crate::name::markdown::code;
use crate::rust::Ident;

/// What distinguishes an operation from those that ask for other formats of the same success, in sentences; `None` if there are none.
/// `methods` are those of all operations, `owner` is the type that has its own.
pub fn difference(
    methods: &[(&ir::Operation, Ident)],
    operation: &ir::Operation,
    owner: &str,
) -> Option<String> {
    if operation.format.is_none() {
        return others(methods, operation, owner);
    }
    let mut methods = methods.iter();
    let (_, usual) =
        methods.find(|(other, _)| other.format.is_none() && other.is_same(operation))?;
    Some(format!(
        "Unlike [`{owner}::{}`], it asks for {}.",
        usual.file_stem(),
        code(operation.accept.first()?)
    ))
}

/// The methods that ask for other formats than the usual one.
fn others(
    methods: &[(&ir::Operation, Ident)],
    operation: &ir::Operation,
    owner: &str,
) -> Option<String> {
    let others = methods
        .iter()
        .filter(|(other, _)| other.format.is_some() && other.is_same(operation));
    let sentences = others.filter_map(|(other, method)| {
        let media_type = code(other.accept.first()?);
        let method = method.file_stem();
        Some(format!("[`{owner}::{method}`] asks for {media_type}."))
    });
    let sentences: Vec<String> = sentences.collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
