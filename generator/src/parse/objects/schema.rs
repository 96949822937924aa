//! The Schema Object.

mod keywords;
mod kinds;
mod parts;
mod references;
mod values;

use keywords::Keywords;

use super::Cx;
use super::fields::Fields;
use crate::openapi::{Discriminator, Mapping, Parsed, Schema, SchemaId, Value};
use crate::parse::dialect::tables::{DISCRIMINATOR, SCHEMA};
use crate::read::{Entry, Node};

/// The number of the schema at a node; it is read later, as it may contain itself.
pub fn id<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> SchemaId {
    if let Some(id) = cx.schema_ids.get(&node.span) {
        return *id;
    }
    let id = cx.schemas.add(Ok(Schema::default()));
    cx.schema_ids.insert(node.span, id);
    cx.waiting.push((id, node));
    id
}

/// Reads the schemas that have a number, and those that they lead to.
pub fn read_waiting(cx: &mut Cx<'_, '_>) {
    while let Some((id, node)) = cx.waiting.pop() {
        let schema = schema(cx, id, node);
        cx.schemas.set(id, schema);
    }
    references::shorten(cx);
}

fn schema<'d>(cx: &mut Cx<'d, '_>, id: SchemaId, node: &'d Node<'d>) -> Parsed<Schema<'d>> {
    if let Some(value) = node.as_bool() {
        return Ok(Schema {
            span: node.span,
            is_never: !value,
            ..Schema::default()
        });
    }
    let fields = cx.fields(node, &SCHEMA)?;
    let reference = fields.get("$ref").or_else(|| fields.get("$dynamicRef"));
    if let Some(reference) = reference.filter(|_| node.entries().len() == 1) {
        return references::reference(cx, id, reference);
    }
    if let Some(reference) = reference.filter(|_| !cx.dialect.has_json_schema()) {
        return references::with_siblings(cx, id, node, reference);
    }
    let mut keywords = Keywords {
        schema: Schema {
            span: node.span,
            words: fields.words(),
            source: Some(Value::new(node)),
            discriminator: discriminator(cx, fields)?.map(Box::new),
            ..Schema::default()
        },
        ..Keywords::default()
    };
    for entry in node.entries() {
        keywords.read(cx, entry);
    }
    let mut keywords = keywords.finish(fields);
    if let Some(reference) = reference {
        let member = references::member(cx, reference)?;
        keywords.schema.all_of.insert(0, member);
    }
    parts::items(cx, &mut keywords.schema, fields);
    parts::properties(cx, &mut keywords.schema, fields);
    Ok(kinds::one_each(cx, keywords))
}

fn discriminator<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>) -> Parsed<Option<Discriminator<'d>>> {
    let Some(node) = fields.get("discriminator") else {
        return Ok(None);
    };
    let fields = cx.fields(node, &DISCRIMINATOR)?;
    let property = fields.spanned("propertyName");
    Ok(Some(Discriminator {
        span: node.span,
        property: property.ok_or_else(|| cx.wrong(node, DISCRIMINATOR.name))?,
        mapping: fields.map("mapping", |node| mapping(cx, node)),
        default: fields.spanned("defaultMapping"),
    }))
}

/// A value of a mapping is the name of a schema, or else a reference.
fn mapping<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Mapping<'d> {
    let tree = cx.tree;
    let text = node.scalar_text().unwrap_or_default();
    let schemas = tree.components("schemas");
    let named = schemas.and_then(|schemas| tree.entry(schemas, text));
    let found = named
        .map(|entry: &'d Entry<'d>| &entry.value)
        .or_else(|| tree.find(text, node.span));
    Mapping {
        text: crate::openapi::Text {
            text,
            span: node.span,
        },
        schema: found.map(|node| id(cx, node)),
    }
}
