//! The arguments and setters of operations.

mod fixed;
mod writing;

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::limits::limits;
use super::owner::Owner;
use super::pairs::{Pair, pairs};
use super::side::REQUESTS;
use super::spelling::spelled;
use super::structs::converted;
use crate::rust::{Argument, Operation};
use fixed::{constant, constants, fixed, freed};
use writing::{Writing, details, location, travels};

/// A value that the caller gives, and how.
struct Given<'a> {
    argument: &'a Argument,
    is_required: bool,
    /// Its place among the others.
    index: usize,
}

/// The changes of what a caller gives to an operation.
pub fn arguments(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let (old, new) = (given(owner.old), given(owner.new));
    let by_place = |given: &Given<'_>| Some(place(given));
    let by_name = |given: &Given<'_>| {
        let wire = &given.argument.wire;
        (!wire.is_empty()).then(|| wire.clone())
    };
    let by_ident =
        |given: &Given<'_>| (!given.is_required).then(|| given.argument.ident.to_string());
    // A parameter of the path may be called otherwise: nobody but the document sees it.
    let by_index =
        |given: &Given<'_>| (location(given.argument) == "path").then(|| given.index.to_string());
    for pair in pairs(&old, &new, &[&by_place, &by_name, &by_ident, &by_index]) {
        match pair {
            Pair::Gone(given) => {
                let constant = constant(owner.new, &given.argument.wire);
                let effect =
                    constant.map_or_else(|| gone(given), |constant| fixed(given, constant));
                push(cx, owner, effect, Some(given), None);
            }
            Pair::Added(given) => {
                let constant = constant(owner.old, &given.argument.wire);
                let effect = constant.map_or_else(|| added(given), |_| freed(given));
                push(cx, owner, effect, None, Some(given));
            }
            Pair::Both(one, other) => {
                let effect = changed(cx, one, other);
                if effect.is_none() {
                    let item = item(owner, other);
                    let docs = [&one.argument.docs, &other.argument.docs];
                    let places = [one.argument.origin, other.argument.origin];
                    cx.changes
                        .extend(Change::documentation(&item, docs, places));
                } else {
                    push(cx, owner, effect, Some(one), Some(other));
                }
            }
        }
    }
    order(cx, owner, &old, &new);
    constants(cx, owner);
}

fn given(operation: &Operation) -> Vec<Given<'_>> {
    let of = |is_required| {
        move |(index, argument)| Given {
            argument,
            is_required,
            index,
        }
    };
    let arguments = operation.arguments.iter().enumerate().map(of(true));
    let setters = operation.setters.iter().enumerate().map(of(false));
    arguments.chain(setters).collect()
}

/// By what two values are the same: where they go, and their name there.
fn place(given: &Given<'_>) -> String {
    let argument = given.argument;
    format!("{} {}", location(argument), argument.wire)
}

fn gone(given: &Given<'_>) -> Effect {
    let clause = if given.is_required {
        "calls pass one argument less"
    } else {
        "code that calls the setter does not compile"
    };
    let effect = Effect::default().rust(Rust::Breaking, clause).wire(
        Wire::of(false, true),
        "the new server can refuse or ignore what programs built with the old crate send there",
    );
    if given.is_required {
        effect.wire(
            Wire::of(true, false),
            "the old server refuses calls without it",
        )
    } else {
        effect
    }
}

fn added(given: &Given<'_>) -> Effect {
    if !given.is_required {
        let effect = Effect::default().rust(Rust::Additive, "a new setter");
        return effect.wire(Wire::Compatible, "");
    }
    let effect = Effect::default().rust(Rust::Breaking, "calls pass one argument more");
    effect.wire(
        Wire::of(false, true),
        "the new server refuses calls of programs built with the old crate, which lack it",
    )
}

fn changed(cx: &Cx<'_>, old: &Given<'_>, new: &Given<'_>) -> Effect {
    let (one, other) = (old.argument, new.argument);
    let mut effect = Effect::default();
    match (old.is_required, new.is_required) {
        (false, true) => {
            let clause = "the setter is an argument of every call now";
            effect = effect.rust(Rust::Breaking, clause).wire(
                Wire::of(false, true),
                "the new server refuses calls of programs built with the old crate that leave it out",
            );
        }
        (true, false) => {
            let clause = "the argument is a setter now";
            effect = effect
                .rust(Rust::Breaking, clause)
                .wire(Wire::Compatible, "");
        }
        (false, false) if one.ident != other.ident => {
            effect = effect.rust(Rust::Breaking, "the setter has another name");
        }
        (true, true) | (false, false) => {}
    }
    let text = Writing::of(one).is_some_and(|writing| !writing.is_json());
    effect = effect.and(&if text {
        cx.respelled([&one.ty, &other.ty])
    } else {
        cx.retyped("it", [&one.ty, &other.ty], REQUESTS)
    });
    if cx.is_same(&one.ty, &other.ty) && one.conversion != other.conversion {
        effect = effect.and(&converted(other.conversion));
    }
    if cx.is_same(&one.ty, &other.ty) {
        effect = effect.and(&limits([&one.limits, &other.limits]));
    }
    if other.deprecated.is_some() && one.deprecated.is_none() && !new.is_required {
        effect = effect.deprecated("the setter");
    }
    effect.and(&travels(one, other))
}

fn order(cx: &mut Cx<'_>, owner: &Owner<'_>, old: &[Given<'_>], new: &[Given<'_>]) {
    let required = |list: &[Given<'_>], other: &[Given<'_>]| {
        let is_required = |place: &String| {
            let mut others = other.iter().filter(|given| given.is_required);
            others.any(|given| self::place(given) == *place)
        };
        let own = list.iter().filter(|given| given.is_required);
        let places = own.map(place);
        places.filter(is_required).collect::<Vec<_>>()
    };
    if required(old, new) == required(new, old) {
        return;
    }
    let clause = "the arguments have another order, and where their types are the same the compiler does not notice";
    let mut effect = Effect::default().rust(Rust::Breaking, clause);
    let in_path = |list: &[Given<'_>]| {
        let own = list
            .iter()
            .filter(|given| location(given.argument) == "path");
        own.map(|given| given.argument.wire.clone())
            .collect::<Vec<_>>()
    };
    let (before, after) = (in_path(old), in_path(new));
    if before != after
        && before.iter().all(|name| after.contains(name))
        && before.len() == after.len()
    {
        let clause = "the path has its parameters in another order";
        effect = effect.wire(Wire::of(false, false), clause);
    }
    owner.push(cx, effect);
}

fn item(owner: &Owner<'_>, given: &Given<'_>) -> String {
    let ident = &given.argument.ident;
    if given.is_required {
        format!("{} ({ident})", owner.item())
    } else {
        format!("Request<{}>::{ident}", owner.new.marker)
    }
}

fn push(
    cx: &mut Cx<'_>,
    owner: &Owner<'_>,
    effect: Effect,
    old: Option<&Given<'_>>,
    new: Option<&Given<'_>>,
) {
    let Some(shown) = new.or(old) else {
        return;
    };
    let text = |given: &Given<'_>| {
        let argument = spelled(given.argument);
        if given.is_required {
            argument
        } else {
            let deprecated = if given.argument.deprecated.is_some() {
                "#[deprecated] "
            } else {
                ""
            };
            format!("{deprecated}.{}({argument})", given.argument.ident)
        }
    };
    cx.changes.push(
        Change::new(effect, item(owner, shown))
            .shown(old.map(text), new.map(text))
            .detailed(
                old.map(|given| details(given.argument)),
                new.map(|given| details(given.argument)),
            )
            .at(
                old.map_or(owner.old.origin, |given| given.argument.origin),
                new.map_or(owner.new.origin, |given| given.argument.origin),
            )
            .used(1),
    );
}
