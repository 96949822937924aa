//! What references lead to: held against the tables as what it is used for, wherever it stands.
//!
//! Only the main document is checked as a whole. Another file is a heap of fragments, of which nothing is known but by the
//! references to them; and so is what stands in an extension of the main document.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ptr;

use super::lost::{self, Seeker};
use super::{Check, Use, circle, reference, security};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected};
use crate::parse::reference::{pointer, tokens};
use crate::parse::resolve::Lost;
use crate::read::Node;
use crate::read::Unread;

/// Checks what the references met so far lead to, and what the references there lead to. Gives the paths of the files that are
/// needed for more.
pub fn check_targets(cx: &mut Check<'_, '_, '_>) -> BTreeSet<String> {
    let document = cx.document;
    let mut needs = BTreeSet::new();
    let mut lost = Vec::new();
    // What is referred to often is looked at once.
    let mut seen = HashSet::new();
    let mut right = HashSet::new();
    while let Some(used) = cx.references.pop() {
        let text = used.reference.as_str().unwrap_or_default();
        let file = document.root_of(used.reference.span).span;
        if right.contains(&(file, text, used.object.name)) {
            continue;
        }
        let by_path = document.follow_path(used.reference);
        let pointer = text.split_once('#').map_or("", |(_, pointer)| pointer);
        let (target, known) = match by_path {
            Ok(target) => (target.node, expected_at(cx.dialect, pointer)),
            Err(why) => match (document.follow_identifier(used.reference), why) {
                (Some(target), _) => (target.node, None),
                (None, Lost::Unknown(path)) => {
                    needs.insert(path);
                    continue;
                }
                (None, why) => {
                    lost.push((used, why));
                    continue;
                }
            },
        };
        cx.led_to.insert(target.span);
        if circle::is_circular(cx, used) {
            let message = "this reference leads back to itself";
            let circular = Diagnostic::new(Code::CircularReference, used.reference.span, message)
                .label(circle::shown(cx, used.reference).unwrap_or_default());
            cx.report(circular.help("let one of the references on the way name an object"));
            continue;
        }
        // All of a file, or of a resource within it.
        let is_part = !pointer.is_empty() || ptr::eq(target, &raw const document.root);
        let known = known.filter(|_| is_part && document.is_main(target.span));
        match known {
            Some(expected)
                if expected
                    .object()
                    .is_some_and(|object| object.name == used.object.name) =>
            {
                // A reference that leads to itself is told at its own place.
                let is_end = target.get("$ref").and_then(Node::as_str) != Some(text);
                right.extend(is_end.then_some((file, text, used.object.name)));
            }
            Some(expected) => wrong_kind(cx, used, expected),
            None if seen.insert((target.span, used.object.name)) => {
                cx.check(target, used.object.referenced());
            }
            None => {}
        }
    }
    // Once all else is known: one misspelled key may explain many of them.
    lost.sort_by_key(|(used, _)| used.reference.span);
    let mut seekers = security::undeclared(cx);
    for (used, why) in lost {
        seekers.extend(report_lost(cx, used, &why));
    }
    lost::tell(cx, seekers);
    needs
}

fn report_lost<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    used: Use<'d, 's>,
    why: &Lost<'d, 's>,
) -> Option<Seeker<'d, 's>> {
    let span = used.reference.span;
    // What is no text is told by its shape.
    let text = used.reference.as_str()?;
    let nowhere = cx.document.lost(used.reference, why);
    let may_be_meant = match why {
        Lost::NoChild(..) | Lost::Refused(_) | Lost::Unread(_, Unread::Missing(_)) => true,
        Lost::Unread(_, Unread::Malformed(_)) | Lost::Unknown(_) | Lost::Circular => false,
    };
    let help = may_be_meant.then(|| reference::suggestion(cx, used));
    let nowhere = match (help.flatten(), why) {
        (Some(help), _) => nowhere.help(help),
        (None, Lost::NoChild(parent, missing))
            if !text.starts_with("#/components/") && cx.may_compare(parent) =>
        {
            let entries = parent.entries().iter();
            let known: Vec<&str> = entries.map(|entry| entry.key.as_ref()).collect();
            crate::diagnostic::suggest::with_suggestion(nowhere, missing, &known)
        }
        (None, _) => nowhere,
    };
    // Nothing is generated of an example, so nothing is missing without it.
    let nowhere = if used.object.name == tables::EXAMPLE.name {
        Diagnostic {
            code: Code::NoEffect,
            ..nowhere
        }
    } else {
        nowhere
    };
    let Lost::NoChild(parent, missing) = why else {
        cx.report(nowhere);
        return None;
    };
    let pointer = pointer(text);
    let way: Vec<String> = tokens(&pointer).map(Cow::into_owned).collect();
    let found = way
        .iter()
        .position(|key| key == missing)
        .unwrap_or_default();
    Some(Seeker {
        span,
        parent,
        way,
        found,
        diagnostic: nowhere,
    })
}

/// What is expected at a pointer of an OpenAPI document, as far as the specification says.
fn expected_at(dialect: Dialect, pointer: &str) -> Option<Expected> {
    let root = Expected::Object(&tables::OPENAPI);
    let expected =
        tokens(pointer).try_fold(root, |expected, token| child(dialect, expected, &token))?;
    (!matches!(expected, Expected::Anything)).then_some(expected)
}

/// What is expected of a child; `None` where the specification says nothing of it.
fn child(dialect: Dialect, expected: Expected, key: &str) -> Option<Expected> {
    if key.starts_with("x-") {
        return None;
    }
    match expected {
        Expected::List(item) => Some(*item),
        Expected::Map(value) => Some(*value),
        Expected::Object(object) | Expected::ObjectOrReference(object) => {
            let field = dialect.field(object, key);
            field.map(|field| field.expected).or(object.patterned)
        }
        Expected::BooleanOr(other) => child(dialect, *other, key),
        Expected::Schema => child(dialect, dialect.schema(), key),
        Expected::Anything
        | Expected::Text
        | Expected::NumericText
        | Expected::Boolean
        | Expected::ExclusiveFlag
        | Expected::Number
        | Expected::Count
        | Expected::ExclusiveLimit
        | Expected::OneOf(_)
        | Expected::SomeOf(_)
        | Expected::RefTo(_) => None,
    }
}

/// What to call a place that holds no object of the specification.
fn place<'d, 's>(cx: &mut Check<'d, 's, '_>, used: Use<'d, 's>, found: Expected) -> String {
    let pointer = pointer(used.reference.as_str().unwrap_or_default());
    match (found, tokens(&pointer).last()) {
        (Expected::Map(_), Some(key)) => format!("all of `{key}`"),
        _ => cx
            .find(used.reference)
            .map_or("a value", Node::kind)
            .to_owned(),
    }
}

fn wrong_kind<'d, 's>(cx: &mut Check<'d, 's, '_>, used: Use<'d, 's>, found: Expected) {
    let (span, wanted) = (used.reference.span, used.object);
    let place = match found.object() {
        Some(found) => found.name.to_owned(),
        None => place(cx, used, found),
    };
    let message = format!("the reference leads to {place}, not to {}", wanted.name);
    // A response has a schema, so one sees what is meant; any other object has nothing in common with one.
    let is_clear = wanted.name == tables::SCHEMA.name
        && found
            .object()
            .is_some_and(|found| found.name == tables::RESPONSE.name);
    let mistyped = Diagnostic::new(Code::MistypedReference, span, message);
    let mistyped = if is_clear {
        mistyped.label("taken for any value").harmless()
    } else {
        mistyped
    };
    let text = used.reference.as_str().unwrap_or_default();
    let help = match reference::meant(cx, used) {
        Some(known) if known != text => format!("did you mean `{known}`?"),
        Some(_) | None => match reference::section(cx.dialect, wanted) {
            Some(section) => format!("refer to an object of `components.{section}`"),
            None => format!("write {} here", wanted.name),
        },
    };
    cx.report(mistyped.help(help));
}
