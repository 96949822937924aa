//! Events of several kinds, whose names say which one each is.

use super::events::data;
use crate::ir::{
    Constant, Direction, Field, Origin, Place, Presence, Struct, TagOrigin, Tags, Type, TypeKind,
    Union, UnionVariant, VariantTest,
};
use crate::lower::content_kind::{self, Kind, Many};
use crate::lower::doc_notes;
use crate::lower::types::{Shape, TypeKey};
use crate::lower::{Cx, Lowered, all_of, schema};
use crate::openapi::{self, SchemaId};

/// A kind of events.
struct NamedEvent {
    /// The names that it may have.
    names: Vec<String>,
    /// Its schema.
    schema: SchemaId,
    /// The schema of its data.
    data: SchemaId,
}

/// The type of events by their names, if the document says for each member of a `oneOf` or `anyOf` which names its events have.
pub fn named(cx: &mut Cx<'_, '_>, event: SchemaId, place: &Place) -> Lowered<Option<Type>> {
    let target = cx.resolve(event)?;
    let Some(members) = members(cx, event, target.schema.members())? else {
        return Ok(None);
    };
    let place = component(cx, target.id).unwrap_or_else(|| place.clone());
    let key = TypeKey::Event(target.id);
    if let Some(ty) = cx.types.get(key, &place) {
        return Ok(Some(ty));
    }
    cx.types.mark_used(target.id);
    let id = cx.types.reserve(key, Shape::Union, &place);
    let mut variants = Vec::new();
    for member in &members {
        variants.push(variant(cx, member, &place)?);
    }
    let union = Union {
        tag: Some("event".to_owned()),
        variants,
    };
    let definition = schema::definition(cx, target.schema, &place, id, TypeKind::Union(union));
    Ok(Some(Type::Named(cx.types.define(key, id, definition))))
}

/// The kinds of events, if each member says its names. `base` says what they share.
fn members(
    cx: &mut Cx<'_, '_>,
    base: SchemaId,
    members: &[SchemaId],
) -> Lowered<Option<Vec<NamedEvent>>> {
    let shared = all_of::properties(cx, base)?.get("data");
    let mut named = Vec::new();
    for member in members {
        let properties = all_of::properties(cx, *member)?;
        let names = properties.get("event").map(|event| names(cx, event));
        let own = properties.get("data");
        let own = own.filter(|own| shared.is_none() || says_what_it_is(cx, *own));
        let (Some(names), Some(data)) = (names, own.or(shared)) else {
            return Ok(None);
        };
        if names.is_empty() {
            return Ok(None);
        }
        named.push(NamedEvent {
            names,
            schema: *member,
            data,
        });
    }
    Ok((!named.is_empty()).then_some(named))
}

/// The names that a schema lists.
fn names(cx: &Cx<'_, '_>, schema: SchemaId) -> Vec<String> {
    let schema: Option<&openapi::Schema<'_>> = cx.resolve(schema).ok().map(|target| target.schema);
    let listed = schema.into_iter().flat_map(openapi::Schema::listed);
    let names = listed.filter_map(openapi::Value::as_str);
    names.map(str::to_owned).collect()
}

fn says_what_it_is(cx: &Cx<'_, '_>, schema: SchemaId) -> bool {
    content_kind::kind(cx, schema) != Many::One(Kind::Unknown)
}

/// A variant: a struct with the data of the event, whose name is known by the variant.
fn variant(cx: &mut Cx<'_, '_>, member: &NamedEvent, place: &Place) -> Lowered<UnionVariant> {
    let target = cx.resolve(member.schema)?;
    let name = member.names.first().cloned().unwrap_or_default();
    let place = component(cx, target.id).unwrap_or_else(|| place.below(&name));
    let ty = strukt(cx, member, &place)?;
    Ok(UnionVariant {
        origin: Origin(cx.span(member.schema)),
        name,
        ty,
        test: VariantTest::Tags(Tags {
            values: member.names.iter().cloned().map(Constant::Text).collect(),
            is_declared: false,
            origin: TagOrigin::Discriminator,
        }),
        notes: Vec::new(),
    })
}

/// The struct of a variant.
fn strukt(cx: &mut Cx<'_, '_>, member: &NamedEvent, place: &Place) -> Lowered<Type> {
    let target = cx.resolve(member.schema)?;
    let key = TypeKey::Event(target.id);
    if let Some(ty) = cx.types.get(key, place) {
        return Ok(ty);
    }
    cx.types.mark_used(target.id);
    let id = cx.types.reserve(key, Shape::Struct, place);
    let data = data(cx, member.data);
    let (ty, _) = data.lower(cx, &place.property("data"))?;
    let field = Field {
        origin: Origin(cx.span(member.data)),
        wire: "data".to_owned(),
        docs: doc_notes::of_property(cx, member.data, &ty),
        deprecated: false,
        ty,
        presence: Presence::Required,
        order: 0,
        direction: Direction::Both,
        constant: None,
    };
    let strukt = TypeKind::Struct(Struct {
        fields: vec![field],
        variants: Vec::new(),
        additional: None,
    });
    let definition = schema::definition(cx, target.schema, place, id, strukt);
    Ok(Type::Named(cx.types.define(key, id, definition)))
}

/// The place of a schema that is a component.
fn component(cx: &Cx<'_, '_>, schema: SchemaId) -> Option<Place> {
    cx.names.called(schema).map(Place::schema)
}
