//! Constructs of an earlier version in a document of a later one: clear in meaning, and reported once for the whole document.

use std::collections::BTreeMap;

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Entry, Node};
use crate::source::Span;

/// The constructs that were met: the first place of each, and how many there are.
pub type Leftovers = BTreeMap<&'static str, (Span, usize)>;

/// What to write in their place.
const ADVICE: [(&str, &str); 5] = [
    (
        "nullable: true",
        "add `'null'` to the types, such as `type: [string, 'null']`",
    ),
    (
        "exclusiveMinimum: true",
        "write `exclusiveMinimum` with the number, in place of `minimum`",
    ),
    (
        "exclusiveMaximum: true",
        "write `exclusiveMaximum` with the number, in place of `maximum`",
    ),
    (
        "format: byte",
        "write `contentEncoding: base64` in place of it",
    ),
    (
        "format: binary",
        "write `contentMediaType: application/octet-stream` in place of it",
    ),
];

/// Notes a construct of an earlier version.
fn note(cx: &mut Cx<'_, '_>, construct: &str, span: Span) {
    let Some((construct, _)) = ADVICE.iter().find(|(known, _)| *known == construct) else {
        return;
    };
    let (first, count) = cx.leftovers.entry(construct).or_insert((span, 0));
    *first = span.min(*first);
    *count += 1;
}

/// Notes a keyword that is `true` or `false` in an earlier version; `false` says nothing.
pub fn flag(cx: &mut Cx<'_, '_>, entry: &Entry<'_>, value: bool) {
    if value {
        note(cx, &format!("{}: true", entry.key), entry.key_span);
    }
}

/// Notes the formats that only an earlier version knows.
pub fn formats<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let Some(format) = node.get("format") else {
        return;
    };
    let word = format.as_str().unwrap_or_default();
    if cx.dialect.leftover_formats().contains(&word) {
        note(cx, &format!("format: {word}"), format.span);
    }
}

/// Reports each construct once.
pub fn report(cx: &mut Cx<'_, '_>) {
    for (construct, (span, count)) in std::mem::take(&mut cx.leftovers) {
        let places = match count {
            1 => String::new(),
            count => format!(" ({count} places)"),
        };
        let message = format!("`{construct}` is of OpenAPI 3.0{places}");
        let advice = ADVICE.iter().find(|(known, _)| *known == construct);
        let help = advice.map_or("", |(_, advice)| *advice);
        let leftover = Diagnostic::new(Code::Repaired, span, message);
        cx.report(leftover.label("read as it is meant there").help(help));
    }
}
