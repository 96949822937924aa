//! `items`, which an array must have in OpenAPI 3.0.

use super::{Check, keyword, place};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::SCHEMA;
use crate::read::Node;

/// An array says what its items are. The members of an `allOf` may leave that to each other.
pub fn of_array<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    // JSON Schema leaves the items of an array open.
    if cx.dialect.has_json_schema() {
        return;
    }
    let members = node.get("allOf").map_or(&[][..], Node::items);
    cx.members.extend(members.iter().map(|member| member.span));
    let kind = node
        .get("type")
        .filter(|kind| kind.as_str() == Some("array"));
    let Some(kind) = kind.filter(|_| !cx.members.contains(&node.span)) else {
        return;
    };
    if node.get("items").is_some() || keyword::is_misspelled(cx.dialect, node, &SCHEMA, "items") {
        return;
    }
    let message = "an array needs the field `items`";
    let place = place::holder(cx.document.root_of(node.span), node);
    let repaired = Diagnostic::new(Code::Repaired, place, message)
        .label("treated as an array of anything")
        .related(kind.span, "the type");
    cx.report(repaired.help("add `items`, or `items: {}` where the items may be anything"));
}
