//! Links: the operations that they lead to.

use std::collections::BTreeSet;

use super::Check;
use super::operations::operations;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// A link names one operation, in one of two ways. Nothing is generated of it, and real documents name what is not there.
pub fn operation<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let id = node.entry("operationId");
    let reference = node.entry("operationRef");
    match (id, reference) {
        (Some(id), None) => named(cx, &id.value),
        (None, Some(reference)) => referred(cx, &reference.value),
        (None, None) | (Some(_), Some(_)) => {}
    }
}

fn named<'d, 's>(cx: &mut Check<'d, 's, '_>, id: &'d Node<'s>) {
    let Some(text) = id.as_str() else {
        return;
    };
    let known = operation_ids(cx);
    if known.contains(text) {
        return;
    }
    let otherwise = "write the operationId of an operation of this document";
    let message = format!("there is no operation `{text}`");
    let unknown = Diagnostic::new(Code::NoEffect, id.span, message);
    let unknown = with_suggestion_or(unknown, text, known.iter().copied(), otherwise);
    cx.report(unknown);
}

fn referred<'d, 's>(cx: &mut Check<'d, 's, '_>, reference: &'d Node<'s>) {
    // Another file, or another server, is not looked at.
    let text = reference.as_str().filter(|text| text.starts_with('#'));
    let Some(text) = text.filter(|text| cx.document.find(text, reference.span).is_none()) else {
        return;
    };
    let message = format!("the reference `{text}` does not resolve");
    let nowhere = Diagnostic::new(Code::NoEffect, reference.span, message);
    let help = "write the path with `~1` for each `/`, such as `#/paths/~1pets~1{id}/get`";
    cx.report(nowhere.help(help));
}

/// The names of all operations, those of callbacks included.
fn operation_ids<'c, 'd>(cx: &'c mut Check<'d, '_, '_>) -> &'c BTreeSet<&'d str> {
    if cx.operation_ids.is_none() {
        let mut ids = BTreeSet::new();
        let paths = cx.document.root.get("paths");
        for path in paths.map_or(&[][..], Node::entries) {
            collect(cx, &path.value, &mut ids, true);
        }
        cx.operation_ids = Some(ids);
    }
    cx.operation_ids.get_or_insert_with(BTreeSet::new)
}

fn collect<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    item: &'d Node<'s>,
    ids: &mut BTreeSet<&'d str>,
    has_callbacks: bool,
) {
    let Some(item) = cx.target(item) else {
        return;
    };
    for operation in operations(cx.dialect, item) {
        let operation = &operation.value;
        ids.extend(operation.get("operationId").and_then(Node::scalar_text));
        let callbacks = operation.get("callbacks").filter(|_| has_callbacks);
        for callback in callbacks.map_or(&[][..], Node::entries) {
            let callback = cx.target(&callback.value);
            for item in callback.map_or(&[][..], Node::entries) {
                collect(cx, &item.value, ids, false);
            }
        }
    }
}
