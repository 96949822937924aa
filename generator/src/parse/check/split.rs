//! One object of a list that is written as several items.

use super::Cx;
use super::keyword::{is_misspelled, shapes};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Need, Object};
use crate::read::{Entry, Node};
use crate::source::Span;

/// Reports an item that is rather a part of the item before it.
pub fn is_split(cx: &mut Cx<'_, '_>, list: &Node<'_>, item: Expected) -> bool {
    let Some(object) = item.object() else {
        return false;
    };
    let mut before: Vec<&Node<'_>> = Vec::new();
    let mut parts: Vec<&Node<'_>> = Vec::new();
    for item in list.items() {
        if is_part(cx.dialect, object, &before, item) {
            parts.push(item);
        } else {
            before.clear();
        }
        before.push(item);
    }
    let first = parts.first().and_then(|part| part.entries().first());
    let Some(Entry { key, key_span, .. }) = first else {
        return false;
    };
    let message = format!("`{key}` is a field of the item before it, and begins no item");
    let split = Diagnostic::new(Code::WrongType, *key_span, message);
    cx.report(match parts.as_slice() {
        [part] => {
            // What only people read may be all that is there of another item.
            let is_meant = part.entries().iter().any(|entry| shapes(&entry.key));
            let help = format!("write `{key}` without the `- ` before it, indented as it is");
            let edit = without_dash(cx, *key_span).filter(|_| is_meant);
            split.help(help).edit(edit)
        }
        _ => split.help("write `- ` only before the first key of each item"),
    });
    for item in list.items() {
        cx.diagnostics.explain(item.span);
    }
    true
}

/// Whether an item lacks fields that it needs, what is before it has all of these, and has none of the item's fields.
fn is_part(
    dialect: Dialect,
    object: &'static Object,
    before: &[&Node<'_>],
    item: &Node<'_>,
) -> bool {
    let has = |key: &str| before.iter().any(|part| part.entry(key).is_some());
    let is_lacking =
        |name: &str| item.entry(name).is_none() && !is_misspelled(dialect, item, object, name);
    let needed = dialect
        .fields(object)
        .filter(|field| field.need == Need::Required);
    let mut lacking = needed.filter(|field| is_lacking(field.name)).peekable();
    item.entry("$ref").is_none()
        && lacking.peek().is_some()
        && lacking.all(|field| has(field.name))
        && !item.entries().is_empty()
        && !item.entries().iter().any(|entry| has(&entry.key))
}

/// The edit that writes spaces in place of the dash before a key.
fn without_dash(cx: &Cx<'_, '_>, key: Span) -> Option<Edit> {
    let span = Span::new(key.bytes().start.checked_sub(2)?, 0..2);
    let text = "  ".to_owned();
    (cx.document.written(span) == "- ").then_some(Edit::Write { span, text })
}
