//! What the slot of a field means for what is sent and read.

use super::change::{Effect, Rust, Wire};
use super::structs::owner::Owner;
use crate::rust::{Constant, Field, Slot};

impl Slot {
    /// Whether a request without the field is refused.
    pub fn is_demanded(&self) -> bool {
        match self {
            Slot::Required
            | Slot::Constant(_)
            | Slot::RequiredNullable
            | Slot::RequiredInRequest => true,
            Slot::Preset(_) | Slot::Optional | Slot::OptionalNullable => false,
        }
    }

    /// Whether a response without the field cannot be read.
    pub fn must_be_read(&self) -> bool {
        match self {
            Slot::Required | Slot::Constant(_) => true,
            Slot::Preset(_)
            | Slot::RequiredNullable
            | Slot::Optional
            | Slot::RequiredInRequest
            | Slot::OptionalNullable => false,
        }
    }

    /// Whether null may be sent.
    pub fn takes_null(&self) -> bool {
        match self {
            Slot::RequiredNullable | Slot::OptionalNullable => true,
            Slot::Required
            | Slot::Constant(_)
            | Slot::Preset(_)
            | Slot::Optional
            | Slot::RequiredInRequest => false,
        }
    }
}

impl Field {
    /// The type of the field as it is declared.
    pub fn declared(&self) -> String {
        let ty = &self.ty;
        match self.slot {
            Slot::Required | Slot::Constant(_) => ty.to_string(),
            Slot::RequiredNullable | Slot::Optional | Slot::Preset(_) | Slot::RequiredInRequest => {
                format!("Option<{ty}>")
            }
            Slot::OptionalNullable => format!("Nullable<{ty}>"),
        }
    }
}

/// What it means that a field holds its value in another way.
pub fn slots(old: &Field, new: &Field, owner: &Owner<'_>) -> Effect {
    let (before, after) = (&old.slot, &new.slot);
    let mut effect = Effect::default();
    if before == after && old.is_read_only == new.is_read_only {
        return effect;
    }
    let holder = |field: &Field| match field.slot {
        Slot::Required | Slot::Constant(_) => "",
        Slot::RequiredNullable | Slot::Optional | Slot::Preset(_) | Slot::RequiredInRequest => {
            "Option"
        }
        Slot::OptionalNullable => "Nullable",
    };
    if holder(old) != holder(new) {
        let (before, after) = (old.declared(), new.declared());
        let clause = format!(
            "code that takes the field for `{before}` does not compile: it is `{after}` now"
        );
        effect = effect.rust(Rust::Breaking, &clause);
    }
    if owner.is_constructed() {
        match (before.is_asked_for(), after.is_asked_for()) {
            (false, true) => effect = effect.rust(Rust::Breaking, "`new` takes one more argument"),
            (true, false) => effect = effect.rust(Rust::Breaking, "`new` takes it no longer"),
            (true, true) | (false, false) => {}
        }
        let has_setter = |field: &Field| field.slot.is_empty_at_first() && !field.is_read_only;
        match (has_setter(old), has_setter(new)) {
            (true, false) => effect = effect.rust(Rust::Breaking, "its setter is gone"),
            (false, true) => effect = effect.rust(Rust::Additive, "it has a setter"),
            (true, true) | (false, false) => {}
        }
    }
    if owner.usage.in_request {
        effect = effect.and(&requested(old, new));
    }
    if owner.usage.in_response {
        effect = effect.and(&read(before, after));
    }
    effect
}

fn requested(old: &Field, new: &Field) -> Effect {
    let effect = Effect::default();
    match (old.is_read_only, new.is_read_only) {
        (false, true) => {
            let clause = "the API alone sets it: the new server can refuse or ignore what programs built with the old crate send there";
            return effect.wire(Wire::of(false, true), clause);
        }
        (true, true) => return effect,
        (true, false) if new.slot.is_demanded() => {
            let clause = "the new server refuses requests of programs built with the old crate, which lack it";
            return effect.wire(Wire::of(false, true), clause);
        }
        (true, false) => return effect.wire(Wire::Compatible, ""),
        (false, false) => {}
    }
    let (before, after) = (&old.slot, &new.slot);
    if let (Slot::Constant(one) | Slot::Preset(one), Slot::Constant(other) | Slot::Preset(other)) =
        (before, after)
        && one != other
    {
        let clause = format!("requests say `{other}` instead of `{one}`");
        return effect.wire(Wire::of(false, false), &clause);
    }
    let mut effect = effect;
    if let (None, Slot::Constant(only) | Slot::Preset(only)) = (constant(before), after) {
        let clause = format!("the new server refuses every value but `{only}`");
        effect = effect.wire(Wire::of(false, true), &clause);
    }
    if after.is_demanded() && !before.is_demanded() {
        let clause = "the new server refuses requests of programs built with the old crate that leave it out";
        return effect.wire(Wire::of(false, true), clause);
    }
    if before.takes_null() && !after.takes_null() {
        let clause =
            "the new server refuses null, which programs built with the old crate can send";
        return effect.wire(Wire::of(false, true), clause);
    }
    effect.wire(Wire::Compatible, "")
}

/// The only value of a slot.
fn constant(slot: &Slot) -> Option<&Constant> {
    match slot {
        Slot::Constant(value) | Slot::Preset(value) => Some(value),
        Slot::Required
        | Slot::RequiredNullable
        | Slot::Optional
        | Slot::RequiredInRequest
        | Slot::OptionalNullable => None,
    }
}

fn read(before: &Slot, after: &Slot) -> Effect {
    let effect = Effect::default();
    match (before.must_be_read(), after.must_be_read()) {
        (true, false) => {
            let clause = "programs built with the old crate cannot read responses without it or with null, which the new server can send";
            effect.wire(Wire::of(false, true), clause)
        }
        (false, true) => {
            let clause = "programs built with the new crate cannot read responses without it or with null, which the old server can send";
            effect.wire(Wire::of(true, false), clause)
        }
        (true, true) | (false, false) => effect.wire(Wire::Compatible, ""),
    }
}
