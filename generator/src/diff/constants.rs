//! What is of the crate as a whole: its package, features, servers, response headers, webhooks, and what it exports of the runtime.

use std::collections::BTreeSet;

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::pairs::{Pair, pairs};
use super::side::{RESPONSES, Side};
use crate::rust::{Content, Crate, Header, Model, RuntimeType, Server, Type, Webhook, is_choice};

/// The changes of the package.
pub fn package(cx: &mut Cx<'_>) {
    let (old, new) = (&cx.old.krate.manifest, &cx.new.krate.manifest);
    if old.name != new.name {
        let effect = Effect::default().rust(Rust::Breaking, "the package has another name");
        push(cx, effect, "Cargo.toml", [Some(&old.name), Some(&new.name)]);
    }
}

/// The changes of what is the crate's own, beside its operations and models.
pub fn constants(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    base_url(cx);
    servers(cx, [&old.servers, &new.servers], "servers");
    headers(cx);
    webhooks(cx);
    api_error(cx);
    names(cx, features, "the feature");
    names(cx, exports, "the type");
}

/// The server of a client that is given no other.
fn base_url(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let is_named = |krate: &Crate| {
        let mut servers = krate.servers.iter();
        is_choice(&krate.servers) && servers.any(|server| server.url == krate.base_url)
    };
    // A server with a name is told of among the others.
    if old.base_url == new.base_url || is_named(old) && is_named(new) {
        return;
    }
    let is_usable = |krate: &Crate| krate.example_base_url.is_none();
    let effect = Effect::default();
    let effect = match (is_usable(old), is_usable(new)) {
        (true, false) => {
            let clause = "the document names no absolute URL any more: `Client::new` fails, and `base_url` gives the client one";
            effect.wire(Wire::of(true, false), clause)
        }
        (false, true) => {
            let clause = "the document names an absolute URL: clients need no `base_url` any more";
            effect.wire(Wire::Compatible, clause)
        }
        (true, true) | (false, false) => {
            let clause = "calls go to another server, and programs built with the old crate still to the old one";
            effect.wire(Wire::of(false, true), clause)
        }
    };
    let text = |krate: &Crate| match krate.base_url.as_str() {
        "" => "no server".to_owned(),
        url => url.to_owned(),
    };
    let place = |krate: &Crate| krate.servers.first().map(|server| server.origin);
    cx.changes.push(
        Change::new(effect, "Client::new")
            .shown(Some(text(old)), Some(text(new)))
            .at(
                place(old).unwrap_or_default(),
                place(new).unwrap_or_default(),
            )
            .used(new.operations.len()),
    );
}

/// The changes of the servers that can be chosen.
pub fn servers(cx: &mut Cx<'_>, [old, new]: [&[Server]; 2], path: &str) {
    let offered = |servers: &'_ [Server]| is_choice(servers);
    let (had, has) = (offered(old), offered(new));
    let by_ident = |server: &Server| Some(server.ident.to_string());
    for pair in pairs(old, new, &[&by_ident]) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) if had && has => {
                if is_same_server(one, other) {
                    continue;
                }
                (Some(one), Some(other), server(one, other))
            }
            Pair::Gone(one) | Pair::Both(one, _) if had && !has => {
                let clause = "code that names the server does not compile";
                (Some(one), None, effect.rust(Rust::Breaking, clause))
            }
            Pair::Gone(one) if had => {
                let clause = "code that names the server does not compile";
                (Some(one), None, effect.rust(Rust::Breaking, clause))
            }
            Pair::Added(other) | Pair::Both(_, other) if has => (
                None,
                Some(other),
                effect.rust(Rust::Additive, "the server can be chosen"),
            ),
            Pair::Gone(_) | Pair::Added(_) | Pair::Both(..) => continue,
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let text = |server: &Server| format!("{path}::{} = {}", server.ident, address(server));
        cx.changes.push(
            Change::new(effect, format!("{path}::{}", shown.ident))
                .shown(before.map(text), after.map(text))
                .detailed(
                    before.map(|one| format!("by default {}", one.url)),
                    after.map(|other| format!("by default {}", other.url)),
                )
                .at(
                    before.map(|one| one.origin).unwrap_or_default(),
                    after.map(|other| other.origin).unwrap_or_default(),
                ),
        );
    }
}

fn is_same_server(old: &Server, new: &Server) -> bool {
    address(old) == address(new) && old.url == new.url
}

fn server(old: &Server, new: &Server) -> Effect {
    let count = |server: &Server| server.function.as_ref().map(|one| one.arguments.len());
    let effect = Effect::default().wire(Wire::of(false, true), "the server has another address");
    if count(old) == count(new) {
        effect
    } else {
        effect.rust(Rust::Breaking, "its function takes other values")
    }
}

fn address(server: &Server) -> &str {
    let function = server.function.as_ref();
    function.map_or(&server.url, |function| &function.template)
}

fn headers(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let by_ident = |header: &Header| Some(header.ident.to_string());
    for pair in pairs(&old.headers, &new.headers, &[&by_ident]) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) if cx.is_same(&one.ty, &other.ty) && one.wire == other.wire => {
                continue;
            }
            Pair::Both(one, other) => {
                let mut effect = cx.retyped("the header", [&one.ty, &other.ty], RESPONSES);
                if one.wire != other.wire {
                    let clause =
                        format!("the header is `{}` instead of `{}`", other.wire, one.wire);
                    effect = effect.wire(Wire::of(false, false), &clause);
                }
                (Some(one), Some(other), effect)
            }
            Pair::Gone(one) => {
                let clause = "code that names the header does not compile";
                let effect = effect.rust(Rust::Breaking, clause);
                (Some(one), None, effect.wire(Wire::Compatible, ""))
            }
            Pair::Added(other) => {
                let effect = effect.rust(Rust::Additive, "the header is documented");
                (None, Some(other), effect.wire(Wire::Compatible, ""))
            }
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let text = |header: &Header| format!("headers::{}: Header<{}>", header.ident, header.ty);
        let wire = |header: &Header| format!("`{}`", header.wire);
        cx.changes.push(
            Change::new(effect, format!("headers::{}", shown.ident))
                .shown(before.map(text), after.map(text))
                .detailed(before.map(wire), after.map(wire))
                .at(
                    before.map(|one| one.origin).unwrap_or_default(),
                    after.map(|other| other.origin).unwrap_or_default(),
                ),
        );
    }
}

fn webhooks(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let by_request = |webhook: &Webhook| Some(format!("{} {}", webhook.method, webhook.name));
    for pair in pairs(&old.webhooks.all, &new.webhooks.all, &[&by_request]) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) => {
                let effect = webhook(cx, one, other);
                if effect.is_none() {
                    continue;
                }
                (Some(one), Some(other), effect)
            }
            Pair::Gone(one) => {
                let clause = "code that names the webhook does not compile";
                (Some(one), None, effect.rust(Rust::Breaking, clause))
            }
            Pair::Added(other) => (
                None,
                Some(other),
                effect.rust(Rust::Additive, "the webhook is new"),
            ),
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let text = |webhook: &Webhook| match body(webhook) {
            Content::Empty => format!("webhooks::{}", webhook.ident),
            Content::Value(ty, _) => format!("webhooks::{}: {ty}", webhook.ident),
        };
        cx.changes.push(
            Change::new(effect, format!("webhooks::{}", shown.ident))
                .shown(before.map(text), after.map(text))
                .at(
                    before.map(|one| one.origin).unwrap_or_default(),
                    after.map(|other| other.origin).unwrap_or_default(),
                )
                .used(1),
        );
    }
}

fn webhook(cx: &Cx<'_>, old: &Webhook, new: &Webhook) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the webhook has another name");
    }
    match (body(old), body(new)) {
        (Content::Value(one, _), Content::Value(other, _)) => {
            effect.and(&cx.retyped("the webhook", [&one, &other], RESPONSES))
        }
        (Content::Empty, Content::Value(..)) | (Content::Value(..), Content::Empty) => effect
            .rust(Rust::Breaking, "the webhook has another type")
            .wire(
                Wire::of(false, false),
                "one has a body, and the other has none",
            ),
        (Content::Empty, Content::Empty) => effect,
    }
}

fn body(webhook: &Webhook) -> Content {
    let body = webhook.body.as_ref();
    body.map_or(Content::Empty, |body| body.content.clone())
}

/// The error body that all operations share.
fn api_error(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let ty = |krate: &Crate| krate.api_error.clone().map(Type::Model);
    let effect = match (ty(old), ty(new)) {
        (None, None) => return,
        (Some(one), Some(other)) if cx.is_same(&one, &other) => return,
        (Some(one), Some(other)) => cx.retyped("`api_error`", [&one, &other], RESPONSES),
        (None, Some(_)) if old.has_failures() => {
            let clause = "all failures have one body now, so `api_error` takes no operation";
            Effect::default().rust(Rust::Breaking, clause)
        }
        (None, Some(_)) => {
            Effect::default().rust(Rust::Additive, "failures have a documented body")
        }
        (Some(_), None) if new.has_failures() => {
            let clause = "failures differ in their bodies, so `api_error` takes the operation, whose `Failure` it gives";
            Effect::default().rust(Rust::Breaking, clause)
        }
        (Some(_), None) => {
            let clause = "failures have no documented body any more";
            Effect::default().rust(Rust::Breaking, clause)
        }
    };
    let text = |krate: &Crate| {
        let ty = krate.api_error.as_ref()?;
        Some(format!("error.api_error() -> Option<{ty}>"))
    };
    let origin = |side: &Side<'_>| {
        let model = side.krate.api_error.as_ref().and_then(|ty| side.model(ty));
        model.map(Model::origin).unwrap_or_default()
    };
    cx.changes.push(
        Change::new(effect, "Error::api_error")
            .shown(text(old), text(new))
            .at(origin(&cx.old), origin(&cx.new))
            .used(new.operations.len()),
    );
}

fn features(krate: &Crate) -> BTreeSet<String> {
    let of_scalars = krate.scalars().flat_map(|row| row.features);
    let names = krate.part_features().into_iter();
    let names = names.chain(of_scalars.copied());
    names.map(str::to_owned).collect()
}

fn exports(krate: &Crate) -> BTreeSet<String> {
    let names = krate.runtime_types.iter().map(|ty| match ty {
        RuntimeType::Scalar(scalar) => scalar.row().rust,
        RuntimeType::Nullable => "Nullable",
        RuntimeType::FilePart => "FilePart",
        RuntimeType::ByteStream => "ByteStream",
        RuntimeType::JsonItems => "JsonItems",
        RuntimeType::EventStream => "EventStream",
        RuntimeType::JsonStream => "JsonStream",
        // A type of the language, and a function of a type that every crate has.
        RuntimeType::Tuple | RuntimeType::Upload => "",
    });
    let names = names.filter(|name| name.starts_with(char::is_uppercase) && *name != "String");
    names.map(str::to_owned).collect()
}

/// What a crate has by names alone.
fn names(cx: &mut Cx<'_>, of: fn(&Crate) -> BTreeSet<String>, what: &str) {
    let (old, new) = (of(cx.old.krate), of(cx.new.krate));
    for gone in old.difference(&new) {
        let clause = format!("{what} `{gone}` is gone");
        let effect = Effect::default().rust(Rust::Breaking, &clause);
        push(cx, effect, gone, [Some(gone.as_str()), None]);
    }
    for added in new.difference(&old) {
        let clause = format!("{what} `{added}` is new");
        let effect = Effect::default().rust(Rust::Additive, &clause);
        push(cx, effect, added, [None, Some(added.as_str())]);
    }
}

fn push(cx: &mut Cx<'_>, effect: Effect, item: &str, [before, after]: [Option<&str>; 2]) {
    cx.changes.push(
        Change::new(effect, item.to_owned())
            .shown(before.map(str::to_owned), after.map(str::to_owned)),
    );
}
