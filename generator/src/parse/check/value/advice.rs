//! What to do about a value that is not what is expected.

use std::ptr;

use super::as_reference::as_reference;
use super::layout;
use crate::diagnostic::Edit;
use crate::openapi::Kind;
use crate::parse::check::Check;
use crate::parse::check::reference::example;
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Object, PARAMETER, SCHEMA, SERVER};
use crate::read::{Entry, Node, Syntax, Value};

/// Words that are booleans to readers of YAML 1.1.
const BOOLEANS: [&str; 4] = ["yes", "no", "on", "off"];

/// What to do, and the edit that does it where that is known.
pub type Advice = (String, Option<Edit>);

/// The advice about such a value.
pub fn advice(cx: &Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) -> Advice {
    layout::slip(cx, node, expected)
        .or_else(|| as_boolean(node, expected))
        .or_else(|| as_number(node, expected))
        .or_else(|| as_list(node, expected, cx.document.syntax(node.span)))
        .unwrap_or_else(|| (words(cx, node, expected), None))
}

/// The boolean that is in quotes where it belongs without them, or misspelled.
pub fn as_boolean(node: &Node<'_>, expected: Expected) -> Option<Advice> {
    let text = node.as_str().filter(|text| text.len() >= 3)?;
    let may_be = matches!(
        expected,
        Expected::Boolean | Expected::ExclusiveFlag | Expected::BooleanOr(_)
    );
    let is_near = |word: &&str| strsim::damerau_levenshtein(&text.to_lowercase(), word) <= 1;
    let mut words = ["true", "false"].into_iter();
    let word = words.find(|word| may_be && is_near(word))?;
    let help = if text == word {
        format!("write `{word}` without quotes")
    } else {
        format!("did you mean `{word}`?")
    };
    let (span, text) = (node.span, word.to_owned());
    Some((help, Some(Edit::Write { span, text })))
}

/// The number that is in quotes where it belongs without them.
fn as_number(node: &Node<'_>, expected: Expected) -> Option<Advice> {
    let may_be = matches!(
        expected,
        Expected::Number | Expected::ExclusiveLimit | Expected::Count
    );
    let text = node.as_str().filter(|_| may_be)?.to_owned();
    crate::read::number(&text)?;
    let (span, help) = (node.span, format!("write `{text}` without quotes"));
    Some((help, Some(Edit::Write { span, text })))
}

/// The list of YAML that holds words which are not in one.
fn as_list(node: &Node<'_>, expected: Expected, syntax: Syntax) -> Option<Advice> {
    let words = node.as_str()?;
    let is_word = |c: char| c.is_alphanumeric() || " ,_-".contains(c);
    let is_list = matches!(
        expected,
        Expected::List(Expected::Text | Expected::Anything)
    );
    let are_words = is_list && !BOOLEANS.contains(&words) && !words.starts_with('-');
    let are_words = are_words && words.chars().all(is_word);
    let (span, text) = (node.span, format!("[{words}]"));
    let help = format!("make it a list: `{text}`");
    (are_words && syntax == Syntax::Yaml).then_some((help, Some(Edit::Write { span, text })))
}

/// What to write in its place.
fn words(cx: &Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) -> String {
    let syntax = cx.document.syntax(node.span);
    if matches!(node.value, Value::Null) {
        return absent(cx.dialect, expected, syntax);
    }
    match expected {
        Expected::RefTo(object) => link(cx.dialect, object),
        Expected::Boolean | Expected::ExclusiveFlag | Expected::BooleanOr(_) => boolean(node),
        Expected::Number | Expected::ExclusiveLimit => "write a number, such as `10`".to_owned(),
        Expected::Count => "write a whole number from 0 on, such as `10`".to_owned(),
        Expected::Anything | Expected::Text | Expected::NumericText => {
            "write a single text here, in quotes if it begins with a bracket or a brace".to_owned()
        }
        Expected::OneOf(words) | Expected::SomeOf(words) => one_of(words),
        Expected::List(item) => list(node, *item, syntax),
        Expected::Schema => words(cx, node, cx.dialect.schema()),
        Expected::Object(table) | Expected::ObjectOrReference(table) => {
            let reference = as_reference(cx, node, table);
            reference.unwrap_or_else(|| object(node, table, syntax))
        }
        Expected::Map(inner) => match node.as_str() {
            Some(name) if matches!(inner, Expected::List(_)) => format!("write `{{{name}: []}}`"),
            Some(_) | None => pairs(node, syntax),
        },
    }
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
        | Expected::ExclusiveFlag
        | Expected::ExclusiveLimit
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

fn boolean(node: &Node<'_>) -> String {
    match node.as_str() {
        Some("yes" | "on") => "write `true`".to_owned(),
        Some("no" | "off") => "write `false`".to_owned(),
        Some(_) | None => "write `true` or `false`".to_owned(),
    }
}

fn list(node: &Node<'_>, item: Expected, syntax: Syntax) -> String {
    let is_requirement = matches!(item, Expected::Map(Expected::List(_)));
    let is_object = |entry: &Entry<'_>| matches!(entry.value.value, Value::Map(_));
    let is_flag = node.as_str().is_none_or(|word| BOOLEANS.contains(&word));
    let is_of = |table: &Object| item.object().is_some_and(|item| ptr::eq(item, table));
    let help = match &node.value {
        Value::Map(entries) if entries.is_empty() => "write `[]`",
        Value::Map(entries) if matches!(item, Expected::Anything) => {
            let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_ref()).collect();
            return format!("write the values as a list: `[{}]`", keys.join(", "));
        }
        Value::Map(entries) if is_of(&PARAMETER) && entries.iter().all(is_object) => {
            let name = entries.first().map_or("id", |entry| entry.key.as_ref());
            return format!(
                "make it a list of objects, each with its `name` beside its other fields: `[{{name: {name}, …}}]`"
            );
        }
        Value::Map(_) => match syntax {
            Syntax::Yaml => {
                "make it a list: begin each item with `- `, or put the items in brackets"
            }
            Syntax::Json => "make it a list: put the items in brackets, `[{…}, {…}]`",
        },
        Value::String(name) if is_requirement => {
            return format!("write a list of objects: `[{{{name}: []}}]`");
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) if is_requirement => {
            "write a list of objects that name security schemes, such as `[{login: []}]`"
        }
        Value::String(url) if is_of(&SERVER) => {
            return format!("write a list of objects: `[{{url: {url}}}]`");
        }
        Value::Bool(_) | Value::String(_) if is_flag && matches!(item, Expected::Text) => {
            "write a list of names: a schema lists its required properties beside `properties`, as `required: [id]`"
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::List(_) => {
            return match node.scalar_text().filter(|text| !text.is_empty()) {
                Some(text) if item.is_own() => format!("make it a list: `[{text}]`"),
                Some(_) | None => "write a list here".to_owned(),
            };
        }
    };
    help.to_owned()
}

/// What to write in place of an object of the specification.
fn object(node: &Node<'_>, expected: &Object, syntax: Syntax) -> String {
    match node.as_str() {
        Some(text) if ptr::eq(expected, &raw const SCHEMA) => match Kind::read(text) {
            Some(_) => format!("write `{{type: {text}}}` in its place"),
            None => "write a schema in its place, such as `{type: string}`".to_owned(),
        },
        Some(url) if ptr::eq(expected, &raw const SERVER) => {
            format!("write `{{url: {url}}}` in its place")
        }
        Some(_) | None => pairs(node, syntax),
    }
}

/// What to write in place of keys and values.
fn pairs(node: &Node<'_>, syntax: Syntax) -> String {
    let is_list = matches!(node.value, Value::List(_));
    let help = match (syntax, is_list) {
        (Syntax::Yaml, true) => "write `key: value` pairs in place of the list",
        (Syntax::Yaml, false) => "write `key: value` pairs here; check the indentation",
        (Syntax::Json, true) => "write an object in braces in place of the list",
        (Syntax::Json, false) => "write an object in braces here; check the braces around it",
    };
    help.to_owned()
}
