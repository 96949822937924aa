//! Models: which are the same, and what is different in each.

use std::collections::HashMap;

use super::change::{Change, Effect, Rust, Wire};
use super::pairs::{Pair, pairs};
use super::side::{Side, usage};
use super::{Cx, enums, structs};
use crate::rust::{Docs, Ident, Model, Origin, Struct};

/// The old models that have another name now, by their old names.
#[derive(Default)]
pub struct Renamed<'a>(HashMap<&'a Ident, &'a Ident>);

impl Renamed<'_> {
    /// Whether an old model is a new one.
    pub fn is_pair(&self, old: &Ident, new: &Ident) -> bool {
        match self.0.get(old) {
            Some(now) => *now == new,
            None => old == new && !self.0.values().any(|now| *now == new),
        }
    }
}

/// The models of which only the name is different: one that is gone and one that is new, alike as no others are.
pub fn renamed<'a>(old: &Side<'a>, new: &Side<'a>) -> Renamed<'a> {
    let leftover = |own: &Side<'a>, other: &Side<'a>| {
        let mut by_shape: HashMap<String, Vec<&'a Ident>> = HashMap::new();
        let models = own.models.iter();
        for model in models.filter(|model| other.model(model.ident()).is_none()) {
            if let Some(shape) = shape(model) {
                by_shape.entry(shape).or_default().push(model.ident());
            }
        }
        by_shape
    };
    let (gone, added) = (leftover(old, new), leftover(new, old));
    let alike = gone.into_iter().filter_map(|(shape, gone)| {
        match (gone.as_slice(), added.get(&shape)?.as_slice()) {
            ([old], [new]) => Some((*old, *new)),
            _ => None,
        }
    });
    Renamed(alike.collect())
}

/// What two models have in common that differ in their names alone; `None` where that says too little.
fn shape(model: &Model) -> Option<String> {
    let usage = usage(model);
    let usage = (usage.in_request, usage.in_response);
    match model {
        Model::Struct(strukt) => of_struct(strukt).map(|shape| format!("struct {usage:?} {shape}")),
        Model::Multipart(multipart) => {
            of_struct(&multipart.strukt).map(|shape| format!("multipart {usage:?} {shape}"))
        }
        Model::Enum(known) => {
            let values: Vec<&str> = known.variants.iter().map(|one| one.wire.as_str()).collect();
            Some(format!("enum {usage:?} {values:?}"))
        }
        Model::Union(union) => {
            let variants: Vec<String> = union
                .variants
                .iter()
                .map(|one| one.ident.to_string())
                .collect();
            Some(format!("union {usage:?} {:?} {variants:?}", union.tag))
        }
    }
}

fn of_struct(strukt: &Struct) -> Option<String> {
    let fields = strukt.fields.iter();
    let fields: Vec<String> = fields
        .map(|field| format!("{}{:?}", field.wire, field.slot))
        .collect();
    (!fields.is_empty()).then(|| fields.join(","))
}

/// The changes of all models.
pub fn models(cx: &mut Cx<'_>) {
    let by_ident = |model: &&Model| {
        let ident = model.ident();
        Some(ident.to_string())
    };
    let renamed: HashMap<String, String> = cx
        .renamed
        .0
        .iter()
        .map(|(old, new)| (new.to_string(), old.to_string()))
        .collect();
    let by_old_ident = |model: &&Model| {
        let ident = model.ident().to_string();
        Some(renamed.get(&ident).cloned().unwrap_or(ident))
    };
    let (old, new) = (cx.old.models.clone(), cx.new.models.clone());
    for pair in pairs(&old, &new, &[&by_ident, &by_old_ident]) {
        match pair {
            Pair::Both(old, new) => both(cx, old, new),
            Pair::Gone(old) => alone(
                cx,
                Effect::default().rust(Rust::Breaking, "code that names the type does not compile"),
                old,
                [Some(head(old)), None],
                cx.old.uses(old),
            ),
            Pair::Added(new) => alone(
                cx,
                Effect::default().rust(Rust::Additive, "the type is new"),
                new,
                [None, Some(head(new))],
                cx.new.uses(new),
            ),
        }
    }
}

fn alone(
    cx: &mut Cx<'_>,
    effect: Effect,
    model: &Model,
    [before, after]: [Option<String>; 2],
    uses: usize,
) {
    let at = |is_there: bool| {
        if is_there {
            origin(model)
        } else {
            Origin::default()
        }
    };
    let (old, new) = (at(before.is_some()), at(after.is_some()));
    cx.changes.push(
        Change::new(effect, format!("models::{}", model.ident()))
            .shown(before, after)
            .at(old, new)
            .used(uses),
    );
}

fn both(cx: &mut Cx<'_>, old: &Model, new: &Model) {
    let item = format!("models::{}", new.ident());
    let places = [origin(old), origin(new)];
    if old.ident() != new.ident() {
        cx.changes.push(
            Change::new(
                Effect::default().rust(Rust::Breaking, "the type has another name"),
                item.clone(),
            )
            .shown(Some(head(old)), Some(head(new)))
            .at(places[0], places[1])
            .used(cx.new.uses(new)),
        );
    }
    match (old, new) {
        (Model::Struct(one), Model::Struct(other)) => structs::strukt(cx, [old, new], [one, other]),
        (Model::Multipart(one), Model::Multipart(other)) => {
            structs::multipart(cx, [old, new], [one, other]);
        }
        (Model::Enum(one), Model::Enum(other)) if one.is_integer == other.is_integer => {
            enums::enumeration(cx, [old, new], [one, other]);
        }
        (Model::Union(one), Model::Union(other)) => enums::union(cx, [old, new], [one, other]),
        (Model::Struct(_) | Model::Multipart(_) | Model::Enum(_) | Model::Union(_), _) => {
            cx.changes.push(
                Change::new(
                    Effect::default()
                        .rust(Rust::Breaking, "the type is of another kind")
                        .wire(
                            Wire::of(false, false),
                            "its values look different on the wire",
                        ),
                    item.clone(),
                )
                .shown(Some(head(old)), Some(head(new)))
                .at(places[0], places[1])
                .used(cx.new.uses(new)),
            );
            return;
        }
    }
    cx.changes
        .extend(Change::documentation(&item, [docs(old), docs(new)], places));
}

/// The declaration of a model without its members.
fn head(model: &Model) -> String {
    let word = match model {
        Model::Struct(_) | Model::Multipart(_) => "struct",
        Model::Enum(_) | Model::Union(_) => "enum",
    };
    format!("pub {word} {}", model.ident())
}

fn origin(model: &Model) -> Origin {
    match model {
        Model::Struct(strukt) => strukt.origin,
        Model::Enum(enumeration) => enumeration.origin,
        Model::Union(union) => union.origin,
        Model::Multipart(multipart) => multipart.strukt.origin,
    }
}

fn docs(model: &Model) -> &Docs {
    match model {
        Model::Struct(strukt) => &strukt.docs,
        Model::Enum(enumeration) => &enumeration.docs,
        Model::Union(union) => &union.docs,
        Model::Multipart(multipart) => &multipart.strukt.docs,
    }
}
