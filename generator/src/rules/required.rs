//! `required`: the names of properties that are always there.

use std::collections::HashMap;

use super::Cx;
use super::properties;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Schema, SchemaId};
use crate::source::Span;

/// Each required property is declared, and named once.
pub fn properties(cx: &mut Cx<'_, '_>, id: SchemaId, schema: &Schema<'_>) {
    let mut known: HashMap<&str, Span> = HashMap::new();
    for name in &schema.required {
        let Some(first) = known.get(name.text) else {
            known.insert(name.text, name.span);
            continue;
        };
        let message = format!("`{}` is required twice", name.text);
        let twice = Diagnostic::new(Code::RequiredProperty, name.span, message)
            .related(*first, "first given here");
        cx.report(twice.help("remove one of the two"));
    }
    // The other members of an `allOf` may declare what one requires.
    let declares_none = schema.properties.is_empty() && schema.all_of.is_empty();
    if schema.required.is_empty() || declares_none || cx.members.contains(&id) {
        return;
    }
    let properties = properties::properties(cx.document, id);
    if properties.is_open || properties.names.is_empty() {
        return;
    }
    for name in &schema.required {
        let text = name.text;
        if properties.names.contains(text) {
            continue;
        }
        let message = format!("the required property `{text}` is not declared");
        let otherwise = format!("add `{text}` to `properties`, or remove it from `required`");
        // What is required by its own name is hardly meant.
        let is_required = |name: &&str| schema.required.iter().any(|one| one.text == *name);
        let names = properties.names.iter().copied();
        let names = names.filter(|name| !is_required(name));
        let unknown = Diagnostic::new(Code::RequiredProperty, name.span, message).label("ignored");
        cx.report(match nearest(text, names) {
            Some(near) => unknown.help(format!(
                "write `{near}` here, or call the property `{text}`"
            )),
            None => unknown.help(otherwise).inert(),
        });
    }
}
