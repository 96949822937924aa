//! Properties that can only have one value.

use std::collections::HashSet;

use super::Cx;
use crate::ir::Constant;
use crate::openapi::{SchemaId, Value};

/// The only value that `enum` or `const` of a property lists, or of a schema that it follows by `allOf`.
pub fn constant(cx: &Cx<'_, '_>, id: SchemaId) -> Option<Constant> {
    let mut waiting = vec![id];
    let mut seen = HashSet::new();
    while let Some(id) = waiting.pop() {
        // What is wrong with a schema is reported where its type is made.
        let Ok(target) = cx.resolve(id) else { continue };
        if !seen.insert(target.id) {
            continue;
        }
        let mut listed = target.schema.listed();
        if let (Some(value), None) = (listed.next(), listed.next()) {
            return scalar(value);
        }
        waiting.extend(&target.schema.all_of);
    }
    None
}

/// A scalar as a constant.
pub fn scalar(value: Value<'_>) -> Option<Constant> {
    if value.is_null() {
        return Some(Constant::Null);
    }
    if let Some(text) = value.as_str() {
        return Some(Constant::Text(text.to_owned()));
    }
    if let Some(boolean) = value.as_bool() {
        return Some(Constant::Boolean(boolean));
    }
    let number = value.as_number()?;
    Some(match number.parse() {
        Ok(integer) => Constant::Integer(integer),
        Err(_) => Constant::Number(number.to_owned()),
    })
}
