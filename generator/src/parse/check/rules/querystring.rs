//! Parameters that are the whole query string.

use super::operations::operations;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::read::Node;

/// An operation has one query string, and no query parameters beside it.
pub fn alone<'d>(cx: &mut Cx<'d, '_>, item: &'d Node<'d>) {
    for operation in operations(cx.dialect, item) {
        let lists = [item, &operation.value].map(|owner| owner.get("parameters"));
        let mut whole: Option<&Node<'_>> = None;
        let mut part: Option<&Node<'_>> = None;
        for node in lists.into_iter().flatten().flat_map(Node::items) {
            let location = cx.target(node).and_then(|parameter| parameter.get("in"));
            match location.and_then(Node::as_str) {
                Some("querystring") if whole.is_none() => whole = Some(node),
                Some("query" | "querystring") => part = Some(node),
                Some(_) | None => {}
            }
        }
        let (Some(whole), Some(part)) = (whole, part) else {
            continue;
        };
        let message = "a parameter with `in: querystring` is all of the query";
        let both = Diagnostic::new(Code::Forbidden, part.span, message)
            .label("there is no query beside it")
            .related(whole.span, "the query string");
        cx.report(both.help("make this parameter a property of the schema of the query string, or remove one of the two"));
    }
}

/// A query string has `content`, and nothing that describes the style of a value.
pub fn definition(cx: &mut Cx<'_, '_>, node: &Node<'_>) {
    for field in ["schema", "style", "explode", "allowReserved"] {
        let Some(entry) = node.entry(field) else {
            continue;
        };
        let message = format!("a parameter with `in: querystring` has no `{field}`");
        let help = match field {
            "schema" => {
                "write `content: {application/x-www-form-urlencoded: {schema: …}}` in place of it"
            }
            _ => "remove it: the media type of `content` says the same",
        };
        cx.report(Diagnostic::forbidden(entry.key_span, message, help));
    }
}
