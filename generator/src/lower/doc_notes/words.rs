//! Words that are said by the members of a schema.

use crate::ir::{Docs, Type};
use crate::lower::Cx;
use crate::lower::docs::docs;
use crate::openapi::{Schema, SchemaId};

/// The only member of a `oneOf` or `anyOf` that is not null: what one of several says need not hold.
pub fn only_member(cx: &Cx<'_, '_>, schema: &Schema<'_>) -> Option<SchemaId> {
    let is_null = |id: &SchemaId| cx.resolve(*id).is_ok_and(|target| target.schema.is_null());
    let mut members = schema.members().iter().filter(|id| !is_null(id));
    match (members.next(), members.next()) {
        (Some(member), None) => Some(*member),
        (Some(_) | None, _) => None,
    }
}

/// What the members of an `allOf`, or the only other one, say, but not those that a type with a name is made of.
pub fn words_of_members(cx: &Cx<'_, '_>, schema: &Schema<'_>, ty: &Type) -> Docs {
    let is_named = matches!(ty, Type::Named(_) | Type::Nullable(_));
    let only = only_member(cx, schema);
    let mut members = schema.all_of.iter().copied().chain(only);
    let speaking = members.find_map(|member| {
        let target = cx.resolve(member).ok()?;
        let is_type = target.name.is_some() && is_named;
        (!is_type && !target.schema.words.is_empty())
            .then(|| docs(cx.document, &target.schema.words))
    });
    speaking.unwrap_or_default()
}
