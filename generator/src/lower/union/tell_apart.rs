//! How a value is known to be of one of the types of a union.

use std::collections::HashMap;

use super::Lowering;
use super::constants::constants;
use super::listed::{self, are_distinct, keys};
use super::tags::Held;
use crate::ir::{
    Constant, Constants, JsonKind, JsonType, Row, TagOrigin, Tags, Type, TypeKind, Union,
    UnionVariant, VariantTest,
};
use crate::lower::direction::direction;
use crate::lower::object::Properties;
use crate::lower::types::Shape;
use crate::lower::{Cx, Lowered, all_of};
use crate::openapi::{Direction, Kind, SchemaId};

/// What is known of the values of a member.
enum Values<'d> {
    /// They are objects with these properties.
    Object(Properties<'d>),
    /// They are those of a union.
    Union(Union),
    /// They are of another kind.
    Other,
}

/// Decides how a value is known to be of each type.
pub fn tell_apart<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    tag: Option<String>,
    lowerings: Vec<Lowering<'m, 'd>>,
) -> Lowered<Union> {
    let mut values: Vec<Values<'d>> = Vec::new();
    for lowering in &lowerings {
        values.push(self::values(cx, lowering)?);
    }
    let stated = tag.and_then(|tag| {
        let tags = stated_tags(cx, &tag, &lowerings, &values)?;
        Some((TagOrigin::Discriminator, tag, tags))
    });
    let found = stated.or_else(|| {
        let (tag, tags) = tags_of_values(cx, &values)?;
        Some((TagOrigin::Constants, tag, tags))
    });
    match found {
        Some((origin, tag, tags)) => Ok(tagged(origin, tag, tags, lowerings, &values)),
        None => by_rows(cx, lowerings, &values),
    }
}

fn values<'m, 'd>(cx: &mut Cx<'m, 'd>, lowering: &Lowering<'m, 'd>) -> Lowered<Values<'d>> {
    let id = match lowering.ty {
        Type::Named(id) => id,
        Type::Object | Type::Map(_) => {
            return Ok(Values::Object(all_of::properties(cx, lowering.target.id)?));
        }
        _ => return Ok(Values::Other),
    };
    Ok(match cx.types.shape(id) {
        Some(Shape::Struct) => Values::Object(all_of::properties(cx, lowering.target.id)?),
        Some(Shape::Union) => match cx.types.kind(id) {
            Some(TypeKind::Union(union)) => Values::Union(union.clone()),
            Some(_) | None => Values::Other,
        },
        Some(Shape::Enum | Shape::IntegerEnum) | None => Values::Other,
    })
}

/// A union whose tag tells its types apart. A type that has no field for it has a variant for each of its tags, so that the tag is kept.
fn tagged(
    origin: TagOrigin,
    tag: String,
    tags: Vec<Vec<Constant>>,
    lowerings: Vec<Lowering<'_, '_>>,
    values: &[Values<'_>],
) -> Union {
    let mut variants = Vec::new();
    for ((lowering, values), tags) in lowerings.into_iter().zip(values).zip(tags) {
        let is_declared = match values {
            Values::Object(properties) => {
                properties.get(&tag).is_some() || properties.list.is_empty()
            }
            Values::Union(union) => union.tag.as_ref() == Some(&tag),
            Values::Other => false,
        };
        let variant = |name: String, values: Vec<Constant>| UnionVariant {
            origin: lowering.origin,
            name,
            ty: lowering.ty.clone(),
            test: VariantTest::Tags(Tags {
                values,
                is_declared,
                origin,
            }),
            notes: lowering.notes.clone(),
        };
        if is_declared || tags.len() == 1 {
            variants.push(variant(lowering.name.clone(), tags));
        } else {
            let each = tags.into_iter().map(|tag| variant(tag.text(), vec![tag]));
            variants.extend(each);
        }
    }
    Union {
        tag: Some(tag),
        variants,
    }
}

/// A union whose types are distinguished by all that is known of their values.
fn by_rows<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    lowerings: Vec<Lowering<'m, 'd>>,
    values: &[Values<'d>],
) -> Lowered<Union> {
    let members: Vec<(SchemaId, JsonKind)> = lowerings
        .iter()
        .map(|lowering| (lowering.target.id, kind(cx, &lowering.ty)))
        .collect();
    let constants = constants(cx, &members)?;
    let mut variants = Vec::new();
    let rows = lowerings
        .into_iter()
        .zip(values)
        .zip(members)
        .zip(constants);
    for (((lowering, values), (_, kind)), constants) in rows {
        let keys = match values {
            Values::Object(properties) => required_keys(cx, properties),
            Values::Union(_) | Values::Other => Vec::new(),
        };
        // What another union recognizes is for that union to say.
        let constants: Vec<Constants> = match kind {
            JsonKind::Union => Vec::new(),
            _ => constants,
        };
        variants.push(UnionVariant {
            origin: lowering.origin,
            name: lowering.name,
            ty: lowering.ty,
            test: VariantTest::Row(Row {
                kind,
                keys,
                constants,
            }),
            notes: lowering.notes,
        });
    }
    Ok(Union {
        tag: None,
        variants,
    })
}

/// The properties that an object has, in whatever direction it is sent. What is required without being declared is often missing.
fn required_keys(cx: &Cx<'_, '_>, properties: &Properties<'_>) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for name in &properties.required {
        let is_sent = |id| direction(cx, [id]) != Direction::WriteOnly;
        let is_there = properties.get(name).is_some_and(is_sent);
        if is_there && !keys.iter().any(|key| key == name) {
            keys.push((*name).to_owned());
        }
    }
    keys
}

/// The kind of the values of a type.
fn kind(cx: &Cx<'_, '_>, ty: &Type) -> JsonKind {
    match ty {
        Type::Scalar(scalar) => match scalar.row().json {
            JsonType::Boolean => JsonKind::Boolean,
            JsonType::Integer => JsonKind::Integer,
            JsonType::Number => JsonKind::Number,
            JsonType::String => JsonKind::String,
        },
        Type::List(_) | Type::Tuple(_) => JsonKind::Array,
        Type::Named(id) => match cx.types.shape(*id) {
            Some(Shape::Enum) => JsonKind::String,
            Some(Shape::IntegerEnum) => JsonKind::Integer,
            Some(Shape::Union) => JsonKind::Union,
            Some(Shape::Struct) | None => JsonKind::Object,
        },
        Type::Object
        | Type::Map(_)
        | Type::Any
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Nullable(_) => JsonKind::Object,
    }
}

/// The tags of each member where the document names the property, unless they do not tell the members apart.
fn stated_tags(
    cx: &Cx<'_, '_>,
    tag: &str,
    lowerings: &[Lowering<'_, '_>],
    values: &[Values<'_>],
) -> Option<Vec<Vec<Constant>>> {
    let held = held(cx, tag, values);
    // What only the name of the one member says is less than what its shape says.
    if let ([lowering], [held]) = (lowerings, held.as_slice())
        && lowering.tags.are_guessed(held)
    {
        return None;
    }
    let kind = tag_kind(cx, tag, values);
    let typed = |texts: &[String]| texts.iter().map(|text| typed(kind, text)).collect();
    let members = lowerings.iter().zip(values).zip(held);
    let tags = members.map(|((lowering, values), held)| match values {
        Values::Union(union) if union.tag.as_deref() == Some(tag) => {
            let stated: Vec<Constant> = typed(lowering.tags.values());
            [stated, union_tags(union)].concat()
        }
        Values::Object(_) | Values::Union(_) | Values::Other => typed(&lowering.tags.among(&held)),
    });
    let tags: Vec<Vec<Constant>> = tags.collect();
    are_distinct(&tags).then_some(tags)
}

/// What the property of each member can hold.
fn held<'d>(cx: &Cx<'_, 'd>, tag: &str, values: &[Values<'d>]) -> Vec<Held> {
    let mut held: Vec<Vec<String>> = Vec::new();
    for values in values {
        held.push(match values {
            Values::Object(properties) => {
                let values = listed::values(cx, properties, tag);
                values.iter().map(Constant::text).collect()
            }
            Values::Union(_) | Values::Other => Vec::new(),
        });
    }
    let mut counts: HashMap<&String, usize> = HashMap::new();
    for text in held.iter().flatten() {
        *counts.entry(text).or_default() += 1;
    }
    let is_shared = |text: &String| counts.get(text).is_some_and(|count| *count > 1);
    let are_shared: Vec<bool> = held.iter().map(|held| held.iter().any(is_shared)).collect();
    let both = held.into_iter().zip(are_shared);
    both.map(|(values, is_shared)| Held { values, is_shared })
        .collect()
}

/// What the values of the tag are, as the first member says that declares it.
fn tag_kind<'d>(cx: &Cx<'_, 'd>, tag: &str, values: &[Values<'d>]) -> Option<Kind> {
    values.iter().find_map(|values| match values {
        Values::Object(properties) => cx.resolve(properties.get(tag)?).ok()?.schema.kind(),
        Values::Union(_) | Values::Other => None,
    })
}

/// The value of a tag that a document spells as text, as it must where it is a key or a name.
fn typed(kind: Option<Kind>, text: &str) -> Constant {
    let typed = match kind {
        Some(Kind::Boolean) => text.parse().ok().map(Constant::Boolean),
        Some(Kind::Integer | Kind::Number) => text.parse().ok().map(Constant::Integer),
        Some(Kind::Null | Kind::String | Kind::Array | Kind::Object) | None => None,
    };
    typed.unwrap_or_else(|| Constant::Text(text.to_owned()))
}

fn union_tags(union: &Union) -> Vec<Constant> {
    let tags = |variant: &UnionVariant| match &variant.test {
        VariantTest::Tags(tags) => tags.values.clone(),
        VariantTest::Row(_) => Vec::new(),
    };
    union.variants.iter().flat_map(tags).collect()
}

/// A property that is always there, and has other values in each member.
fn tags_of_values<'d>(
    cx: &Cx<'_, 'd>,
    values: &[Values<'d>],
) -> Option<(String, Vec<Vec<Constant>>)> {
    let candidates: Vec<String> = match values.first()? {
        Values::Object(properties) => keys(properties),
        Values::Union(union) => union.tag.iter().cloned().collect(),
        Values::Other => Vec::new(),
    };
    candidates.into_iter().find_map(|tag| {
        let tags: Vec<Vec<Constant>> = values
            .iter()
            .map(|values| match values {
                Values::Object(properties) => listed::required(cx, properties, &tag),
                Values::Union(union) if union.tag.as_deref() == Some(&tag) => union_tags(union),
                Values::Union(_) | Values::Other => Vec::new(),
            })
            .collect();
        are_distinct(&tags).then_some((tag, tags))
    })
}
