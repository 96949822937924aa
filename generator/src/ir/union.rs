//! Unions.

use super::{Constant, DocNote, Origin, Type};

/// A value of one of several types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The property whose value says which one it is; without it, each variant has a row of its own.
    pub tag: Option<String>,
    /// The types.
    pub variants: Vec<UnionVariant>,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnionVariant {
    /// Its place in the document.
    pub origin: Origin,
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
    /// By its tag.
    Tags(Tags),
    /// By whatever else is known of it.
    Row(Row),
}

/// The values of the tag that lead to a variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tags {
    /// The values.
    pub values: Vec<Constant>,
    /// Whether the type has a field for the tag.
    pub is_declared: bool,
    /// What makes the property the tag.
    pub origin: TagOrigin,
}

/// What makes a property the tag of a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagOrigin {
    /// The document names it, and each variant by it.
    Discriminator,
    /// It happens to have another value in each variant there is.
    Constants,
}

/// What is known of the values of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// Their kind.
    pub kind: JsonKind,
    /// The properties that an object has.
    pub keys: Vec<String>,
    /// The constants within them.
    pub constants: Vec<Constants>,
}

/// A kind of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JsonKind {
    /// Strings.
    String,
    /// Numbers without a fraction.
    Integer,
    /// Numbers.
    Number,
    /// Booleans.
    Boolean,
    /// Arrays.
    Array,
    /// Objects.
    Object,
    /// Whatever another union recognizes.
    Union,
}

/// The values that a place within a value may have, if it is there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Constants {
    /// The way to the place.
    pub path: Vec<Step>,
    /// The values.
    pub values: Vec<Constant>,
}

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// To the property of an object.
    Property(String),
    /// To each item of an array.
    Items,
}
