//! Discriminators: that the schemas have the property, and that the mapping names schemas.

use std::collections::BTreeSet;

use super::Cx;
use super::properties;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Schema, SchemaId, Text};
use crate::source::Span;

/// Each of the schemas has the property of the discriminator, and requires it.
pub fn property(cx: &mut Cx<'_, '_>, id: SchemaId, schema: &Schema<'_>) {
    let Some(discriminator) = &schema.discriminator else {
        return;
    };
    let property = discriminator.property;
    let own = [id];
    let members = match schema.members() {
        [] => &own,
        members => members,
    };
    let mut known = BTreeSet::new();
    let mut lacking = Vec::new();
    let mut optional = None;
    for member in members {
        let Ok(schema) = cx.document.schema(*member) else {
            continue;
        };
        let properties = properties::properties(cx.document, *member);
        if properties.names.contains(property.text) {
            let is_required = properties.required.contains(property.text);
            optional = optional.or((!is_required).then_some(schema.span));
        } else if properties.is_open {
            // A union within a union has a property of its own.
            continue;
        } else {
            lacking.push(schema.span);
        }
        known.extend(properties.names);
    }
    if lacking.len() == members.len() {
        report_unknown(cx, schema, property, known);
        return;
    }
    for span in lacking {
        report_lacking(cx, span, property);
    }
    // Values without the property are of the default schema.
    if let (Some(member), None) = (optional, discriminator.default) {
        report_optional(cx, member, property);
    }
}

fn report_unknown(
    cx: &mut Cx<'_, '_>,
    schema: &Schema<'_>,
    property: Text<'_>,
    known: BTreeSet<&str>,
) {
    let name = property.text;
    let (message, help) = if schema.members().is_empty() {
        (
            format!("the schema has no property `{name}`"),
            format!("add `{name}` to `properties` and to `required`"),
        )
    } else {
        (
            format!("none of the schemas has the property `{name}`"),
            format!("add the property `{name}` to each schema, and to its `required`"),
        )
    };
    // With the right name, the schemas could be told apart.
    cx.report(match nearest(name, known) {
        Some(known) => Diagnostic::new(Code::UnknownValue, property.span, message)
            .meant(known)
            .harmless(),
        None => Diagnostic::new(Code::Discriminator, property.span, message).help(help),
    });
}

fn report_lacking(cx: &mut Cx<'_, '_>, member: Span, property: Text<'_>) {
    let name = property.text;
    let message = format!("this schema does not have the property `{name}`");
    let lacking = Diagnostic::new(Code::Discriminator, member, message)
        .related(property.span, "by which the schemas are told apart");
    cx.report(lacking.help(format!(
        "add the property `{name}` to it, and to its `required`"
    )));
}

fn report_optional(cx: &mut Cx<'_, '_>, member: Span, property: Text<'_>) {
    let name = property.text;
    let message = format!("the property `{name}` of the discriminator is not required");
    let optional = Diagnostic::new(Code::Discriminator, property.span, message)
        .related(member, "a schema that does not require it");
    cx.report(optional.help(format!("add `{name}` to `required`, beside its property")));
}

/// A value of a mapping is a reference, or the name of a schema.
pub fn mapping(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let mapping = schema.discriminator.iter().flat_map(|it| &it.mapping);
    for entry in mapping.filter(|entry| entry.value.schema.is_none()) {
        // The schema was renamed, or lost: that is reported.
        if cx.diagnostics.error_at(entry.value.text.span) {
            continue;
        }
        let text = entry.value.text.text;
        let name = match text.strip_prefix('#') {
            Some(pointer) => pointer.rsplit('/').next().unwrap_or_default(),
            // A path of a file.
            None if text.contains(['/', '.']) => continue,
            None => text,
        };
        let names = cx.document.components.schemas.iter();
        let meant = match nearest(name, names.map(|schema| schema.name)) {
            Some(known) if text.starts_with('#') => Some(format!("#/components/schemas/{known}")),
            Some(known) => Some(known.to_owned()),
            None => None,
        };
        let message = format!("the mapping to `{text}` does not name a schema");
        let unresolved = Diagnostic::new(Code::Discriminator, entry.value.text.span, message);
        cx.report(match meant {
            Some(meant) => unresolved.meant(&meant),
            None => unresolved.help("name a schema of `components.schemas`"),
        });
    }
}
