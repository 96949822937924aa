//! Values that only a later version of OpenAPI has.

use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::Expected;
use crate::read::{Node, Value};

/// What to write in place of a construct of OpenAPI 3.1.
pub fn of_later_version(key: &str, node: &Node<'_>, expected: Expected) -> Option<String> {
    let help = if let (Expected::OneOf(words), Value::List(items)) = (expected, &node.value) {
        words.contains(&"object").then(|| types(items))?
    } else if let (Expected::Boolean, Value::Number(number)) = (expected, &node.value) {
        let limit = key.strip_prefix("exclusive")?.to_lowercase();
        format!("write `{limit}: {number}` and `{key}: true`")
    } else {
        return None;
    };
    let line = Dialect::V3_1.declaration();
    Some(format!("{help}, or begin the document with `{line}`"))
}

/// What to write in place of a list of types.
fn types(items: &[Node<'_>]) -> String {
    let named = items.iter().filter_map(Node::as_str);
    let others: Vec<&str> = named.filter(|word| *word != "null").collect();
    match (others.as_slice(), others.len() < items.len()) {
        ([word], true) => format!("write `type: {word}` and `nullable: true`"),
        ([word], false) => format!("write `type: {word}`"),
        _ => "write one schema for each of the types, below `oneOf`".to_owned(),
    }
}
