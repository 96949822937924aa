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
    /// Whether callers give anything that converts into it: text, files, and bytes that are yet to be encoded.
    pub fn is_converted(&self) -> bool {
        match self {
            Type::File | Type::Scalar(Scalar::String | Scalar::Base64 | Scalar::Base64Url) => true,
            Type::Scalar(
                Scalar::Boolean
                | Scalar::I32
                | Scalar::I64
                | Scalar::U32
                | Scalar::U64
                | Scalar::Number
                | Scalar::Timestamp
                | Scalar::Date,
            )
            | Type::Bytes
            | Type::Parts
            | Type::Value
            | Type::Object
            | Type::Vec(_)
            | Type::Map(_)
            | Type::Tuple(_)
            | Type::Option(_)
            | Type::Box(_)
            | Type::Model(_) => false,
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
