//! What to do about a value that is not what is expected.

use super::meant::{BOOLEANS, meant};
use crate::diagnostic::Edit;
use crate::parse::check::Cx;
use crate::parse::check::reference::example;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Object, PARAMETER, SCHEMA};
use crate::read::{Entry, Node, Syntax, Value};

/// What to do, and the edit that does it where that is known.
pub type Advice = (String, Option<Edit>);

/// The advice about such a value.
pub fn advice(cx: &Cx<'_, '_>, node: &Node<'_>, expected: Expected) -> Advice {
    meant(cx, node, expected).unwrap_or_else(|| (words(cx, node, expected), None))
}

/// What to write in its place.
fn words(cx: &Cx<'_, '_>, node: &Node<'_>, expected: Expected) -> String {
    let syntax = cx.document.syntax(node.span);
    if matches!(node.value, Value::Null) {
        return absent(cx.dialect, expected, syntax);
    }
    let help = match expected {
        Expected::RefTo(object) => return link(cx.dialect, object),
        Expected::Boolean => "write `true` or `false`",
        Expected::Number => "write a number, such as `10`",
        Expected::Count => "write a whole number from 0 on, such as `10`",
        Expected::Anything | Expected::Text | Expected::NumericText => {
            "write a single text here, in quotes if it begins with a bracket or a brace"
        }
        Expected::OneOf(words) | Expected::SomeOf(words) => return one_of(words),
        Expected::List(item) => return list(node, *item, syntax),
        expected if expected.is(&SCHEMA) && node.as_str().is_some() => {
            "write a schema in its place, such as `{type: string}`"
        }
        Expected::Schema
        | Expected::BooleanOr(_)
        | Expected::Object(_)
        | Expected::ObjectOrReference(_)
        | Expected::Map(_) => match (syntax, matches!(node.value, Value::List(_))) {
            (Syntax::Yaml, true) => "write `key: value` pairs in place of the list",
            (Syntax::Yaml, false) => "write `key: value` pairs here; check the indentation",
            (Syntax::Json, true) => "write an object in braces in place of the list",
            (Syntax::Json, false) => "write an object in braces here; check the braces around it",
        },
    };
    help.to_owned()
}

/// The words of which one belongs here, as advice.
pub fn one_of(words: &[&str]) -> String {
    match words {
        [word] => format!("write `{word}`"),
        words => format!("write one of `{}`", words.join("`, `")),
    }
}

/// What to write in place of a value that is not a reference.
fn link(dialect: Dialect, object: &Object) -> String {
    example(dialect, object).unwrap_or_else(|| "write a reference such as `file.yaml`".to_owned())
}

/// What to write where nothing is.
pub fn absent(dialect: Dialect, expected: Expected, syntax: Syntax) -> String {
    let help = match expected {
        Expected::RefTo(object) => match syntax {
            Syntax::Json => return link(dialect, object),
            Syntax::Yaml => {
                "write the reference in quotes, `'#/components/…'`: without them, `#` begins a comment"
            }
        },
        Expected::List(Expected::Text) => "write a list, which may be empty: `[]`",
        Expected::OneOf(words) | Expected::SomeOf(words) if words.contains(&"null") => {
            "write the type in quotes: `'null'`"
        }
        Expected::Text | Expected::NumericText | Expected::OneOf(_) | Expected::SomeOf(_) => {
            "write a value after the colon"
        }
        Expected::Anything
        | Expected::Boolean
        | Expected::Number
        | Expected::Count
        | Expected::List(_)
        | Expected::Map(_)
        | Expected::Object(_)
        | Expected::ObjectOrReference(_)
        | Expected::Schema
        | Expected::BooleanOr(_) => "write what belongs here below the key, or remove the key",
    };
    help.to_owned()
}

/// What to write in place of what is not an array.
fn list(node: &Node<'_>, item: Expected, syntax: Syntax) -> String {
    let is_object = |entry: &Entry<'_>| matches!(entry.value.value, Value::Map(_));
    let is_boolean = |word: &str| BOOLEANS.iter().any(|(known, _)| *known == word);
    let is_parameter = item.is(&PARAMETER);
    let help = match (&node.value, item) {
        (Value::Map(entries), _) if entries.is_empty() => "write `[]`",
        (Value::Map(entries), Expected::Anything) => {
            let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
            return format!("write the values as a list: `[{}]`", keys.join(", "));
        }
        (Value::Map(entries), _) if is_parameter && entries.iter().all(is_object) => {
            let name = entries.first().map_or("id", |entry| entry.key.as_ref());
            return format!(
                "make it a list of objects, each with its `name` beside its other fields: `[{{name: {name}, …}}]`"
            );
        }
        (Value::Map(_), _) => match syntax {
            Syntax::Yaml => {
                "make it a list: begin each item with `- `, or put the items in brackets"
            }
            Syntax::Json => "make it a list: put the items in brackets, `[{…}, {…}]`",
        },
        (_, Expected::Map(Expected::List(_))) => {
            "write a list of objects that name security schemes, such as `[{login: []}]`"
        }
        (Value::Bool(_) | Value::String(_), Expected::Text)
            if node.scalar_text().is_none_or(is_boolean) =>
        {
            "write a list of names: a schema lists its required properties beside `properties`, as `required: [id]`"
        }
        (
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::List(_),
            _,
        ) => match node.scalar_text().filter(|text| !text.is_empty()) {
            Some(text) if item.is_own() => return format!("make it a list: `[{text}]`"),
            Some(_) | None => "write a list here",
        },
    };
    help.to_owned()
}
