//! References that lead back to themselves.

use std::collections::HashSet;

use super::{Check, Use};
use crate::parse::reference::{pointer, tokens};
use crate::read::Node;

/// How many references of a circle are named.
const SHORT: usize = 5;

/// Whether a reference leads to itself. Each path is walked once.
pub fn is_circular<'d, 's>(cx: &mut Check<'d, 's, '_>, used: Use<'d, 's>) -> bool {
    let start = used.reference.span;
    let mut next = used.reference;
    let mut path = vec![start];
    let mut met = HashSet::from([start]);
    if !cx.walked.contains_key(&start) {
        while let Some(reference) = cx.find(next).and_then(|target| target.get("$ref")) {
            if cx.walked.contains_key(&reference.span) {
                break;
            }
            if !met.insert(reference.span) {
                let first = path.iter().position(|span| *span == reference.span);
                let cycle = path.split_off(first.unwrap_or_default());
                cx.walked.extend(cycle.into_iter().map(|span| (span, true)));
                break;
            }
            path.push(reference.span);
            next = reference;
        }
        cx.walked.extend(path.into_iter().map(|span| (span, false)));
    }
    cx.walked.get(&start) == Some(&true)
}

/// The names on the path from a reference back to it, where they are few: `A → B → A`.
pub fn shown<'d, 's>(cx: &mut Check<'d, 's, '_>, start: &'d Node<'s>) -> Option<String> {
    let mut names = vec![name(start)?];
    let mut next = start;
    while names.len() <= SHORT {
        next = cx.find(next)?.get("$ref")?;
        if next.span == start.span {
            // The last one leads to the object in which the first reference is.
            let object = names.last()?.clone();
            names.insert(0, object);
            return Some(format!("`{}`", names.join(" → ")));
        }
        names.push(name(next)?);
    }
    None
}

/// The name of the object that a reference leads to.
fn name(reference: &Node<'_>) -> Option<String> {
    let pointer = pointer(reference.as_str()?);
    let name = tokens(&pointer).last()?;
    Some(name.into_owned())
}
