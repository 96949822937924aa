//! Types as they are spelled.

use super::{Ident, Scalar};

/// A type as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A scalar.
    Scalar(Scalar),
    /// `Bytes`.
    Bytes,
    /// `FilePart`.
    File,
    /// `Vec<(String, FilePart)>`.
    Parts,
    /// `Value`.
    Value,
    /// `Map<String, Value>`.
    Object,
    /// `Vec<…>`.
    Vec(Box<Type>),
    /// `BTreeMap<String, …>`.
    Map(Box<Type>),
    /// `(…, …)`.
    Tuple(Vec<Type>),
    /// `Option<…>`.
    Option(Box<Type>),
    /// `Box<…>`.
    Box(Box<Type>),
    /// A model.
    Model(Ident),
}

impl Type {
    /// The type within a box, or the type itself.
    pub fn unboxed(&self) -> &Type {
        match self {
            Type::Box(inner) => inner,
            ty => ty,
        }
    }

    /// Calls `visit` with the type and every type within it.
    pub fn visit(&self, visit: &mut dyn FnMut(&Type)) {
        visit(self);
        match self {
            Type::Tuple(items) => items.iter().for_each(|ty| ty.visit(visit)),
            Type::Vec(ty) | Type::Map(ty) | Type::Option(ty) | Type::Box(ty) => ty.visit(visit),
            Type::Scalar(_)
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Value
            | Type::Object
            | Type::Model(_) => {}
        }
    }
}
