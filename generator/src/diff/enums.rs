//! Enums and unions.

use std::cmp::Ordering;

use super::change::{Change, Effect, Rust, Wire};
use super::pairs::{Pair, pairs};
use super::side::either;
use super::{Cx, structs};
use crate::rust::{Constant, Enum, Model, Union, UnionVariant, Usage, Variant, VariantTest};

/// The changes from one enum to another.
pub fn enumeration(cx: &mut Cx<'_>, models: [&Model; 2], [old, new]: [&Enum; 2]) {
    let uses = cx.new.uses(models[1]);
    let in_requests = old.usage.in_request || new.usage.in_request;
    let by_wire = |variant: &Variant| Some(variant.wire.clone());
    let by_ident = |variant: &Variant| Some(variant.ident.to_string());
    for pair in pairs(&old.variants, &new.variants, &[&by_wire, &by_ident]) {
        let (before, after, effect) = match pair {
            Pair::Both(one, other) => {
                let effect = value(one, other, in_requests);
                if effect.is_none() {
                    let item = format!("models::{}::{}", new.ident, other.ident);
                    let places = [one.origin, other.origin];
                    let docs = [&one.docs, &other.docs];
                    cx.changes
                        .extend(Change::documentation(&item, docs, places));
                    continue;
                }
                (Some(one), Some(other), effect)
            }
            Pair::Gone(one) => (Some(one), None, gone(in_requests)),
            Pair::Added(other) => {
                let effect = Effect::default().rust(Rust::Additive, "the variant is new");
                let clause = if new.usage.in_response {
                    "programs built before read the value as `Other`, with its text"
                } else {
                    ""
                };
                (None, Some(other), effect.wire(Wire::Compatible, clause))
            }
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let text = |of: &Enum, variant: &Variant| format!("{}::{}", of.ident, variant.ident);
        let wire = |variant: &Variant| format!("`{}`", variant.wire);
        cx.changes.push(
            Change::new(effect, format!("models::{}::{}", new.ident, shown.ident))
                .shown(
                    before.map(|one| text(old, one)),
                    after.map(|other| text(new, other)),
                )
                .detailed(before.map(wire), after.map(wire))
                .at(
                    before.map_or(old.origin, |one| one.origin),
                    after.map_or(new.origin, |other| other.origin),
                )
                .used(uses),
        );
    }
    structs::default(cx, [old.has_default, new.has_default], models);
}

/// What is different in a value that both enums have.
fn value(old: &Variant, new: &Variant, in_requests: bool) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the variant has another name");
    }
    if old.wire != new.wire {
        let clause = format!("on the wire it is `{}` instead of `{}`", new.wire, old.wire);
        let wire = if in_requests {
            Wire::of(false, false)
        } else {
            Wire::Compatible
        };
        effect = effect.wire(wire, &clause);
    }
    effect
}

fn gone(in_requests: bool) -> Effect {
    let effect = Effect::default().rust(
        Rust::Breaking,
        "code that names the variant does not compile",
    );
    if in_requests {
        effect.wire(
            Wire::of(false, true),
            "the new server can refuse the value in requests",
        )
    } else {
        effect.wire(Wire::Compatible, "")
    }
}

/// What tells the variants of a union apart, in words.
fn tag(tag: Option<&str>) -> String {
    match tag {
        Some(tag) => format!("by the property `{tag}`"),
        None => "by what the values hold".to_owned(),
    }
}

/// The changes from one union to another.
pub fn union(cx: &mut Cx<'_>, models: [&Model; 2], [old, new]: [&Union; 2]) {
    let uses = cx.new.uses(models[1]);
    let usage = either(old.usage, new.usage);
    if old.tag != new.tag {
        let message = format!(
            "values are told apart {} instead of {}",
            tag(new.tag.as_deref()),
            tag(old.tag.as_deref())
        );
        cx.changes.push(
            Change::new(
                Effect::default().wire(Wire::of(false, false), &message),
                format!("models::{}", new.ident),
            )
            .shown(
                Some(format!("{} {}", old.ident, tag(old.tag.as_deref()))),
                Some(format!("{} {}", new.ident, tag(new.tag.as_deref()))),
            )
            .at(old.origin, new.origin)
            .used(uses),
        );
    }
    let renamed = cx.renamed.names();
    let by_ident = |variant: &UnionVariant| Some(variant.ident.to_string());
    let by_type = |variant: &UnionVariant| {
        let name = variant.ty.unboxed().to_string();
        Some(renamed.get(&name).cloned().unwrap_or(name))
    };
    for pair in pairs(&old.variants, &new.variants, &[&by_ident, &by_type]) {
        let effect = match &pair {
            Pair::Both(one, other) => {
                let item = format!("models::{}::{}", new.ident, other.ident);
                let places = [one.origin, other.origin];
                let docs = [&one.docs, &other.docs];
                let effect = variant(cx, [old, new], [one, other], usage);
                if effect.is_none() {
                    cx.changes
                        .extend(Change::documentation(&item, docs, places));
                    continue;
                }
                effect
            }
            Pair::Gone(_) => gone(usage.in_request),
            Pair::Added(_) => Effect::default()
                .rust(Rust::Additive, "the variant is new")
                .wire(
                    Wire::Compatible,
                    "programs built before read such a value as `Other`, with its JSON",
                ),
        };
        let (before, after) = match pair {
            Pair::Both(one, other) => (Some(one), Some(other)),
            Pair::Gone(one) => (Some(one), None),
            Pair::Added(other) => (None, Some(other)),
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let text = |union: &Union, variant: &UnionVariant| {
            format!("{}::{}({})", union.ident, variant.ident, variant.ty)
        };
        cx.changes.push(
            Change::new(effect, format!("models::{}::{}", new.ident, shown.ident))
                .shown(
                    before.map(|variant| text(old, variant)),
                    after.map(|variant| text(new, variant)),
                )
                .at(
                    before.map_or(old.origin, |variant| variant.origin),
                    after.map_or(new.origin, |variant| variant.origin),
                )
                .used(uses),
        );
    }
    structs::default(cx, [old.has_default, new.has_default], models);
}

fn variant(
    cx: &Cx<'_>,
    [old_union, new_union]: [&Union; 2],
    [old, new]: [&UnionVariant; 2],
    usage: Usage,
) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the variant has another name");
    }
    effect = effect.and(&cx.retyped("the value", [&old.ty, &new.ty], usage));
    let (had, has) = (
        old_union.sources(&old.ident).len(),
        new_union.sources(&new.ident).len(),
    );
    match had.cmp(&has) {
        Ordering::Greater => {
            let clause = "its type no longer converts into the union, for another variant holds such a value, too";
            effect = effect.rust(Rust::Breaking, clause);
        }
        Ordering::Less => {
            effect = effect.rust(Rust::Additive, "its type converts into the union now");
        }
        Ordering::Equal => {}
    }
    if old_union.tag != new_union.tag {
        return effect;
    }
    let (tags, new_tags) = (tags_of(old_union, old), tags_of(new_union, new));
    let lost: Vec<String> = tags
        .iter()
        .filter(|tag| !new_tags.contains(tag))
        .cloned()
        .collect();
    let added: Vec<String> = new_tags
        .into_iter()
        .filter(|tag| !tags.contains(tag))
        .collect();
    if !lost.is_empty() {
        let values = lost.join(", ");
        let clause = format!("values with the tag {values} are no longer of this variant");
        // Of several tags one may go alone; where another one comes for it, both sides speak of different tags.
        let wire = match (usage.in_request, added.is_empty()) {
            (true, true) => Wire::of(false, true),
            (_, false) => Wire::of(false, false),
            (false, true) => Wire::Compatible,
        };
        effect = effect.wire(wire, &clause);
    } else if !added.is_empty() {
        let clause = format!(
            "values with the tag {} are of this variant, too",
            added.join(", ")
        );
        effect = effect.wire(Wire::Compatible, &clause);
    }
    effect
}

/// The tags of a variant, in code spans.
fn tags_of(union: &Union, variant: &UnionVariant) -> Vec<String> {
    let rows = union.rows.iter().filter(|row| row.variant == variant.ident);
    let values = rows.flat_map(|row| match &row.test {
        VariantTest::Tags { values, .. } => values.as_slice(),
        VariantTest::Row { .. } => &[],
    });
    values
        .map(|value: &Constant| format!("`{value}`"))
        .collect()
}
