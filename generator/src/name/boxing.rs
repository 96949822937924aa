//! Which fields and variants hold their values in a box. What decides is the kind of a type, and whether it contains itself, but never
//! its size: a further field of one type must not change another one.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use crate::ir::{Api, Type, TypeId, TypeKind};

/// What decides about boxes.
pub struct Boxing {
    /// The types that hold themselves, directly or through others: to each type, the one that represents its cycle.
    groups: HashMap<TypeId, TypeId>,
    /// The types in the order of their places, which the order of the document does not change.
    order: HashMap<TypeId, usize>,
    /// The types that are objects.
    objects: HashSet<TypeId>,
}

impl Boxing {
    /// Finds all cycles, each type and field being looked at twice (Kosaraju's algorithm).
    pub fn new(api: &Api) -> Self {
        let objects = objects(api);
        let mut holders: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
        for id in api.types.keys() {
            for held in held(api, &objects, *id) {
                holders.entry(held).or_default().push(*id);
            }
        }
        let mut groups = HashMap::new();
        for first in held_first(api, &objects).into_iter().rev() {
            let mut waiting = vec![first];
            while let Some(id) = waiting.pop() {
                if let Entry::Vacant(group) = groups.entry(id) {
                    group.insert(first);
                    waiting.extend(holders.get(&id).into_iter().flatten());
                }
            }
        }
        let mut order: Vec<_> = api.types.iter().collect();
        order.sort_by(|(_, one), (_, other)| one.place.order().cmp(&other.place.order()));
        Self {
            groups,
            order: order.into_iter().map(|(id, _)| *id).zip(0..).collect(),
            objects,
        }
    }

    /// Whether a field of this type is boxed in the type `owner`: without a box, a type that contains itself would have no size.
    pub fn of_field(&self, owner: TypeId, ty: &Type) -> bool {
        // One box is enough for each cycle: it is where a type holds an earlier one, or itself.
        let mut needs_box = false;
        for_each_held(ty, &mut |held| {
            let is_earlier = self.order.get(&held) <= self.order.get(&owner);
            needs_box |= is_earlier && self.groups.get(&held) == self.groups.get(&owner);
        });
        needs_box
    }

    /// Whether a variant of this type is boxed in the union `owner`.
    pub fn of_variant(&self, owner: TypeId, ty: &Type) -> bool {
        self.of_outcome(ty) || self.of_field(owner, ty)
    }

    /// Whether a body of this type is boxed in the enum of several outcomes: objects and tuples, which may be of any size, so that the other
    /// variants are not as large as they are.
    pub fn of_outcome(&self, ty: &Type) -> bool {
        is_boxed(&self.objects, ty)
    }
}

fn is_boxed(objects: &HashSet<TypeId>, ty: &Type) -> bool {
    match ty {
        Type::Named(id) => objects.contains(id),
        Type::Tuple(_) => true,
        Type::Nullable(ty) => is_boxed(objects, ty),
        Type::Scalar(_)
        | Type::Bytes
        | Type::File
        | Type::Parts
        | Type::Any
        | Type::Object
        | Type::List(_)
        | Type::Map(_) => false,
    }
}

fn objects(api: &Api) -> HashSet<TypeId> {
    let is_object = |kind: &TypeKind| match kind {
        TypeKind::Struct(_) | TypeKind::Multipart(_) => true,
        TypeKind::Enum(_) | TypeKind::Union(_) => false,
    };
    let objects = api.types.iter().filter(|(_, def)| is_object(&def.kind));
    objects.map(|(id, _)| *id).collect()
}

/// All types, each after those that it holds, as far as cycles allow that.
fn held_first(api: &Api, objects: &HashSet<TypeId>) -> Vec<TypeId> {
    let mut order = Vec::new();
    let mut seen = HashSet::new();
    for id in api.types.keys() {
        let mut waiting = vec![(*id, false)];
        while let Some((id, is_looked_into)) = waiting.pop() {
            if is_looked_into {
                order.push(id);
            } else if seen.insert(id) {
                waiting.push((id, true));
                waiting.extend(held(api, objects, id).into_iter().map(|held| (held, false)));
            }
        }
    }
    order
}

/// Calls `visit` with each type that a value of `ty` holds within itself. Lists and maps hold theirs elsewhere.
fn for_each_held(ty: &Type, visit: &mut dyn FnMut(TypeId)) {
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
fn held(api: &Api, objects: &HashSet<TypeId>, id: TypeId) -> Vec<TypeId> {
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
            let types = union.variants.iter().map(|variant| &variant.ty);
            types
                .filter(|ty| !is_boxed(objects, ty))
                .for_each(&mut hold);
        }
        // No type holds a multipart body.
        Some(TypeKind::Enum(_) | TypeKind::Multipart(_)) | None => {}
    }
    held
}
