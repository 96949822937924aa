//! Advice in JSON: what it says to write is spelled as YAML, which is shorter, and a JSON document takes it otherwise.

use crate::read;
use crate::read::{JsonLayout, Node, Value};

/// What is said of the layout, which means nothing in JSON.
const LAYOUT: [(&str, &str); 2] = [
    ("check the indentation", "check the braces"),
    ("check its indentation", "check the braces around it"),
];

/// The advice with what it says to write in JSON: `required: true` as `"required": true`.
pub fn in_json(help: &str) -> String {
    let mut text = String::new();
    // Every second part is between backticks.
    for (index, part) in help.split('`').enumerate() {
        if index > 0 {
            text.push('`');
        }
        match spelled(part).filter(|_| index % 2 == 1) {
            Some(json) => text.push_str(&json),
            None => text.push_str(part),
        }
    }
    LAYOUT
        .iter()
        .fold(text, |text, (yaml, json)| text.replace(yaml, json))
}

/// Pairs and lists as JSON; `None` of anything else.
fn spelled(snippet: &str) -> Option<String> {
    let is_list = snippet.starts_with('[') && snippet.ends_with(']');
    let is_object = snippet.starts_with('{') && snippet.ends_with('}');
    if !is_list && !snippet.contains(": ") {
        return None;
    }
    let tree = read::yaml(snippet)?;
    // A key with spaces is a sentence with a colon.
    if !tree.entries().iter().all(|entry| is_word(&entry.key)) {
        return None;
    }
    let json = tree.json_text(JsonLayout::OneLine);
    match tree.value {
        Value::List(_) if is_list && tree.items().iter().all(is_spelled) => Some(json),
        Value::Map(_) if is_object => Some(json),
        // Beside other keys, the braces are there.
        Value::Map(_) => Some(json.get(1..json.len() - 1)?.to_owned()),
        Value::List(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

fn is_word(key: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "$_-./".contains(c);
    !key.is_empty() && key.chars().all(is_part)
}

/// Whether an item is more than a sign for it.
fn is_spelled(item: &Node<'_>) -> bool {
    !matches!(item.value, Value::Map(_)) || item.entries().iter().all(|entry| is_word(&entry.key))
}
