//! Models: which are the same, and what is different in each.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::change::{Change, Effect, Rust, Wire};
use super::pairs::{Pair, pairs};
use super::side::Side;
use super::{Cx, enums, multipart, structs};
use crate::rust::{Ident, Model, Origin, Struct};

/// Which old models are which new ones.
#[derive(Default)]
pub struct Renamed<'a> {
    /// Those that have another name now, by their old names.
    names: HashMap<&'a Ident, &'a Ident>,
    /// The old and the new definitions that have a name in common.
    alike: HashSet<(&'a Ident, &'a Ident)>,
    /// The names of the definitions, by all names, old and new.
    definitions: [HashMap<&'a Ident, &'a Ident>; 2],
}

impl<'a> Renamed<'a> {
    /// The name that an old model has now, which may be that of no model.
    pub fn now(&self, old: &'a Ident) -> &'a Ident {
        self.names.get(old).copied().unwrap_or(old)
    }

    /// The new names by the old ones.
    pub fn names(&self) -> HashMap<String, String> {
        let names = self.names.iter();
        names
            .map(|(old, new)| (old.to_string(), new.to_string()))
            .collect()
    }

    /// Whether an old model is a new one.
    pub fn is_pair(&self, old: &Ident, new: &Ident) -> bool {
        let [of_old, of_new] = &self.definitions;
        match (self.names.get(old), of_old.get(old), of_new.get(new)) {
            (Some(now), _, _) => *now == new,
            (None, Some(one), Some(other)) => self.alike.contains(&(*one, *other)),
            (None, _, _) => old == new,
        }
    }
}

/// The models of which only the name is different: one that is gone and one that is new, alike as no others are.
pub fn renamed<'a>(old: &Side<'a>, new: &Side<'a>) -> Renamed<'a> {
    let leftover = |own: &Side<'a>, other: &Side<'a>| {
        let mut by_shape: HashMap<String, Vec<&'a Ident>> = HashMap::new();
        let models = own.models.iter();
        let known: HashSet<&Ident> = own
            .names
            .iter()
            .filter(|(name, model)| other.model(name).is_some_and(|same| is_kin(model, same)))
            .map(|(_, model)| model.ident())
            .collect();
        for model in models.filter(|model| !known.contains(model.ident())) {
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
    let names = alike.collect();
    let common = old.names.iter().filter_map(|(name, model)| {
        let now = new.model(name)?;
        Some((model.ident(), now.ident()))
    });
    let definitions = |side: &Side<'a>| {
        let names = side.names.iter();
        names.map(|(name, model)| (*name, model.ident())).collect()
    };
    Renamed {
        names,
        alike: common.collect(),
        definitions: [definitions(old), definitions(new)],
    }
}

/// Whether two models are of one kind, so that one can have become the other.
fn is_kin(one: &Model, other: &Model) -> bool {
    match (one, other) {
        (Model::Struct(_), Model::Struct(_))
        | (Model::Union(_), Model::Union(_))
        | (Model::Multipart(_), Model::Multipart(_)) => true,
        (Model::Enum(one), Model::Enum(other)) => one.is_integer == other.is_integer,
        (Model::Struct(_) | Model::Enum(_) | Model::Union(_) | Model::Multipart(_), _) => false,
    }
}

/// What two models have in common that differ in their names alone; `None` where that says too little.
fn shape(model: &Model) -> Option<String> {
    let usage = model.usage();
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
    let by_ident = |(ident, _): &(&Ident, &Model)| Some(ident.to_string());
    let renamed: HashMap<String, String> = cx
        .renamed
        .names
        .iter()
        .map(|(old, new)| (new.to_string(), old.to_string()))
        .collect();
    let by_old_ident = |(ident, _): &(&Ident, &Model)| {
        let ident = ident.to_string();
        Some(renamed.get(&ident).cloned().unwrap_or(ident))
    };
    let (old, new) = (cx.old.names.clone(), cx.new.names.clone());
    // Types that have several names in both crates are compared once.
    let mut compared = HashSet::new();
    let mut parted = HashMap::new();
    for pair in pairs(&old, &new, &[&by_old_ident, &by_ident]) {
        match pair {
            Pair::Both((name, old), (now, new)) => {
                match parted.entry(old.ident()) {
                    Entry::Vacant(first) => {
                        first.insert((now, new.ident()));
                    }
                    Entry::Occupied(first) if first.get().1 != new.ident() => {
                        part(cx, (now, new), first.get().0, old);
                    }
                    Entry::Occupied(_) => {}
                }
                if compared.insert((old.ident(), new.ident())) {
                    both(cx, old, new, name != now);
                }
            }
            Pair::Gone((name, old)) => alone(
                cx,
                Effect::default().rust(Rust::Breaking, "code that names the type does not compile"),
                (name, old),
                [Some(head(old)), None],
                cx.old.uses(old),
            ),
            Pair::Added((name, new)) => alone(
                cx,
                Effect::default().rust(Rust::Additive, "the type is new"),
                (name, new),
                [None, Some(head(new))],
                cx.new.uses(new),
            ),
        }
    }
}

/// A name that was one of several of a type, and is of a type of its own now.
fn part(cx: &mut Cx<'_>, (name, model): (&Ident, &Model), other: &Ident, old: &Model) {
    let clause = format!(
        "it is another type than `{other}`: code that passes values of one as the other does not compile"
    );
    let effect = Effect::default().rust(Rust::Breaking, &clause);
    cx.changes.push(
        Change::new(effect, format!("models::{name}"))
            .shown(
                Some(format!("pub use {other} as {name}")),
                Some(head(model)),
            )
            .at(old.origin(), model.origin())
            .used(cx.new.uses(model)),
    );
}

fn alone(
    cx: &mut Cx<'_>,
    effect: Effect,
    (name, model): (&Ident, &Model),
    [before, after]: [Option<String>; 2],
    uses: usize,
) {
    let at = |is_there: bool| {
        if is_there {
            model.origin()
        } else {
            Origin::default()
        }
    };
    let (old, new) = (at(before.is_some()), at(after.is_some()));
    cx.changes.push(
        Change::new(effect, format!("models::{name}"))
            .shown(before, after)
            .at(old, new)
            .used(uses),
    );
}

fn both(cx: &mut Cx<'_>, old: &Model, new: &Model, is_renamed: bool) {
    let item = format!("models::{}", new.ident());
    let places = [old.origin(), new.origin()];
    if is_renamed {
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
            multipart::multipart(cx, [old, new], [one, other]);
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
                .detailed(Some(kind(old).to_owned()), Some(kind(new).to_owned()))
                .at(places[0], places[1])
                .used(cx.new.uses(new)),
            );
            return;
        }
    }
    cx.changes.extend(Change::documentation(
        &item,
        [old.docs(), new.docs()],
        places,
    ));
}

/// What a model is on the wire, in a few words.
fn kind(model: &Model) -> &'static str {
    match model {
        Model::Struct(_) => "an object",
        Model::Multipart(_) => "parts",
        Model::Enum(known) if known.is_integer => "integers",
        Model::Enum(_) => "strings",
        Model::Union(_) => "one of several types",
    }
}

/// The declaration of a model without its members.
pub fn head(model: &Model) -> String {
    let word = match model {
        Model::Struct(_) | Model::Multipart(_) => "struct",
        Model::Enum(_) | Model::Union(_) => "enum",
    };
    format!("pub {word} {}", model.ident())
}
