//! What operations give: successes, and what the API says of failures.

use super::Cx;
use super::change::{Change, Effect, Rust, Wire};
use super::owner::Owner;
use super::pairs::{Pair, pairs};
use super::side::RESPONSES;
use crate::rust::{
    Case, Content, Origin, Outcome, Output, OutputEnum, OutputType, Reading, StatusPattern,
};

/// The changes of what an operation gives.
pub fn outputs(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let (old, new) = (&owner.old.output, &owner.new.output);
    output(cx, owner, [old, new], "Output");
    statuses(cx, owner);
    match (&owner.old.failure, &owner.new.failure) {
        (None, None) => {}
        (Some(old), Some(new)) => output(cx, owner, [old, new], "Failure"),
        // Where all failures had one body, `Error::api_error` gave it.
        (None, Some(_)) if cx.old.krate.api_error.is_some() => {}
        (Some(_), None) if cx.new.krate.api_error.is_some() => {}
        (None, Some(new)) => {
            let effect = Effect::default().rust(Rust::Additive, "failures have a documented body");
            push(
                cx,
                owner,
                effect,
                failure(owner),
                [None, Some(spelled(new))],
                [None, first(new)],
            );
        }
        (Some(old), None) => {
            let clause = "failures have no documented body any more";
            let effect = Effect::default().rust(Rust::Breaking, clause);
            push(
                cx,
                owner,
                effect,
                failure(owner),
                [Some(spelled(old)), None],
                [first(old), None],
            );
        }
    }
}

fn failure(owner: &Owner<'_>) -> String {
    format!("operations::{}::Failure", owner.new.marker)
}

fn output(cx: &mut Cx<'_>, owner: &Owner<'_>, [old, new]: [&Output; 2], name: &str) {
    let item = format!("operations::{}::{name}", owner.new.marker);
    match (&old.ty, &new.ty) {
        (OutputType::One(one), OutputType::One(other)) => {
            let effect = content(cx, one, other, "what the call gives");
            if !effect.is_none() {
                push(
                    cx,
                    owner,
                    effect,
                    item,
                    [Some(spelled(old)), Some(spelled(new))],
                    [first(old), first(new)],
                );
            }
        }
        (OutputType::Many(one), OutputType::Many(other)) => {
            variants(cx, owner, [one, other], [old, new]);
        }
        (OutputType::One(one), OutputType::Many(other)) => {
            let mut effect = Effect::default().rust(
                Rust::Breaking,
                "the call gives an enum, since the documented statuses differ in their bodies",
            );
            let mut same = other.variants.iter();
            if !same.any(|variant| is_same(cx, one, &variant.body)) {
                effect = effect.wire(
                    Wire::of(false, false),
                    "no status has the body that all had",
                );
            }
            push(
                cx,
                owner,
                effect,
                item,
                [Some(spelled(old)), Some(spelled(new))],
                [first(old), first(new)],
            );
        }
        (OutputType::Many(_), OutputType::One(_)) => {
            let clause = "the call gives one type instead of an enum";
            let effect = Effect::default().rust(Rust::Breaking, clause);
            let effect = effect.wire(Wire::Compatible, "");
            push(
                cx,
                owner,
                effect,
                item,
                [Some(spelled(old)), Some(spelled(new))],
                [first(old), first(new)],
            );
        }
    }
}

/// What the change of a body means.
fn content(cx: &Cx<'_>, old: &Content, new: &Content, what: &str) -> Effect {
    let effect = Effect::default();
    match (old, new) {
        (Content::Empty, Content::Empty) => effect,
        (Content::Empty, Content::Value(..)) => {
            effect.rust(Rust::Breaking, "there is a body now").wire(
                Wire::of(true, false),
                "programs built with the new crate find no body in the old server's responses",
            )
        }
        (Content::Value(..), Content::Empty) => effect
            .rust(Rust::Breaking, "there is no body any more")
            .wire(
                Wire::of(false, true),
                "programs built with the old crate find no body in the new server's responses",
            ),
        (Content::Value(one, reading), Content::Value(other, other_reading)) => {
            let mut effect = cx.retyped(what, [one, other], RESPONSES);
            if kind(reading) != kind(other_reading) {
                let clause = "the body comes in another format";
                effect = effect.wire(Wire::of(false, false), clause);
            }
            effect
        }
    }
}

/// What a body is read as, where nothing else tells.
fn kind(reading: &Reading) -> &'static str {
    match reading {
        Reading::Json | Reading::JsonOrText => "JSON",
        Reading::Text | Reading::TextIn(_) | Reading::TextOrJson => "text",
        Reading::Bytes | Reading::BytesOrStream => "bytes",
        Reading::Events { .. } => "events",
        Reading::JsonLines => "JSON lines",
        Reading::JsonSequence => "a sequence of JSON",
    }
}

fn is_same(cx: &Cx<'_>, old: &Content, new: &Content) -> bool {
    match (old, new) {
        (Content::Empty, Content::Empty) => true,
        (Content::Value(one, _), Content::Value(other, _)) => {
            cx.is_same(one.unboxed(), other.unboxed())
        }
        (Content::Empty, Content::Value(..)) | (Content::Value(..), Content::Empty) => false,
    }
}

fn variants(
    cx: &mut Cx<'_>,
    owner: &Owner<'_>,
    [old, new]: [&OutputEnum; 2],
    outputs: [&Output; 2],
) {
    let by_ident = |variant: &Outcome| Some(variant.ident.to_string());
    for pair in pairs(&old.variants, &new.variants, &[&by_ident]) {
        let effect = Effect::default();
        let (before, after, effect) = match pair {
            Pair::Both(one, other) => {
                let effect = content(cx, &one.body, &other.body, "what the variant holds");
                if effect.is_none() {
                    continue;
                }
                (Some(one), Some(other), effect)
            }
            Pair::Gone(one) => {
                let clause = "code that names the variant does not compile";
                (Some(one), None, effect.rust(Rust::Breaking, clause))
            }
            Pair::Added(other) => (
                None,
                Some(other),
                effect.rust(Rust::Additive, "the variant is new"),
            ),
        };
        let text = |output: &OutputEnum, variant: &Outcome| {
            let head = format!("{}::{}", output.ident, variant.ident);
            match &variant.body {
                Content::Empty => head,
                Content::Value(ty, _) => format!("{head}({ty})"),
            }
        };
        let Some(shown) = after.or(before) else {
            continue;
        };
        let texts = [
            before.map(|one| text(old, one)),
            after.map(|other| text(new, other)),
        ];
        let item = format!("operations::{}::{}", new.ident, shown.ident);
        let of = |output: &Output, variant: Option<&Outcome>| {
            let ident = &variant?.ident;
            let mut cases = output.cases.iter();
            let case = cases.find(|case| case.variant.as_ref() == Some(ident))?;
            Some(case.origin)
        };
        let places = [of(outputs[0], before), of(outputs[1], after)];
        push(cx, owner, effect, item, texts, places);
    }
}

/// The statuses that mean success: what a crate does not know is a failure for it.
fn statuses(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let (old, new) = (&owner.old.output.cases, &owner.new.output.cases);
    let ((added, at), (gone, was_at)) = (unknown(new, old), unknown(old, new));
    let mut effect = Effect::default();
    if !added.is_empty() {
        let clause =
            format!("programs built with the old crate take the status {added} for a failure");
        effect = effect.wire(Wire::of(false, true), &clause);
    }
    if !gone.is_empty() {
        let clause = format!(
            "programs built with the new crate take the old server's status {gone} for a failure"
        );
        effect = effect.wire(Wire::of(true, false), &clause);
    }
    if effect.is_none() {
        return;
    }
    let all = |cases: &[Case]| {
        let statuses = cases.iter().flat_map(|case| &case.statuses);
        Some(
            statuses
                .map(|status| text(*status))
                .collect::<Vec<_>>()
                .join(", "),
        )
    };
    let texts = [all(old), all(new)];
    push(cx, owner, effect, owner.item(), texts, [was_at, at]);
}

/// The statuses of some cases that others do not cover, and the place of the first.
fn unknown(cases: &[Case], known: &[Case]) -> (String, Option<Origin>) {
    let statuses = cases.iter().flat_map(|case| {
        let statuses = case.statuses.iter();
        statuses.map(|status| (*status, case.origin))
    });
    let unknown: Vec<_> = statuses
        .filter(|(status, _)| !covers(known, *status))
        .collect();
    let place = unknown.first().map(|(_, origin)| *origin);
    let texts = unknown.into_iter().map(|(status, _)| text(status));
    (texts.collect::<Vec<_>>().join(", "), place)
}

fn covers(cases: &[Case], status: StatusPattern) -> bool {
    let bounds = |status: StatusPattern| match status {
        StatusPattern::Code(code) => (code, code),
        StatusPattern::Range(first, last) => (first, last),
        StatusPattern::Any => (0, u16::MAX),
    };
    let (first, last) = bounds(status);
    let mut known = cases.iter().flat_map(|case| &case.statuses);
    known.any(|known| {
        let (from, to) = bounds(*known);
        from <= first && last <= to
    })
}

fn text(status: StatusPattern) -> String {
    match status {
        StatusPattern::Code(code) => code.to_string(),
        StatusPattern::Range(first, _) => format!("{}XX", first / 100),
        StatusPattern::Any => "any".to_owned(),
    }
}

fn spelled(output: &Output) -> String {
    match &output.ty {
        OutputType::One(Content::Empty) => "()".to_owned(),
        OutputType::One(Content::Value(ty, _)) => ty.to_string(),
        OutputType::Many(output) => output.ident.to_string(),
    }
}

fn push(
    cx: &mut Cx<'_>,
    owner: &Owner<'_>,
    effect: Effect,
    item: String,
    [before, after]: [Option<String>; 2],
    [old, new]: [Option<Origin>; 2],
) {
    cx.changes.push(
        Change::new(effect, item)
            .shown(before, after)
            .at(
                old.unwrap_or(owner.old.origin),
                new.unwrap_or(owner.new.origin),
            )
            .used(1),
    );
}

/// The place of the first response of an output.
fn first(output: &Output) -> Option<Origin> {
    output.cases.first().map(|case| case.origin)
}
