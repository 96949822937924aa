//! The tags that a document declares.

use std::collections::HashMap;

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;
use crate::source::Span;

/// Each tag is declared once.
pub fn declared<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let mut known: HashMap<&str, Span> = HashMap::new();
    for tag in node.get("tags").map_or(&[][..], Node::items) {
        let Some((name, text)) = tag
            .get("name")
            .and_then(|name| Some((name, name.as_str()?)))
        else {
            continue;
        };
        if let Some(first) = known.get(text) {
            let message = format!("the tag `{text}` is declared twice");
            let twice = Diagnostic::new(Code::Forbidden, name.span, message)
                .related(*first, "first declared here");
            cx.report(twice.help("rename or remove one of the two").harmless());
        } else {
            known.insert(text, name.span);
        }
    }
}
