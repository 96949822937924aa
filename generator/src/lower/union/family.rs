//! Schemas that extend a common one by `allOf`, and are told apart by its discriminator.

use super::listed;
use super::tags::{Held, Tags};
use crate::ir::Constant;
use crate::lower::{Cx, all_of, names};
use crate::openapi::{Discriminator, Document, Schema, SchemaId, Target, Value};

/// How many `allOf`s are looked through.
const DEPTH: usize = 20;

/// The schemas of the document that extend this one, which has a discriminator and names no members itself: the values of the
/// schema are theirs. Empty for any other schema.
pub fn children(cx: &Cx<'_, '_>, parent: Target<'_, '_>) -> Vec<SchemaId> {
    let is_parent = parent.schema.discriminator.is_some() && parent.schema.members().is_empty();
    if !is_parent || cx.names.of(parent.id).is_none() {
        return Vec::new();
    }
    let components = cx.document.components.schemas.iter();
    let targets = components.filter_map(|component| names::own_schema(cx, component.value));
    targets
        .filter(|target| is_child(cx.document, target.schema, parent.id))
        .map(|target| target.id)
        .collect()
}

/// Of the schemas that extend this one the one that a value is of, by its tag.
pub fn child_of_value<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    parent: Target<'m, 'd>,
    value: Value<'_>,
) -> Option<SchemaId> {
    let discriminator = parent.schema.discriminator.as_deref()?;
    let property = discriminator.property.text;
    let tag = value.member(property)?.scalar_text()?;
    children(cx, parent).into_iter().find(|child| {
        let Ok(target) = cx.resolve(*child) else {
            return false;
        };
        let properties = all_of::properties(cx, *child);
        let held = properties.map_or_else(|_| Vec::new(), |all| listed::values(cx, &all, property));
        let held: Vec<String> = held.iter().map(Constant::text).collect();
        let held = Held {
            is_shared: held.len() > 1,
            values: held,
        };
        let tags = Tags::of(cx, Some(discriminator), target).among(&held);
        tags.iter().any(|known| known == tag)
    })
}

/// Whether a schema refers to another one in its own `allOf`.
pub fn is_child(document: &Document<'_>, schema: &Schema<'_>, parent: SchemaId) -> bool {
    schema.all_of.iter().any(|member| {
        let member = document.schema(*member);
        let reference = member.ok().and_then(|member| member.reference);
        reference.is_some_and(|reference| reference.target == parent)
    })
}

/// The discriminator of the schema that all of these extend.
pub fn shared_discriminator<'m, 'd>(
    cx: &Cx<'m, 'd>,
    members: &[SchemaId],
) -> Option<&'m Discriminator<'d>> {
    let mut shared: Option<&'m Discriminator<'d>> = None;
    for member in members {
        let found = inherited(cx, *member, DEPTH)?;
        if shared.is_some_and(|shared| shared.span != found.span) {
            return None;
        }
        shared = Some(found);
    }
    shared
}

fn inherited<'m, 'd>(cx: &Cx<'m, 'd>, id: SchemaId, depth: usize) -> Option<&'m Discriminator<'d>> {
    let target = cx.resolve(id).ok()?;
    target.schema.all_of.iter().find_map(|member| {
        let base = cx.resolve(*member).ok()?.schema;
        match base.discriminator.as_deref() {
            Some(discriminator) => Some(discriminator),
            None => inherited(cx, *member, depth.checked_sub(1)?),
        }
    })
}
