//! How a value is known to be of one of the types of a union.

use std::collections::HashMap;

use super::Lowering;
use super::listed::{are_distinct, constants, keys, texts};
use super::tags::Held;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{JsonShape, JsonType, Type, TypeKind, Union, UnionVariant, VariantTest};
use crate::lower::object::Properties;
use crate::lower::types::Shape;
use crate::lower::{Cx, Lowered, all_of};

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
    let (tag, tags) = match tag {
        Some(tag) => {
            let held = held(cx, &tag, &values);
            // What only the name of the one member says is less than what its shape says.
            let is_guess = |(lowering, held): (&Lowering<'_, '_>, &Held)| {
                lowerings.len() == 1 && lowering.tags.are_guessed(held)
            };
            if lowerings.iter().zip(&held).any(is_guess) {
                (None, Vec::new())
            } else {
                let tags = explicit_tags(&tag, &lowerings, &values, &held);
                (Some(tag), tags)
            }
        }
        None => (None, Vec::new()),
    };
    let (tag, tags) = match tag {
        Some(tag) if are_distinct(&tags) => (Some(tag), tags),
        Some(_) | None => match tags_of_values(cx, &values) {
            Some((tag, tags)) => (Some(tag), tags),
            None => (None, Vec::new()),
        },
    };
    let mut variants = Vec::new();
    for (index, (lowering, values)) in lowerings.into_iter().zip(values).enumerate() {
        let test = match tags.get(index) {
            Some(tags) => VariantTest::Tags(tags.clone()),
            None => VariantTest::Shapes(shapes(cx, &lowering, values)),
        };
        variants.push(UnionVariant {
            name: lowering.name,
            ty: lowering.ty,
            test,
            notes: lowering.notes,
        });
    }
    Ok(Union { tag, variants })
}

fn values<'m, 'd>(cx: &mut Cx<'m, 'd>, lowering: &Lowering<'m, 'd>) -> Lowered<Values<'d>> {
    let Type::Named(id) = lowering.ty else {
        return Ok(Values::Other);
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

/// What the property of each member can hold.
fn held<'d>(cx: &Cx<'_, 'd>, tag: &str, values: &[Values<'d>]) -> Vec<Held> {
    let mut held = Vec::new();
    for values in values {
        held.push(match values {
            Values::Object(properties) => texts(cx, properties, tag),
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

/// The tags of each member, where the document names the property.
fn explicit_tags(
    tag: &str,
    lowerings: &[Lowering<'_, '_>],
    values: &[Values<'_>],
    held: &[Held],
) -> Vec<Vec<String>> {
    let members = lowerings.iter().zip(values).zip(held);
    let tags = members.map(|((lowering, values), held)| match values {
        Values::Union(union) if union.tag.as_deref() == Some(tag) => {
            [lowering.tags.values(), &union_tags(union)].concat()
        }
        Values::Object(_) | Values::Union(_) | Values::Other => lowering.tags.among(held),
    });
    tags.collect()
}

fn union_tags(union: &Union) -> Vec<String> {
    let tags = |variant: &UnionVariant| match &variant.test {
        VariantTest::Tags(tags) => tags.clone(),
        VariantTest::Shapes(_) => Vec::new(),
    };
    union.variants.iter().flat_map(tags).collect()
}

/// A property that has other values in each member.
fn tags_of_values<'d>(
    cx: &Cx<'_, 'd>,
    values: &[Values<'d>],
) -> Option<(String, Vec<Vec<String>>)> {
    let candidates: Vec<String> = match values.first()? {
        Values::Object(properties) => keys(properties),
        Values::Union(union) => union.tag.iter().cloned().collect(),
        Values::Other => Vec::new(),
    };
    candidates.into_iter().find_map(|tag| {
        let tags: Vec<Vec<String>> = values
            .iter()
            .map(|values| match values {
                Values::Object(properties) => constants(cx, properties, &tag),
                Values::Union(union) if union.tag.as_deref() == Some(&tag) => union_tags(union),
                Values::Union(_) | Values::Other => Vec::new(),
            })
            .collect();
        are_distinct(&tags).then_some((tag, tags))
    })
}

fn shapes<'m, 'd>(
    cx: &mut Cx<'m, 'd>,
    lowering: &Lowering<'m, 'd>,
    values: Values<'d>,
) -> Vec<JsonShape> {
    let shape = match (&lowering.ty, values) {
        (_, Values::Object(properties)) => {
            let required = properties.required.iter();
            let known = required.filter(|name| properties.get(name).is_some());
            JsonShape::Object(known.map(|name| (*name).to_owned()).collect())
        }
        (_, Values::Union(union)) => return union_shapes(union),
        (Type::Scalar(scalar), _) => match scalar.row().json {
            JsonType::Boolean => JsonShape::Boolean,
            JsonType::Integer | JsonType::Number => JsonShape::Number,
            JsonType::String => JsonShape::String,
        },
        (Type::List(_) | Type::Tuple(_), _) => JsonShape::Array,
        (Type::Named(id), _) if cx.types.shape(*id) == Some(Shape::Enum) => JsonShape::String,
        (Type::Named(id), _) if cx.types.shape(*id) == Some(Shape::IntegerEnum) => {
            JsonShape::Number
        }
        (Type::Named(id), _) if cx.types.shape(*id) == Some(Shape::Union) => {
            let message = "a union within itself is told apart as an object";
            let unsupported =
                Diagnostic::new(Code::Unsupported, lowering.target.schema.span, message);
            cx.report(unsupported.help("values of other kinds are kept as JSON"));
            JsonShape::Object(Vec::new())
        }
        (
            Type::Object
            | Type::Map(_)
            | Type::Any
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Nullable(_)
            | Type::Named(_),
            _,
        ) => JsonShape::Object(Vec::new()),
    };
    vec![shape]
}

/// The shapes of the values of a union.
fn union_shapes(union: Union) -> Vec<JsonShape> {
    if let Some(tag) = union.tag {
        return vec![JsonShape::Object(vec![tag])];
    }
    let mut shapes = Vec::new();
    for variant in union.variants {
        if let VariantTest::Shapes(more) = variant.test {
            for shape in more {
                if !shapes.contains(&shape) {
                    shapes.push(shape);
                }
            }
        }
    }
    shapes
}
