//! Structs and their fields.

use super::change::{Change, Effect, Rust, Wire};
use super::pairs::{Pair, pairs};
use super::side::either;
use super::slots::slots;
use super::{Cx, models};
use crate::rust::{
    Additional, Construction, Conversion, Field, Model, Multipart, PartRow, Slot, Struct, Type,
    Usage, Variants,
};

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
            .at(models::origin(old), models::origin(new))
            .used(cx.new.uses(new)),
    );
}

/// The changes from one multipart body to another.
pub fn multipart(cx: &mut Cx<'_>, models: [&Model; 2], [old, new]: [&Multipart; 2]) {
    strukt(cx, models, [&old.strukt, &new.strukt]);
    for (field, row) in new.strukt.fields.iter().zip(&new.rows) {
        let mut own = old.strukt.fields.iter().zip(&old.rows);
        let Some((known, known_row)) = own.find(|(known, _)| known.wire == field.wire) else {
            continue;
        };
        let is_same = (known_row.method, &known_row.arguments) == (row.method, &row.arguments);
        if is_same || !cx.is_same(&known.ty, &field.ty) {
            continue;
        }
        let effect = Effect::default().wire(
            Wire::of(false, false),
            "the part is written in another way, or with another content type",
        );
        cx.changes.push(
            Change::new(
                effect,
                format!("models::{}::{}", new.strukt.ident, field.ident),
            )
            .shown(Some(part(known, known_row)), Some(part(field, row)))
            .at(known.origin, field.origin)
            .used(cx.new.uses(models[1])),
        );
    }
}

/// How a field is written as a part, in words.
fn part(field: &Field, row: &PartRow) -> String {
    let way = match row.method {
        "file" | "files" => "as a file",
        "part" | "parts" => "as it is",
        "json" => "as JSON",
        "deep" => "member by member",
        _ => "as a value",
    };
    let content_type = row
        .arguments
        .get(1)
        .map_or(String::new(), |name| format!(", `{name}`"));
    format!(
        "pub {}: {} // {way}{content_type}",
        field.ident,
        field.declared()
    )
}

/// The structs that fields belong to.
pub struct Owner<'a> {
    old: &'a Struct,
    new: &'a Struct,
    uses: usize,
    /// Where values of either are sent.
    pub usage: Usage,
}

impl Owner<'_> {
    /// Whether both have a constructor, whose arguments count then.
    pub fn is_constructed(&self) -> bool {
        self.old.has_new() && self.new.has_new()
    }

    fn push(&self, cx: &mut Cx<'_>, effect: Effect, old: Option<&Field>, new: Option<&Field>) {
        let Some(shown) = new.or(old) else {
            return;
        };
        let text = |field: &Field| {
            let deprecated = if field.deprecated.is_some() {
                "#[deprecated] "
            } else {
                ""
            };
            format!("{deprecated}pub {}: {}", field.ident, field.declared())
        };
        cx.changes.push(
            Change::new(
                effect,
                format!("models::{}::{}", self.new.ident, shown.ident),
            )
            .shown(old.map(text), new.map(text))
            .detailed(
                old.map(|field| details(field, self.usage)),
                new.map(|field| details(field, self.usage)),
            )
            .at(
                old.map_or(self.old.origin, |field| field.origin),
                new.map_or(self.new.origin, |field| field.origin),
            )
            .used(self.uses),
        );
    }
}

/// What a field is on the wire, in words.
fn details(field: &Field, usage: Usage) -> String {
    let mut words = format!("`{}`", field.wire);
    if field.is_read_only {
        words += ", only received";
    }
    match &field.slot {
        Slot::Constant(value) | Slot::Preset(value) if usage.in_request => {
            words += &format!(", always `{value}`");
        }
        slot if slot.is_demanded() && usage.in_request => words += ", required",
        Slot::Constant(_)
        | Slot::Preset(_)
        | Slot::Required
        | Slot::RequiredNullable
        | Slot::Optional
        | Slot::RequiredInRequest
        | Slot::OptionalNullable => {}
    }
    words
}

fn gone(field: &Field, owner: &Owner<'_>) -> Effect {
    let mut effect =
        Effect::default().rust(Rust::Breaking, "code that names the field does not compile");
    if owner.usage.in_request && !field.is_read_only {
        let clause =
            "the new server can refuse or ignore what programs built with the old crate send there";
        effect = effect.wire(Wire::of(false, !field.slot.is_demanded()), clause);
        if field.slot.is_demanded() {
            effect = effect.wire(
                Wire::of(true, false),
                "the old server refuses requests without it",
            );
        }
    }
    if owner.usage.in_response {
        effect = if field.slot.must_be_read() {
            let clause = "programs built with the old crate cannot read responses without it";
            effect.wire(Wire::of(false, true), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    effect
}

fn added(field: &Field, owner: &Owner<'_>) -> Effect {
    let mut effect = Effect::default().rust(Rust::Additive, "the field is new");
    if owner.is_constructed() && field.slot.is_asked_for() {
        effect = effect.rust(Rust::Breaking, "`new` takes one more argument");
    }
    if owner.usage.in_request && !field.is_read_only {
        effect = if field.slot.is_demanded() {
            let clause = "the new server refuses requests of programs built with the old crate, which lack it";
            effect.wire(Wire::of(false, true), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    if owner.usage.in_response {
        effect = if field.slot.must_be_read() {
            let clause = "programs built with the new crate cannot read the old server's responses, which lack it";
            effect.wire(Wire::of(true, false), clause)
        } else {
            effect.wire(Wire::Compatible, "")
        };
    }
    effect
}

/// Whether `Default` is written out, because all that is required has one value.
fn has_default_by_hand(strukt: &Struct) -> bool {
    let mut fields = strukt.fields.iter();
    strukt.construction == Construction::Arguments
        && strukt.variants.is_empty()
        && !fields.any(|field| field.slot.is_asked_for())
}

fn changed(cx: &Cx<'_>, [old, new]: [&Field; 2], owner: &Owner<'_>) -> Effect {
    let mut effect = Effect::default();
    if old.ident != new.ident {
        effect = effect.rust(Rust::Breaking, "the field has another name");
    }
    if old.wire != new.wire {
        let clause = format!("on the wire it is `{}` instead of `{}`", new.wire, old.wire);
        effect = effect.wire(Wire::of(false, false), &clause);
    }
    let usage = Usage {
        in_request: owner.usage.in_request && !new.is_read_only,
        ..owner.usage
    };
    effect = effect.and(&cx.retyped("the field", [&old.ty, &new.ty], usage));
    if cx.is_same(&old.ty, &new.ty) && old.conversion != new.conversion && owner.is_constructed() {
        effect = effect.and(&converted(new.conversion));
    }
    effect = effect.and(&slots(old, new, owner));
    if new.deprecated.is_some() && old.deprecated.is_none() {
        effect = effect.deprecated("the field");
    }
    effect
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

fn variants(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let by_ident = |variants: &Variants| Some(variants.ident.to_string());
    for pair in pairs(&owner.old.variants, &owner.new.variants, &[&by_ident]) {
        let (ident, before, after, effect) = match pair {
            Pair::Both(one, other) if cx.is_same(&one.ty, &other.ty) => continue,
            Pair::Both(one, other) => {
                let effect = cx.retyped("the field", [&one.ty, &other.ty], owner.usage);
                (&other.ident, Some(&one.ty), Some(&other.ty), effect)
            }
            Pair::Gone(one) => {
                let clause =
                    "the properties that depend on what the object is have no place any more";
                let effect = Effect::default().rust(Rust::Breaking, clause);
                let effect = effect.wire(Wire::of(false, false), "");
                (&one.ident, Some(&one.ty), None, effect)
            }
            Pair::Added(other) => {
                let clause =
                    "objects have properties that depend on what they are, and `new` takes them";
                let rust = if owner.is_constructed() {
                    Rust::Breaking
                } else {
                    Rust::Additive
                };
                let effect = Effect::default().rust(rust, clause);
                let effect = effect.wire(Wire::of(!owner.usage.in_request, true), "");
                (&other.ident, None, Some(&other.ty), effect)
            }
        };
        push_other(cx, owner, ident, [before, after], effect);
    }
}

fn additional(cx: &mut Cx<'_>, owner: &Owner<'_>) {
    let ty = |additional: &'_ Option<Additional>| additional.as_ref().map(|one| one.ty.clone());
    let (before, after) = (ty(&owner.old.additional), ty(&owner.new.additional));
    let effect = match (&before, &after) {
        (None, None) => return,
        (Some(old), Some(new)) if cx.is_same(old, new) => return,
        (Some(old), Some(new)) => cx.retyped("the field", [old, new], owner.usage),
        (None, Some(_)) => Effect::default()
            .rust(
                Rust::Additive,
                "properties that the document does not name are kept",
            )
            .wire(Wire::Compatible, ""),
        (Some(_), None) => {
            let clause = "properties that the document does not name are not kept";
            let effect = Effect::default().rust(Rust::Breaking, clause);
            if owner.usage.in_request {
                let clause = "the new server can refuse or ignore those that programs built with the old crate send";
                effect.wire(Wire::of(false, true), clause)
            } else {
                effect.wire(Wire::Compatible, "")
            }
        }
    };
    let shown = owner
        .new
        .additional
        .as_ref()
        .or(owner.old.additional.as_ref());
    if let Some(shown) = shown {
        push_other(
            cx,
            owner,
            &shown.ident,
            [before.as_ref(), after.as_ref()],
            effect,
        );
    }
}

fn push_other(
    cx: &mut Cx<'_>,
    owner: &Owner<'_>,
    ident: &crate::rust::Ident,
    types: [Option<&Type>; 2],
    effect: Effect,
) {
    let [before, after] = types.map(|ty| ty.map(|ty| format!("pub {ident}: {ty}")));
    cx.changes.push(
        Change::new(effect, format!("models::{}::{ident}", owner.new.ident))
            .shown(before, after)
            .at(owner.old.origin, owner.new.origin)
            .used(owner.uses),
    );
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
        (true, false) => Effect::default().rust(
            Rust::Breaking,
            "`new` and the setters are gone: no request holds the type",
        ),
        (false, true) => Effect::default().rust(Rust::Additive, "the type has `new` and setters"),
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
