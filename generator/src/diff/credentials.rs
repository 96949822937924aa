//! Credentials, and what operations require of them.

use std::collections::BTreeMap;

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::owner::Owner;
use super::pairs::{Pair, pairs};
use crate::rust::{Constructor, Credential, SecretLocation, SecurityRequirement};

/// The changes of the credential types.
pub fn credentials(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let by_ident = |credential: &Credential| Some(credential.ident.to_string());
    let by_secrets = |credential: &Credential| Some(places(credential).join(", "));
    for pair in pairs(
        &old.credentials,
        &new.credentials,
        &[&by_ident, &by_secrets],
    ) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) => {
                let effect = changed(one, other);
                if effect.is_none() {
                    let item = other.ident.to_string();
                    let places = [one.origin, other.origin];
                    for (before, after) in one.constructors.iter().zip(&other.constructors) {
                        let constructor = format!("{item}::{}", after.name());
                        let docs = [&before.docs, &after.docs];
                        cx.changes
                            .extend(Change::documentation(&constructor, docs, places));
                    }
                    cx.changes.extend(Change::documentation(
                        &item,
                        [&one.docs, &other.docs],
                        places,
                    ));
                    continue;
                }
                (Some(one), Some(other), effect)
            }
            Pair::Gone(one) => {
                let clause = "code that names the credentials does not compile";
                (Some(one), None, effect.rust(Rust::Breaking, clause))
            }
            Pair::Added(other) => {
                let effect = effect.rust(Rust::Additive, "the credentials are new");
                (None, Some(other), effect)
            }
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let uses = |credential: &Credential| {
            let operations = new.operations.iter();
            let names = operations.map(|operation| accepted(&operation.security));
            names
                .filter(|names| names.contains(&credential.ident.to_string()))
                .count()
        };
        cx.changes.push(
            Change::new(effect, shown.ident.to_string())
                .shown(before.map(text), after.map(text))
                .at(
                    before.map(|one| one.origin).unwrap_or_default(),
                    after.map(|other| other.origin).unwrap_or_default(),
                )
                .used(uses(shown)),
        );
    }
}

fn changed(old: &Credential, new: &Credential) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the type has another name");
    }
    let (before, after) = (constructors(old), constructors(new));
    for gone in before.iter().filter(|name| !after.contains(name)) {
        effect = effect.rust(Rust::Breaking, &format!("`{gone}` is gone"));
    }
    for added in after.iter().filter(|name| !before.contains(name)) {
        effect = effect.rust(Rust::Additive, &format!("`{added}` is new"));
    }
    if let (Some(before), Some(after)) = (&old.token_url, &new.token_url)
        && before != after
    {
        effect = effect.wire(Wire::of(false, false), "tokens are fetched elsewhere");
    }
    let (before, after) = (places(old), places(new));
    if before == after {
        return effect;
    }
    let count = |credential: &Credential| arguments(credential).len();
    if count(old) != count(new) {
        effect = effect.rust(Rust::Breaking, "`new` takes other secrets");
    }
    let sorted = |mut places: Vec<String>| {
        places.sort();
        places
    };
    if sorted(before) == sorted(after) {
        let clause = "the secrets have another order, which the compiler does not notice";
        return effect.rust(Rust::Breaking, clause);
    }
    effect.wire(Wire::of(false, false), "the secrets are sent elsewhere")
}

/// The names of the constructors.
fn constructors(credential: &Credential) -> Vec<&'static str> {
    credential
        .constructors
        .iter()
        .map(Constructor::name)
        .collect()
}

/// Where the secrets are sent.
fn places(credential: &Credential) -> Vec<String> {
    let place = |secret: &SecretLocation| match secret {
        SecretLocation::Header(_, name) => format!("header {name}"),
        SecretLocation::Query(_, name) => format!("query {name}"),
        SecretLocation::Cookie(_, name) => format!("cookie {name}"),
        SecretLocation::Bearer(_) => "bearer".to_owned(),
        SecretLocation::Basic(..) => "basic".to_owned(),
        SecretLocation::Authorization(_, scheme) => format!("authorization {scheme}"),
    };
    credential.secrets.iter().map(place).collect()
}

fn arguments(credential: &Credential) -> Vec<String> {
    let idents = credential.secrets.iter().flat_map(|secret| match secret {
        SecretLocation::Header(ident, _)
        | SecretLocation::Query(ident, _)
        | SecretLocation::Cookie(ident, _)
        | SecretLocation::Bearer(ident)
        | SecretLocation::Authorization(ident, _) => vec![ident],
        SecretLocation::Basic(user, password) => vec![user, password],
    });
    idents.map(ToString::to_string).collect()
}

/// The constructor, and where its secrets are sent.
fn text(credential: &Credential) -> String {
    format!(
        "{}::new({}) in {}",
        credential.ident,
        arguments(credential).join(", "),
        places(credential).join(", ")
    )
}

/// The changes of what operations require of the client: one for all operations that required the same and require the same.
pub fn requirements(cx: &mut Cx<'_>, operations: &[Owner<'_>]) {
    let mut groups: BTreeMap<[Vec<String>; 2], Vec<&Owner<'_>>> = BTreeMap::new();
    for owner in operations {
        let before = accepted(&owner.old.security);
        let before: Vec<String> = before.iter().map(|name| renamed(cx, name)).collect();
        let after = accepted(&owner.new.security);
        if !(before.iter().all(|name| after.contains(name)) && before.len() == after.len()) {
            groups.entry([before, after]).or_default().push(owner);
        }
    }
    for ([before, after], owners) in groups {
        let Some(first) = owners.first() else {
            continue;
        };
        let methods: Vec<&str> = owners
            .iter()
            .map(|owner| owner.new.method.as_str())
            .collect();
        let is_one = |other: &&Owner<'_>| other.new.owner() == first.new.owner();
        let owner = first.new.owner();
        let item = match methods.as_slice() {
            [method] => format!("{owner}::{method}"),
            [one, two] if owners.iter().all(is_one) => format!("{owner}::{{{one}, {two}}}"),
            [first, ..] => format!("{owner}::{first} and {} more", methods.len() - 1),
            [] => continue,
        };
        cx.changes.push(
            Change::new(requirement(&before, &after), item)
                .shown(Some(client(&before)), Some(client(&after)))
                .at(first.old.origin, first.new.origin)
                .used(owners.len()),
        );
    }
}

/// What credentials of the old crate are called in the new one.
fn renamed(cx: &Cx<'_>, name: &str) -> String {
    let named = |credential: &&Credential| credential.ident.as_str() == name;
    let (old, new) = (&cx.old.krate.credentials, &cx.new.krate.credentials);
    let (before, kept) = (old.iter().find(named), new.iter().find(named));
    let now = match (before, kept) {
        (Some(before), None) => new.iter().find(|other| places(other) == places(before)),
        (_, kept) => kept,
    };
    now.map_or(name.to_owned(), |credential| credential.ident.to_string())
}

fn requirement(before: &[String], after: &[String]) -> Effect {
    let lost: Vec<String> = before
        .iter()
        .filter(|name| !after.contains(name))
        .cloned()
        .collect();
    let gained: Vec<String> = after
        .iter()
        .filter(|name| !before.contains(name))
        .cloned()
        .collect();
    let takes_none = |names: &[String]| names.iter().any(|name| name == NONE);
    let effect = Effect::default();
    match (before.is_empty(), after.is_empty()) {
        (true, _) => {
            let clause = format!("only a {} can call it", client(after));
            effect.rust(Rust::Breaking, &clause).wire(
                Wire::of(takes_none(after), true),
                "the new server refuses calls without credentials",
            )
        }
        (false, true) => effect
            .rust(
                Rust::Additive,
                "every client can call it, and no credentials are sent",
            )
            .wire(
                Wire::of(true, takes_none(before)),
                "the old server refuses calls without credentials",
            ),
        (false, false) if lost.is_empty() => {
            let clause = format!("a {} can call it, too", client(&gained));
            effect
                .rust(Rust::Additive, &clause)
                .wire(Wire::Compatible, "")
        }
        (false, false) => {
            let clause = format!("a {} can no longer call it", client(&lost));
            effect.rust(Rust::Breaking, &clause).wire(
                Wire::of(false, true),
                "the new server can refuse calls of programs built with the old crate",
            )
        }
    }
}

/// The clients with any of some credentials.
fn client(names: &[String]) -> String {
    if names.is_empty() {
        return "any client".to_owned();
    }
    let clients = names.iter().map(|name| format!("Client<{name}>"));
    clients.collect::<Vec<_>>().join(" or ")
}

/// What stands for a client without credentials.
const NONE: &str = "NoCredentials";

/// The credentials with which an operation can be called; none where every client can call it.
fn accepted(security: &SecurityRequirement) -> Vec<String> {
    match security {
        SecurityRequirement::None => Vec::new(),
        SecurityRequirement::One(ident) => vec![ident.to_string()],
        SecurityRequirement::Any(idents) => idents.iter().map(ToString::to_string).collect(),
    }
}
