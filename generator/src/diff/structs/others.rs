//! Properties that have no field of their own: those that depend on what an object is, and additional ones.

use super::owner::Owner;
use crate::diff::Cx;
use crate::diff::change::{Change, Effect, Rust, Wire};
use crate::diff::pairs::{Pair, pairs};
use crate::rust::{Additional, Ident, Type, Variants};

/// The changes of what depends on what the objects are.
pub fn variants(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let by_ident = |variants: &Variants| Some(variants.ident.to_string());
    for pair in pairs(&owner.old.variants, &owner.new.variants, &[&by_ident]) {
        let (ident, before, after, effect) = match pair {
            Pair::Both(one, other) if cx.is_same(&one.ty, &other.ty) => continue,
            Pair::Both(one, other) => {
                let effect = cx.retyped("the field", [&one.ty, &other.ty], owner.usage);
                (&other.ident, Some(&one.ty), Some(&other.ty), effect)
            }
            Pair::Gone(one) => {
                let clause =
                    "the properties that depend on what the object is have no place any more";
                let effect = Effect::default().rust(Rust::Breaking, clause);
                let effect = effect.wire(Wire::of(false, false), "");
                (&one.ident, Some(&one.ty), None, effect)
            }
            Pair::Added(other) => {
                let clause =
                    "objects have properties that depend on what they are, and `new` takes them";
                let rust = if owner.is_constructed() {
                    Rust::Breaking
                } else {
                    Rust::Additive
                };
                let effect = Effect::default().rust(rust, clause);
                let effect = effect.wire(Wire::of(!owner.usage.in_request, true), "");
                (&other.ident, None, Some(&other.ty), effect)
            }
        };
        push(cx, owner, ident, [before, after], effect);
    }
}

/// The changes of additional properties.
pub fn additional(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let ty = |additional: &'_ Option<Additional>| additional.as_ref().map(|one| one.ty.clone());
    let (before, after) = (ty(&owner.old.additional), ty(&owner.new.additional));
    let effect = match (&before, &after) {
        (None, None) => return,
        (Some(old), Some(new)) if cx.is_same(old, new) => return,
        (Some(old), Some(new)) => cx.retyped("the field", [old, new], owner.usage),
        (None, Some(_)) => Effect::default()
            .rust(
                Rust::Additive,
                "properties that the document does not name are kept",
            )
            .wire(Wire::Compatible, ""),
        (Some(_), None) => {
            let clause = "properties that the document does not name are not kept";
            let effect = Effect::default().rust(Rust::Breaking, clause);
            if owner.usage.in_request {
                let clause = "the new server can refuse or ignore those that programs built with the old crate send";
                effect.wire(Wire::of(false, true), clause)
            } else {
                effect.wire(Wire::Compatible, "")
            }
        }
    };
    let shown = owner
        .new
        .additional
        .as_ref()
        .or(owner.old.additional.as_ref());
    if let Some(shown) = shown {
        push(
            cx,
            owner,
            &shown.ident,
            [before.as_ref(), after.as_ref()],
            effect,
        );
    }
}

fn push(
    cx: &mut Cx<'_>,
    owner: &Owner<'_>,
    ident: &Ident,
    types: [Option<&Type>; 2],
    effect: Effect,
) {
    let [before, after] = types.map(|ty| ty.map(|ty| format!("pub {ident}: {ty}")));
    cx.changes.push(
        Change::new(effect, format!("models::{}::{ident}", owner.new.ident))
            .shown(before, after)
            .at(owner.old.origin, owner.new.origin)
            .used(owner.uses),
    );
}
