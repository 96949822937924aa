//! The types of the runtime that the models need.

use std::collections::BTreeSet;

use crate::name::operations;
use crate::rust::{
    Header, Model, ModelFile, Multipart, Operation, RuntimeType, Slot, Struct, Type, Webhooks,
};

/// The types of the runtime that the SDK's users see.
pub fn runtime_types(
    files: &[ModelFile],
    operations: &[Operation],
    webhooks: &Webhooks,
    headers: &[Header],
) -> BTreeSet<RuntimeType> {
    let mut found = BTreeSet::new();
    let mut look = |ty: &Type| match ty {
        Type::Scalar(scalar) => found.extend([RuntimeType::Scalar(*scalar)]),
        Type::File | Type::Parts => found.extend([RuntimeType::FilePart, RuntimeType::Upload]),
        Type::Tuple(_) => found.extend([RuntimeType::Tuple]),
        Type::JsonItems(_) => found.extend([RuntimeType::JsonItems]),
        Type::EventStream(_) => found.extend([RuntimeType::EventStream]),
        Type::JsonStream(_) => found.extend([RuntimeType::JsonStream]),
        Type::Body => found.extend([RuntimeType::Upload]),
        Type::Bytes
        | Type::Value
        | Type::Object
        | Type::Vec(_)
        | Type::Map(_)
        | Type::Option(_)
        | Type::Box(_)
        | Type::Model(_) => {}
    };
    let models = || files.iter().flat_map(|file| &file.models);
    models().for_each(|model| visit_types(model, &mut look));
    headers.iter().for_each(|header| header.ty.visit(&mut look));
    operations
        .iter()
        .for_each(|operation| operations::visit_types(operation, &mut look));
    let bodies = webhooks
        .all
        .iter()
        .filter_map(|webhook| webhook.body.as_ref());
    bodies.for_each(|body| operations::visit_content(&body.content, &mut look));
    for model in models() {
        match model {
            Model::Multipart(_) => found.extend([RuntimeType::FilePart, RuntimeType::Upload]),
            Model::Struct(strukt) if has_nullables(strukt) => {
                found.extend([RuntimeType::Nullable]);
            }
            Model::Struct(_) | Model::Enum(_) | Model::Union(_) => {}
        }
    }
    if operations
        .iter()
        .any(|operation| operation.output.has_bytes())
    {
        found.extend([RuntimeType::ByteStream]);
    }
    found
}

pub fn has_nullables(strukt: &Struct) -> bool {
    let mut fields = strukt.fields.iter();
    fields.any(|field| field.slot == Slot::OptionalNullable)
}

pub fn visit_types(model: &Model, visit: &mut dyn FnMut(&Type)) {
    match model {
        Model::Struct(strukt) | Model::Multipart(Multipart { strukt, .. }) => {
            strukt.fields.iter().for_each(|field| field.ty.visit(visit));
            strukt
                .variants
                .iter()
                .for_each(|variants| variants.ty.visit(visit));
            strukt
                .additional
                .iter()
                .for_each(|additional| additional.ty.visit(visit));
        }
        Model::Union(union) => {
            // What no variant is for is kept as JSON.
            visit(&Type::Value);
            union
                .variants
                .iter()
                .for_each(|variant| variant.ty.visit(visit));
            let sources = union.variants.iter().flat_map(|one| &one.sources);
            sources.for_each(|ty| ty.visit(visit));
        }
        Model::Enum(_) => {}
    }
}
