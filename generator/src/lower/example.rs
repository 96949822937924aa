//! The examples of a document with the types of their values, for those who hold the two against each other.

mod known;

use super::Cx;
use crate::ir::{Example, Type};
use crate::openapi::{MediaType, SchemaId, Target, Value};

/// An example and its schema, on their way to [`Example`].
pub struct Noted<'d> {
    value: Value<'d>,
    schema: SchemaId,
    ty: Type,
}

/// Notes the examples of a media type of JSON, whose values are of this type.
pub fn of_media_type<'d>(cx: &mut Cx<'_, 'd>, media_type: &MediaType<'d>, ty: &Type) {
    if let Some(schema) = media_type.schema {
        media_type
            .examples
            .iter()
            .for_each(|value| note(cx, *value, schema, ty));
    }
}

/// Notes the examples of a schema that became a type of its own.
pub fn of_schema<'d>(cx: &mut Cx<'_, 'd>, target: Target<'_, 'd>, ty: &Type) {
    if matches!(ty, Type::Named(_)) {
        let examples = target.schema.examples.iter();
        examples.for_each(|value| note(cx, *value, target.id, ty));
    }
}

/// The noted examples, each once, in the order of the document.
pub fn finish(cx: &mut Cx<'_, '_>) -> Vec<Example> {
    let mut noted = cx.examples.take().unwrap_or_default();
    noted.sort_by_key(|noted| noted.value.span());
    noted.dedup_by(|one, other| one.value.span() == other.value.span() && one.ty == other.ty);
    let examples = noted.into_iter().map(|noted| {
        let known = known::known(cx, noted.value, noted.schema);
        Example {
            ty: noted.ty,
            place: noted.value.span(),
            fits: known.is_some(),
            json: known.unwrap_or_else(|| noted.value.to_json()).to_string(),
        }
    });
    examples.collect()
}

fn note<'d>(cx: &mut Cx<'_, 'd>, value: Value<'d>, schema: SchemaId, ty: &Type) {
    // A null says that there is none.
    if let Some(examples) = cx.examples.as_mut().filter(|_| !value.is_null()) {
        examples.push(Noted {
            value,
            schema,
            ty: ty.clone(),
        });
    }
}
