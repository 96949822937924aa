//! Types as they are spelled.

use std::fmt;

use super::{Ident, Scalar};

/// A type as it is spelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A scalar.
    Scalar(Scalar),
    /// `Bytes`.
    Bytes,
    /// `Body`, a request body that is sent as it is.
    Body,
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
    /// `JsonItems<…>`, which only a request body is.
    JsonItems(Box<Type>),
    /// `EventStream<…>`, which only a success is.
    EventStream(Box<Type>),
    /// `JsonStream<…>`, which only a success is.
    JsonStream(Box<Type>),
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

    /// The models that it names.
    pub fn models(&self) -> Vec<&Ident> {
        let mut models = Vec::new();
        self.visit(&mut |ty| {
            if let Type::Model(ident) = ty {
                models.push(ident);
            }
        });
        models
    }

    /// Calls `visit` with the type and every type within it.
    pub fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a Type)) {
        visit(self);
        match self {
            Type::Tuple(items) => items.iter().for_each(|ty| ty.visit(visit)),
            Type::Vec(ty)
            | Type::Map(ty)
            | Type::Option(ty)
            | Type::Box(ty)
            | Type::JsonItems(ty)
            | Type::EventStream(ty)
            | Type::JsonStream(ty) => ty.visit(visit),
            Type::Scalar(_)
            | Type::Bytes
            | Type::Body
            | Type::File
            | Type::Parts
            | Type::Value
            | Type::Object
            | Type::Model(_) => {}
        }
    }
}

/// As it is spelled beside the models.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Scalar(scalar) => f.write_str(scalar.row().rust),
            Type::Bytes => f.write_str("Bytes"),
            Type::Body => f.write_str("Body"),
            Type::File => f.write_str("FilePart"),
            Type::Parts => f.write_str("Vec<(String, FilePart)>"),
            Type::Value => f.write_str("Value"),
            Type::Object => f.write_str("Map<String, Value>"),
            Type::Vec(ty) => write!(f, "Vec<{ty}>"),
            Type::Map(ty) => write!(f, "BTreeMap<String, {ty}>"),
            Type::Tuple(items) => {
                let texts: Vec<String> = items.iter().map(Type::to_string).collect();
                // Without the comma, one type in parentheses is that type.
                let comma = if texts.len() == 1 { "," } else { "" };
                write!(f, "({}{comma})", texts.join(", "))
            }
            Type::Option(ty) => write!(f, "Option<{ty}>"),
            Type::Box(ty) => write!(f, "Box<{ty}>"),
            Type::JsonItems(ty) => write!(f, "JsonItems<{ty}>"),
            Type::EventStream(ty) => write!(f, "EventStream<{ty}>"),
            Type::JsonStream(ty) => write!(f, "JsonStream<{ty}>"),
            Type::Model(ident) => write!(f, "{ident}"),
        }
    }
}
