//! Features: which models a program does not find any more that enables only some of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::change::{Change, Effect, Rust};
use super::side::Side;
use super::{Cx, models};
use crate::rust::{Crate, Ident, Model, UNUSED_MODELS};

/// The changes of the features that models are compiled with. Models of which the same is to be said are one change: an operation
/// that moves to another group takes many along.
pub fn features(cx: &mut Cx<'_>) {
    let (old, new) = (by_definition(cx.old.krate), by_definition(cx.new.krate));
    let known: HashSet<&str> = cx.new.krate.part_features().into_iter().collect();
    let mut lost: BTreeMap<[&[String]; 2], Vec<[&Model; 2]>> = BTreeMap::new();
    for model in &cx.old.models {
        let now = cx.new.model(cx.renamed.now(model.ident()));
        let after = now.and_then(|now| new.get(now.ident()));
        if let (Some(now), Some(before), Some(after)) = (now, old.get(model.ident()), after)
            && is_lost(before, after, &known)
        {
            lost.entry([*before, *after])
                .or_default()
                .push([*model, now]);
        }
    }
    for ([before, after], models) in lost {
        cx.changes.extend(change(&cx.new, [before, after], &models));
    }
}

/// Whether a program that enables some features had a model with them and no longer has it. Which models are unused may change with
/// any version, and a feature that is gone is a change of its own.
fn is_lost(before: &[String], after: &[String], known: &HashSet<&str>) -> bool {
    let is_kept = |feature: &String| {
        feature == UNUSED_MODELS || !known.contains(feature.as_str()) || after.contains(feature)
    };
    !after.is_empty() && (before.is_empty() || !before.iter().all(is_kept))
}

fn change(
    new: &Side<'_>,
    [before, after]: [&[String]; 2],
    models: &[[&Model; 2]],
) -> Option<Change> {
    let [old, now] = models.first()?;
    let clause = "code that names the type does not compile without one of these features";
    let mut items = models
        .iter()
        .map(|[_, now]| format!("models::{}", now.ident()));
    let item = items.next()?;
    let also = items.collect();
    let uses = models.iter().map(|[_, now]| new.uses(now)).max()?;
    let change = Change::new(Effect::default().rust(Rust::Breaking, clause), item);
    let change = Change { also, ..change };
    Some(
        change
            .shown(Some(declared(before, old)), Some(declared(after, now)))
            .at(old.origin(), now.origin())
            .used(uses),
    )
}

/// The features of each model, by the name of its definition.
fn by_definition(krate: &Crate) -> HashMap<&Ident, &[String]> {
    let files = krate.models.iter();
    let models = files.flat_map(|file| {
        let models = file.models.iter();
        models.map(|model| (model.ident(), file.features.as_slice()))
    });
    models.collect()
}

/// The declaration of a model with the condition that it is compiled under.
fn declared(features: &[String], model: &Model) -> String {
    let all: Vec<String> = features
        .iter()
        .map(|name| format!("feature = \"{name}\""))
        .collect();
    let head = models::head(model);
    match all.as_slice() {
        [] => head,
        [one] => format!("#[cfg({one})] {head}"),
        _ => format!("#[cfg(any({}))] {head}", all.join(", ")),
    }
}
