//! The examples of a document with the types of their values, for those who hold the two against each other.

mod fit;

use super::Cx;
use crate::diagnostic::Diagnostics;
use crate::ir::{Example, Type};
use crate::read;
use crate::read::Node;

/// An example and its schema, on their way to [`Example`].
pub struct Noted<'d, 's> {
    value: &'d Node<'s>,
    schema: &'d Node<'s>,
    ty: Type,
}

/// Notes the examples of a media type of JSON, whose values are of this type.
pub fn of_media_type<'d, 's>(cx: &mut Cx<'d, 's>, media_type: &'d Node<'s>, ty: &Type) {
    if cx.examples.is_none() {
        return;
    }
    let Some(schema) = media_type.get("schema") else {
        return;
    };
    let several = media_type.get("examples").map_or(&[][..], Node::entries);
    let several = several.iter().filter_map(|entry| {
        let target = cx
            .document
            .resolve(&entry.value, &mut Diagnostics::default());
        target.ok()?.node.get("value")
    });
    let values: Vec<&'d Node<'s>> = media_type
        .get("example")
        .into_iter()
        .chain(several)
        .collect();
    for value in values {
        note(cx, value, schema, ty);
    }
}

/// Notes the example of a schema that became a type of its own.
pub fn of_schema<'d, 's>(cx: &mut Cx<'d, 's>, schema: &'d Node<'s>, ty: &Type) {
    if cx.examples.is_some()
        && matches!(ty, Type::Named(_))
        && let Some(value) = schema.get("example")
    {
        note(cx, value, schema, ty);
    }
}

/// The noted examples, each once, in the order of the document.
pub fn finish(cx: &mut Cx<'_, '_>) -> Vec<Example> {
    let mut noted = cx.examples.take().unwrap_or_default();
    noted.sort_by_key(|noted| noted.value.span);
    noted.dedup_by(|one, other| one.value.span == other.value.span && one.ty == other.ty);
    let mut examples = Vec::new();
    for noted in noted {
        let place = noted.value.span;
        let text = noted.value.as_str().and_then(json_text);
        let fitting = fit::fit(cx, noted.value, noted.schema);
        // Some write an object as the text of its JSON.
        let (value, fitting) = match (&text, fitting) {
            (Some(value), None) => (value, fit::fit(cx, value, noted.schema)),
            (_, fitting) => (noted.value, fitting),
        };
        examples.push(Example {
            ty: noted.ty,
            pointer: cx.document.root_of(place).pointer_to(place),
            fits: fitting.is_some(),
            json: fitting.unwrap_or_else(|| fit::json(value)).to_string(),
        });
    }
    examples
}

fn json_text(text: &str) -> Option<Node<'_>> {
    let is_json = text.trim_start().starts_with(['{', '[']);
    is_json.then(|| read::json(text))?
}

fn note<'d, 's>(cx: &mut Cx<'d, 's>, value: &'d Node<'s>, schema: &'d Node<'s>, ty: &Type) {
    let noted = Noted {
        value,
        schema,
        ty: ty.clone(),
    };
    cx.examples.get_or_insert_default().push(noted);
}
