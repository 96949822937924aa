//! Types as they are spelled.

use super::Ident;

/// A type as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `bool`.
    Bool,
    /// An integer or floating-point type, by its name.
    Number(&'static str),
    /// `String`.
    String,
    /// `Timestamp`.
    Timestamp,
    /// `Base64`.
    Base64,
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
    /// `Option<…>`.
    Option(Box<Type>),
    /// `Box<…>`.
    Box(Box<Type>),
    /// A model.
    Model(Ident),
}

impl Type {
    /// Calls `visit` with the type and every type within it.
    pub fn visit(&self, visit: &mut dyn FnMut(&Type)) {
        visit(self);
        match self {
            Type::Vec(ty) | Type::Map(ty) | Type::Option(ty) | Type::Box(ty) => ty.visit(visit),
            Type::Bool
            | Type::Number(_)
            | Type::String
            | Type::Timestamp
            | Type::Base64
            | Type::Bytes
            | Type::File
            | Type::Parts
            | Type::Value
            | Type::Object
            | Type::Model(_) => {}
        }
    }
}
