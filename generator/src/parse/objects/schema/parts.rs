//! Items and properties that are told apart by position or by pattern: the model has one schema for all of them where no tuple and
//! no struct can hold them.

use super::super::fields::Fields;
use super::{Cx, id};
use crate::openapi::{Count, Schema, SchemaId};

/// Leaves `prefixItems` where each array has just these items; else what they can be is what any item can be.
pub fn items<'d>(cx: &mut Cx<'d, '_>, schema: &mut Schema<'d>, fields: Fields<'d>) {
    let length = u64::try_from(schema.prefix_items.len()).unwrap_or(u64::MAX);
    if length == 0 {
        return;
    }
    let rest = fields.get("items");
    let limits = schema.limits.get_or_insert_default();
    if let Some(rest) = rest.filter(|rest| rest.as_bool() == Some(false)) {
        let span = rest.span;
        limits.max_items.get_or_insert(Count {
            value: length,
            span,
        });
    }
    let is_closed = limits.max_items.is_some_and(|most| most.value <= length);
    if is_closed && limits.min_items.is_some_and(|least| least.value >= length) {
        schema.items = None;
        return;
    }
    let mut items = std::mem::take(&mut schema.prefix_items);
    schema.items = match rest.filter(|rest| rest.as_bool().is_none()) {
        Some(rest) => {
            items.push(id(cx, rest));
            Some(any_of(cx, schema, items))
        }
        None if is_closed => Some(any_of(cx, schema, items)),
        None => None,
    };
}

/// Lets `patternProperties` say what the properties without a name of their own are.
pub fn properties<'d>(cx: &mut Cx<'d, '_>, schema: &mut Schema<'d>, fields: Fields<'d>) {
    let mut values: Vec<SchemaId> = schema
        .pattern_properties
        .iter()
        .map(|entry| entry.value)
        .collect();
    let rest = fields.get("additionalProperties");
    match rest.map(|rest| (rest, rest.as_bool())) {
        _ if values.is_empty() => return,
        Some((_, Some(true))) => return,
        Some((rest, None)) => values.push(id(cx, rest)),
        // Whoever names patterns hardly means that any other property is welcome.
        Some((_, Some(false))) | None => {}
    }
    schema.additional_properties = Some(any_of(cx, schema, values));
}

fn any_of<'d>(cx: &mut Cx<'d, '_>, schema: &Schema<'d>, members: Vec<SchemaId>) -> SchemaId {
    match members.as_slice() {
        [member] => *member,
        _ => cx.schemas.add(Ok(Schema {
            span: schema.span,
            any_of: members,
            ..Schema::default()
        })),
    }
}
