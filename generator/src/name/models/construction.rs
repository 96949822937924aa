//! How users make structs.

use crate::ident::{Role, Scope};
use crate::ir;
use crate::name::types::Types;
use crate::rust::{Construction, Field, Model, ModelFile, Multipart, Struct, Type, Variants};

/// How many arguments of `new` can be told apart.
const FEW: usize = 4;

/// How many of them may be of the same type.
const ALIKE: usize = 2;

/// How a struct with these fields is made. What requires too much for arguments gets a struct for it in [`name_required`].
pub fn construction(
    types: &Types,
    id: ir::TypeId,
    usage: ir::Usage,
    fields: &[Field],
    variants: &[Variants],
) -> Construction {
    let is_empty = variants.is_empty() && fields.iter().all(|field| field.slot.is_empty_at_first());
    if usage.in_request && is_empty {
        Construction::Empty
    } else if is_empty || types.defaults.contains(id) {
        Construction::Default
    } else {
        Construction::Arguments
    }
}

/// Names the structs of required fields, of all files at once.
pub fn name_required(files: &mut [ModelFile]) {
    let mut scope = Scope::default();
    for model in files.iter().flat_map(|file| &file.models) {
        scope.claim(&model.ident().to_string(), Role::Type);
    }
    for model in files.iter_mut().flat_map(|file| &mut file.models) {
        let (Model::Struct(strukt) | Model::Multipart(Multipart { strukt, .. })) = model else {
            continue;
        };
        if strukt.construction == Construction::Arguments && are_confusing(strukt) {
            let words = format!("{} required", strukt.ident);
            strukt.construction = Construction::Required(scope.claim(&words, Role::Type));
        }
    }
}

/// Whether the arguments of `new` could be confused, because there are too many, or too many of one type.
fn are_confusing(strukt: &Struct) -> bool {
    let variants = strukt.variants.iter().map(|variants| &variants.ty);
    let types: Vec<&Type> = strukt
        .asked_for()
        .map(|field| &field.ty)
        .chain(variants)
        .collect();
    let alike = |ty: &Type| types.iter().filter(|one| **one == ty).count();
    types.len() > FEW || types.iter().any(|ty| alike(ty) > ALIKE)
}
