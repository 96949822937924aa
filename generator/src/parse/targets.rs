//! What references lead to: held against the tables as what it is used for, wherever it stands.
//!
//! Only the main document is checked as a whole. Another file is a heap of fragments, of which nothing is known but by the
//! references to them; and so is what stands in an extension of the main document.

use std::collections::{BTreeSet, HashSet};
use std::ptr;

use super::check::{self, Checks, Use};
use super::document::{Document, Lost};
use super::reference;
use super::shape::{self, Object, Shape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Checks what these references lead to, and what the references there lead to. Gives the paths of the files that are needed
/// for more.
pub fn check_targets<'d, 's>(
    document: &'d Document<'s>,
    references: Vec<Use<'d, 's>>,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<String> {
    let mut checks = Checks {
        diagnostics,
        references,
    };
    let mut needs = BTreeSet::new();
    // What is referred to often is looked at once.
    let mut seen = HashSet::new();
    let mut right = HashSet::new();
    while let Some(used) = checks.references.pop() {
        let text = used.reference.as_str().unwrap_or_default();
        let file = document.root_of(used.reference.span).span;
        if right.contains(&(file, text, used.object.name)) {
            continue;
        }
        let target = match document.follow(used.reference) {
            Ok(target) => target.node,
            Err(Lost::Unknown(path)) => {
                needs.insert(path);
                continue;
            }
            Err(lost) => {
                checks
                    .diagnostics
                    .push(document.lost(used.reference, &lost));
                continue;
            }
        };
        let pointer = text.split_once('#').map_or("", |(_, pointer)| pointer);
        let known = known_shape(pointer).filter(|_| document.is_main(target.span));
        match known {
            Some(shape) if object(shape).is_some_and(|object| ptr::eq(object, used.object)) => {
                right.insert((file, text, used.object.name));
            }
            Some(shape) => {
                checks.diagnostics.push(wrong_kind(used, shape));
            }
            None if seen.insert((target.span, used.object.name)) => {
                // A path item has its own `$ref`.
                let shape = if ptr::eq(used.object, &raw const shape::PATH_ITEM) {
                    Shape::Object(used.object)
                } else {
                    Shape::Reference(used.object)
                };
                check::check(target, shape, &mut checks);
            }
            None => {}
        }
    }
    needs
}

/// What stands at a pointer of an OpenAPI document, as far as the specification says.
fn known_shape(pointer: &str) -> Option<Shape> {
    let root = Shape::Object(&shape::OPENAPI);
    let shape = reference::tokens(pointer).try_fold(root, |shape, token| child(shape, &token))?;
    (!matches!(shape, Shape::Anything)).then_some(shape)
}

/// The shape of a child; `None` where the specification says nothing of it.
fn child(shape: Shape, key: &str) -> Option<Shape> {
    if key.starts_with("x-") {
        return None;
    }
    match shape {
        Shape::List(item) => Some(*item),
        Shape::Map(value) => Some(*value),
        Shape::Object(object) | Shape::Reference(object) => {
            let field = object.fields.iter().find(|field| field.name == key);
            field.map(|field| field.shape).or(object.patterned)
        }
        Shape::BooleanOr(other) => child(*other, key),
        Shape::Anything
        | Shape::Text
        | Shape::Boolean
        | Shape::Number
        | Shape::Count
        | Shape::OneOf(_)
        | Shape::Link(_) => None,
    }
}

/// The object that a shape is of, if it is of one.
fn object(shape: Shape) -> Option<&'static Object> {
    match shape {
        Shape::Object(object) | Shape::Reference(object) => Some(object),
        Shape::BooleanOr(other) => object(*other),
        Shape::Anything
        | Shape::Text
        | Shape::Boolean
        | Shape::Number
        | Shape::Count
        | Shape::OneOf(_)
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Link(_) => None,
    }
}

fn wrong_kind(used: Use<'_, '_>, found: Shape) -> Diagnostic {
    let text = used.reference.as_str().unwrap_or_default();
    let wanted = used.object.name;
    let message = match object(found) {
        Some(object) => format!("the reference `{text}` leads to {}", object.name),
        None => format!("the reference `{text}` does not lead to {wanted}"),
    };
    Diagnostic::new(Code::DanglingReference, used.reference.span, message)
        .label(format!("expected a reference to {wanted}"))
}
