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

/// How a parameter is written, by the method of the runtime that writes it.
#[derive(PartialEq, Eq)]
struct Writing<'a> {
    location: &'static str,
    style: &'a str,
    is_reserved: bool,
}

/// The style of a parameter that is written as JSON.
const JSON: &str = "as JSON";

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
            _ if method.contains("json") => JSON,
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

/// By what two values are the same: where they go, and their name there.
fn place(given: &Given<'_>) -> String {
    let argument = given.argument;
    format!("{} {}", location(argument), argument.wire)
}

/// How a value travels, in words.
fn details(argument: &Argument) -> String {
    let media_type = match &argument.target {
        Target::Parameter(..) => None,
        Target::Json(media_type) => Some(media_type.as_deref().unwrap_or("application/json")),
        Target::Form(_) | Target::FormReserved(..) => Some("application/x-www-form-urlencoded"),
        Target::Text(media_type)
        | Target::Scalar(media_type)
        | Target::Plain(media_type)
        | Target::Multipart(media_type)
        | Target::JsonLines(media_type)
        | Target::JsonSequence(media_type) => Some(media_type.as_str()),
        Target::ContentType => Some("content-type"),
    };
    match (media_type, Writing::of(argument)) {
        (Some(media_type), _) => media_type.to_owned(),
        (None, Some(writing)) => {
            let reserved = if writing.is_reserved {
                ", reserved"
            } else {
                ""
            };
            let location = writing.location;
            let style = match writing.style.strip_suffix("Explode") {
                Some(style) => format!("{} exploded", style.to_lowercase()),
                None if writing.style == JSON => JSON.to_owned(),
                None => writing.style.to_lowercase(),
            };
            format!("`{}` in the {location}, {style}{reserved}", argument.wire)
        }
        (None, None) => argument.wire.clone(),
    }
}

/// The value that an operation sends by itself under this name.
fn constant<'a>(operation: &'a Operation, wire: &str) -> Option<&'a ConstantParameter> {
    let mut constants = operation.constants.iter();
    constants.find(|constant| constant.wire.eq_ignore_ascii_case(wire))
}

/// What it means that the operation sends a value by itself that the caller gave.
fn fixed(given: &Given<'_>, constant: &ConstantParameter) -> Effect {
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
fn freed(given: &Given<'_>) -> Effect {
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
    let text = Writing::of(one).is_some_and(|writing| writing.style != JSON);
    effect = effect.and(&if text {
        cx.respelled([&one.ty, &other.ty])
    } else {
        cx.retyped("it", [&one.ty, &other.ty], REQUESTS)
    });
    if cx.is_same(&one.ty, &other.ty) && one.conversion != other.conversion {
        effect = effect.and(&converted(other.conversion));
    }
    if other.deprecated.is_some() && one.deprecated.is_none() && !new.is_required {
        effect = effect.deprecated("the setter");
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
    // The path has values, and no names.
    if old.wire != new.wire && before != "path" {
        let clause = format!("it is sent as `{}` instead of `{}`", new.wire, old.wire);
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

/// The parameters that an operation sends by itself.
fn constants(cx: &mut Cx<'_>, owner: &Owner<'_>) {
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

/// An argument as a signature has it.
pub fn spelled(argument: &Argument) -> String {
    let ty = argument.conversion.spelled(&argument.ty);
    format!("{}: {ty}", argument.ident)
}
