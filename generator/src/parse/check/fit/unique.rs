//! Lists whose items must differ.

use std::collections::HashMap;

use super::{Fits, Misfit};
use crate::read::{Node, Value};

/// How many bytes of text cost as much as a step.
const BYTES_OF_A_STEP: usize = 64;

/// The `uniqueItems` of the schema. The steps are those that are left; where they end, the items differ.
pub fn unique(items: &[Node<'_>], schema: &Node<'_>, steps: &mut usize) -> Fits {
    let Some(keyword) = schema.entry("uniqueItems") else {
        return Ok(());
    };
    if keyword.value.as_bool() != Some(true) {
        return Ok(());
    }
    let mut known = HashMap::new();
    for (place, item) in (1_usize..).zip(items) {
        let mut text = String::new();
        if !write(item, &mut text, steps) {
            return Ok(());
        }
        if let Some(first) = known.insert(text, place) {
            return Err(Misfit {
                span: item.span,
                message: format!("the items {first} and {place} are the same"),
                help: "remove one of the two, or remove `uniqueItems`".to_owned(),
                expected: Some(keyword.key_span),
            });
        }
    }
    Ok(())
}

/// Writes a value so that the same values have the same text, or gives up.
fn write(node: &Node<'_>, text: &mut String, steps: &mut usize) -> bool {
    let length = node.scalar_text().map_or(0, str::len);
    let Some(left) = steps.checked_sub(1 + length / BYTES_OF_A_STEP) else {
        return false;
    };
    *steps = left;
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        // As it is spelled: what is rounded might be the same where the numbers are not.
        Value::Number(number) => text.push_str(number),
        Value::String(string) => text.push_str(&format!("{string:?}")),
        Value::List(items) => {
            text.push('[');
            for item in items {
                if !write(item, text, steps) {
                    return false;
                }
                text.push(',');
            }
            text.push(']');
        }
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by(|one, other| one.key.cmp(&other.key));
            text.push('{');
            for entry in entries {
                text.push_str(&format!("{:?}:", entry.key));
                if !write(&entry.value, text, steps) {
                    return false;
                }
                text.push(',');
            }
            text.push('}');
        }
    }
    true
}
