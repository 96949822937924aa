//! Keywords of a schema that do not go with its `type`.

use super::{Check, keyword, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::SCHEMA;
use crate::read::Node;

/// Which types each keyword speaks of.
const KEYWORDS: [(&str, &[&str]); 16] = [
    ("minLength", &["string"]),
    ("maxLength", &["string"]),
    ("pattern", &["string"]),
    ("minimum", &["integer", "number"]),
    ("maximum", &["integer", "number"]),
    ("exclusiveMinimum", &["integer", "number"]),
    ("exclusiveMaximum", &["integer", "number"]),
    ("multipleOf", &["integer", "number"]),
    ("items", &["array"]),
    ("minItems", &["array"]),
    ("maxItems", &["array"]),
    ("uniqueItems", &["array"]),
    ("properties", &["object"]),
    ("additionalProperties", &["object"]),
    ("minProperties", &["object"]),
    ("maxProperties", &["object"]),
];

/// The `type` of a schema and the keywords that speak of other types; an array says what its items are.
pub fn of_keywords<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(kind) = node.entry("type") else {
        return;
    };
    let Some(word) = kind.value.as_str() else {
        return;
    };
    let is_there =
        node.get("items").is_some() || keyword::is_misspelled(cx.dialect, node, &SCHEMA, "items");
    if !cx.dialect.has_json_schema()
        && word == "array"
        && !is_there
        && !cx.members.contains(&node.span)
    {
        let message = "an array needs the field `items`";
        let place = place::holder(cx.document.root_of(node.span), node);
        let repaired = Diagnostic::new(Code::Repaired, place, message)
            .label("read as an array of anything")
            .related(kind.value.span, "the type");
        cx.report(repaired.help("add `items`, or `items: {}` where the items may be anything"));
    }
    let speaks = |key: &str| KEYWORDS.iter().find(|(keyword, _)| *keyword == key);
    for entry in node.entries() {
        let Some((keyword, kinds)) = speaks(&entry.key) else {
            continue;
        };
        let is_type = ["string", "integer", "number", "boolean", "array", "object"].contains(&word);
        if kinds.contains(&word) || !is_type {
            continue;
        }
        let message = format!("`{keyword}` says nothing about `type: {word}`");
        let inapplicable = Diagnostic::new(Code::Inapplicable, entry.key_span, message)
            .label("ignored")
            .related(kind.value.span, "the type");
        let kinds = kinds.join("` or `type: ");
        let help = match counterpart(keyword, word) {
            Some(meant) => {
                format!("write `{meant}` in place of it, or `type: {kinds}`, or remove `{keyword}`")
            }
            None => format!("write `type: {kinds}`, or remove `{keyword}`"),
        };
        cx.report(inapplicable.help(help));
    }
}

/// The keyword that says of another type what this one says of its own.
fn counterpart(keyword: &str, word: &str) -> Option<String> {
    let side = keyword
        .get(..3)
        .filter(|side| ["min", "max"].contains(side))?;
    match word {
        "string" => Some(format!("{side}Length")),
        "array" => Some(format!("{side}Items")),
        "object" => Some(format!("{side}Properties")),
        "integer" | "number" => Some(format!("{side}imum")),
        _ => None,
    }
}
