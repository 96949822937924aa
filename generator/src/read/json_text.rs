//! Values as JSON text.

use super::{Node, Value, number};

/// How JSON text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonLayout {
    /// All on one line.
    OneLine,
    /// An entry a line, indented by two spaces.
    Indented,
}

impl Node<'_> {
    /// The value as JSON text, its keys in the order of the document.
    pub fn json_text(&self, layout: JsonLayout) -> String {
        let mut text = String::new();
        self.write_json(layout, 0, &mut text);
        text
    }

    fn write_json(&self, layout: JsonLayout, depth: usize, text: &mut String) {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let (open, close, children): (_, _, Vec<(String, &Node<'_>)>) = match &self.value {
            Value::Null => return text.push_str("null"),
            Value::Bool(value) => return text.push_str(if *value { "true" } else { "false" }),
            // Any spelling of YAML's as JSON's; what JSON has no number for, such as `.inf`, as text.
            Value::Number(spelled) => match number(spelled) {
                Some(number) => return text.push_str(&number.to_string()),
                None => return text.push_str(&quoted(spelled)),
            },
            Value::String(string) => return text.push_str(&quoted(string)),
            Value::List(items) => {
                let children = items.iter().map(|item| (String::new(), item));
                ('[', ']', children.collect())
            }
            Value::Map(entries) => {
                let children = entries
                    .iter()
                    .map(|entry| (format!("{}: ", quoted(&entry.key)), &entry.value));
                ('{', '}', children.collect())
            }
        };
        // What is short stays on its line.
        let layout = match layout {
            JsonLayout::Indented
                if depth > 0 && self.json_text(JsonLayout::OneLine).len() <= 60 =>
            {
                JsonLayout::OneLine
            }
            layout => layout,
        };
        text.push(open);
        for (index, (key, child)) in children.iter().enumerate() {
            match layout {
                JsonLayout::OneLine if index == 0 => {}
                JsonLayout::OneLine => text.push_str(", "),
                JsonLayout::Indented => {
                    text.push_str(if index == 0 { "\n" } else { ",\n" });
                    text.push_str(&"  ".repeat(depth + 1));
                }
            }
            text.push_str(key);
            child.write_json(layout, depth + 1, text);
        }
        if layout == JsonLayout::Indented && !children.is_empty() {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
        text.push(close);
    }
}
