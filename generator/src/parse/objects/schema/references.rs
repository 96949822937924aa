//! References of schemas.

use super::{Cx, id};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Parsed, Reference, Schema, SchemaId};
use crate::read::Node;

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
