//! Lists whose items must differ.

use std::collections::HashMap;

use super::{Budget, Fits, Misfit};
use crate::openapi::{Schema, Value};

/// How many bytes of text cost as much as a step.
const BYTES_OF_A_STEP: usize = 64;

/// The `uniqueItems` of the schema.
pub fn unique(value: Value<'_>, schema: &Schema<'_>, budget: &mut Budget) -> Fits {
    let (Some(keyword), Some(items)) = (schema.limits().unique_items, value.items()) else {
        return Ok(());
    };
    let mut known = HashMap::new();
    for (place, item) in (1_usize..).zip(items) {
        let mut text = String::new();
        if write(item, &mut text, budget).is_none() {
            return Ok(());
        }
        if let Some(first) = known.insert(text, place) {
            let message = format!("the items {first} and {place} are the same");
            let help = "remove one of the two, or remove `uniqueItems`";
            return Err(Misfit::new(item, message, help, keyword));
        }
    }
    Ok(())
}

/// Writes a value so that equal values have the same text; `None` once the budget is exhausted.
fn write(value: Value<'_>, text: &mut String, budget: &mut Budget) -> Option<()> {
    let scalar = value.scalar_text();
    let length = scalar.map_or(0, str::len);
    if !budget.spend(1 + length / BYTES_OF_A_STEP) {
        return None;
    }
    if let Some(items) = value.items() {
        text.push('[');
        for item in items {
            write(item, text, budget)?;
            text.push(',');
        }
        text.push(']');
    } else if let Some(members) = value.members() {
        let mut members: Vec<_> = members.collect();
        members.sort_by_key(|(key, _, _)| *key);
        text.push('{');
        for (key, _, member) in members {
            text.push_str(&format!("{key:?}:"));
            write(member, text, budget)?;
            text.push(',');
        }
        text.push('}');
    } else if let Some(string) = value.as_str() {
        text.push_str(&format!("{string:?}"));
    } else {
        // A number as it is spelled: what is rounded might be the same where the numbers are not.
        text.push_str(scalar.unwrap_or("null"));
    }
    Some(())
}
