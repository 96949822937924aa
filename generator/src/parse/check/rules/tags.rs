//! The tags that a document declares.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::suggest::did_you_mean;
use crate::parse::check::Cx;
use crate::read::Node;

/// Each tag is declared once, and within another one that is declared.
pub fn declared<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let mut known: HashMap<&str, &Node<'_>> = HashMap::new();
    let tags = node.get("tags").map_or(&[][..], Node::items);
    for tag in tags {
        let Some((name, text)) = text(tag, "name") else {
            continue;
        };
        if let Some(first) = known.get(text).and_then(|first| first.get("name")) {
            let message = format!("the tag `{text}` is declared twice");
            let help = "rename or remove one of the two";
            let twice = Diagnostic::forbidden(name.span, message, help);
            cx.report(twice.related(first.span, "first declared here"));
        } else {
            known.insert(text, tag);
        }
    }
    for tag in tags {
        parent(cx, tag, &known);
    }
}

/// The tag around a tag is declared, and is not within that tag itself.
fn parent(cx: &mut Cx<'_, '_>, tag: &Node<'_>, known: &HashMap<&str, &Node<'_>>) {
    let Some((place, outer)) = text(tag, "parent") else {
        return;
    };
    if !known.contains_key(outer) {
        let message = format!("there is no tag `{outer}`");
        let otherwise = format!("declare `{outer}` in `tags`");
        let help = did_you_mean(outer, known.keys().copied(), otherwise);
        cx.report(Diagnostic::forbidden(place.span, message, help));
        return;
    }
    let own = text(tag, "name").map(|(_, name)| name);
    let mut around = Some(outer);
    for _ in 0..known.len() {
        if around == own {
            let message = format!("the tag `{outer}` is within this one");
            let help = "remove one of the fields `parent`";
            cx.report(Diagnostic::forbidden(place.span, message, help));
            return;
        }
        let next = around.and_then(|name| text(known.get(name)?, "parent"));
        around = next.map(|(_, name)| name);
    }
}

fn text<'d>(tag: &'d Node<'d>, field: &str) -> Option<(&'d Node<'d>, &'d str)> {
    let node = tag.get(field)?;
    Some((node, node.as_str()?))
}
