//! Headers by themselves.

use super::{Check, exclusive};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Entry, Node, Value};

/// A header says what it holds, in one of two ways.
pub fn values<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for header in node.get("headers").map_or(&[][..], Node::entries) {
        let is_definition = matches!(header.value.value, Value::Map(_));
        if is_definition && header.value.get("$ref").is_none() {
            value(cx, header);
        }
    }
}

fn value<'d, 's>(cx: &mut Check<'d, 's, '_>, header: &'d Entry<'s>) {
    let node = &header.value;
    match (node.entry("schema"), node.entry("content")) {
        (None, None) => {
            let message = format!(
                "the header `{}` has neither `schema` nor `content`",
                header.key
            );
            let untyped = Diagnostic::new(Code::MissingField, header.key_span, message);
            cx.report(untyped.help("add `schema: {type: string}`").harmless());
        }
        (Some(schema), Some(content)) => {
            exclusive::report(cx, "a header", schema, content);
        }
        _ => {}
    }
}
