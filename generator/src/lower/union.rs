//! `oneOf` and `anyOf`: a value of one of several types, and how to tell which one it is.

mod alike;
mod constants;
mod family;
mod listed;
mod names;
mod tags;
mod tell_apart;

pub use family::{child_of_value, is_child};

use super::all_of;
use super::doc_notes::notes;
use super::docs::docs;
use super::schema;
use super::types::{Shape, TypeKey};
use super::{Cx, Lowered, object};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{DocNote, Origin, Place, Type, TypeKind};
use crate::openapi::{Discriminator, Kind, Schema, SchemaId, Target};
use tags::Tags;

/// The members of a `oneOf` or `anyOf` that say what a value may be.
pub struct Members<'m, 'd> {
    list: Vec<SchemaId>,
    has_null: bool,
    /// What tells them apart: the schema's own, or one that they share.
    discriminator: Option<&'m Discriminator<'d>>,
}

/// A member with its type.
struct Lowering<'m, 'd> {
    origin: Origin,
    target: Target<'m, 'd>,
    name: String,
    tags: Tags,
    ty: Type,
    notes: Vec<DocNote>,
}

impl Members<'_, '_> {
    /// The schemas beside null.
    pub fn list(&self) -> &[SchemaId] {
        &self.list
    }
}

/// The members of a schema's `oneOf` or `anyOf`; `None` where there are none, or where they only constrain what the other
/// keywords say, as lists of alternative `required` do.
pub fn members<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    schema: &'m Schema<'d>,
) -> Lowered<Option<Members<'m, 'd>>> {
    if schema.members().is_empty() {
        return Ok(None);
    }
    let mut members = Members {
        list: Vec::new(),
        has_null: false,
        discriminator: None,
    };
    members.collect(cx, schema)?;
    members.discriminator = match schema.discriminator.as_deref() {
        Some(own) => Some(own),
        None if members.list.len() > 1 => family::shared_discriminator(cx, &members.list),
        None => None,
    };
    let is_constraint = members.list.is_empty() && !members.has_null;
    Ok((!is_constraint).then_some(members))
}

/// Whether each member of some of these unions has a property, so that the object has it by its variant.
pub fn all_have(cx: &mut Cx<'_, '_>, unions: &[SchemaId], property: &str) -> Lowered<bool> {
    for union in unions {
        let schema = cx.resolve(*union)?.schema;
        let Some(members) = members(cx, schema)? else {
            continue;
        };
        let mut has = true;
        for member in &members.list {
            has &= all_of::properties(cx, *member)?.get(property).is_some();
        }
        if has {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a schema is one of those whose values are the values of `base`.
pub fn is_of_family(cx: &Cx<'_, '_>, id: SchemaId, base: SchemaId) -> bool {
    let Ok(base) = cx.resolve(base) else {
        return false;
    };
    let mut members = family::children(cx, base);
    let listed = base.schema.one_of.iter().chain(&base.schema.any_of);
    members.extend(listed.filter_map(|member| Some(cx.resolve(*member).ok()?.id)));
    members.contains(&id)
}

/// The schemas that extend this one, where it has a discriminator and names no members itself: its values are theirs.
pub fn family_of<'m, 'd>(cx: &Cx<'m, 'd>, target: Target<'m, 'd>) -> Option<Members<'m, 'd>> {
    let discriminator = target.schema.discriminator.as_deref()?;
    let list = family::children(cx, target);
    (!list.is_empty()).then_some(Members {
        list,
        has_null: false,
        discriminator: Some(discriminator),
    })
}

impl<'m, 'd> Members<'m, 'd> {
    fn collect(&mut self, cx: &Cx<'m, 'd>, schema: &Schema<'d>) -> Lowered<()> {
        for id in schema.members() {
            let target = cx.resolve(*id)?;
            let member = target.schema;
            if member.is_never {
                continue;
            }
            if member.is_null() {
                self.has_null = true;
            } else if target.name.is_none() && member.is_list_of_members() {
                // A list within the list is part of it.
                self.has_null |= member.nullable;
                self.collect(cx, member)?;
            } else if member.has_shape() || member.is_any() {
                self.list.push(*id);
            }
        }
        Ok(())
    }
}

/// The type of a schema with such members.
pub fn union<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    members: &Members<'m, 'd>,
    place: &Place,
) -> Lowered<Type> {
    let is_base = |cx: &Cx<'m, 'd>, member: &SchemaId| {
        let member = cx.resolve(*member);
        member.is_ok_and(|member| is_child(cx.document, member.schema, target.id))
    };
    let has_properties = !target.schema.properties.is_empty();
    if has_properties && !members.list.iter().all(|member| is_base(cx, member)) {
        // The object has what it says itself, and what one of the members says.
        let ty = all_of::merged(cx, target, place)?;
        return Ok(if members.has_null { ty.nullable() } else { ty });
    }
    of_members(cx, target, TypeKey::Schema(target.id), members, place)
}

/// The type of a schema whose values are those of a family.
pub fn of_family<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    members: &Members<'m, 'd>,
    place: &Place,
) -> Lowered<Type> {
    of_members(cx, target, TypeKey::Schema(target.id), members, place)
}

/// The type of the `oneOf` or `anyOf` of an object that has properties, too: its variants.
pub fn variants(cx: &mut Cx<'_, '_>, id: SchemaId, place: &Place) -> Lowered<Type> {
    let target = cx.resolve(id)?;
    let is_alone = target.schema.properties.is_empty() && target.schema.all_of.is_empty();
    match members(cx, target.schema)? {
        Some(members) if !is_alone => {
            let name = cx.names.called(target.id).map(Place::schema);
            let place = name.as_ref().unwrap_or(place);
            of_members(cx, target, TypeKey::Variants(target.id), &members, place)
        }
        Some(_) | None => schema::schema(cx, id, &place.below("variant")),
    }
}

fn of_members<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    key: TypeKey,
    members: &Members<'m, 'd>,
    place: &Place,
) -> Lowered<Type> {
    let null = |ty: Type| if members.has_null { ty.nullable() } else { ty };
    match members.list.as_slice() {
        [] => return Ok(null(Type::Any)),
        [member] => {
            let ty = schema::schema(cx, *member, place)?;
            if !may_be_more(cx, members, *member, &ty) {
                return Ok(null(ty));
            }
        }
        _ => {}
    }
    let own_place = match key {
        TypeKey::Schema(_) | TypeKey::Event(_) => place.clone(),
        TypeKey::Variants(_) => place.below("variant"),
    };
    if let Some(ty) = cx.types.get(key, &own_place) {
        return Ok(null(ty));
    }
    let id = cx.types.reserve(key, Shape::Union, &own_place);
    let tag = members
        .discriminator
        .map(|discriminator| discriminator.property.text);
    let mut lowerings = lower_members(cx, members, tag, place)?;
    if let (None, TypeKey::Schema(_)) = (tag, key) {
        lowerings.extend(further_properties(cx, target, place)?);
    }
    let has_null = lowerings
        .iter()
        .any(|lowering| matches!(lowering.ty, Type::Nullable(_)));
    lowerings
        .iter_mut()
        .for_each(|lowering| lowering.ty = lowering.ty.clone().non_null());
    alike::merge(cx, &mut lowerings);
    let null = |ty: Type| {
        if has_null {
            null(ty).nullable()
        } else {
            null(ty)
        }
    };
    let single = match lowerings.as_slice() {
        _ if lowerings.iter().any(|lowering| lowering.ty == Type::Any) => Some(Type::Any),
        [lowering] if members.list.len() > 1 => Some(lowering.ty.clone()),
        _ => None,
    };
    // What a schema says of the whole object is not said of its variants.
    let nothing = Schema::default();
    let schema = match key {
        TypeKey::Schema(_) | TypeKey::Event(_) => target.schema,
        TypeKey::Variants(_) => &nothing,
    };
    if let Some(ty) = single.filter(|ty| cx.types.replace(key, ty)) {
        let docs = docs(cx.document, &schema.words);
        cx.types.describe(&ty, place, &docs);
        return Ok(null(ty));
    }
    let union = tell_apart::tell_apart(cx, tag.map(str::to_owned), lowerings)?;
    if union.tag.is_some() {
        report_default(cx, target.schema);
    }
    let definition = schema::definition(cx, schema, &own_place, id, TypeKind::Union(union));
    Ok(null(Type::Named(cx.types.define(key, id, definition))))
}

/// Reports that values with other tags are not read as the schema that the document names for them.
fn report_default(cx: &mut Cx<'_, '_>, schema: &Schema<'_>) {
    let discriminator = schema.discriminator.as_deref();
    if let Some(default) = discriminator.and_then(|discriminator| discriminator.default) {
        let message = "`defaultMapping` is not generated yet";
        let unsupported = Diagnostic::new(Code::Unsupported, default.span, message);
        cx.report(unsupported.help("values with other tags are kept as JSON"));
    }
}

/// What `additionalProperties` beside the members allows: an object with properties that none of them declares.
fn further_properties<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    target: Target<'m, 'd>,
    place: &Place,
) -> Lowered<Option<Lowering<'m, 'd>>> {
    let additional = object::additional_type(cx, target.schema.additional_properties, place)?;
    Ok(additional.map(|ty| Lowering {
        origin: Origin(target.schema.span),
        target,
        name: "object".to_owned(),
        tags: Tags::default(),
        ty: match ty {
            Type::Any => Type::Object,
            ty => Type::Map(Box::new(ty)),
        },
        notes: Vec::new(),
    }))
}

/// Whether a value may come that is not of the only member: a discriminator speaks of objects that are of other types.
fn may_be_more(cx: &Cx<'_, '_>, members: &Members<'_, '_>, member: SchemaId, ty: &Type) -> bool {
    let target = cx.resolve(member);
    let is_named = target.is_ok_and(|target| cx.names.of(target.id).is_some());
    let is_struct = matches!(ty, Type::Named(id) if cx.types.shape(*id) == Some(Shape::Struct));
    members.discriminator.is_some() && is_named && is_struct
}

fn lower_members<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    members: &Members<'m, 'd>,
    tag: Option<&str>,
    place: &Place,
) -> Lowered<Vec<Lowering<'m, 'd>>> {
    let names = names::names(cx, &members.list, tag)?;
    let is_known_text = is_known_text(cx, &members.list);
    let mut lowerings = Vec::new();
    for (member, name) in members.list.iter().zip(names) {
        let target = cx.resolve(*member)?;
        let ty = if is_known_text {
            schema::schema(cx, *member, place)?
        } else {
            schema::schema(cx, *member, &place.below(&name))?
        };
        let is_union = matches!(ty, Type::Named(id) if cx.types.shape(id) == Some(Shape::Union));
        let tags = match tag {
            Some(_) if is_union => Tags::stated(cx.document, members.discriminator, target),
            Some(_) => Tags::of(cx, members.discriminator, target),
            None => Tags::default(),
        };
        lowerings.push(Lowering {
            origin: Origin(cx.span(*member)),
            target,
            name,
            tags,
            notes: notes(cx, *member, &ty),
            ty,
        });
    }
    Ok(lowerings)
}

/// Whether the members are any text and one list of known texts, which are one type together.
fn is_known_text(cx: &Cx<'_, '_>, members: &[SchemaId]) -> bool {
    let mut lists = 0;
    for member in members {
        match cx.resolve(*member) {
            Ok(target) if target.schema.kind() == Some(Kind::String) => {
                lists += usize::from(target.schema.values.is_some());
            }
            Ok(_) | Err(_) => return false,
        }
    }
    lists == 1
}
