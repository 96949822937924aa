//! Values without parts: text, numbers, words of a list.

mod advice;
mod later_version;
mod meant;
pub mod sign;
mod word;

use super::Cx;
use super::keyword::shapes;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::dialect::tables::{Expected, Field, Need, SCHEMA};
use crate::parse::objects::is_for_people;
use crate::read::{Entry, Node, Syntax, Value};
use advice::{absent, advice};
pub use meant::{boolean, meant};

/// How long a string may be to be shown in a message.
const SHORT: usize = 40;

/// Reports a value that is not a string, or one with quotes and commas that are probably not meant.
pub fn text(cx: &mut Cx<'_, '_>, node: &Node<'_>, expected: Expected) {
    match &node.value {
        Value::String(text) => marks(cx, node, text),
        Value::Number(_) | Value::Bool(_) => not_quoted(cx, node, expected),
        Value::Null | Value::List(_) | Value::Map(_) => unexpected(cx, node, expected),
    }
}

/// Reports a value that is none of these words, nor a list of them where there may be one.
pub fn words(
    cx: &mut Cx<'_, '_>,
    node: &Node<'_>,
    expected: Expected,
    words: &'static [&'static str],
) {
    match (&node.value, expected) {
        (Value::String(word), _) => word::check(cx, node, word, words),
        (Value::List(items), Expected::SomeOf(_)) => word::list(cx, node, items, words),
        (_, _) => unexpected(cx, node, expected),
    }
}

/// Reports a value that is not what is expected.
pub fn unexpected(cx: &mut Cx<'_, '_>, node: &Node<'_>, expected: Expected) {
    if let Some(help) = later_version::of_later_version(&key(cx, node), node, expected) {
        let message = format!("{} here is of OpenAPI 3.1", node.kind());
        let later = Diagnostic::new(Code::LaterVersion, node.span, message);
        cx.report(later.help(help));
        return;
    }
    // What is in it is not looked at.
    cx.meaningless += node.count() - 1;
    let message = format!("expected {}, found {}", called(expected), shown(node));
    let (help, edit) = advice(cx, node, expected);
    let unexpected = Diagnostic::new(Code::WrongType, node.span, message);
    cx.report(unexpected.help(help).edit(edit));
}

/// Reports a key without a value: it means a field that is not there, except where any value may be.
pub fn null(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, field: &Field) {
    cx.empty.insert(entry.value.span);
    let (expected, span) = (field.expected, entry.key_span);
    let is_recoverable = field.need == Need::RequiredButRecoverable;
    let is_needed = match expected {
        Expected::Anything => return,
        // What gives others their shape was hardly left empty on purpose.
        Expected::Object(_)
        | Expected::ObjectOrReference(_)
        | Expected::Schema
        | Expected::RefTo(_)
        | Expected::OneOf(_)
        | Expected::SomeOf(_) => true,
        Expected::Map(inner) => inner.object().is_some(),
        Expected::Text | Expected::NumericText => {
            is_recoverable || ["format", "operationId"].contains(&entry.key.as_ref())
        }
        Expected::Boolean => shapes(&entry.key),
        Expected::List(inner) => inner.is(&SCHEMA),
        Expected::Number | Expected::Count | Expected::BooleanOr(_) => false,
    };
    let empty = if is_needed {
        let message = format!("expected {}, found nothing", called(expected));
        Diagnostic::new(Code::WrongType, span, message)
    } else {
        let message = format!("`{}` has no value", entry.key);
        Diagnostic::new(Code::Repaired, span, message).label("left out")
    };
    let syntax = cx.document.syntax(span);
    if matches!(expected, Expected::RefTo(_)) {
        // What is referred to would be lost.
        return cx.report(empty.help(absent(cx.dialect, expected, syntax)));
    }
    let help = if matches!(expected, Expected::List(Expected::Map(_))) {
        // Without the key, the operation would be called with other credentials, or with none.
        "name the security schemes below it, such as `- login: []`"
    } else if matches!(expected, Expected::List(inner) if inner.is(&SCHEMA)) {
        "write the schemas below it, each after a `- `"
    } else if is_recoverable {
        "write a value after the colon"
    } else {
        "write a value after the colon, or remove the key"
    };
    cx.report(empty.help(help).harmless());
}

/// What a message calls what is expected.
fn called(expected: Expected) -> String {
    let called = match expected {
        Expected::Anything => "a value",
        Expected::Text | Expected::NumericText | Expected::RefTo(_) => "a string",
        Expected::Boolean => "`true` or `false`",
        Expected::Number => "a number",
        Expected::Count => "an integer that is not negative",
        Expected::OneOf(words) | Expected::SomeOf(words) => {
            return format!("one of `{}`", words.join("`, `"));
        }
        Expected::List(_) => "an array",
        Expected::Map(_) => "an object",
        Expected::Object(object) | Expected::ObjectOrReference(object) => object.name,
        Expected::Schema => SCHEMA.name,
        Expected::BooleanOr(_) => "`true`, `false` or an object",
    };
    called.to_owned()
}

/// Reports quotes of a word processor around a word of YAML, and the comma of JSON or a quote after it: they are part of it. In a text
/// for people, that costs nothing.
fn marks(cx: &mut Cx<'_, '_>, node: &Node<'_>, text: &str) {
    let quoted = text.strip_prefix(['“', '‘', '„']);
    let quoted = quoted.and_then(|text| text.strip_suffix(['”', '’', '“', '‘']));
    let word = quoted
        .or(text.strip_suffix([',', ';', '"', '\'']))
        .unwrap_or_default();
    let is_plain = cx.document.written(node.span) == text;
    let is_word = word
        .chars()
        .all(|c| c.is_alphanumeric() || "_-./#:~%?=&".contains(c));
    if word.is_empty() || !is_word || !is_plain || cx.document.syntax(node.span) == Syntax::Json {
        return;
    }
    let (span, message) = (node.span, format!("the marks in `{text}` are part of it"));
    let code = if is_for_people(&key(cx, node)) {
        Code::Repaired
    } else {
        Code::UnknownValue
    };
    let marks = Diagnostic::new(code, span, message).label("read as it is written");
    let text = match quoted {
        Some(word) => format!("\"{word}\""),
        None => word.to_owned(),
    };
    let help = format!("write `{text}`");
    cx.report(marks.help(help).edit(Edit::Write { span, text }).harmless());
}

/// The key whose value a node is, or the number of an item.
fn key(cx: &Cx<'_, '_>, node: &Node<'_>) -> String {
    let pointer = cx.document.root_of(node.span).pointer_to(node.span);
    pointer.rsplit('/').next().unwrap_or_default().to_owned()
}

/// A number or a boolean where a string belongs: its spelling is taken, but other tools refuse it.
fn not_quoted(cx: &mut Cx<'_, '_>, node: &Node<'_>, expected: Expected) {
    let text = node.scalar_text().unwrap_or_default();
    // The versions of many YAML documents look like numbers, and leave no doubt.
    let is_plain =
        matches!(expected, Expected::NumericText) && cx.document.syntax(node.span) == Syntax::Yaml;
    let code = if is_plain {
        Code::Repaired
    } else {
        Code::WrongType
    };
    let message = format!("expected a string, found {}", shown(node));
    let quoted = format!("\"{text}\"");
    let unquoted = Diagnostic::new(code, node.span, message)
        .help(format!("put it in quotes: `{quoted}`"))
        .edit(Edit::Write {
            span: node.span,
            text: quoted,
        })
        .harmless();
    cx.report(if is_plain {
        unquoted.label("read as a string")
    } else {
        unquoted
    });
}

/// Reports a value that is not a number, or not one of those that belong here.
pub fn number(cx: &mut Cx<'_, '_>, node: &Node<'_>, expected: Expected) {
    let Value::Number(text) = &node.value else {
        return unexpected(cx, node, expected);
    };
    let number = crate::read::number(text).and_then(|number| number.as_f64());
    let Some(number) = number.filter(|number| number.is_finite()) else {
        if text.contains(|c: char| c.is_ascii_digit()) {
            return too_large(cx, node, text);
        }
        return unexpected(cx, node, expected);
    };
    if !matches!(expected, Expected::Count) {
        return;
    }
    if number < 0.0 || number.fract() != 0.0 {
        return unexpected(cx, node, expected);
    }
    if number >= LARGEST_COUNT {
        too_large(cx, node, text);
    }
}

/// 2^63: no text and no list is as long.
const LARGEST_COUNT: f64 = 9_223_372_036_854_775_808.0;

fn too_large(cx: &mut Cx<'_, '_>, node: &Node<'_>, text: &str) {
    let message = format!("the number `{text}` is too large");
    let large = Diagnostic::new(Code::WrongType, node.span, message);
    cx.report(large.help("write a smaller number, or remove the limit"));
}

/// What a reader calls a value, with the value itself where it is short.
fn shown(node: &Node<'_>) -> String {
    match &node.value {
        Value::Bool(value) => format!("the boolean `{value}`"),
        Value::Number(text) if text.contains(|c: char| c.is_ascii_digit()) => {
            format!("the number `{text}`")
        }
        // YAML has signs for what is not a number, or has no end.
        Value::Number(text) => format!("`{text}`"),
        Value::String(text) if text.is_empty() => "an empty string".to_owned(),
        Value::String(text) if text.len() <= SHORT && !text.contains(['`', '\n']) => {
            format!("the string `{text}`")
        }
        Value::Null | Value::String(_) | Value::List(_) | Value::Map(_) => node.kind().to_owned(),
    }
}
