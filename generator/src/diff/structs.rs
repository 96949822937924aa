//! Structs and their fields.

mod fields;
mod others;
pub mod owner;

use super::Cx;
use super::change::{Change, Effect, Rust};
use super::pairs::{Pair, pairs};
use super::side::either;
use crate::rust::{Construction, Conversion, Field, Model, Struct};
use fields::{added, changed, gone};
use others::{additional, variants};
use owner::Owner;

/// The changes from one struct to another.
pub fn strukt(cx: &mut Cx<'_>, models: [&Model; 2], [old, new]: [&Struct; 2]) {
    let owner = Owner {
        old,
        new,
        uses: cx.new.uses(models[1]),
        usage: either(old.usage, new.usage),
    };
    let by_wire = |field: &Field| Some(field.wire.clone());
    let by_ident = |field: &Field| Some(field.ident.to_string());
    for pair in pairs(&old.fields, &new.fields, &[&by_wire, &by_ident]) {
        match pair {
            Pair::Gone(field) => {
                let effect = gone(field, &owner);
                owner.push(cx, effect, Some(field), None);
            }
            Pair::Added(field) => {
                let effect = added(field, &owner);
                owner.push(cx, effect, None, Some(field));
            }
            Pair::Both(one, other) => {
                let effect = changed(cx, [one, other], &owner);
                if effect.is_none() {
                    let item = format!("models::{}::{}", new.ident, other.ident);
                    let places = [one.origin, other.origin];
                    let docs = [&one.docs, &other.docs];
                    cx.changes
                        .extend(Change::documentation(&item, docs, places));
                } else {
                    owner.push(cx, effect, Some(one), Some(other));
                }
            }
        }
    }
    variants(cx, &owner);
    additional(cx, &owner);
    constructor(cx, &owner);
    let has_default = |strukt: &Struct| strukt.has_default() || has_default_by_hand(strukt);
    default(cx, [has_default(old), has_default(new)], models);
}

/// What it means that a model has a default, or has none any more.
pub fn default(cx: &mut Cx<'_>, [had, has]: [bool; 2], [old, new]: [&Model; 2]) {
    let effect = match (had, has) {
        (true, false) => {
            let clause = "code that makes the default of the type does not compile";
            Effect::default().rust(Rust::Breaking, clause)
        }
        (false, true) => Effect::default().rust(Rust::Additive, "the type has a default"),
        (true, true) | (false, false) => return,
    };
    let text = |model: &Model| format!("impl Default for {}", model.ident());
    cx.changes.push(
        Change::new(effect, format!("models::{}::default", new.ident()))
            .shown(had.then(|| text(old)), has.then(|| text(new)))
            .at(old.origin(), new.origin())
            .used(cx.new.uses(new)),
    );
}

/// Whether `Default` is written out, because all that is required has one value.
fn has_default_by_hand(strukt: &Struct) -> bool {
    let mut fields = strukt.fields.iter();
    strukt.construction == Construction::Arguments
        && strukt.variants.is_empty()
        && !fields.any(|field| field.slot.is_asked_for())
}

/// What it means that callers may give anything that converts, or may not any more.
pub fn converted(conversion: Conversion) -> Effect {
    let effect = Effect::default();
    match conversion {
        Conversion::Value | Conversion::Items => {
            effect.rust(Rust::Additive, "it takes whatever converts into its type")
        }
        Conversion::None => effect.rust(
            Rust::Breaking,
            "it takes its type alone, and not what converts into it",
        ),
    }
}

/// What is different in the constructor beside the arguments that come and go with their fields.
fn constructor(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let asked = |strukt: &Struct, other: &Struct| {
        let is_asked = |field: &&Field| other.asked_for().any(|asked| asked.wire == field.wire);
        let both = strukt.asked_for().filter(is_asked);
        both.map(|field| field.wire.clone()).collect::<Vec<_>>()
    };
    let as_fields = |strukt: &Struct| matches!(strukt.construction, Construction::Required(_));
    let effect = match (owner.old.has_new(), owner.new.has_new()) {
        (true, true) if as_fields(owner.old) != as_fields(owner.new) => {
            let clause = "`new` takes what is required in another way";
            Effect::default().rust(Rust::Breaking, clause)
        }
        (true, true) if owner.old.has_setters && !owner.new.has_setters => {
            let clause = "the setters are gone: no request holds the type";
            Effect::default().rust(Rust::Breaking, clause)
        }
        (true, true)
            if !as_fields(owner.new)
                && asked(owner.old, owner.new) != asked(owner.new, owner.old) =>
        {
            Effect::default().rust(Rust::Breaking, "the arguments of `new` have another order")
        }
        (true, false) => {
            let clause = if owner.old.has_setters {
                "`new` and the setters are gone: no request holds the type"
            } else {
                "`new` is gone"
            };
            Effect::default().rust(Rust::Breaking, clause)
        }
        (false, true) => {
            let clause = if owner.new.has_setters {
                "the type has `new` and setters"
            } else {
                "the type has `new`"
            };
            Effect::default().rust(Rust::Additive, clause)
        }
        (true, true) | (false, false) => return,
    };
    let text = |strukt: &Struct| {
        let arguments = match &strukt.construction {
            Construction::Default => return None,
            Construction::Required(ident) => format!("required: {ident}"),
            Construction::Empty | Construction::Arguments => {
                let arguments = strukt.asked_for().map(argument);
                arguments.collect::<Vec<_>>().join(", ")
            }
        };
        Some(format!("{}::new({arguments})", strukt.ident))
    };
    cx.changes.push(
        Change::new(effect, format!("models::{}::new", owner.new.ident))
            .shown(text(owner.old), text(owner.new))
            .at(owner.old.origin, owner.new.origin)
            .used(owner.uses),
    );
}

fn argument(field: &Field) -> String {
    let ty = field.conversion.spelled(field.ty.unboxed());
    format!("{}: {ty}", field.ident)
}
