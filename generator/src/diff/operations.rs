//! Operations: their entry methods, what they require of the client, and what they send.

use super::arguments::arguments;
use super::change::{Change, Effect, Rust, Wire};
use super::outputs::outputs;
use super::owner::Owner;
use super::pairs::{Pair, pairs};
use super::spelling::{call, item, signature};
use super::{Cx, constants, credentials};
use crate::rust::{Argument, Entry, Operation, Origin};

/// The changes of all operations.
pub fn operations(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let by_request = |operation: &Operation| {
        let accept = operation.accept.as_deref().unwrap_or_default();
        let path = without_names(&operation.path);
        Some(format!("{} {path} {accept}", operation.http_method))
    };
    let by_method = |operation: &Operation| Some(operation.call(&operation.method));
    // An operation may ask for another media type than before.
    let by_path = |operation: &Operation| {
        let path = without_names(&operation.path);
        Some(format!("{} {path}", operation.http_method))
    };
    let mut known = Vec::new();
    for pair in pairs(
        &old.operations,
        &new.operations,
        &[&by_request, &by_method, &by_path],
    ) {
        match pair {
            Pair::Both(old, new) => {
                let owner = Owner { old, new };
                operation(cx, &owner);
                known.push(owner);
            }
            Pair::Gone(old) => cx.changes.push(gone(old)),
            Pair::Added(new) => cx.changes.push(added(new)),
        }
    }
    credentials::requirements(cx, &known);
}

fn gone(old: &Operation) -> Change {
    let clause = "code that calls the operation does not compile";
    let effect = Effect::default().rust(Rust::Breaking, clause);
    let clause = "the new server does not answer calls of programs built with the old crate";
    let effect = effect.wire(Wire::of(false, true), clause);
    Change::new(effect, item(old, &old.method))
        .shown(Some(signature(old)), None)
        .at(old.origin, Origin::default())
        .used(1)
}

fn added(new: &Operation) -> Change {
    let effect = Effect::default().rust(Rust::Additive, "the operation is new");
    let effect = effect.wire(Wire::Compatible, "");
    Change::new(effect, item(new, &new.method))
        .shown(None, Some(signature(new)))
        .at(Origin::default(), new.origin)
        .used(1)
}

/// A path without the names of its parameters, which only the document sees.
fn without_names(path: &str) -> String {
    let mut text = String::new();
    for (index, piece) in path.split('{').enumerate() {
        match (index, piece.split_once('}')) {
            (0, _) | (_, None) => text += piece,
            (_, Some((_, rest))) => {
                text += "{}";
                text += rest;
            }
        }
    }
    text
}

fn operation(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let (old, new) = (owner.old, owner.new);
    let known = cx.changes.len();
    let names = |one: &'_ Operation| (item(one, &one.method), one.marker.clone());
    if names(old) != names(new) {
        let clause = "the method and the type of the operation have another name";
        owner.push(cx, Effect::default().rust(Rust::Breaking, clause));
    }
    request(cx, owner);
    if new.deprecated.is_some() && old.deprecated.is_none() {
        let effect = Effect::default().deprecated("the method");
        let after = format!("#[deprecated] {}", signature(new));
        owner.push_texts(cx, effect, signature(old), after);
    }
    arguments(cx, owner);
    others(cx, owner);
    outputs(cx, owner);
    constants::servers(cx, [&old.servers, &new.servers], &new.marker.to_string());
    // The docs of a method list its parameters, and so change with them.
    if cx.changes.len() == known {
        let docs = [&old.docs, &new.docs];
        let places = [old.origin, new.origin];
        let change = Change::documentation(&owner.item(), docs, places);
        cx.changes.extend(change);
    }
}

/// What is sent whoever calls.
fn request(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let (old, new) = (owner.old, owner.new);
    let place = |operation: &Operation| {
        (
            operation.http_method.clone(),
            without_names(&operation.path),
        )
    };
    if place(old) != place(new) {
        let clause = "calls go to another method or path";
        let effect = Effect::default().wire(Wire::of(false, false), clause);
        let line = |operation: &Operation| format!("{} {}", operation.http_method, operation.path);
        owner.push_texts(cx, effect, line(old), line(new));
    }
    if old.server != new.server {
        let clause = "calls go to another server, and programs built with the old crate still to the old one";
        let effect = Effect::default().wire(Wire::of(false, true), clause);
        let url = |operation: &Operation| {
            let server = operation.server.as_ref();
            server.map_or("the server of the API".to_owned(), Clone::clone)
        };
        // Where the server has a place of its own, many operations may share it.
        let place = |operation: &Operation| operation.servers.first().map(|server| server.origin);
        cx.changes.push(
            Change::new(effect, owner.item())
                .shown(Some(url(old)), Some(url(new)))
                .at(
                    place(old).unwrap_or_default(),
                    place(new).unwrap_or_default(),
                )
                .used(1),
        );
    }
    if old.idempotent != new.idempotent {
        let clause = match new.idempotent {
            Some(true) => "failed calls are repeated like those of an idempotent method",
            Some(false) => "failed calls are repeated only where the server did nothing",
            None => "failed calls are repeated as their method allows",
        };
        let effect = Effect::default().wire(Wire::Compatible, clause);
        let word = |idempotent: Option<bool>| {
            let word = idempotent.map_or("not stated".to_owned(), |is| is.to_string());
            format!("x-sdk-idempotent: {word}")
        };
        owner.push_texts(cx, effect, word(old.idempotent), word(new.idempotent));
    }
    if old.paging != new.paging {
        let effect = Effect::default();
        let effect = match (&old.paging, &new.paging) {
            (Some(one), Some(other))
                if (&one.item, &one.fields) == (&other.item, &other.fields) =>
            {
                effect.wire(Wire::Compatible, "the next page is found in another way")
            }
            (Some(_), Some(_)) => effect.rust(Rust::Breaking, "`items` gives other items"),
            (Some(_), None) => effect.rust(Rust::Breaking, "`pages` and `items` are gone"),
            (None, Some(_) | None) => effect.rust(Rust::Additive, "`pages` and `items` are new"),
        };
        owner.push(cx, effect);
    }
    if old.redirects != new.redirects {
        let clause =
            "redirects are followed where they were returned before, or the other way round";
        owner.push(cx, Effect::default().rust(Rust::Breaking, clause));
    }
    if old.accept != new.accept {
        let accept = |operation: &Operation| {
            let accept = operation.accept.as_deref();
            format!("accept: {}", accept.unwrap_or("application/json"))
        };
        let types = |operation: &Operation| {
            let accept = accept(operation);
            accept
                .split([' ', ',', ';'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (before, after) = (types(old), types(new));
        let is_media_type = |word: &&String| word.contains('/');
        let mut common = before.iter().filter(is_media_type);
        let wire = if common.any(|word| after.contains(word)) {
            Wire::Compatible
        } else {
            Wire::of(false, false)
        };
        let effect = Effect::default().wire(wire, "calls ask for other media types");
        owner.push_texts(cx, effect, accept(old), accept(new));
    }
}

/// The entry methods for other formats of the body.
fn others(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let by_method = |entry: &Entry| Some(entry.method.to_string());
    for pair in pairs(&owner.old.others, &owner.new.others, &[&by_method]) {
        let text = |entry: &Entry| call(owner.new, &entry.method, &entry.arguments);
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) if are_same(cx, &one.arguments, &other.arguments) => continue,
            Pair::Both(one, other) => (
                Some(one),
                Some(other),
                effect.rust(Rust::Breaking, "its arguments are different"),
            ),
            Pair::Gone(one) => (
                Some(one),
                None,
                effect
                    .rust(Rust::Breaking, "code that calls it does not compile")
                    .wire(
                        Wire::of(false, true),
                        "the new server can refuse bodies of its media type",
                    ),
            ),
            Pair::Added(other) => (
                None,
                Some(other),
                effect
                    .rust(Rust::Additive, "the body may be sent in this format, too")
                    .wire(Wire::Compatible, ""),
            ),
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        cx.changes.push(
            Change::new(effect, item(owner.new, &shown.method))
                .shown(before.map(text), after.map(text))
                .at(owner.old.origin, owner.new.origin)
                .used(1),
        );
    }
}

fn are_same(cx: &Cx<'_>, old: &[Argument], new: &[Argument]) -> bool {
    let is_same = |(old, new): (&Argument, &Argument)| {
        cx.is_same(&old.ty, &new.ty) && old.target == new.target && old.conversion == new.conversion
    };
    old.len() == new.len() && old.iter().zip(new).all(is_same)
}
