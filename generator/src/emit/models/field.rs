//! Fields of structs.

use crate::emit::tree::{self, Place};
use crate::rust::{Field, Slot};

/// A field of a struct.
pub fn field(field: &Field) -> syn::Field {
    let mut attributes = tree::attributes(&field.docs);
    attributes.extend(field.deprecated.as_ref().map(tree::deprecated));
    let ty = tree::ty(&field.ty, Place::Models);
    let ty = match field.slot {
        Slot::Required | Slot::Constant(_) => ty,
        Slot::RequiredNullable | Slot::Optional | Slot::Preset(_) | Slot::RequiredInRequest => {
            tree::generic("Option", ty)
        }
        Slot::OptionalNullable => tree::generic("Nullable", ty),
    };
    tree::field(attributes, &field.ident, ty)
}
