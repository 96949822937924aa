//! Which fields and variants hold their values in a box: without one, a type that contains itself would have no size.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::ir::{Api, Type, TypeId, TypeKind};

/// The types that hold themselves, directly or through others: to each type, the one that represents its cycle.
pub struct Cycles {
    groups: HashMap<TypeId, TypeId>,
}

impl Cycles {
    /// Finds all cycles, each type and field being looked at twice (Kosaraju's algorithm).
    pub fn new(api: &Api) -> Self {
        let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
        for id in api.types.keys() {
            for held in held(api, *id) {
                holders.entry(held).or_default().push(*id);
            }
        }
        let mut groups = HashMap::new();
        for first in held_first(api).into_iter().rev() {
            let mut waiting = vec![first];
            while let Some(id) = waiting.pop() {
                if let Entry::Vacant(group) = groups.entry(id) {
                    group.insert(first);
                    waiting.extend(holders.get(&id).into_iter().flatten());
                }
            }
        }
        Self { groups }
    }

    /// Whether a field or variant of this type must be boxed in the type `owner`.
    pub fn needs_box(&self, owner: TypeId, ty: &Type) -> bool {
        // One box is enough for each cycle: it is where a type holds an earlier one, or itself.
        let mut needs_box = false;
        for_each_held(ty, &mut |held| {
            needs_box |= held <= owner && self.groups.get(&held) == self.groups.get(&owner);
        });
        needs_box
    }
}

/// All types, each after those that it holds, as far as cycles allow that.
fn held_first(api: &Api) -> Vec<TypeId> {
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    for id in api.types.keys() {
        let mut waiting = vec![(*id, false)];
        while let Some((id, is_looked_into)) = waiting.pop() {
            if is_looked_into {
                order.push(id);
            } else if seen.insert(id) {
                waiting.push((id, true));
                waiting.extend(held(api, id).into_iter().map(|held| (held, false)));
            }
        }
    }
    order
}

/// Calls `visit` with each type that a value of `ty` holds within itself. Lists and maps hold theirs elsewhere.
pub fn for_each_held(ty: &Type, visit: &mut dyn FnMut(TypeId)) {
    match ty {
        Type::Named(id) => visit(*id),
        Type::Nullable(ty) => for_each_held(ty, visit),
        Type::Tuple(items) => items.iter().for_each(|ty| for_each_held(ty, visit)),
        Type::Scalar(_)
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Any
        | Type::Object
        | Type::List(_)
        | Type::Map(_) => {}
    }
}

/// The types that a value of a type holds within itself.
fn held(api: &Api, id: TypeId) -> Vec<TypeId> {
    let mut held = Vec::new();
    let mut hold = |ty: &Type| for_each_held(ty, &mut |id| held.push(id));
    match api.types.get(&id).map(|def| &def.kind) {
        Some(TypeKind::Struct(strukt)) => {
            strukt.fields.iter().for_each(|field| hold(&field.ty));
            strukt
                .variants
                .iter()
                .for_each(|variants| hold(&variants.ty));
        }
        Some(TypeKind::Union(union)) => {
            union.variants.iter().for_each(|variant| hold(&variant.ty));
        }
        // No type holds a multipart body.
        Some(TypeKind::Enum(_) | TypeKind::Multipart(_)) | None => {}
    }
    held
}
