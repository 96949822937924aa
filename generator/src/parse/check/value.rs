//! Values without parts: text, numbers, words of a list.

mod advice;
mod as_reference;
pub mod layout;
mod word;

use super::Check;
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::dialect::tables::{Expected, SCHEMA};
use crate::read::Syntax;
use crate::read::{Node, Value};

/// How long a string may be to be shown in a message.
const SHORT: usize = 40;

/// Reports a value without parts that is not what is expected.
pub fn check(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) {
    let holds = match expected {
        Expected::Text | Expected::NumericText => match &node.value {
            Value::String(_) => true,
            Value::Number(_) | Value::Bool(_) => return not_quoted(cx, node, expected),
            Value::Null | Value::List(_) | Value::Map(_) => false,
        },
        Expected::RefTo(_) => node.as_str().is_some(),
        Expected::Boolean | Expected::ExclusiveFlag => node.as_bool().is_some(),
        Expected::Number | Expected::Count | Expected::ExclusiveLimit => match &node.value {
            Value::Number(text) => return check_number(cx, node, text, expected),
            Value::Null | Value::Bool(_) | Value::String(_) | Value::List(_) | Value::Map(_) => {
                false
            }
        },
        Expected::OneOf(words) => match node.as_str() {
            Some(text) => return word::check(cx, node, text, words),
            None => false,
        },
        Expected::SomeOf(words) => match &node.value {
            Value::String(word) => return word::check(cx, node, word, words),
            Value::List(items) => return word::list(cx, node, items, words),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Map(_) => false,
        },
        Expected::Anything
        | Expected::List(_)
        | Expected::Map(_)
        | Expected::Object(_)
        | Expected::ObjectOrReference(_)
        | Expected::Schema
        | Expected::BooleanOr(_) => true,
    };
    if !holds {
        unexpected(cx, node, expected);
    }
}

/// Reports a value that is not what is expected.
pub fn unexpected(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) {
    let shown_expected = match expected {
        Expected::Anything => "a value".to_owned(),
        Expected::Text | Expected::NumericText | Expected::RefTo(_) => "a string".to_owned(),
        Expected::Boolean | Expected::ExclusiveFlag => "`true` or `false`".to_owned(),
        Expected::Number | Expected::ExclusiveLimit => "a number".to_owned(),
        Expected::Count => "an integer that is not negative".to_owned(),
        Expected::OneOf(words) | Expected::SomeOf(words) => {
            format!("one of `{}`", words.join("`, `"))
        }
        Expected::List(_) => "an array".to_owned(),
        Expected::Map(_) => "an object".to_owned(),
        Expected::Object(object) | Expected::ObjectOrReference(object) => object.name.to_owned(),
        Expected::Schema => SCHEMA.name.to_owned(),
        Expected::BooleanOr(_) => "`true`, `false` or an object".to_owned(),
    };
    let (code, help) = advice::advice(cx, node, expected);
    let message = match code {
        Code::LaterVersion => format!("{} here is of OpenAPI 3.1", node.kind()),
        _ => format!("expected {shown_expected}, found {}", shown(node)),
    };
    let unexpected = Diagnostic::new(code, node.span, message);
    if let Some((help, edit)) = layout::slip(cx, node, expected) {
        cx.report(unexpected.help(help).edit(edit));
        return;
    }
    if let Some(word) = boolean(node, expected) {
        cx.report(unexpected.meant(word));
        return;
    }
    let syntax = cx.document.syntax(node.span);
    let text = advice::unquoted(node, expected).map(str::to_owned);
    let text = text.or_else(|| advice::listed(node, expected, syntax));
    let span = node.span;
    let edit = text.map(|text| Edit::Write { span, text });
    cx.report(unexpected.help(help).edit(edit));
}

/// The boolean that a misspelled word means.
pub fn boolean(node: &Node<'_>, expected: Expected) -> Option<&'static str> {
    let text = node.as_str().filter(|text| text.len() >= 4)?;
    let may_be = matches!(
        expected,
        Expected::Boolean | Expected::ExclusiveFlag | Expected::BooleanOr(_)
    );
    let mut words = ["true", "false"].into_iter();
    let is_near = |word: &&str| strsim::damerau_levenshtein(&text.to_lowercase(), word) == 1;
    words.find(|word| may_be && is_near(word))
}

/// A number or a boolean where a string belongs: its spelling is taken, but other tools refuse it.
fn not_quoted(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, expected: Expected) {
    let text = node.scalar_text().unwrap_or_default();
    // The versions of many YAML documents look like numbers, and leave no doubt.
    let is_plain = match expected {
        Expected::NumericText => cx.document.syntax(node.span) == Syntax::Yaml,
        _ => false,
    };
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

fn check_number(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, text: &str, expected: Expected) {
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
        // YAML has signs for what is not a number, or has no end.
        Value::Number(text) => format!("`{text}`"),
        Value::String(text) if text.is_empty() => "an empty string".to_owned(),
        Value::String(text) if text.len() <= SHORT && !text.contains(['`', '\n']) => {
            format!("the string `{text}`")
        }
        Value::Null | Value::String(_) | Value::List(_) | Value::Map(_) => node.kind().to_owned(),
    }
}
