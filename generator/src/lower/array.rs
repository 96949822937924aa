//! Array schemas: lists and tuples.

use super::{Cx, Lowered, schema};
use crate::ir::{Place, Type};
use crate::openapi::Schema;

/// The type of an array schema. Parsing has left `prefixItems` where each array has just these items.
pub fn array(cx: &mut Cx<'_, '_>, array: &Schema<'_>, place: &Place) -> Lowered<Type> {
    if array.prefix_items.len() > Type::TUPLE_LIMIT {
        return Ok(Type::List(Box::new(Type::Any)));
    }
    if !array.prefix_items.is_empty() {
        let mut items = Vec::new();
        for (number, item) in (1_usize..).zip(&array.prefix_items) {
            items.push(schema::schema(
                cx,
                *item,
                &place.below(&format!("item {number}")),
            )?);
        }
        return Ok(Type::Tuple(items));
    }
    let item = match array.items {
        Some(items) => schema::schema(cx, items, &place.item())?,
        None => Type::Any,
    };
    Ok(Type::List(Box::new(item)))
}
