//! Fields that two structs have, or one of them.

use super::converted;
use super::owner::Owner;
use crate::diff::Cx;
use crate::diff::change::{Effect, Rust, Wire};
use crate::diff::limits::limits;
use crate::diff::slots::slots;
use crate::rust::{Field, Usage};

/// What it means that a field is gone.
pub fn gone(field: &Field, owner: &Owner<'_>) -> Effect {
    let mut effect =
        Effect::default().rust(Rust::Breaking, "code that names the field does not compile");
    if owner.usage.in_request && !field.is_read_only {
        let clause =
            "the new server can refuse or ignore what programs built with the old crate send there";
        effect = effect.wire(Wire::of(false, !field.slot.is_demanded()), clause);
        if field.slot.is_demanded() {
            effect = effect.wire(
                Wire::of(true, false),
                "the old server refuses requests without it",
            );
        }
    }
    if owner.usage.in_response {
        effect = if field.slot.must_be_read() {
            let clause = "programs built with the old crate cannot read responses without it";
            effect.wire(Wire::of(false, true), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    effect
}

/// What it means that a field is new.
pub fn added(field: &Field, owner: &Owner<'_>) -> Effect {
    let mut effect = Effect::default().rust(Rust::Additive, "the field is new");
    if owner.is_constructed() && field.slot.is_asked_for() {
        effect = effect.rust(Rust::Breaking, "`new` takes one more argument");
    }
    if owner.usage.in_request && !field.is_read_only {
        effect = if field.slot.is_demanded() {
            let clause = "the new server refuses requests of programs built with the old crate, which lack it";
            effect.wire(Wire::of(false, true), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    if owner.usage.in_response {
        effect = if field.slot.must_be_read() {
            let clause = "programs built with the new crate cannot read the old server's responses, which lack it";
            effect.wire(Wire::of(true, false), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    effect
}

/// What it means that a field is another one.
pub fn changed(cx: &Cx<'_>, [old, new]: [&Field; 2], owner: &Owner<'_>) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the field has another name");
    }
    if old.wire != new.wire {
        let clause = format!("on the wire it is `{}` instead of `{}`", new.wire, old.wire);
        effect = effect.wire(Wire::of(false, false), &clause);
    }
    let usage = Usage {
        in_request: owner.usage.in_request && !new.is_read_only,
        ..owner.usage
    };
    effect = effect.and(&cx.retyped("the field", [&old.ty, &new.ty], usage));
    if cx.is_same(&old.ty, &new.ty) && old.conversion != new.conversion && owner.is_constructed() {
        effect = effect.and(&converted(new.conversion));
    }
    if cx.is_same(&old.ty, &new.ty) && usage.in_request {
        effect = effect.and(&limits([&old.limits, &new.limits]));
    }
    effect = effect.and(&slots(old, new, owner));
    if new.deprecated.is_some() && old.deprecated.is_none() {
        effect = effect.deprecated("the field");
    }
    effect
}
