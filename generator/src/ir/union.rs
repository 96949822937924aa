//! Unions.

use super::{DocNote, Type};

/// A value of one of several types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The property whose value says which one it is; without it, the shape of the value does.
    pub tag: Option<String>,
    /// The types.
    pub variants: Vec<UnionVariant>,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnionVariant {
    /// What the document calls it.
    pub name: String,
    /// The type.
    pub ty: Type,
    /// How a value is known to be of this type.
    pub test: VariantTest,
    /// What the document states of such values.
    pub notes: Vec<DocNote>,
}

/// How a value is known to be of a variant's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum VariantTest {
    /// The tag has one of these values.
    Tags(Vec<String>),
    /// It has one of these shapes.
    Shapes(Vec<JsonShape>),
}

/// A shape of JSON values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum JsonShape {
    /// Strings.
    String,
    /// Numbers.
    Number,
    /// Booleans.
    Boolean,
    /// Arrays.
    Array,
    /// Objects with these properties; of several such shapes, the one that knows most of the properties counts.
    Object(Vec<String>),
}
