//! The targets of references: checked against the tables as what they are used for, wherever they are.
//!
//! Only the main document is checked as a whole. Another file holds fragments, of which nothing is known but by the
//! references to them; and so do the extensions of the main document.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ptr;

use super::levels::child;
use super::reference::Suggestion;
use super::rules::security;
use super::unresolved::{self, UnresolvedRef};
use super::{Cx, Use, circle, placement, reference};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected};
use crate::parse::reference::{Refusal, pointer, tokens};
use crate::parse::resolve::ResolveError;
use crate::read::Node;
use crate::read::Unread;

/// Checks what the references met so far lead to, and what the references there lead to. Gives the paths of the files that are
/// needed for more.
pub fn check_targets(cx: &mut Cx<'_, '_>) -> BTreeSet<String> {
    let document = cx.document;
    let mut needs = BTreeSet::new();
    let mut failed = Vec::new();
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
                (None, ResolveError::Unknown(path)) => {
                    needs.insert(path);
                    continue;
                }
                (None, why) => {
                    failed.push((used, why));
                    continue;
                }
            },
        };
        cx.led_to.insert(target.span);
        circle::report(cx, used.reference);
        if cx.diagnostics.error_at(used.reference.span) {
            continue;
        }
        // All of a file, or of a resource within it.
        let is_part = !pointer.is_empty() || ptr::eq(target, &raw const document.root);
        let known = known.filter(|_| is_part && document.is_main(target.span));
        match known {
            Some(expected) if expected.is(used.object) => {
                // A reference that leads to itself is reported at its own place.
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
    failed.sort_by_key(|(used, _)| used.reference.span);
    let mut unresolved = security::undeclared(cx);
    for (used, why) in failed {
        unresolved.extend(report_unresolved(cx, used, &why));
    }
    unresolved::report(cx, unresolved);
    needs
}

fn report_unresolved<'d>(
    cx: &mut Cx<'d, '_>,
    used: Use<'d>,
    why: &ResolveError<'d, 'd>,
) -> Option<UnresolvedRef<'d>> {
    let span = used.reference.span;
    // What is not a string is reported as such.
    let text = used.reference.as_str()?;
    let diagnostic = cx.document.unresolved(used.reference, why);
    let may_be_meant = match why {
        ResolveError::NoChild(..)
        | ResolveError::Refused(_)
        | ResolveError::Unread(_, Unread::Missing(_)) => true,
        ResolveError::Unread(_, Unread::Malformed(_))
        | ResolveError::Unknown(_)
        | ResolveError::Circular => false,
    };
    let help = may_be_meant.then(|| reference::suggestion(cx, used));
    let diagnostic = match (help.flatten(), why) {
        (Some(Suggestion::Meant(meant)), _) => diagnostic.meant(&meant),
        (Some(Suggestion::Other(help)), _) => diagnostic.help(help),
        (None, ResolveError::NoChild(parent, missing))
            if !text.starts_with("#/components/") && cx.may_compare(parent) =>
        {
            let known = parent.entries().iter().map(|entry| entry.key.as_ref());
            match (nearest(missing, known), text.rsplit_once(missing.as_str())) {
                (Some(known), Some((before, after))) => {
                    diagnostic.meant(&format!("{before}{known}{after}"))
                }
                (Some(_) | None, _) => diagnostic,
            }
        }
        (None, _) => diagnostic,
    };
    // Nothing is generated of an example, nor of a component that nothing refers to.
    let is_inside = matches!(why, ResolveError::NoChild(..)) || diagnostic.edit.is_some();
    let is_example = used.object.is(&tables::EXAMPLE) && !is_inside;
    let is_elsewhere = matches!(why, ResolveError::Refused(Refusal::Absolute));
    let diagnostic = if is_example || is_elsewhere && cx.is_unused_component(span) {
        if is_elsewhere {
            cx.diagnostics.explain(span);
        }
        Diagnostic {
            code: Code::NoEffect,
            ..diagnostic
        }
    } else {
        diagnostic
    };
    let ResolveError::NoChild(parent, missing) = why else {
        cx.report(diagnostic);
        return None;
    };
    let pointer = pointer(text);
    let path: Vec<String> = tokens(&pointer).map(Cow::into_owned).collect();
    let found = path
        .iter()
        .position(|key| key == missing)
        .unwrap_or_default();
    Some(UnresolvedRef {
        span,
        parent,
        path,
        found,
        diagnostic,
    })
}

/// What is expected at a pointer of an OpenAPI document, as far as the specification says.
fn expected_at(dialect: Dialect, pointer: &str) -> Option<Expected> {
    let root = Expected::Object(&tables::OPENAPI);
    let expected =
        tokens(pointer).try_fold(root, |expected, token| child(dialect, expected, &token))?;
    (!matches!(expected, Expected::Anything)).then_some(expected)
}

/// What to call a place that holds no object of the specification.
fn place<'d>(cx: &mut Cx<'d, '_>, used: Use<'d>, found: Expected) -> String {
    let pointer = pointer(used.reference.as_str().unwrap_or_default());
    match (found, tokens(&pointer).last()) {
        (Expected::Map(_), Some(key)) => format!("all of `{key}`"),
        _ => cx
            .find(used.reference)
            .map_or("a value", Node::kind)
            .to_owned(),
    }
}

fn wrong_kind<'d>(cx: &mut Cx<'d, '_>, used: Use<'d>, found: Expected) {
    let (span, wanted) = (used.reference.span, used.object);
    let place = match found.object() {
        Some(found) => found.name.to_owned(),
        None => place(cx, used, found),
    };
    let message = format!("the reference leads to {place}, not to {}", wanted.name);
    // A response has a schema, so one sees what is meant; any other object has nothing in common with one.
    let is_clear = wanted.is(&tables::SCHEMA) && found.is(&tables::RESPONSE);
    let mistyped = Diagnostic::new(Code::MistypedReference, span, message);
    let mistyped = if is_clear {
        mistyped.label("read as any value").harmless()
    } else {
        mistyped
    };
    let text = used.reference.as_str().unwrap_or_default();
    let route = placement::route(cx.dialect, wanted.referenced(), used.reference);
    let meant = reference::meant(cx, used).filter(|known| known != text);
    let name = |reference: &str| reference.rsplit('/').next().unwrap_or_default().to_owned();
    let is_same = meant
        .as_deref()
        .is_some_and(|known| name(known) == name(text));
    let route = route.filter(|_| !is_same);
    let help = match (meant, route, reference::section(cx.dialect, wanted)) {
        (_, Some(route), _) => format!("{} has it as `{route}`", wanted.name),
        (Some(known), None, _) => format!("did you mean `{known}`?"),
        (None, None, Some(section)) => format!("refer to an object of `components.{section}`"),
        (None, None, None) => format!("write {} here", wanted.name),
    };
    cx.report(mistyped.help(help));
}
