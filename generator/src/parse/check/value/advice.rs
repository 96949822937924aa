//! What to do about a value that is not what is expected.

use super::as_reference::as_reference;
use crate::diagnostic::Code;
use crate::diagnostic::suggest::nearest;
use crate::openapi::Kind;
use crate::parse::check::Check;
use crate::parse::check::reference::example;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Object, PARAMETER};
use crate::read::{Node, Value};
use crate::read::{Syntax, Tree};

/// The code of such a value, and the advice about it.
pub fn advice(cx: &Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) -> (Code, String) {
    let (document, dialect) = (cx.document, cx.dialect);
    let syntax = document.syntax(node.span);
    if let Some(help) = later_version(document, node, expected) {
        let line = Dialect::V3_1.declaration();
        let help = format!("{help}, or begin the document with `{line}`");
        return (Code::LaterVersion, help);
    }
    if let Some(text) = unquoted(node, expected) {
        return (Code::WrongType, format!("write `{text}` without quotes"));
    }
    let help = match (expected, &node.value) {
        (Expected::List(Expected::Text), Value::Null) => {
            "write a list, which may be empty: `[]`".to_owned()
        }
        (_, Value::Null) => absent(dialect, expected, syntax),
        (Expected::RefTo(object), _) => link(dialect, object),
        (Expected::Boolean | Expected::ExclusiveFlag | Expected::BooleanOr(_), _) => boolean(node),
        (Expected::Number | Expected::ExclusiveLimit, _) => {
            "write a number, such as `10`".to_owned()
        }
        (Expected::Count, _) => "write a whole number from 0 on, such as `10`".to_owned(),
        (Expected::Text | Expected::NumericText, Value::Map(_) | Value::List(_)) => match syntax {
            Syntax::Yaml => {
                "write a single text here; put it in quotes if it begins with a bracket or a brace"
                    .to_owned()
            }
            Syntax::Json => "write a single text here, in quotes".to_owned(),
        },
        (Expected::OneOf(words) | Expected::SomeOf(words), _) => one_of(words),
        (Expected::List(item), _) => list(node, *item, syntax),
        (Expected::Schema, _) => return advice(cx, node, dialect.schema()),
        (Expected::Object(expected) | Expected::ObjectOrReference(expected), _) => {
            as_reference(cx, node, expected).unwrap_or_else(|| match &node.value {
                Value::String(text) if expected.name == "a schema object" => schema(text),
                Value::String(text) if expected.name == "a server object" => {
                    format!("write `{{url: {text}}}` in its place")
                }
                _ => object(node, syntax),
            })
        }
        (Expected::Map(Expected::List(_)), Value::String(name)) => {
            format!("write `{{{name}: []}}`")
        }
        (Expected::Map(_), _) => object(node, syntax),
        (Expected::Anything | Expected::Text | Expected::NumericText, _) => {
            "write another value here".to_owned()
        }
    };
    (Code::WrongType, help)
}

/// The number or the boolean that is in quotes where it belongs without them.
pub fn unquoted<'n>(node: &'n Node<'_>, expected: Expected) -> Option<&'n str> {
    let text = node.as_str()?;
    let is_boolean = matches!(
        expected,
        Expected::Boolean | Expected::ExclusiveFlag | Expected::BooleanOr(_)
    );
    let is_number = matches!(
        expected,
        Expected::Number | Expected::ExclusiveLimit | Expected::Count
    );
    let is_meant = is_boolean && matches!(text, "true" | "false")
        || is_number && crate::read::number(text).is_some();
    is_meant.then_some(text)
}

/// The list of YAML that holds words which are not in one.
pub fn listed(node: &Node<'_>, expected: Expected, syntax: Syntax) -> Option<String> {
    let text = node.as_str()?;
    let is_word = |c: char| c.is_alphanumeric() || " ,_-".contains(c);
    let is_list = matches!(
        expected,
        Expected::List(Expected::Text | Expected::Anything)
    );
    let are_words = is_list && !text.starts_with('-') && text.chars().all(is_word);
    (are_words && syntax == Syntax::Yaml).then(|| format!("[{text}]"))
}

/// The words of which one belongs here, as advice.
pub fn one_of(words: &[&str]) -> String {
    match words {
        [word] => format!("write `{word}`"),
        words => format!("write one of `{}`", words.join("`, `")),
    }
}

/// What to write in place of a construct of OpenAPI 3.1.
fn later_version(document: &Tree<'_>, node: &Node<'_>, expected: Expected) -> Option<String> {
    match (expected, &node.value) {
        (Expected::OneOf(words), Value::List(items)) if words.contains(&"object") => {
            let named = items.iter().filter_map(Node::as_str);
            let others: Vec<&str> = named.filter(|word| *word != "null").collect();
            Some(match (others.as_slice(), others.len() < items.len()) {
                ([word], true) => format!("write `type: {word}` and `nullable: true`"),
                ([word], false) => format!("write `type: {word}`"),
                _ => "write one schema for each of the types, below `oneOf`".to_owned(),
            })
        }
        (Expected::ExclusiveFlag, Value::Number(number)) => {
            let pointer = document.root_of(node.span).pointer_to(node.span);
            Some(if pointer.ends_with("/exclusiveMinimum") {
                format!("write `minimum: {number}` and `exclusiveMinimum: true`")
            } else {
                format!("write `maximum: {number}` and `exclusiveMaximum: true`")
            })
        }
        _ => None,
    }
}

/// What to write in place of a value that is not a reference.
fn link(dialect: Dialect, object: &Object) -> String {
    example(dialect, object).unwrap_or_else(|| "write a reference such as `file.yaml`".to_owned())
}

fn absent(dialect: Dialect, expected: Expected, syntax: Syntax) -> String {
    let help = match (expected, syntax) {
        (Expected::RefTo(object), Syntax::Json) => return link(dialect, object),
        (Expected::RefTo(_), Syntax::Yaml) => {
            "write the reference in quotes, `'#/components/…'`: without them, `#` begins a comment"
        }
        (Expected::OneOf(words) | Expected::SomeOf(words), _) if words.contains(&"null") => {
            "write the type in quotes: `'null'`"
        }
        (Expected::Text | Expected::NumericText | Expected::OneOf(_) | Expected::SomeOf(_), _) => {
            "write a value after the colon"
        }
        _ => "write what belongs here below the key, or remove the key",
    };
    help.to_owned()
}

fn boolean(node: &Node<'_>) -> String {
    match node.as_str() {
        Some("yes" | "on") => "write `true`".to_owned(),
        Some("no" | "off") => "write `false`".to_owned(),
        Some(_) | None => "write `true` or `false`".to_owned(),
    }
}

fn list(node: &Node<'_>, item: Expected, syntax: Syntax) -> String {
    let text = node.scalar_text().unwrap_or_default();
    match (&node.value, item, syntax) {
        (Value::Bool(_), Expected::Text, _) => {
            "write a list of names: a schema lists its required properties beside `properties`, as `required: [id]`"
                .to_owned()
        }
        (Value::Map(entries), _, _) if entries.is_empty() => "write `[]`".to_owned(),
        (Value::String(name), Expected::Map(Expected::List(_)), _) => {
            format!("write a list of objects: `[{{{name}: []}}]`")
        }
        (Value::String(url), Expected::Object(item), _) if item.name == "a server object" => {
            format!("write a list of objects: `[{{url: {url}}}]`")
        }
        (_, Expected::Map(Expected::List(_)), _) if !matches!(node.value, Value::Map(_)) => {
            "write a list of objects that name security schemes, such as `[{login: []}]`".to_owned()
        }
        (Value::Map(entries), Expected::Anything, _) => {
            let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
            format!("write the values as a list: `[{}]`", keys.join(", "))
        }
        (Value::Map(entries), _, _) if item.object().is_some_and(|item| item.name == PARAMETER.name) => {
            let name = entries.first().map_or("id", |entry| entry.key.as_ref());
            format!("make it a list of objects, each with its `name` beside its other fields: `[{{name: {name}, …}}]`")
        }
        (Value::Map(_), _, Syntax::Yaml) => {
            "make it a list: begin each item with `- `, or put the items in brackets".to_owned()
        }
        (Value::Map(_), _, Syntax::Json) => {
            "make it a list: put the items in brackets, `[{…}, {…}]`".to_owned()
        }
        _ if text.is_empty() || item.object().is_some() => "write a list here".to_owned(),
        _ => format!("make it a list: `[{text}]`"),
    }
}

/// What to write in place of the text of a schema.
fn schema(text: &str) -> String {
    if let Some(boolean) = nearest(text, ["true", "false"]) {
        return format!("did you mean `{boolean}`?");
    }
    if Kind::read(text).is_some() {
        format!("write `{{type: {text}}}` in its place")
    } else {
        "write a schema in its place, such as `{type: string}`".to_owned()
    }
}

fn object(node: &Node<'_>, syntax: Syntax) -> String {
    let is_list = matches!(node.value, Value::List(_));
    let help = match (syntax, is_list) {
        (Syntax::Yaml, true) => "write `key: value` pairs in place of the list",
        (Syntax::Yaml, false) => "write `key: value` pairs here; check the indentation",
        (Syntax::Json, true) => "write an object in braces in place of the list",
        (Syntax::Json, false) => "write an object in braces here; check the braces around it",
    };
    help.to_owned()
}
