//! Dashes and spaces of YAML that are missing, or too many: what is there is another value than what was meant.

use crate::diagnostic::Edit;
use crate::parse::check::Check;
use crate::parse::check::resemblance::resembles;
use crate::parse::dialect::tables::Expected;
use crate::read::{Node, Syntax, Value};
use crate::source::Span;

/// What to do about a value that is not what is expected because of such a slip, and the edit that does it.
pub fn slip(
    cx: &Check<'_, '_, '_>,
    node: &Node<'_>,
    expected: Expected,
) -> Option<(String, Option<Edit>)> {
    if cx.document.syntax(node.span) != Syntax::Yaml {
        return None;
    }
    match &node.value {
        Value::String(text) if matches!(expected, Expected::List(_)) => item(node, text),
        Value::String(text) => key(cx, node, text, expected),
        Value::Map(_) => {
            let Expected::List(item) = expected else {
                return None;
            };
            only_item(cx, node, *item)
        }
        Value::List(items) => object_in_list(cx, node, items, expected),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// The first item of a list, without its dash or the space after it: the others go on with the text.
fn item(node: &Node<'_>, text: &str) -> Option<(String, Option<Edit>)> {
    let first = text.split(" - ").next()?;
    let start = node.span.start;
    let item = first.trim_start_matches(['-', ' ']);
    if item.len() < first.len() {
        let is_item = item.starts_with(|c: char| c.is_alphabetic());
        let signs = Span::new(start as usize, 0..first.len() - item.len());
        let (span, text) = (signs, "- ".to_owned());
        let help = match first.strip_prefix('-') {
            Some(rest) if rest == item => "a space is missing after the dash",
            Some(_) | None => "one dash too many begins this item",
        };
        let help = format!("{help}: write `- {item}`");
        return is_item.then_some((help, Some(Edit::Write { span, text })));
    }
    let help = format!("a `- ` is missing before `{first}`");
    (first.len() < text.len()).then_some((help, Some(Edit::Dash(node.span))))
}

/// A key without the colon or the space before its value.
fn key(
    cx: &Check<'_, '_, '_>,
    node: &Node<'_>,
    text: &str,
    expected: Expected,
) -> Option<(String, Option<Edit>)> {
    let (key, value) = text.split_once([':', ' '])?;
    let has_field = if matches!(expected, Expected::Map(_)) {
        // The names of these are the author's own, and their values begin with a bracket.
        value.trim_start().starts_with(['[', '{'])
    } else {
        key == "$ref" || cx.dialect.has(expected.object()?, key)
    };
    let is_value = !value.is_empty() && !value.contains('\n') && !value.contains(": ");
    let missing = match text.as_bytes().get(key.len()) {
        Some(b':') => "a space is missing after the colon",
        Some(_) | None => "a colon is missing",
    };
    let text = format!("{key}: {value}");
    let help = format!("{missing}: write `{text}`");
    let span = node.span;
    (has_field && is_value).then_some((help, Some(Edit::Write { span, text })))
}

/// The only item of a list, without its dash.
fn only_item(
    cx: &Check<'_, '_, '_>,
    node: &Node<'_>,
    item: Expected,
) -> Option<(String, Option<Edit>)> {
    let first = node.entries().first()?;
    if let Some(key) = first.key.strip_prefix('-') {
        let (span, text) = (
            Span::new(first.key_span.start as usize, 0..1),
            "- ".to_owned(),
        );
        let help = format!("a space is missing after the dash: write `- {key}`");
        return Some((help, Some(Edit::Write { span, text })));
    }
    let help = format!("a `- ` is missing before `{}`", first.key);
    // In braces, an object needs brackets around it.
    let is_block = first.key_span.start == node.span.start;
    let is_item = is_block && resembles(cx.dialect, node, item);
    is_item.then_some((help, Some(Edit::Dash(first.key_span))))
}

/// An object with a dash before it.
fn object_in_list(
    cx: &Check<'_, '_, '_>,
    node: &Node<'_>,
    items: &[Node<'_>],
    expected: Expected,
) -> Option<(String, Option<Edit>)> {
    let [item] = items else {
        return None;
    };
    let start = node.span.start;
    let span = Span {
        start,
        end: item.span.start,
    };
    let edit = Edit::Write {
        span,
        text: "  ".to_owned(),
    };
    let expected = Expected::ObjectOrReference(expected.object()?);
    let is_meant = span.bytes().len() == 2 && resembles(cx.dialect, item, expected);
    let help = "one object belongs here, and no list: remove `- `";
    is_meant.then(|| (help.to_owned(), Some(edit)))
}
