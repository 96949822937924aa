//! How a value is known to be of one of the types of a union.

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Type, Union, UnionVariant, VariantTest};
use crate::lower::object::Properties;
use crate::lower::types::Shape;
use crate::lower::{Cx, Lowered, all_of};

/// Decides how a value is known to be of each type.
pub fn tell_apart<'d, 's>(
    cx: &mut Cx<'d, 's>,
    tag: Option<String>,
    lowerings: Vec<Lowering<'d, 's>>,
) -> Lowered<Union> {
    let mut properties: Vec<Option<Properties<'d, 's>>> = Vec::new();
    for lowering in &lowerings {
        let is_struct =
            matches!(lowering.ty, Type::Named(id) if cx.types.shape(id) == Some(Shape::Struct));
        properties.push(if is_struct {
            Some(all_of::properties(cx, lowering.node)?)
        } else {
            None
        });
    }
    let tags: Vec<Vec<String>> = match &tag {
        Some(tag) => lowerings
            .iter()
            .zip(&properties)
            .map(|(lowering, properties)| {
                let constant = properties
                    .as_ref()
                    .and_then(|properties| constant(properties, tag));
                if lowering.tags.is_empty() {
                    constant.into_iter().collect()
                } else {
                    lowering.tags.clone()
                }
            })
            .collect(),
        None => Vec::new(),
    };
    let (tag, tags) = match tag {
        Some(tag) if are_distinct(&tags) => (Some(tag), tags),
        Some(_) | None => match inferred_tag(&properties) {
            Some((tag, tags)) => (Some(tag), tags),
            None => (None, Vec::new()),
        },
    };
    let mut variants = Vec::new();
    for (index, (lowering, properties)) in lowerings.into_iter().zip(properties).enumerate() {
        let test = match tags.get(index) {
            Some(tags) => VariantTest::Tags(tags.clone()),
            None => test(cx, &lowering, properties),
        };
        variants.push(UnionVariant {
            name: lowering.name,
            ty: lowering.ty,
            test,
        });
    }
    Ok(Union { tag, variants })
}

/// Whether each variant has a tag and no tag stands for two.
fn are_distinct(tags: &[Vec<String>]) -> bool {
    let mut all: Vec<&String> = tags.iter().flatten().collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    all.len() == count && !tags.is_empty() && tags.iter().all(|tags| !tags.is_empty())
}

/// A property that has one fixed value in each variant, and a different one in each.
fn inferred_tag(properties: &[Option<Properties<'_, '_>>]) -> Option<(String, Vec<Vec<String>>)> {
    let properties: Option<Vec<&Properties<'_, '_>>> =
        properties.iter().map(Option::as_ref).collect();
    let properties = properties?;
    properties.first()?.list.iter().find_map(|entry| {
        let tags: Vec<Vec<String>> = properties
            .iter()
            .map(|properties| constant(properties, &entry.key).into_iter().collect())
            .collect();
        are_distinct(&tags).then(|| (entry.key.to_string(), tags))
    })
}

/// The one value that a property may have.
fn constant(properties: &Properties<'_, '_>, name: &str) -> Option<String> {
    let entry = properties.list.iter().find(|entry| entry.key == name)?;
    match entry.value.get("enum")?.items() {
        [value] => value.as_str().map(str::to_owned),
        _ => None,
    }
}

fn test(
    cx: &mut Cx<'_, '_>,
    lowering: &Lowering<'_, '_>,
    properties: Option<Properties<'_, '_>>,
) -> VariantTest {
    match &lowering.ty {
        Type::Boolean => VariantTest::Boolean,
        Type::Integer(_) | Type::Number(_) => VariantTest::Number,
        Type::String | Type::Timestamp => VariantTest::String,
        Type::List(_) => VariantTest::Array,
        Type::Object
        | Type::Map(_)
        | Type::Any
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Nullable(_) => VariantTest::Object(Vec::new()),
        Type::Named(id) => match (cx.types.shape(*id), properties) {
            (Some(Shape::Enum), _) => VariantTest::String,
            (Some(Shape::Struct), Some(properties)) => {
                let is_known =
                    |name: &&String| properties.list.iter().any(|entry| entry.key == **name);
                VariantTest::Object(
                    properties
                        .required
                        .iter()
                        .filter(is_known)
                        .cloned()
                        .collect(),
                )
            }
            (Some(Shape::Union), _) => {
                let message = "a union within a union is told apart as an object";
                let unsupported = Diagnostic::new(Code::Unsupported, lowering.node.span, message);
                cx.report(unsupported.help("values of other kinds are kept as JSON"));
                VariantTest::Object(Vec::new())
            }
            (Some(Shape::Struct) | None, _) => VariantTest::Object(Vec::new()),
        },
    }
}
