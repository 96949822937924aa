//! References of schemas.

use super::keywords::Keywords;
use super::{Cx, id};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Parsed, Reference, Schema, SchemaId, Words};
use crate::parse::dialect::tables::SCHEMA;
use crate::read::{Entry, Node};

/// A schema that is nothing but a reference.
pub fn reference<'d>(cx: &mut Cx<'d, '_>, own: SchemaId, node: &'d Node<'d>) -> Parsed<Schema<'d>> {
    let target = cx.follow(node)?;
    let reference = Reference {
        target: id(cx, target.node),
        name: target.name.unwrap_or_default(),
        is_definition: is_definition(node.as_str().unwrap_or_default()),
    };
    cx.references.insert(own, (reference, node.span));
    Ok(Schema {
        span: node.span,
        reference: Some(reference),
        ..Schema::default()
    })
}

/// A reference beside keywords. OpenAPI 3.0 ignores them, except where they are clearly about the place of the reference.
pub fn with_siblings<'d>(
    cx: &mut Cx<'d, '_>,
    own: SchemaId,
    node: &'d Node<'d>,
    reference: &'d Node<'d>,
) -> Parsed<Schema<'d>> {
    let applies = |entry: &&Entry<'_>| {
        cx.dialect
            .applies_beside_reference(&entry.key, &entry.value)
    };
    let siblings: Vec<&'d Entry<'d>> = node.entries().iter().filter(applies).collect();
    if siblings.is_empty() {
        return self::reference(cx, own, reference);
    }
    let mut keywords = Keywords::default();
    for sibling in siblings {
        keywords.read(cx, sibling);
    }
    let words = cx.fields(node, &SCHEMA)?.words();
    Ok(Schema {
        span: node.span,
        words: Words {
            description: words.description,
            ..Words::default()
        },
        all_of: vec![member(cx, reference)?],
        ..keywords.schema
    })
}

/// A reference as a member of an `allOf`.
pub fn member<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<SchemaId> {
    let member = cx.schemas.add(Ok(Schema::default()));
    let schema = reference(cx, member, node)?;
    cx.schemas.set(member, Ok(schema));
    Ok(member)
}

/// Whether a reference ends with the key of a definition, or is an anchor.
fn is_definition(text: &str) -> bool {
    let fragment = text.split_once('#').map_or("", |(_, fragment)| fragment);
    if !fragment.is_empty() && !fragment.starts_with('/') {
        return true;
    }
    let mut keys = text.rsplit('/');
    keys.next();
    matches!(keys.next(), Some("$defs" | "definitions"))
}

/// Lets each reference point to a schema that is none itself.
pub fn shorten(cx: &mut Cx<'_, '_>) {
    let references = std::mem::take(&mut cx.references);
    for (id, (first, span)) in &references {
        let mut end = *first;
        let mut steps = 0;
        while let Some((next, _)) = references
            .get(&end.target)
            .filter(|_| steps <= references.len())
        {
            end = *next;
            steps += 1;
        }
        if steps > references.len() {
            let reported = cx.diagnostics.error_within(*span);
            let reported = reported.unwrap_or_else(|| {
                let message = "this reference points back to itself";
                let circular = Diagnostic::new(Code::CircularReference, *span, message);
                cx.report(circular.help("let one of the references on the way name an object"))
            });
            cx.schemas.set(*id, Err(reported));
        } else if let Ok(schema) = cx.schemas.get(*id).cloned() {
            let reference = Some(end);
            cx.schemas.set(
                *id,
                Ok(Schema {
                    reference,
                    ..schema
                }),
            );
        }
    }
}
