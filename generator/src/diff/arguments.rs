//! The arguments and setters of operations.

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::operations::Owner;
use super::pairs::{Pair, pairs};
use super::side::REQUESTS;
use super::structs::converted;
use crate::rust::{Argument, ConstantParameter, Operation, Target, Type};

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
    for pair in pairs(&old, &new, &[&by_place, &by_name]) {
        match pair {
            Pair::Gone(given) => {
                let effect = gone(given);
                push(cx, owner, effect, Some(given), None);
            }
            Pair::Added(given) => {
                let effect = added(given);
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

/// How a parameter is written, by the method of the runtime that writes it.
#[derive(PartialEq, Eq)]
struct Writing<'a> {
    location: &'static str,
    style: &'a str,
    is_reserved: bool,
}

impl Writing<'_> {
    fn of(argument: &Argument) -> Option<Writing<'_>> {
        let Target::Parameter(method, style) = &argument.target else {
            return None;
        };
        let locations = ["path", "query_string", "query", "header", "cookie"].into_iter();
        let mut own = locations.filter(|location| method.contains(location));
        let location = own.next().unwrap_or("query");
        let usual = match location {
            "path" | "header" => "Simple",
            _ => "FormExplode",
        };
        let style = match style {
            _ if method.contains("json") => "JSON",
            Some(style) => style,
            None => usual,
        };
        // Only lists and objects are written in other ways if they explode.
        let is_one = is_one(&argument.ty);
        Some(Writing {
            location,
            style: if is_one {
                style.trim_end_matches("Explode")
            } else {
                style
            },
            is_reserved: method.ends_with("reserved"),
        })
    }
}

/// Where a value goes.
fn location(argument: &Argument) -> &'static str {
    match (&argument.target, Writing::of(argument)) {
        (_, Some(writing)) => writing.location,
        (Target::ContentType, None) => "content type",
        (_, None) => "body",
    }
}

/// By what two values are the same: where they go, and their name there. Those of the path go by their places in it.
fn place(given: &Given<'_>) -> String {
    let argument = given.argument;
    match location(argument) {
        "path" => format!("path {}", given.index),
        location => format!("{location} {}", argument.wire),
    }
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
    effect = effect.and(&cx.retyped("it", [&one.ty, &other.ty], REQUESTS));
    if cx.is_same(&one.ty, &other.ty) && one.conversion != other.conversion {
        effect = effect.and(&converted(other.conversion));
    }
    if other.deprecated.is_some() && one.deprecated.is_none() && !new.is_required {
        effect = effect.rust(
            Rust::Additive,
            "the setter is deprecated: code that calls it is warned",
        );
    }
    effect.and(&travels(one, other))
}

/// What it means that a value travels in another way.
fn travels(old: &Argument, new: &Argument) -> Effect {
    let effect = Effect::default();
    let (before, after) = (location(old), location(new));
    if before != after {
        let clause = format!("it is sent in the {after} instead of the {before}");
        return effect.wire(Wire::of(false, false), &clause);
    }
    let clause = match (Writing::of(old), Writing::of(new)) {
        // The type decides between the styles of one value and of several, and of it is told already.
        (Some(_), Some(_)) if is_one(&old.ty) != is_one(&new.ty) => return effect,
        (Some(before), Some(after)) if before == after => return effect,
        (Some(before), Some(after)) if before.style == after.style => {
            "reserved characters in it are escaped, or are no longer"
        }
        (Some(_), Some(_)) => "it is written in another style",
        _ if old.target == new.target => return effect,
        _ if is_form(&old.target) && is_form(&new.target) => {
            "its fields are written in other styles"
        }
        _ => "the body is sent with another media type",
    };
    effect.wire(Wire::of(false, false), clause)
}

fn is_one(ty: &Type) -> bool {
    matches!(ty, Type::Scalar(_))
}

fn is_form(target: &Target) -> bool {
    matches!(target, Target::Form(_) | Target::FormReserved(..))
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
    owner.push(cx, Effect::default().rust(Rust::Breaking, clause));
}

/// The parameters that an operation sends by itself.
fn constants(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let by_wire = |constant: &ConstantParameter| Some(constant.wire.to_lowercase());
    for pair in pairs(&owner.old.constants, &owner.new.constants, &[&by_wire]) {
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
            .at(
                old.map_or(owner.old.origin, |given| given.argument.origin),
                new.map_or(owner.new.origin, |given| given.argument.origin),
            )
            .used(1),
    );
}

/// An argument as a signature has it.
pub fn spelled(argument: &Argument) -> String {
    let ty = argument.conversion.spelled(&argument.ty);
    format!("{}: {ty}", argument.ident)
}
