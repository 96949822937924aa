//! The OpenAPI Object.

use super::fields::{Fields, named};
use super::{Cx, extensions, name_patterns, path_item, schema, security, server};
use crate::openapi::{Components, Document, Info, Schemas, Tag, Value};
use crate::parse::dialect::tables::TAG;

/// The kinds of components after which what they hold is named.
const HOLDERS: [&str; 5] = [
    "parameters",
    "requestBodies",
    "responses",
    "headers",
    "mediaTypes",
];

/// Reads the root. An error about the root itself leaves what can be read.
pub fn document<'d>(cx: &mut Cx<'d, '_>) -> Document<'d> {
    let root = Fields::new(&cx.tree.root);
    cx.name_patterns = name_patterns::name_patterns(cx, root);
    let components = root.get("components").map(Fields::new);
    for kind in HOLDERS {
        let entries = components.map_or(&[][..], |components| components.entries(kind));
        let places = entries
            .iter()
            .map(|entry| (entry.value.span, entry.key.as_ref()));
        cx.components.extend(places);
    }
    Document {
        span: root.span(),
        info: root
            .get("info")
            .map(Fields::new)
            .map_or_else(Info::default, info),
        external_docs: root.words().external_docs,
        package: root.get("x-sdk-package").map(Value::new),
        credentials: root.get("x-sdk-credentials").map(Value::new),
        servers: server::servers(cx, root).unwrap_or_default(),
        components: components
            .map_or_else(Components::default, |fields| self::components(cx, fields)),
        paths_span: root.key_span("paths"),
        paths: path_item::paths(cx, root),
        webhooks: path_item::webhooks(cx, root),
        security: security::requirements(cx, root).unwrap_or_default(),
        tags: tags(cx, root),
        parameters: Vec::new(),
        headers: Vec::new(),
        media_types: Vec::new(),
        schemas: Schemas::default(),
    }
}

fn info(fields: Fields<'_>) -> Info<'_> {
    Info {
        title: fields.text("title"),
        version: fields.text("version"),
        // The title has a place of its own.
        words: crate::openapi::Words {
            summary: fields.text("summary").and_then(super::fields::said),
            ..fields.words()
        },
        license: fields
            .get("license")
            .and_then(|license| Fields::new(license).text("identifier")),
    }
}

fn components<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>) -> Components<'d> {
    let schemas = fields.entries("schemas").iter();
    let ignored = schemas.clone();
    let ignored = ignored.filter(|entry| extensions::is_ignored(Fields::new(&entry.value)));
    Components {
        ignored: ignored.map(|entry| entry.key.as_ref()).collect(),
        schemas: schemas
            .map(|entry| named(entry, schema::id(cx, &entry.value)))
            .collect(),
        security_schemes: fields.map("securitySchemes", |node| security::scheme(cx, node)),
    }
}

fn tags<'d>(cx: &mut Cx<'d, '_>, root: Fields<'d>) -> Vec<Tag<'d>> {
    let tags = root.items("tags").iter().filter_map(|node| {
        let fields = cx.fields(node, &TAG).ok()?;
        Some(Tag {
            name: fields.text("name")?,
            words: fields.words(),
            parent: fields.text("parent"),
        })
    });
    tags.collect()
}
