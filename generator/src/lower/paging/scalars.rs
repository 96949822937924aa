//! Strings, numbers and booleans in the output of an operation.

use super::Said;
use super::pointer::{non_null, strukt, target, token};
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Scalar, Type};
use crate::lower::Cx;

/// Whether a JSON pointer may lead to a string or a number.
pub fn check_text(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Result<(), Diagnostic> {
    match target(cx, output, &pointer.text) {
        Some(ty) if may_be_text(cx, ty) => Ok(()),
        Some(_) | None => Err(no("string or number", pointer)),
    }
}

/// Whether a JSON pointer into an item of a list may lead to a string or a number.
pub fn check_text_of_item(cx: &Cx<'_, '_>, item: &Type, pointer: &Said) -> Result<(), Diagnostic> {
    if target(cx, item, &pointer.text).is_some_and(|ty| may_be_text(cx, ty)) {
        return Ok(());
    }
    let message = match pointer.text.as_str() {
        "" => "an item of the list is not a string or number".to_owned(),
        text => format!("there is no string or number at `{text}` in an item of the list"),
    };
    let problem = Diagnostic::new(Code::Extension, pointer.span, message);
    if may_be_text(cx, non_null(item)) {
        return Err(problem.help("write `''`: an item itself is one"));
    }
    let fields = strukt(cx, item)
        .into_iter()
        .flat_map(|strukt| &strukt.fields);
    let texts = fields.filter(|field| may_be_text(cx, non_null(&field.ty)));
    let known: Vec<String> = texts
        .map(|field| format!("/{}", token(&field.wire)))
        .collect();
    Err(with_suggestion_or(
        problem,
        &pointer.text,
        known.iter().map(String::as_str),
        "write the JSON pointer, within an item, of a property that its schema describes as one",
    ))
}

/// Whether values of a type may be strings or numbers.
fn may_be_text(cx: &Cx<'_, '_>, ty: &Type) -> bool {
    match ty {
        Type::Scalar(scalar) => *scalar != Scalar::Boolean,
        Type::Named(_) => strukt(cx, ty).is_none(),
        Type::Any => true,
        Type::Object
        | Type::List(_)
        | Type::Map(_)
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Tuple(_)
        | Type::Nullable(_) => false,
    }
}

/// Whether a JSON pointer may lead to a boolean.
pub fn check_boolean(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Result<(), Diagnostic> {
    match target(cx, output, &pointer.text) {
        Some(Type::Scalar(Scalar::Boolean) | Type::Any) => Ok(()),
        Some(_) | None => Err(no("boolean", pointer)),
    }
}

fn no(what: &str, pointer: &Said) -> Diagnostic {
    missing(what, pointer)
        .help("write the JSON pointer of a property that the schema describes as one")
}

/// That a JSON pointer leads to nothing of the kind.
pub fn missing(what: &str, pointer: &Said) -> Diagnostic {
    let message = match pointer.text.as_str() {
        "" => format!("the body of a success is not a {what}"),
        text => format!("there is no {what} at `{text}` in the body of a success"),
    };
    Diagnostic::new(Code::Extension, pointer.span, message)
}
