//! Values of enums and unions: the variant of the document's example where it is one, else the first one.

use serde_json::Value;

use super::Expression;
use super::literals::{fits, text};
use crate::rust::{Enum, Ident, Type, Union, UnionVariant};

/// The variant of the example, or the first one.
pub fn of_enum(ident: &Ident, enumeration: &Enum, example: Option<&Value>) -> Option<Expression> {
    let example = example.and_then(text);
    let mut variants = enumeration.variants.iter();
    let found = variants.find(|variant| Some(&variant.wire) == example.as_ref());
    let variant = found.or(enumeration.variants.first())?;
    let path = format!("models::{ident}::{}", variant.ident);
    Some(Expression::Text(path).importing("models"))
}

/// The variant that the example can be of, or the first one of which there is a simple value.
pub fn of_union(
    ident: &Ident,
    union: &Union,
    example: Option<&Value>,
    value: impl Fn(&Type) -> Option<Expression>,
) -> Option<Expression> {
    let is_of_example = |variant: &&UnionVariant| matches!((&variant.ty, example), (Type::Scalar(scalar), Some(example)) if fits(*scalar, example));
    let shown = union.variants.iter().filter(is_of_example);
    shown.chain(&union.variants).find_map(|variant| {
        let path = format!("models::{ident}::{}", variant.ident);
        let call = Expression::call(path, vec![value(&variant.ty)?]);
        Some(call.importing("models"))
    })
}
