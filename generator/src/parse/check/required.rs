//! `required`: the names of properties that are always there.

use std::collections::HashMap;

use super::{Check, member};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;
use crate::source::Span;

/// Each required property is declared, and named once.
pub fn properties<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let members = node.get("allOf").map_or(&[][..], Node::items);
    cx.members.extend(members.iter().map(|member| member.span));
    let names = node.get("required").map_or(&[][..], Node::items);
    let mut known: HashMap<&str, Span> = HashMap::new();
    for name in names {
        let Some(text) = name.as_str() else {
            continue;
        };
        if let Some(first) = known.get(text) {
            let message = format!("`{text}` is required twice");
            let twice = Diagnostic::new(Code::RequiredProperty, name.span, message)
                .related(*first, "first given here");
            cx.report(twice.help("remove one of the two"));
        } else {
            known.insert(text, name.span);
        }
    }
    // The other members of an `allOf` may declare what one requires.
    let own = node.get("properties").map_or(&[][..], Node::entries);
    if names.is_empty() || cx.members.contains(&node.span) || own.is_empty() && members.is_empty() {
        return;
    }
    let properties = member::properties(cx, node);
    if properties.is_open || properties.names.is_empty() {
        return;
    }
    for name in names {
        let Some(text) = name
            .as_str()
            .filter(|text| !properties.names.contains(*text))
        else {
            continue;
        };
        let message = format!("the required property `{text}` is not declared");
        let help = match nearest(text, properties.names.iter().copied()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("add `{text}` to `properties`, or remove it from `required`"),
        };
        let unknown = Diagnostic::new(Code::RequiredProperty, name.span, message).label("ignored");
        cx.report(unknown.help(help));
    }
}
