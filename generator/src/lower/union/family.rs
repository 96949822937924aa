//! Schemas that extend a common one by `allOf`, and are told apart by its discriminator.

use super::listed;
use super::tags::{Held, Tags};
use crate::ir::Constant;
use crate::lower::{Cx, all_of, names};
use crate::openapi::{Discriminator, Document, Schema, SchemaId, Target, Value};

/// How many `allOf`s are looked through.
const DEPTH: usize = 20;

/// The schemas that are a schema which has a discriminator and names no members itself: those that extend it, directly or through
/// others, and those that its mapping names. Empty for any other schema.
pub fn children(cx: &Cx<'_, '_>, parent: Target<'_, '_>) -> Vec<SchemaId> {
    let Some(discriminator) = parent.schema.discriminator.as_deref() else {
        return Vec::new();
    };
    if !parent.schema.members().is_empty() || cx.names.of(parent.id).is_none() {
        return Vec::new();
    }
    let components = cx.document.components.schemas.iter();
    let targets = components.filter_map(|component| names::own_schema(cx, component.value));
    let extending = targets.filter(|target| is_child(cx.document, target.schema, parent.id));
    let mut family: Vec<SchemaId> = extending.map(|target| target.id).collect();
    for entry in &discriminator.mapping {
        let mapped = entry.value.schema.and_then(|id| cx.resolve(id).ok());
        let mapped = mapped.map(|target| target.id);
        family.extend(mapped.filter(|id| *id != parent.id && !family.contains(id)));
    }
    family
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

/// Whether a schema refers to another one in its own `allOf`, or in that of a schema to which it refers there.
pub fn is_child(document: &Document<'_>, schema: &Schema<'_>, parent: SchemaId) -> bool {
    extends(document, schema, parent, DEPTH)
}

fn extends(document: &Document<'_>, schema: &Schema<'_>, parent: SchemaId, depth: usize) -> bool {
    schema.all_of.iter().any(|member| {
        let Ok(target) = document.resolve(*member) else {
            return false;
        };
        let is_reference = document
            .schema(*member)
            .is_ok_and(|member| member.reference.is_some());
        is_reference && target.id == parent
            || depth > 0 && extends(document, target.schema, parent, depth - 1)
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
