//! The output of an operation, and the lists in it.

use super::Said;
use super::pointer::{non_null, own_field, strukt, token, tokens};
use super::scalars::missing;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::ir::{Content, Operation, Type};
use crate::lower::Cx;

/// A list in an output.
pub struct List<'a> {
    /// The properties that lead to it; none if the output is the list.
    pub properties: Vec<String>,
    /// The type of its items.
    pub item: &'a Type,
}

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

/// The list at a JSON pointer.
pub fn list<'a>(
    cx: &'a Cx<'_, '_>,
    output: &'a Type,
    pointer: &Said,
) -> Result<List<'a>, Diagnostic> {
    let properties: Vec<String> = tokens(&pointer.text).collect();
    let mut ty = output;
    for property in &properties {
        match own_field(cx, ty, property) {
            Some(field) => ty = non_null(field),
            None => return Err(not_found(cx, output, pointer)),
        }
    }
    match ty {
        Type::List(item) => Ok(List { properties, item }),
        _ => Err(not_found(cx, output, pointer)),
    }
}

/// The only list of the output.
pub fn only_list<'a>(cx: &'a Cx<'_, '_>, output: &'a Type) -> Option<List<'a>> {
    if let Type::List(item) = output {
        let properties = Vec::new();
        return Some(List { properties, item });
    }
    let mut lists = lists(cx, output);
    let (name, item) = lists.next()?;
    lists.next().is_none().then(|| List {
        properties: vec![name.to_owned()],
        item,
    })
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

fn not_found(cx: &Cx<'_, '_>, output: &Type, pointer: &Said) -> Diagnostic {
    let problem = missing("list", pointer);
    if let Type::List(_) = output {
        return problem.help("write `''`: the body itself is the list");
    }
    let known: Vec<String> = lists(cx, output)
        .map(|(name, _)| format!("/{}", token(name)))
        .collect();
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

/// The lists directly in an object, and the types of their items.
fn lists<'a>(cx: &'a Cx<'_, '_>, output: &Type) -> impl Iterator<Item = (&'a str, &'a Type)> {
    let fields = strukt(cx, output)
        .into_iter()
        .flat_map(|strukt| &strukt.fields);
    fields.filter_map(|field| Some((field.wire.as_str(), items(&field.ty)?)))
}

/// The type of the items, if a type is a list.
fn items(ty: &Type) -> Option<&Type> {
    match non_null(ty) {
        Type::List(item) => Some(item),
        _ => None,
    }
}
