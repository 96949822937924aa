//! The words of the document about its parts.

use crate::ir::{Docs, Fact, FactValue};
use crate::parse::tree::{JsonLayout, Node, Value};

/// The summary or title, the description, and the facts that users want to see of a node.
pub fn docs(node: &Node<'_>) -> Docs {
    let text = |key: &str| {
        let text = node.get(key).and_then(Node::scalar_text)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let mut docs = Docs {
        summary: text("summary").or_else(|| text("title")),
        description: text("description"),
        facts: Vec::new(),
    };
    if let Some(external) = node.get("externalDocs") {
        docs.facts.extend(link(external));
    }
    docs
}

/// The same of a schema, or of a parameter with its schema: what it allows, its default and an example.
pub fn value_docs(node: &Node<'_>, schema: Option<&Node<'_>>) -> Docs {
    const CONSTRAINTS: [(&str, &str); 12] = [
        ("format", "Format"),
        ("pattern", "Pattern"),
        ("minimum", "Minimum"),
        ("maximum", "Maximum"),
        ("multipleOf", "Multiple of"),
        ("minLength", "Minimum length"),
        ("maxLength", "Maximum length"),
        ("minItems", "Minimum number of items"),
        ("maxItems", "Maximum number of items"),
        ("minProperties", "Minimum number of properties"),
        ("maxProperties", "Maximum number of properties"),
        ("default", "Default"),
    ];
    let mut docs = docs(node);
    let find = |key: &str| {
        node.get(key)
            .or_else(|| schema.and_then(|schema| schema.get(key)))
    };
    for (key, label) in CONSTRAINTS {
        let is_told_by_type = key == "format"
            && find(key)
                .and_then(Node::as_str)
                .is_some_and(is_told_by_type);
        if let Some(value) = find(key).filter(|_| !is_told_by_type) {
            docs.facts
                .extend(fact(label_of(node, schema, key, label), value));
        }
    }
    if let Some(example) = find("example").or_else(|| first_example(node)) {
        docs.facts.extend(fact("Example", example));
    }
    docs
}

/// Formats that the Rust type says already.
fn is_told_by_type(format: &str) -> bool {
    matches!(
        format,
        "int32" | "int64" | "uint32" | "uint64" | "float" | "double" | "date-time"
    )
}

fn label_of(
    node: &Node<'_>,
    schema: Option<&Node<'_>>,
    key: &str,
    label: &'static str,
) -> &'static str {
    let is_exclusive = |key: &str| {
        let find = |node: &Node<'_>| node.get(key).and_then(Node::as_bool);
        find(node)
            .or_else(|| schema.and_then(find))
            .unwrap_or(false)
    };
    match key {
        "minimum" if is_exclusive("exclusiveMinimum") => "Greater than",
        "maximum" if is_exclusive("exclusiveMaximum") => "Less than",
        _ => label,
    }
}

fn first_example<'n, 's>(node: &'n Node<'s>) -> Option<&'n Node<'s>> {
    node.get("examples")?.entries().first()?.value.get("value")
}

/// A value as it is shown: a scalar as it is spelled, short JSON on one line. `None` for JSON too long to help.
fn fact(label: &'static str, value: &Node<'_>) -> Option<Fact> {
    const SHORT: usize = 60;
    const LINES: usize = 30;
    let is_empty = match &value.value {
        Value::List(items) => items.is_empty(),
        Value::Map(entries) => entries.is_empty(),
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    };
    // An empty example shows nothing that the type does not.
    if is_empty && label == "Example" {
        return None;
    }
    let value = match value.scalar_text() {
        Some("") => FactValue::Code("\"\"".to_owned()),
        Some(text) => FactValue::Code(text.to_owned()),
        None => {
            let compact = value.json_text(JsonLayout::OneLine);
            if compact.len() <= SHORT {
                FactValue::Code(compact)
            } else {
                FactValue::Block(value.json_text(JsonLayout::Indented))
            }
        }
    };
    let is_short = match &value {
        FactValue::Block(text) => text.lines().count() <= LINES,
        FactValue::Code(_) | FactValue::Link { .. } => true,
    };
    is_short.then_some(Fact { label, value })
}

fn link(external: &Node<'_>) -> Option<Fact> {
    let url = external.get("url")?.as_str()?.to_owned();
    let text = external
        .get("description")
        .and_then(Node::as_str)
        .unwrap_or(&url)
        .to_owned();
    Some(Fact {
        label: "See",
        value: FactValue::Link { text, url },
    })
}
