//! What converts into the variants of a union.

use crate::ir::{self, TypeKind};
use crate::name::types::Types;
use crate::rust::Type;

/// For each variant the types that convert into the union as this variant: that of its value, and what converts into that if it is a
/// union, too. A type that several variants hold converts into none of them, and neither does the union itself.
pub fn sources(api: &ir::Api, types: &Types, id: ir::TypeId, union: &ir::Union) -> Vec<Vec<Type>> {
    let sources = through(api, types, id, union, &mut vec![id]);
    let spell = |sources: Vec<ir::Type>| sources.iter().map(|ty| types.spell(ty)).collect();
    sources.into_iter().map(spell).collect()
}

/// `outer` are the unions that the search has come through, which it must not enter again.
fn through(
    api: &ir::Api,
    types: &Types,
    id: ir::TypeId,
    union: &ir::Union,
    outer: &mut Vec<ir::TypeId>,
) -> Vec<Vec<ir::Type>> {
    let mut further: Vec<Vec<ir::Type>> = Vec::new();
    for variant in &union.variants {
        // A box converts from its content alone.
        let is_boxed = types.boxing.of_variant(id, &variant.ty);
        let inner = if is_boxed { None } else { inner(api, variant) };
        further.push(match inner {
            Some((inner, def)) if !outer.contains(&inner) => {
                outer.push(inner);
                let found = through(api, types, inner, def, outer);
                outer.pop();
                found.into_iter().flatten().collect()
            }
            Some(_) | None => Vec::new(),
        });
    }
    // Types are compared as the API has them: some have several names.
    let direct: Vec<&ir::Type> = union.variants.iter().map(|variant| &variant.ty).collect();
    let is_own = |ty: &ir::Type| matches!(ty, ir::Type::Named(id) if outer.contains(id));
    let is_unique = |ty: &ir::Type, of: &mut dyn Iterator<Item = &ir::Type>| {
        of.filter(|one| *one == ty).count() == 1 && !is_own(ty)
    };
    let sources = direct.iter().zip(&further).map(|(ty, further_types)| {
        let first = Some(*ty).filter(|ty| is_unique(ty, &mut direct.iter().copied()));
        let rest = further_types
            .iter()
            .filter(|ty| !direct.contains(ty) && is_unique(ty, &mut further.iter().flatten()));
        first.into_iter().chain(rest).cloned().collect()
    });
    sources.collect()
}

/// The union that a variant holds.
fn inner<'a>(api: &'a ir::Api, variant: &ir::UnionVariant) -> Option<(ir::TypeId, &'a ir::Union)> {
    let ir::Type::Named(id) = variant.ty else {
        return None;
    };
    match &api.types.get(&id)?.kind {
        TypeKind::Union(union) => Some((id, union)),
        TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Multipart(_) => None,
    }
}
