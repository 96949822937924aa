//! Credentials, and what operations require of them.

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::operations::Owner;
use super::pairs::{Pair, pairs};
use crate::rust::{Credential, SecretLocation, SecurityRequirement};

/// The changes of the credential types.
pub fn credentials(cx: &mut Cx<'_>) {
    let (old, new) = (cx.old.krate, cx.new.krate);
    let by_ident = |credential: &Credential| Some(credential.ident.to_string());
    for pair in pairs(&old.credentials, &new.credentials, &[&by_ident, &secrets]) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) => {
                let effect = changed(one, other);
                if effect.is_none() {
                    let item = other.ident.to_string();
                    let places = [one.origin.place(), other.origin.place()];
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
        cx.changes.push(Change {
            effect,
            item: shown.ident.to_string(),
            before: before.map(text),
            after: after.map(text),
            old: before.and_then(|one| one.origin.place()),
            new: after.and_then(|other| other.origin.place()),
            uses: uses(shown),
            is_documentation: false,
        });
    }
}

fn changed(old: &Credential, new: &Credential) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the type has another name");
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

fn secrets(credential: &Credential) -> Option<String> {
    Some(places(credential).join(", "))
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

/// The change of what an operation requires of the client.
pub fn requirement(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let renamed = |name: &String| {
        let old = cx.old.krate.credentials.iter();
        let mut same = old.filter(|one| one.ident.to_string() == *name);
        let secrets = same.next().map(places);
        let kept = cx
            .new
            .krate
            .credentials
            .iter()
            .find(|other| other.ident.to_string() == *name);
        let mut new = cx.new.krate.credentials.iter();
        match (secrets, kept) {
            (Some(secrets), None) => new
                .find(|other| places(other) == secrets)
                .map_or(name.clone(), |other| other.ident.to_string()),
            (Some(_) | None, _) => name.clone(),
        }
    };
    let before: Vec<String> = accepted(&owner.old.security).iter().map(renamed).collect();
    let after = accepted(&owner.new.security);
    let is_open = |names: &[String]| names.is_empty();
    let lost: Vec<&String> = before.iter().filter(|name| !after.contains(name)).collect();
    let gained: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
    let effect = Effect::default();
    let effect = match (is_open(&before), is_open(&after)) {
        _ if lost.is_empty() && gained.is_empty() => return,
        (true, false) => {
            let names = list(&after);
            let clause = format!("clients need {names} to call it");
            let effect = effect.rust(Rust::Breaking, &clause);
            effect.wire(
                Wire::of(after.iter().any(|name| name == NONE), true),
                "the new server refuses calls without credentials",
            )
        }
        (false, true) => effect
            .rust(
                Rust::Additive,
                "every client can call it, and no credentials are sent",
            )
            .wire(
                Wire::of(true, before.iter().any(|name| name == NONE)),
                "the old server refuses calls without credentials",
            ),
        (_, _) if lost.is_empty() => {
            let names: Vec<String> = gained.into_iter().cloned().collect();
            let clause = format!("clients with {} can call it, too", list(&names));
            effect
                .rust(Rust::Additive, &clause)
                .wire(Wire::Compatible, "")
        }
        (_, _) => {
            let names: Vec<String> = lost.into_iter().cloned().collect();
            let names = list(&names);
            let clause = format!("clients with {names} alone cannot call it");
            effect.rust(Rust::Breaking, &clause).wire(
                Wire::of(false, true),
                "the new server can refuse calls of programs built with the old crate",
            )
        }
    };
    let text = |security: &SecurityRequirement| match list(&accepted(security)) {
        names if names.is_empty() => "any client".to_owned(),
        names => format!("where C: Satisfies<{names}>"),
    };
    let (before, after) = (text(&owner.old.security), text(&owner.new.security));
    owner.push_texts(cx, effect, before, after);
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

fn list(names: &[String]) -> String {
    names.join(" or ")
}
