//! Walks over the types that a thing is made of.

use super::{Operation, Type, TypeDef, TypeId, TypeKind, Webhook};

impl Type {
    /// Calls `visit` with each named type in it.
    pub fn for_each_named(&self, visit: &mut dyn FnMut(TypeId)) {
        match self {
            Type::Named(id) => visit(*id),
            Type::List(ty) | Type::Map(ty) | Type::Nullable(ty) => ty.for_each_named(visit),
            Type::Tuple(items) => items.iter().for_each(|ty| ty.for_each_named(visit)),
            Type::Scalar(_) | Type::Bytes | Type::File | Type::Parts | Type::Any | Type::Object => {
            }
        }
    }
}

impl TypeDef {
    /// Calls `visit` with each named type that it refers to.
    pub fn for_each_named(&self, visit: &mut dyn FnMut(TypeId)) {
        match &self.kind {
            TypeKind::Struct(strukt) => {
                strukt.types().for_each(|ty| ty.for_each_named(visit));
            }
            TypeKind::Multipart(multipart) => {
                let parts = multipart.parts.iter().map(|part| &part.field.ty);
                parts
                    .chain(&multipart.additional)
                    .for_each(|ty| ty.for_each_named(visit));
            }
            TypeKind::Union(union) => {
                let types = union.variants.iter().map(|variant| &variant.ty);
                types.for_each(|ty| ty.for_each_named(visit));
            }
            TypeKind::Enum(_) => {}
        }
    }
}

impl Webhook {
    /// Calls `visit` with each named type that it refers to.
    pub fn for_each_named(&self, visit: &mut dyn FnMut(TypeId)) {
        let content = self.body.as_ref().map(|body| &body.content.ty);
        content.into_iter().for_each(|ty| ty.for_each_named(visit));
    }
}

impl Operation {
    /// Calls `visit` with each named type that its responses are made of.
    pub fn for_each_response_type(&self, visit: &mut dyn FnMut(TypeId)) {
        let responses = self.successes.iter().chain(&self.failures);
        let bodies = responses.flat_map(|response| &response.bodies);
        let headers = self.headers.iter().map(|header| &header.ty);
        bodies
            .map(|body| &body.content.ty)
            .chain(headers)
            .for_each(|ty| ty.for_each_named(visit));
    }

    /// Calls `visit` with each named type that it refers to.
    pub fn for_each_named(&self, visit: &mut dyn FnMut(TypeId)) {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        let bodies = self.bodies.iter().map(|body| &body.ty);
        parameters
            .chain(bodies)
            .for_each(|ty| ty.for_each_named(visit));
        self.for_each_response_type(visit);
    }
}
