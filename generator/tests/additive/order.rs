//! Documents as text, with their maps in any order.

use serde_json::Value;

use crate::random::Random;

/// A document as JSON, the members of its objects in another order. What JSON orders, arrays, remains as it is.
pub fn shuffled(value: &Value, random: &mut Random) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<String> = members
                .iter()
                .map(|(name, member)| {
                    format!(
                        "{}:{}",
                        Value::from(name.as_str()),
                        shuffled(member, random)
                    )
                })
                .collect();
            for index in (1..members.len()).rev() {
                members.swap(index, random.below(index + 1));
            }
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| shuffled(item, random)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}
