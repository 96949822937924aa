//! Values that have fixed shapes of their own: text, numbers, words of a list.

mod advice;
mod as_reference;
mod word;

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::shape::Shape;
use crate::read::Syntax;
use crate::read::{Node, Value};

/// How long a string may be to be shown in a message.
const SHORT: usize = 40;

/// Reports a value that is not of its shape, where that shape has no parts.
pub fn check(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, shape: Shape) {
    let holds = match shape {
        Shape::Text | Shape::Version => match &node.value {
            Value::String(_) => true,
            Value::Number(_) | Value::Bool(_) => return not_quoted(cx, node, shape),
            Value::Null | Value::List(_) | Value::Map(_) => false,
        },
        Shape::Link(_) => node.as_str().is_some(),
        Shape::Boolean | Shape::Exclusive => node.as_bool().is_some(),
        Shape::Number | Shape::Count => match &node.value {
            Value::Number(text) => return check_number(cx, node, text, shape),
            Value::Null | Value::Bool(_) | Value::String(_) | Value::List(_) | Value::Map(_) => {
                false
            }
        },
        Shape::OneOf(words) => match node.as_str() {
            Some(text) => return word::check(cx, node, text, words),
            None => false,
        },
        Shape::Anything
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Object(_)
        | Shape::Reference(_)
        | Shape::BooleanOr(_) => true,
    };
    if !holds {
        unexpected(cx, node, shape);
    }
}

/// Reports a value that is not of its shape.
pub fn unexpected(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, shape: Shape) {
    let expected = match shape {
        Shape::Anything => "a value".to_owned(),
        Shape::Text | Shape::Version | Shape::Link(_) => "a string".to_owned(),
        Shape::Boolean | Shape::Exclusive => "`true` or `false`".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Count => "an integer that is not negative".to_owned(),
        Shape::OneOf(words) => format!("one of `{}`", words.join("`, `")),
        Shape::List(_) => "an array".to_owned(),
        Shape::Map(_) => "an object".to_owned(),
        Shape::Object(object) | Shape::Reference(object) => object.name.to_owned(),
        Shape::BooleanOr(_) => "`true`, `false` or an object".to_owned(),
    };
    let (code, help) = advice::advice(cx.document, node, shape);
    let message = match code {
        Code::LaterVersion => format!("{} here is of OpenAPI 3.1", node.kind()),
        _ => format!("expected {expected}, found {}", shown(node)),
    };
    cx.report(Diagnostic::new(code, node.span, message).help(help));
}

/// A number or a boolean where a string belongs: its spelling is taken, but other tools refuse it.
fn not_quoted(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, shape: Shape) {
    let text = node.scalar_text().unwrap_or_default();
    // The versions of many YAML documents look like numbers, and leave no doubt.
    let is_plain = match shape {
        Shape::Version => cx.document.syntax(node.span) == Syntax::Yaml,
        _ => false,
    };
    let code = if is_plain {
        Code::Repaired
    } else {
        Code::WrongType
    };
    let message = format!("expected a string, found {}", shown(node));
    let unquoted = Diagnostic::new(code, node.span, message)
        .help(format!("put it in quotes: `\"{text}\"`"))
        .harmless();
    cx.report(if is_plain {
        unquoted.label("taken for a string")
    } else {
        unquoted
    });
}

fn check_number(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, text: &str, shape: Shape) {
    let number = crate::read::number(text).and_then(|number| number.as_f64());
    let Some(number) = number.filter(|number| number.is_finite()) else {
        if text.contains(|c: char| c.is_ascii_digit()) {
            return too_large(cx, node, text);
        }
        return unexpected(cx, node, shape);
    };
    if !matches!(shape, Shape::Count) {
        return;
    }
    if number < 0.0 || number.fract() != 0.0 {
        return unexpected(cx, node, shape);
    }
    if number >= LARGEST_COUNT {
        too_large(cx, node, text);
    }
}

/// 2^63: no text and no list is as long.
const LARGEST_COUNT: f64 = 9_223_372_036_854_775_808.0;

fn too_large(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, text: &str) {
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
        // YAML has signs for what is no number, or has no end.
        Value::Number(text) => format!("`{text}`"),
        Value::String(text) if text.is_empty() => "an empty string".to_owned(),
        Value::String(text) if text.len() <= SHORT && !text.contains(['`', '\n']) => {
            format!("the string `{text}`")
        }
        Value::Null | Value::String(_) | Value::List(_) | Value::Map(_) => node.kind().to_owned(),
    }
}
