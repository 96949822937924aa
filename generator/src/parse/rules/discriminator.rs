//! Discriminators: that the schemas have the property, and that the mapping names schemas.

use std::collections::BTreeSet;

use super::Cx;
use super::properties;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Schema, SchemaId};
use crate::source::Span;

/// Each of the schemas has the property of the discriminator, and requires it.
pub fn property(cx: &mut Cx<'_, '_>, id: SchemaId, schema: &Schema<'_>) {
    let Some(discriminator) = &schema.discriminator else {
        return;
    };
    let (text, place) = (discriminator.property.text, discriminator.property.span);
    let is_union = !schema.members().is_empty();
    let own = [id];
    let members = if is_union { schema.members() } else { &own };
    let mut known = BTreeSet::new();
    let mut lacking: Vec<Span> = Vec::new();
    let mut optional: Vec<Span> = Vec::new();
    for member in members {
        let properties = properties::properties(cx.document, *member);
        let has_it = properties.names.contains(text);
        // A union within a union has a property of its own.
        let Some(span) = span(cx, *member).filter(|_| has_it || !properties.is_open) else {
            continue;
        };
        if !has_it {
            lacking.push(span);
        } else if !properties.required.contains(text) {
            optional.push(span);
        }
        known.extend(properties.names);
    }
    if lacking.len() == members.len() {
        let (message, help) = if is_union {
            (
                format!("none of the schemas has the property `{text}`"),
                format!("add the property `{text}` to each schema, and to its `required`"),
            )
        } else {
            (
                format!("the schema has no property `{text}`"),
                format!("add `{text}` to `properties` and to `required`"),
            )
        };
        let help = match nearest(text, known) {
            Some(known) => format!("did you mean `{known}`?"),
            None => help,
        };
        cx.report(Diagnostic::new(Code::Discriminator, place, message).help(help));
        return;
    }
    for span in lacking {
        let message = format!("this schema does not have the property `{text}`");
        let lacking = Diagnostic::new(Code::Discriminator, span, message)
            .related(place, "by which the schemas are told apart");
        let help = format!("add the property `{text}` to it, and to its `required`");
        cx.report(lacking.help(help));
    }
    // Values without the property are of the default schema.
    if let (Some(first), None) = (optional.first(), discriminator.default) {
        let message = format!("the property `{text}` of the discriminator is not required");
        let optional = Diagnostic::new(Code::Discriminator, place, message);
        let optional = if is_union {
            optional.related(*first, "this schema does not require it")
        } else {
            optional
        };
        cx.report(optional.help(format!("add `{text}` to `required` beside its property")));
    }
}

fn span(cx: &Cx<'_, '_>, id: SchemaId) -> Option<Span> {
    let schema = cx.document.schema(id).ok()?;
    Some(schema.span)
}

/// A value of a mapping is a reference, or the name of a schema.
pub fn mapping(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let mapping = schema.discriminator.iter().flat_map(|it| &it.mapping);
    for entry in mapping.filter(|entry| entry.value.schema.is_none()) {
        let text = entry.value.text.text;
        let name = match text.strip_prefix('#') {
            Some(pointer) => pointer.rsplit('/').next().unwrap_or_default(),
            // A path of a file.
            None if text.contains(['/', '.']) => continue,
            None => text,
        };
        let names = cx.document.components.schemas.iter();
        let help = match nearest(name, names.map(|schema| schema.name)) {
            Some(known) if text.starts_with('#') => {
                format!("did you mean `#/components/schemas/{known}`?")
            }
            Some(known) => format!("did you mean `{known}`?"),
            None => "name a schema of `components.schemas`".to_owned(),
        };
        let message = format!("the mapping to `{text}` does not name a schema");
        let unresolved = Diagnostic::new(Code::Discriminator, entry.value.text.span, message);
        cx.report(unresolved.help(help));
    }
}
