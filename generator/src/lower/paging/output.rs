//! Places in the output of an operation.

use super::Said;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Content, Operation, Scalar, Struct, Type, TypeKind};
use crate::lower::Cx;

/// The output, if it is JSON of one type whatever the status.
pub fn of(operation: &Operation) -> Option<&Type> {
    let mut successes = operation.successes.iter();
    let first = successes.clone().next()?.bodies.first()?;
    let is_first = |content: &Content| *content == first.content;
    successes
        .all(|success| {
            !success.bodies.is_empty() && success.bodies.iter().all(|body| is_first(&body.content))
        })
        .then(|| first.content.json())?
}

/// The properties that lead to the list at a JSON pointer.
pub fn list(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Result<Vec<String>, Diagnostic> {
    let properties: Vec<String> = tokens(&pointer.text).collect();
    let mut ty = output;
    for property in &properties {
        match own_field(cx, ty, property) {
            Some(field) => ty = non_null(field),
            None => return Err(not_found(cx, output, pointer)),
        }
    }
    match ty {
        Type::List(_) => Ok(properties),
        _ => Err(not_found(cx, output, pointer)),
    }
}

/// The property that leads to the only list of the output; none if the output is the list.
pub fn only_list(cx: &Cx<'_, '_>, output: &Type) -> Option<Vec<String>> {
    if let Type::List(_) = output {
        return Some(Vec::new());
    }
    let mut lists = lists(cx, output);
    let list = lists.next()?;
    lists.next().is_none().then(|| vec![list.to_owned()])
}

/// Whether the output is a list, or an object that has scalars beside its lists, such as the number of all items.
pub fn is_list(cx: &Cx<'_, '_>, output: &Type) -> bool {
    let is_part = |ty: &Type| matches!(non_null(ty), Type::List(_) | Type::Scalar(_));
    match output {
        Type::List(_) => true,
        _ => strukt(cx, output).is_some_and(|strukt| {
            strukt.variants.is_empty() && strukt.fields.iter().all(|field| is_part(&field.ty))
        }),
    }
}

/// Whether a JSON pointer may lead to a string or a number.
pub fn check_text(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Result<(), Diagnostic> {
    match target(cx, output, pointer) {
        Some(Type::Scalar(_) | Type::Any | Type::Named(_)) => Ok(()),
        Some(_) | None => Err(no("string or number", pointer)),
    }
}

/// Whether a JSON pointer may lead to a boolean.
pub fn check_boolean(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Result<(), Diagnostic> {
    match target(cx, output, pointer) {
        Some(Type::Scalar(Scalar::Boolean) | Type::Any) => Ok(()),
        Some(_) | None => Err(no("boolean", pointer)),
    }
}

/// What a JSON pointer leads to, whether or not it may be null.
fn target<'a>(cx: &'a Cx<'_, '_>, output: &'a Type, pointer: &Said) -> Option<&'a Type> {
    let mut ty = output;
    for token in tokens(&pointer.text) {
        ty = match non_null(ty) {
            // Its members may be anything.
            Type::Any | Type::Object => return Some(&Type::Any),
            Type::List(item) | Type::Map(item) => item,
            Type::Named(_) => field(cx, ty, &token)?,
            Type::Scalar(_)
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Tuple(_)
            | Type::Nullable(_) => return None,
        };
    }
    Some(non_null(ty))
}

fn no(what: &str, pointer: &Said) -> Diagnostic {
    missing(what, pointer)
        .help("write the JSON pointer of a property that the schema describes as one")
}

fn missing(what: &str, pointer: &Said) -> Diagnostic {
    let message = match pointer.text.as_str() {
        "" => format!("the body of a success is not a {what}"),
        text => format!("there is no {what} at `{text}` in the body of a success"),
    };
    Diagnostic::new(Code::Extension, pointer.span, message)
}

fn not_found(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Diagnostic {
    let problem = missing("list", pointer);
    if let Type::List(_) = output {
        return problem.help("write `''`: the body itself is the list");
    }
    let known: Vec<String> = lists(cx, output).map(|name| format!("/{name}")).collect();
    let help = match known.as_slice() {
        [] => "write the JSON pointer of an array that the schema describes".to_owned(),
        [list] => format!("the only list is at `{list}`"),
        lists => format!("there are lists at `{}`", lists.join("`, `")),
    };
    with_suggestion_or(
        problem,
        &pointer.text,
        known.iter().map(String::as_str),
        help,
    )
}

/// The lists directly in an object.
fn lists<'a>(cx: &'a Cx<'_, '_>, output: &Type) -> impl Iterator<Item = &'a str> {
    let fields = strukt(cx, output)
        .into_iter()
        .flat_map(|strukt| &strukt.fields);
    let lists = fields.filter(|field| matches!(non_null(&field.ty), Type::List(_)));
    lists.map(|field| field.wire.as_str())
}

/// The type of a property that the object has by itself, so that it is a field.
fn own_field<'a>(cx: &'a Cx<'_, '_>, ty: &Type, name: &str) -> Option<&'a Type> {
    let field = strukt(cx, ty)?
        .fields
        .iter()
        .find(|field| field.wire == name);
    field.map(|field| &field.ty)
}

/// The type of a property, if the object may have it.
fn field<'a>(cx: &'a Cx<'_, '_>, ty: &Type, name: &str) -> Option<&'a Type> {
    const ANY: &Type = &Type::Any;
    let Some(strukt) = strukt(cx, ty) else {
        return Some(ANY);
    };
    let others = if strukt.variants.is_empty() {
        strukt.additional.as_ref()
    } else {
        Some(ANY)
    };
    own_field(cx, ty, name).or(others)
}

fn strukt<'a>(cx: &'a Cx<'_, '_>, ty: &Type) -> Option<&'a Struct> {
    let Type::Named(id) = non_null(ty) else {
        return None;
    };
    match cx.types.kind(*id)? {
        TypeKind::Struct(strukt) => Some(strukt),
        TypeKind::Multipart(_) | TypeKind::Enum(_) | TypeKind::Union(_) => None,
    }
}

fn non_null(ty: &Type) -> &Type {
    match ty {
        Type::Nullable(ty) => ty,
        ty => ty,
    }
}

/// The tokens of a JSON pointer.
fn tokens(pointer: &str) -> impl Iterator<Item = String> {
    let tokens = pointer.split('/').skip(1);
    tokens.map(|token| token.replace("~1", "/").replace("~0", "~"))
}
