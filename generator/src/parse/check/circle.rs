//! References that lead back to themselves.

use std::borrow::Cow;

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::reference::{pointer, tokens};
use crate::read::Node;

/// How many references of a circle are named.
const SHORT: usize = 5;

/// Reports the circle to which a reference leads, at the first of its references. Each way is walked once.
pub fn report<'d>(cx: &mut Cx<'d, '_>, start: &'d Node<'d>) {
    let mut way = Vec::new();
    let mut next = Some(start);
    while let Some(reference) = next.filter(|reference| cx.walked.insert(reference.span)) {
        way.push(reference);
        next = cx.find(reference).and_then(|target| target.get("$ref"));
    }
    let again = |reference: &&Node<'_>| next.is_some_and(|next| next.span == reference.span);
    let mut circle = way.split_off(way.iter().position(again).unwrap_or(way.len()));
    let spans = circle
        .iter()
        .enumerate()
        .map(|(index, reference)| (reference.span, index));
    let Some((place, first)) = spans.min() else {
        return;
    };
    circle.rotate_left(first);
    for reference in &circle {
        cx.diagnostics.explain(reference.span);
    }
    let message = "this reference leads back to itself";
    let circular = Diagnostic::new(Code::CircularReference, place, message);
    let circular = circular.help("let one of the references on the way name an object");
    cx.report(match circle.as_slice() {
        short if short.len() <= SHORT => {
            // The last one leads to the object in which the first reference is.
            let names = short
                .iter()
                .rev()
                .take(1)
                .chain(short)
                .filter_map(|one| name(one));
            circular.label(format!("`{}`", names.collect::<Vec<_>>().join(" → ")))
        }
        _ => circular,
    });
}

/// The name of the object that a reference leads to.
fn name(reference: &Node<'_>) -> Option<String> {
    let pointer = pointer(reference.as_str()?);
    tokens(&pointer).last().map(Cow::into_owned)
}
