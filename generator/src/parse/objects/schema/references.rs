//! References of schemas.

use std::collections::HashMap;

use super::{Cx, id};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Parsed, Reference, Schema, SchemaId};
use crate::read::Node;
use crate::source::Span;

/// Reads the text of a reference.
pub fn reference<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> Parsed<Reference<'d>> {
    let target = cx.follow(node)?;
    Ok(Reference {
        target: id(cx, target.node),
        name: target.name.unwrap_or_default(),
    })
}

/// Lets each reference point to a schema that is none itself.
pub fn shorten<'d>(cx: &mut Cx<'d, '_>, chains: &HashMap<SchemaId, (Reference<'d>, Span)>) {
    for (id, (first, span)) in chains {
        let mut end = *first;
        let mut steps = 0;
        while let Some((next, _)) = chains.get(&end.target) {
            end = *next;
            steps += 1;
            if steps > chains.len() {
                break;
            }
        }
        if steps == 0 {
            continue;
        }
        let schema = if steps > chains.len() {
            let reported = cx.diagnostics.error_within(*span);
            Err(reported.unwrap_or_else(|| {
                let message = "this reference leads back to itself";
                let circular = Diagnostic::new(Code::CircularReference, *span, message);
                cx.report(circular.help("let one of the references on the way name an object"))
            }))
        } else {
            cx.schemas.get(*id).map(|schema| Schema {
                reference: Some(end),
                ..schema.clone()
            })
        };
        cx.schemas.set(*id, schema);
    }
}
