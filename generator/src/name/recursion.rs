//! How deep the types hold one another. The compiler follows them when a value is dropped, and gives up at 128 levels unless a
//! crate allows more.

use std::collections::{BTreeMap, HashSet};

use crate::ir::{Api, Presence, Type, TypeDef, TypeId, TypeKind};

/// The levels that every crate may have; the compiler's own limit leaves some for the types around those of the document.
const FREE: usize = 96;

/// How many types are looked at in all: more than any document takes that is no trick.
const STEPS: usize = 5_000_000;

/// The limit that the crate has to ask for, where the compiler's own is too low.
pub fn limit(api: &Api) -> Option<usize> {
    let mut held = BTreeMap::new();
    for (id, def) in &api.types {
        let mut types = Vec::new();
        match &def.kind {
            TypeKind::Struct(strukt) => {
                for field in &strukt.fields {
                    let option = usize::from(field.presence != Presence::Required);
                    hold(&field.ty, option, &mut types);
                }
                for variants in &strukt.variants {
                    hold(&variants.ty, 0, &mut types);
                }
                if let Some(ty) = &strukt.additional {
                    hold(ty, 1, &mut types);
                }
            }
            TypeKind::Union(union) => {
                for variant in &union.variants {
                    hold(&variant.ty, 0, &mut types);
                }
            }
            // No type holds a multipart body; the types of its parts are looked at by themselves.
            TypeKind::Enum(_) | TypeKind::Multipart(_) => {}
        }
        held.insert(*id, types);
    }
    let mut steps = 0;
    let mut deepest = api.types.values().map(tuples).max().unwrap_or(0);
    for root in api.types.keys() {
        if steps > STEPS || held.len() * 3 < FREE {
            break;
        }
        deepest = deepest.max(depth(*root, &held, &mut steps));
    }
    (deepest > FREE).then(|| (deepest * 2).next_power_of_two())
}

/// How deep the tuples are nested in which the fields of a struct pass: the runtime's `wire_object!` takes eight at a time.
fn tuples(def: &TypeDef) -> usize {
    match &def.kind {
        TypeKind::Struct(strukt) => strukt.fields.len() / 8,
        TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Multipart(_) => 0,
    }
}

/// The levels that the compiler goes down from a type: it meets each type once, on the path that it happens to take.
fn depth(root: TypeId, held: &BTreeMap<TypeId, Vec<(TypeId, usize)>>, steps: &mut usize) -> usize {
    let mut seen = HashSet::from([root]);
    let mut waiting = vec![(root, 0)];
    let mut deepest = 0;
    while let Some((id, depth)) = waiting.pop() {
        deepest = deepest.max(depth);
        *steps += 1;
        for (next, levels) in held.get(&id).into_iter().flatten() {
            if seen.insert(*next) {
                waiting.push((*next, depth + levels));
            }
        }
    }
    deepest
}

/// The types that a type holds, each with the generic types around it.
fn hold(ty: &Type, levels: usize, types: &mut Vec<(TypeId, usize)>) {
    match ty {
        Type::List(ty) | Type::Map(ty) | Type::Nullable(ty) => hold(ty, levels + 1, types),
        Type::Tuple(items) => items.iter().for_each(|ty| hold(ty, levels + 1, types)),
        // There may be a box around it.
        Type::Named(id) => types.push((*id, levels + 1)),
        Type::Scalar(_) | Type::Bytes | Type::File | Type::Parts | Type::Any | Type::Object => {}
    }
}
