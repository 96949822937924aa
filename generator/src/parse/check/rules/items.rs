//! `items`, which an array must have in OpenAPI 3.0.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::parse::check::missing::{self, Missing};
use crate::parse::dialect::tables::SCHEMA;
use crate::read::Node;

/// An array says what its items are. The members of an `allOf` may leave that to each other.
pub fn of_array<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    // JSON Schema leaves the items of an array open.
    if cx.dialect.has_json_schema() {
        return;
    }
    let members = node.get("allOf").map_or(&[][..], Node::items);
    cx.members.extend(members.iter().map(|member| member.span));
    let kind = node
        .get("type")
        .filter(|kind| kind.as_str() == Some("array"));
    if kind.is_none() || cx.members.contains(&node.span) || node.get("items").is_some() {
        return;
    }
    let message = "an array needs the field `items`";
    let missing = Missing::new(cx, node, &SCHEMA, "items", message);
    let diagnostic = Diagnostic {
        code: Code::Repaired,
        ..missing.diagnostic
    };
    let diagnostic = diagnostic
        .label("treated as an array of anything")
        .help("add `items`, or `items: {}` where the items may be anything");
    missing::note(
        cx,
        Missing {
            diagnostic,
            ..missing
        },
    );
}
