//! Links: the operations that they lead to.

use std::collections::BTreeSet;

use super::Cx;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{LINK, OPERATION, Object};
use crate::read::Node;

/// A link names one operation, in one of two ways. Nothing is generated of it, and real documents name what is not there.
pub fn operations(cx: &mut Cx<'_, '_>) {
    let objects = std::mem::take(&mut cx.objects);
    let all = |table: &'static Object| {
        let of_table = objects.iter().filter(move |(_, object)| object.is(table));
        of_table.map(|(node, _)| *node)
    };
    let ids = all(&OPERATION).filter_map(|operation| operation.get("operationId")?.scalar_text());
    let ids: BTreeSet<&str> = ids.collect();
    for link in all(&LINK) {
        match (link.get("operationId"), link.get("operationRef")) {
            (Some(id), None) => named(cx, id, &ids),
            (None, Some(reference)) => referred(cx, reference),
            (None, None) | (Some(_), Some(_)) => {}
        }
    }
    cx.objects = objects;
}

fn named(cx: &mut Cx<'_, '_>, id: &Node<'_>, known: &BTreeSet<&str>) {
    let Some(text) = id.as_str().filter(|text| !known.contains(text)) else {
        return;
    };
    let otherwise = "write the operationId of an operation of this document";
    let message = format!("there is no operation `{text}`");
    let unknown = Diagnostic::new(Code::NoEffect, id.span, message);
    let unknown = with_suggestion_or(unknown, text, known.iter().copied(), otherwise);
    cx.report(unknown);
}

fn referred(cx: &mut Cx<'_, '_>, reference: &Node<'_>) {
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
