//! `oneOf` and `anyOf`: a value of one of several types, and how to tell which one it is.

mod alike;
mod family;
mod names;
mod tags;
mod tell_apart;

pub use family::{child_of_value, is_child};

use super::all_of;
use super::docs::docs;
use super::facts::facts;
use super::schema::{self, Schema};
use super::types::Shape;
use super::{Cx, Lowered};
use crate::ir::{DocNote, Place, Type, TypeKind};
use crate::read::{Node, Value};
use tags::Tags;

/// The members of a `oneOf` or `anyOf` that say what a value may be.
pub struct Members<'d, 's> {
    list: Vec<&'d Node<'s>>,
    has_null: bool,
    /// What tells them apart: the schema's own, or one that they share.
    discriminator: Option<&'d Node<'s>>,
}

/// A member with its type.
struct Lowering<'d, 's> {
    node: &'d Node<'s>,
    name: String,
    tags: Tags,
    ty: Type,
    facts: Vec<DocNote>,
}

/// The members of a schema's `oneOf` or `anyOf`; `None` where there are none, or where they only constrain what the other
/// keywords say, as lists of alternative `required` do.
pub fn members<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
) -> Lowered<Option<Members<'d, 's>>> {
    if node.get("oneOf").or_else(|| node.get("anyOf")).is_none() {
        return Ok(None);
    }
    let mut members = Members {
        list: Vec::new(),
        has_null: false,
        discriminator: None,
    };
    members.collect(cx, node)?;
    members.discriminator = match node.get("discriminator") {
        Some(own) => Some(own),
        None if members.list.len() > 1 => family::shared_discriminator(cx, &members.list),
        None => None,
    };
    let is_constraint = members.list.is_empty() && !members.has_null;
    Ok((!is_constraint).then_some(members))
}

/// Whether a schema is one of those whose values are the values of `base`.
pub fn is_of_family<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, base: &'d Node<'s>) -> bool {
    let Ok(base) = cx.resolve(base) else {
        return false;
    };
    let listed = ["oneOf", "anyOf"].map(|keyword| base.node.get(keyword));
    let listed = listed.into_iter().flatten().flat_map(Node::items);
    let mut members = family::children(cx, base.node);
    members.extend(listed.filter_map(|member| Some(cx.resolve(member).ok()?.node)));
    members.iter().any(|member| member.span == node.span)
}

/// The schemas that extend this one, where it has a discriminator and names no members itself: its values are theirs.
pub fn family_of<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Option<Members<'d, 's>> {
    let discriminator = node.get("discriminator")?;
    let list = family::children(cx, node);
    (!list.is_empty()).then_some(Members {
        list,
        has_null: false,
        discriminator: Some(discriminator),
    })
}

impl<'d, 's> Members<'d, 's> {
    fn collect(&mut self, cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Lowered<()> {
        let list = node.get("oneOf").or_else(|| node.get("anyOf"));
        for member in list.map_or(&[][..], Node::items) {
            let target = cx.resolve(member)?.node;
            if is_null(target) {
                self.has_null = true;
            } else if std::ptr::eq(member, target) && is_list_of_members(member) {
                // A list within the list is part of it.
                self.has_null |= member.get("nullable").and_then(Node::as_bool) == Some(true);
                self.collect(cx, member)?;
            } else if !all_of::only_constrains(target) || target.entries().is_empty() {
                self.list.push(member);
            }
        }
        Ok(())
    }
}

/// Whether a schema is nothing but a list of members, without a name.
fn is_list_of_members(node: &Node<'_>) -> bool {
    let is_list = node.get("oneOf").is_some() || node.get("anyOf").is_some();
    let is_bare = |key: &str| matches!(key, "oneOf" | "anyOf" | "description" | "nullable");
    is_list && node.entries().iter().all(|entry| is_bare(&entry.key))
}

/// The type of a schema with such members.
pub fn union<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    members: &Members<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    let null = |ty: Type| if members.has_null { ty.nullable() } else { ty };
    let is_base = |cx: &mut Cx<'d, 's>, member: &&'d Node<'s>| {
        let target = cx.resolve(member).map(|target| target.node);
        target.is_ok_and(|target| is_child(cx, target, schema.node))
    };
    let has_properties = schema.node.get("properties").is_some();
    if has_properties && !members.list.iter().all(|member| is_base(cx, member)) {
        // The object has what it says itself, and may have what any member says.
        return all_of::merged(cx, schema, place).map(null);
    }
    match members.list.as_slice() {
        [] => return Ok(null(Type::Any)),
        [member] => {
            let ty = schema::schema(cx, member, place)?;
            if !may_be_more(cx, members, member, &ty) {
                return Ok(null(ty));
            }
        }
        _ => {}
    }
    let span = schema.node.span;
    if let Some(ty) = cx.types.get(span) {
        return Ok(null(ty));
    }
    let id = cx.types.reserve(span, Shape::Union);
    let tag = members
        .discriminator
        .and_then(|discriminator| discriminator.get("propertyName")?.as_str())
        .map(str::to_owned);
    let mut lowerings = lower_members(cx, members, tag.as_deref(), place)?;
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
    if let Some(ty) = single.filter(|ty| cx.types.replace(span, ty)) {
        cx.types.describe(&ty, place, &docs(schema.node));
        return Ok(null(ty));
    }
    let union = tell_apart::tell_apart(cx, tag, lowerings)?;
    let definition = schema::definition(cx, schema, place, id, TypeKind::Union(union));
    Ok(null(Type::Named(cx.types.define(span, id, definition))))
}

/// Whether a value may come that is not of the only member: a discriminator speaks of objects that are of other types.
fn may_be_more<'d, 's>(
    cx: &mut Cx<'d, 's>,
    members: &Members<'d, 's>,
    member: &'d Node<'s>,
    ty: &Type,
) -> bool {
    let is_named = cx
        .resolve(member)
        .is_ok_and(|target| cx.names.of(target.node.span).is_some());
    let is_struct = matches!(ty, Type::Named(id) if cx.types.shape(*id) == Some(Shape::Struct));
    members.discriminator.is_some() && is_named && is_struct
}

fn lower_members<'d, 's>(
    cx: &mut Cx<'d, 's>,
    members: &Members<'d, 's>,
    tag: Option<&str>,
    place: &Place,
) -> Lowered<Vec<Lowering<'d, 's>>> {
    let names = names::names(cx, &members.list, tag)?;
    let is_known_text = is_known_text(cx, &members.list);
    let mut lowerings = Vec::new();
    for (member, name) in members.list.iter().zip(names) {
        let target = cx.resolve(member)?;
        let ty = if is_known_text {
            schema::schema(cx, member, place)?
        } else {
            schema::schema(cx, member, &place.below(&name))?
        };
        let is_union = matches!(ty, Type::Named(id) if cx.types.shape(id) == Some(Shape::Union));
        let tags = match tag {
            Some(_) if is_union => Tags::told(cx, members.discriminator, &target),
            Some(_) => Tags::of(cx, members.discriminator, &target),
            None => Tags::default(),
        };
        lowerings.push(Lowering {
            node: target.node,
            name,
            tags,
            facts: facts(cx, member, &ty),
            ty,
        });
    }
    Ok(lowerings)
}

/// Whether the members are any text and one list of known texts, which are one type together.
fn is_known_text<'d, 's>(cx: &mut Cx<'d, 's>, members: &[&'d Node<'s>]) -> bool {
    let mut lists = 0;
    for member in members {
        let Ok(target) = cx.resolve(member) else {
            return false;
        };
        if target.node.get("type").and_then(Node::as_str) != Some("string") {
            return false;
        }
        lists += usize::from(target.node.get("enum").is_some());
    }
    lists == 1
}

/// Whether a schema has no other value than null, as documents of version 3.0 write it.
fn is_null(node: &Node<'_>) -> bool {
    let is_null_word = node.get("type").and_then(Node::as_str) == Some("null");
    let only_null = node.get("enum").is_some_and(|values| {
        !values.items().is_empty()
            && values
                .items()
                .iter()
                .all(|value| matches!(value.value, Value::Null))
    });
    let only_nullable = node.get("nullable").and_then(Node::as_bool) == Some(true)
        && node
            .entries()
            .iter()
            .all(|entry| matches!(entry.key.as_ref(), "nullable" | "description" | "title"));
    is_null_word || only_null || only_nullable
}
