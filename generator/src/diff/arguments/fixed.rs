//! Parameters with one value, which an operation sends by itself.

use super::Given;
use crate::diff::Cx;
use crate::diff::change::{Change, Effect, Rust, Wire};
use crate::diff::owner::Owner;
use crate::diff::pairs::{Pair, pairs};
use crate::rust::{ConstantParameter, Operation};

/// The parameters that an operation sends by itself.
pub fn constants(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let by_wire = |constant: &ConstantParameter| Some(constant.wire.to_lowercase());
    let is_given = |operation: &Operation, constant: &ConstantParameter| {
        let mut given = operation.arguments.iter().chain(&operation.setters);
        given.any(|argument| argument.wire.eq_ignore_ascii_case(&constant.wire))
    };
    for pair in pairs(&owner.old.constants, &owner.new.constants, &[&by_wire]) {
        // Where the caller gives it in the other crate, that is told of the argument.
        let is_told = match &pair {
            Pair::Gone(one) => is_given(owner.new, one),
            Pair::Added(other) => is_given(owner.old, other),
            Pair::Both(..) => false,
        };
        if is_told {
            continue;
        }
        let effect = Effect::default();
        let (shown, effect) = match &pair {
            Pair::Both(one, other) if (&one.text, &one.target) == (&other.text, &other.target) => {
                continue;
            }
            Pair::Both(_, other) => (
                other,
                effect.wire(Wire::of(false, false), "calls send another value by themselves"),
            ),
            Pair::Added(other) => (
                other,
                effect.wire(
                    Wire::of(false, true),
                    "the new server refuses calls of programs built with the old crate, which lack it",
                ),
            ),
            Pair::Gone(one) => (
                one,
                effect.wire(
                    Wire::of(false, false),
                    "the old server refuses calls without it, and the new one can refuse those with it",
                ),
            ),
        };
        let text = |constant: &ConstantParameter| format!("{}: {}", constant.wire, constant.text);
        let (before, after) = match &pair {
            Pair::Both(one, other) => (Some(*one), Some(*other)),
            Pair::Gone(one) => (Some(*one), None),
            Pair::Added(other) => (None, Some(*other)),
        };
        cx.changes.push(
            Change::new(effect, format!("{} ({})", owner.item(), shown.wire))
                .shown(before.map(text), after.map(text))
                .at(
                    before.map_or(owner.old.origin, |one| one.origin),
                    after.map_or(owner.new.origin, |one| one.origin),
                )
                .used(1),
        );
    }
}

/// The value that an operation sends by itself under this name.
pub fn constant<'a>(operation: &'a Operation, wire: &str) -> Option<&'a ConstantParameter> {
    let mut constants = operation.constants.iter();
    constants.find(|constant| constant.wire.eq_ignore_ascii_case(wire))
}

/// What it means that the operation sends a value by itself that the caller gave.
pub fn fixed(given: &Given<'_>, constant: &ConstantParameter) -> Effect {
    let clause = if given.is_required {
        "calls pass one argument less, for the operation sends the only value"
    } else {
        "the setter is gone, for the operation sends the only value"
    };
    let text = &constant.text;
    let clauses = format!("the new server refuses every value but `{text}`");
    let effect = Effect::default().rust(Rust::Breaking, clause);
    effect.wire(Wire::of(false, true), &clauses)
}

/// What it means that the caller gives a value that the operation sent by itself.
pub fn freed(given: &Given<'_>) -> Effect {
    let effect = Effect::default();
    let effect = if given.is_required {
        effect.rust(
            Rust::Breaking,
            "calls pass a value that the operation sent by itself",
        )
    } else {
        effect.rust(
            Rust::Additive,
            "a setter for a value that the operation sent by itself",
        )
    };
    effect.wire(Wire::Compatible, "")
}
