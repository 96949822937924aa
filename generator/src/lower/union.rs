//! `oneOf` and `anyOf`: a value of one of several types, and how to tell which one it is.

mod tell_apart;

use super::all_of;
use super::schema::{self, Schema};
use super::types::Shape;
use super::{Cx, Lowered};
use crate::ir::{Integer, Number, Place, Type, TypeKind};
use crate::parse::tree::{Node, Value};

/// The members of a `oneOf` or `anyOf` that say what a value may be.
pub struct Members<'d, 's> {
    list: Vec<&'d Node<'s>>,
    has_null: bool,
}

/// A member with its type.
struct Lowering<'d, 's> {
    node: &'d Node<'s>,
    name: String,
    tags: Vec<String>,
    ty: Type,
}

/// The members of a schema's `oneOf` or `anyOf`; `None` where there are none, or where they only constrain what the other
/// keywords say, as lists of alternative `required` do.
pub fn members<'d, 's>(
    cx: &mut Cx<'d, 's>,
    node: &'d Node<'s>,
) -> Lowered<Option<Members<'d, 's>>> {
    let Some(list) = node.get("oneOf").or_else(|| node.get("anyOf")) else {
        return Ok(None);
    };
    let mut members = Members {
        list: Vec::new(),
        has_null: false,
    };
    for member in list.items() {
        let target = cx.resolve(member)?.node;
        if is_null(target) {
            members.has_null = true;
        } else if !all_of::only_constrains(target) || target.entries().is_empty() {
            members.list.push(member);
        }
    }
    let is_constraint = members.list.is_empty() && !members.has_null;
    Ok((!is_constraint).then_some(members))
}

/// The type of a schema with such members.
pub fn union<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    members: &Members<'d, 's>,
    place: &Place,
) -> Lowered<Type> {
    let null = |ty: Type| if members.has_null { ty.nullable() } else { ty };
    if schema.node.get("properties").is_some() {
        // The object has what it says itself, and may have what any member says.
        return all_of::merged(cx, schema, place).map(null);
    }
    match members.list.as_slice() {
        [] => return Ok(null(Type::Any)),
        [member] => return schema::schema(cx, member, place).map(null),
        _ => {}
    }
    let span = schema.node.span;
    if let Some(ty) = cx.types.get(span) {
        return Ok(null(ty));
    }
    let id = cx.types.reserve(span, Shape::Union);
    let tag = schema
        .data
        .discriminator
        .as_ref()
        .map(|discriminator| discriminator.property_name.clone());
    let mut lowerings = lower_members(cx, schema, members, place)?;
    let has_null = lowerings
        .iter()
        .any(|lowering| matches!(lowering.ty, Type::Nullable(_)));
    lowerings
        .iter_mut()
        .for_each(|lowering| lowering.ty = lowering.ty.clone().non_null());
    merge_alike(cx, &mut lowerings);
    let null = |ty: Type| {
        if has_null {
            null(ty).nullable()
        } else {
            null(ty)
        }
    };
    let single = match lowerings.as_slice() {
        _ if lowerings.iter().any(|lowering| lowering.ty == Type::Any) => Some(Type::Any),
        [lowering] => Some(lowering.ty.clone()),
        _ => None,
    };
    if let Some(ty) = single.filter(|ty| cx.types.replace(span, ty)) {
        return Ok(null(ty));
    }
    let union = tell_apart::tell_apart(cx, tag, lowerings)?;
    let definition = schema::definition(schema, place, TypeKind::Union(union));
    Ok(null(Type::Named(cx.types.define(span, id, definition))))
}

fn lower_members<'d, 's>(
    cx: &mut Cx<'d, 's>,
    schema: &Schema<'d, 's>,
    members: &Members<'d, 's>,
    place: &Place,
) -> Lowered<Vec<Lowering<'d, 's>>> {
    let mut lowerings = Vec::new();
    for (index, member) in members.list.iter().enumerate() {
        let target = cx.resolve(member)?;
        let title = target.node.get("title").and_then(Node::as_str);
        let name = match (target.name, title) {
            (Some(name), _) | (None, Some(name)) => name.to_owned(),
            (None, None) => format!("variant {}", index + 1),
        };
        let ty = schema::schema(cx, member, &place.below(&name))?;
        let mut tags = mapped_tags(cx, schema, target.node);
        if tags.is_empty() && schema.data.discriminator.is_some() {
            // Without a mapping, the name of the schema is its tag (section 4.7.25).
            tags.extend(target.name.map(str::to_owned));
        }
        lowerings.push(Lowering {
            node: target.node,
            name,
            tags,
            ty,
        });
    }
    Ok(lowerings)
}

/// The values of the discriminator that lead to a schema.
fn mapped_tags(cx: &Cx<'_, '_>, schema: &Schema<'_, '_>, target: &Node<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    let mapping = schema
        .node
        .get("discriminator")
        .and_then(|discriminator| discriminator.get("mapping"));
    for entry in mapping.into_iter().flat_map(Node::entries) {
        let text = entry.value.as_str().unwrap_or_default();
        let reference = if text.contains('#') {
            text.to_owned()
        } else {
            format!("#/components/schemas/{text}")
        };
        if cx
            .document
            .find(&reference)
            .is_some_and(|mapped| mapped.span == target.span)
        {
            tags.push(entry.key.to_string());
        }
    }
    tags
}

/// Puts members together that no value tells apart: strings with strings, numbers with numbers, lists with lists.
fn merge_alike(cx: &Cx<'_, '_>, lowerings: &mut Vec<Lowering<'_, '_>>) {
    let mut merged: Vec<Lowering<'_, '_>> = Vec::new();
    for lowering in lowerings.drain(..) {
        let alike = merged.iter_mut().find_map(|known| {
            let ty = common(cx, &known.ty, &lowering.ty)?;
            Some((known, ty))
        });
        match alike {
            Some((known, ty)) => {
                known.ty = ty;
                known.tags.extend(lowering.tags);
            }
            None => merged.push(lowering),
        }
    }
    *lowerings = merged;
}

/// The type that holds the values of both, where these look alike.
fn common(cx: &Cx<'_, '_>, one: &Type, other: &Type) -> Option<Type> {
    if one == other {
        return Some(one.clone());
    }
    match (one, other) {
        (Type::Integer(_), Type::Integer(_)) => Some(Type::Integer(Integer::I64)),
        (Type::Integer(_) | Type::Number(_), Type::Integer(_) | Type::Number(_)) => {
            Some(Type::Number(Number::F64))
        }
        (Type::String | Type::Timestamp, Type::String | Type::Timestamp) => Some(Type::String),
        (Type::List(_), Type::List(_)) => Some(Type::List(Box::new(Type::Any))),
        (Type::Object | Type::Map(_), Type::Object | Type::Map(_)) => Some(Type::Object),
        // An enum is open: it holds any string.
        (Type::Named(id), Type::String | Type::Timestamp)
        | (Type::String | Type::Timestamp, Type::Named(id))
            if cx.types.shape(*id) == Some(Shape::Enum) =>
        {
            Some(Type::Named(*id))
        }
        (Type::Named(one), Type::Named(other)) => {
            let is_enum = |id| cx.types.shape(id) == Some(Shape::Enum);
            (is_enum(*one) && is_enum(*other)).then_some(Type::String)
        }
        _ => None,
    }
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
