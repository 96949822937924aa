//! Enumerated values of a schema.

use super::Check;
use super::fit;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{JsonLayout, Node, Value};

/// Each value of an `enum` is there once, and is of the schema's type.
pub fn values<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(list) = node.entry("enum") else {
        return;
    };
    let values = list.value.items();
    if values.is_empty() && matches!(list.value.value, Value::List(_)) {
        let message = "this `enum` has no values";
        let empty = Diagnostic::new(Code::EnumValue, list.key_span, message).label("ignored");
        cx.report(empty.help("list the values, or remove `enum`"));
        return;
    }
    let word = node.get("type").and_then(Node::as_str).unwrap_or_default();
    let is_nullable = node.get("nullable").and_then(Node::as_bool) == Some(true);
    let null = values
        .iter()
        .find(|value| matches!(value.value, Value::Null));
    if let Some(null) = null.filter(|_| !word.is_empty() && word != "null" && !is_nullable) {
        let message = format!("null is listed, but values of `type: {word}` are never null");
        let misfit = Diagnostic::new(Code::EnumValue, null.span, message).label("read as a value");
        cx.report(
            misfit.help("add `nullable: true` beside the type, or remove null from the list"),
        );
    }
    let misfits: Vec<&Node<'_>> = values
        .iter()
        .filter(|value| !matches!(value.value, Value::Null) && !fit::is_of_type(value, word))
        .collect();
    if misfits.len() == values.len() && values.len() > 1 {
        let message = format!("no value of this `enum` is of `type: {word}`");
        let kind = node.get("type").map_or(node.span, |kind| kind.span);
        let misfit =
            Diagnostic::new(Code::EnumValue, list.key_span, message).related(kind, "the type");
        let help = match word {
            "string" => "put the values in quotes",
            _ => "correct the type, or the values",
        };
        cx.report(misfit.help(help));
    } else {
        for value in misfits {
            let message = format!("the value is {}, but the type is {word}", value.kind());
            let misfit = Diagnostic::new(Code::EnumValue, value.span, message);
            cx.report(misfit.help(fit::advice(value, word)));
        }
    }
    let mut known: std::collections::HashMap<String, &Node<'_>> = std::collections::HashMap::new();
    for value in values {
        let text = value.json_text(JsonLayout::OneLine);
        if let Some(first) = known.get(&text) {
            let message = format!("the value `{text}` is there twice");
            let twice = Diagnostic::new(Code::EnumValue, value.span, message)
                .related(first.span, "first given here");
            cx.report(twice.help("remove one of the two"));
        } else {
            known.insert(text, value);
        }
    }
}
