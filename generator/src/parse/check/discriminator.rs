//! Discriminators: that the property exists, and that the mapping leads somewhere.

use std::collections::BTreeSet;

use super::{Check, member};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// The property of a discriminator is one of each schema, and its mapping names schemas.
pub fn discriminator<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(discriminator) = node.get("discriminator") else {
        return;
    };
    if let Some(name) = discriminator.get("propertyName") {
        property(cx, node, name);
    }
    for entry in discriminator.get("mapping").map_or(&[][..], Node::entries) {
        mapping(cx, &entry.value);
    }
    if let Some(default) = discriminator.get("defaultMapping") {
        mapping(cx, default);
    }
}

fn property<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>, name: &'d Node<'s>) {
    let Some(text) = name.as_str() else {
        return;
    };
    let list = node.get("oneOf").or_else(|| node.get("anyOf"));
    let members = list.map_or(std::slice::from_ref(node), Node::items);
    let mut known = BTreeSet::new();
    let mut lacking = Vec::new();
    for member in members {
        let properties = member::properties(cx, member);
        // A union within a union has one of its own.
        if properties.is_open && !properties.names.contains(text) {
            continue;
        }
        if !properties.names.contains(text) {
            lacking.push(member);
        }
        known.extend(properties.names);
    }
    if lacking.len() == members.len() {
        let message = match list {
            Some(_) => format!("none of the schemas has the property `{text}`"),
            None => format!("the schema has no property `{text}`"),
        };
        let nowhere = Diagnostic::new(Code::Discriminator, name.span, message);
        let help = match nearest(text, known) {
            Some(known) => format!("did you mean `{known}`?"),
            None if list.is_none() => format!("add `{text}` to `properties` and to `required`"),
            None => format!("add the property `{text}` to each schema, and to its `required`"),
        };
        cx.report(nowhere.help(help));
        return;
    }
    for member in lacking {
        let message = format!("this schema does not have the property `{text}`");
        let lacking = Diagnostic::new(Code::Discriminator, member.span, message)
            .related(name.span, "by which the schemas are distinguished");
        let help = format!("add the property `{text}` to it, and to its `required`");
        cx.report(lacking.help(help));
    }
}

/// A value of a mapping is a reference, or the name of a schema.
fn mapping<'d, 's>(cx: &mut Check<'d, 's, '_>, value: &'d Node<'s>) {
    let Some(text) = value.as_str() else {
        return;
    };
    let schemas = cx.document.root.get("components");
    let schemas = schemas.and_then(|components| components.get("schemas"));
    let is_known = |name: &str| schemas.is_some_and(|schemas| schemas.entry(name).is_some());
    let name = match text.strip_prefix('#') {
        Some(_) if cx.document.find(text, value.span).is_some() => return,
        Some(pointer) => pointer.rsplit('/').next().unwrap_or_default(),
        // A path of a file, or the name of a schema.
        None if is_known(text) || text.contains(['/', '.']) => return,
        None => text,
    };
    let names = schemas.map_or(&[][..], Node::entries).iter();
    let help = match nearest(name, names.map(|entry| entry.key.as_ref())) {
        Some(known) if text.starts_with('#') => {
            format!("did you mean `#/components/schemas/{known}`?")
        }
        Some(known) => format!("did you mean `{known}`?"),
        None => "name a schema of `components.schemas`".to_owned(),
    };
    let message = format!("the mapping to `{text}` does not resolve");
    cx.report(Diagnostic::new(Code::Discriminator, value.span, message).help(help));
}
