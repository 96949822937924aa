//! How the list of an operation is paged: the fields that lead to it.

use crate::ir;
use crate::name::types::Types;
use crate::rust::{Field, Holding, Model, ModelFile, PageField, Paging, Slot};

/// How the list of an operation is paged.
pub fn paging(
    operation: &ir::Operation,
    api: &ir::Api,
    types: &Types,
    models: &[ModelFile],
) -> Option<Paging> {
    let paging = operation.paging.as_ref()?;
    let success = operation.successes.first()?;
    let mut ty = success.bodies.first()?.content.ty.clone();
    let mut fields = Vec::new();
    for wire in &paging.items {
        let ir::Type::Named(id) = ty else {
            return None;
        };
        let def = api.types.get(&id)?;
        let ir::TypeKind::Struct(strukt) = &def.kind else {
            return None;
        };
        let property = strukt.fields.iter().find(|field| field.wire == *wire)?;
        let ident = types.ident(def.name)?.to_string();
        fields.push(page_field(field(models, &ident, wire)?));
        ty = property.ty.clone().non_null();
    }
    let ir::Type::List(item) = ty else {
        return None;
    };
    Some(Paging {
        method: paging.method.clone(),
        more: paging.more.clone(),
        fields,
        item: types.spell(&item),
    })
}

/// The field of a struct that holds a property.
fn field<'a>(models: &'a [ModelFile], strukt: &str, wire: &str) -> Option<&'a Field> {
    let mut models = models.iter().flat_map(|file| &file.models);
    models.find_map(|model| match model {
        Model::Struct(one) if one.ident.to_string() == strukt => {
            one.fields.iter().find(|field| field.wire == wire)
        }
        Model::Struct(_) | Model::Multipart(_) | Model::Enum(_) | Model::Union(_) => None,
    })
}

fn page_field(field: &Field) -> PageField {
    PageField {
        ident: field.ident.clone(),
        holding: match field.slot {
            Slot::Required | Slot::Constant(_) => Holding::Value,
            Slot::Preset(_) | Slot::RequiredNullable | Slot::Optional | Slot::RequiredInRequest => {
                Holding::Option
            }
            Slot::OptionalNullable => Holding::Nullable,
        },
    }
}
