//! Words of a list.

use super::advice::one_of;
use crate::diagnostic::suggest::with_suggestion;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::{Cx, QUOTES};
use crate::parse::dialect::tables::Expected;
use crate::read::Node;

/// Reports a word that is none of those that belong here.
pub fn check(cx: &mut Cx<'_, '_>, node: &Node<'_>, word: &str, words: &'static [&'static str]) {
    if words.contains(&word) {
        return;
    }
    let is_types = words.contains(&"object");
    if word == "null" && is_types {
        let message = "`null` is a type of OpenAPI 3.1";
        let repaired = Diagnostic::new(Code::Repaired, node.span, message).label("read as null");
        cx.report(repaired.help("write `nullable: true` beside the type of the other values, or begin the document with `openapi: 3.1.2`"));
        return;
    }
    let message = format!("unknown value `{word}`");
    let unknown = Diagnostic::new(Code::UnknownValue, node.span, message).help(one_of(words));
    let schemas = cx.document.components("schemas");
    let is_schema = is_types && schemas.is_some_and(|schemas| schemas.entry(word).is_some());
    let plain = word.trim_matches(QUOTES);
    let unknown = match synonym(word, words) {
        None if words.contains(&plain) => unknown.meant(plain),
        Some(help) => unknown.help(help),
        None if is_schema => unknown.help(format!(
            "write `$ref: '#/components/schemas/{word}'` in place of `type: {word}`"
        )),
        None => with_suggestion(unknown, word, words),
    };
    // The words are named once.
    let is_named = unknown.help.as_deref() == Some(one_of(words).as_str());
    cx.report(if is_named {
        unknown
    } else {
        unknown.label(format!("expected one of `{}`", words.join("`, `")))
    });
}

/// Reports words of a list that are none of those that belong here, or repeated.
pub fn list(
    cx: &mut Cx<'_, '_>,
    node: &Node<'_>,
    items: &[Node<'_>],
    words: &'static [&'static str],
) {
    if items.is_empty() {
        let help = one_of(words);
        cx.report(Diagnostic::forbidden(node.span, "the list is empty", help));
    }
    for (index, item) in items.iter().enumerate() {
        let Some(word) = item.as_str() else {
            super::unexpected(cx, item, Expected::OneOf(words));
            continue;
        };
        let mut earlier = items.iter().take(index);
        match earlier.find(|earlier| earlier.as_str() == Some(word)) {
            Some(first) => {
                let message = format!("`{word}` is listed twice");
                let twice = Diagnostic::forbidden(item.span, message, "remove one of the two");
                cx.report(twice.related(first.span, "first listed here"));
            }
            None => check(cx, item, word, words),
        }
    }
}

/// What to write in place of a word that other tools and other versions know.
fn synonym(word: &str, words: &[&str]) -> Option<&'static str> {
    let is_types = words.contains(&"object");
    let is_places = words.contains(&"cookie");
    let is_places_of_parameters = is_places && words.contains(&"path");
    let help = match word {
        "int" | "int32" | "int64" | "long" if is_types => "write `type: integer`",
        "float" | "double" | "decimal" if is_types => "write `type: number`",
        "bool" if is_types => "write `type: boolean`",
        "str" | "text" if is_types => "write `type: string`",
        "date" | "date-time" | "datetime" | "uuid" if is_types => {
            "write `type: string`, and this word as `format`"
        }
        "file" if is_types => "write `type: string` and `format: binary`",
        "any" if is_types => "leave `type` out: any value is allowed then",
        "list" if is_types => "write `type: array`",
        "map" | "dict" if is_types => "write `type: object`",
        "body" if is_places_of_parameters => {
            "OpenAPI 3 has no body parameters: write a `requestBody` beside `parameters`"
        }
        "formData" if is_places_of_parameters => {
            "OpenAPI 3 has no form parameters: write a `requestBody` beside `parameters`, with the content `application/x-www-form-urlencoded`"
        }
        "body" | "formData" | "path" if is_places => {
            "an API key is in a header, in the query or in a cookie: write `header`, `query` or `cookie`"
        }
        "basic" if words.contains(&"apiKey") => "write `type: http` and `scheme: basic`",
        "bearer" if words.contains(&"apiKey") => "write `type: http` and `scheme: bearer`",
        _ => return None,
    };
    Some(help)
}
