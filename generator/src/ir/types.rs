//! Types.

mod id;

pub use id::{NameId, TypeId};

use super::{Constant, Direction, Docs, Origin, Place, Scalar, Union};

/// A value's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A scalar.
    Scalar(Scalar),
    /// Bytes outside JSON.
    Bytes,
    /// A part of a multipart body whose content is the caller's.
    File,
    /// Any parts of a multipart body, by their names.
    Parts,
    /// Any JSON value.
    Any,
    /// An object with any keys and values.
    Object,
    /// A list.
    List(Box<Type>),
    /// An object with any keys and values of one type.
    Map(Box<Type>),
    /// A list of a fixed length, each item of a type of its own: at least one, and no more than
    /// [`TUPLE_LIMIT`](Type::TUPLE_LIMIT).
    Tuple(Vec<Type>),
    /// A type of the document's own.
    Named(TypeId),
    /// A value or null.
    Nullable(Box<Type>),
}

impl Type {
    /// How many items a tuple may have: the traits of the standard library end there.
    pub const TUPLE_LIMIT: usize = 12;

    /// The type without null.
    pub fn non_null(self) -> Type {
        match self {
            Type::Nullable(ty) => *ty,
            ty => ty,
        }
    }

    /// The type with null.
    pub fn nullable(self) -> Type {
        match self {
            Type::Nullable(_) | Type::Any => self,
            ty => Type::Nullable(Box::new(ty)),
        }
    }
}

/// A type that has a name.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The place of its schema in the document.
    pub origin: Origin,
    /// Its place, from which its name is made.
    pub place: Place,
    /// Its name.
    pub name: NameId,
    /// The other places of equal inline schemas, and the names that the type has there.
    pub also_at: Vec<(NameId, Place)>,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Where its values are sent.
    pub usage: Usage,
    /// What it is.
    pub kind: TypeKind,
}

/// Where the values of a type are sent, directly or within others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// In requests, so that users construct them.
    pub in_request: bool,
    /// In JSON bodies of requests, which alone know null.
    pub in_json_body: bool,
    /// In responses.
    pub in_response: bool,
}

/// The kinds of types that have a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeKind {
    /// An object with known fields.
    Struct(Struct),
    /// A multipart body with known parts.
    Multipart(Multipart),
    /// A string or an integer with known values.
    Enum(Enum),
    /// A value of one of several types.
    Union(Union),
}

/// An object with known fields.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Struct {
    /// The fields.
    pub fields: Vec<Field>,
    /// What the object has beside them, each according to one of several types.
    pub variants: Vec<Variants>,
    /// The type of the other fields, where the document says that there may be some.
    pub additional: Option<Type>,
}

/// Properties of an object that one of several types has. They are properties of the object itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variants {
    /// What they are called.
    pub name: String,
    /// The type that has the properties.
    pub ty: Type,
}

impl Struct {
    /// The types of everything in it.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        let fields = self.fields.iter().map(|field| &field.ty);
        let variants = self.variants.iter().map(|variants| &variants.ty);
        fields.chain(variants).chain(&self.additional)
    }
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its place in the document.
    pub origin: Origin,
    /// Its name in JSON.
    pub wire: String,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The type of its values.
    pub ty: Type,
    /// Whether it may be missing.
    pub presence: Presence,
    /// Its position among the properties that are required, in which they are asked for.
    pub order: usize,
    /// In which direction it is sent.
    pub direction: Direction,
    /// Its value, where it can have only one.
    pub constant: Option<Constant>,
}

/// A multipart body with known parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Multipart {
    /// The parts, each as a field of the body.
    pub parts: Vec<Part>,
    /// The type of the other parts, where the document says that there may be some.
    pub additional: Option<Type>,
}

/// A part of a multipart body; several of one name where the field is a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The field.
    pub field: Field,
    /// How it is written.
    pub writing: PartWriting,
}

/// How a part of a multipart body is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PartWriting {
    /// As a file, of this content type unless the caller says another one.
    File(String),
    /// As content that the caller has written, of this content type unless the caller says another one.
    Content(String),
    /// As text, or as JSON where it is an object.
    Value,
    /// The same, of a content type of its own.
    ValueAs(String),
    /// As JSON of this content type, whatever it is.
    Json(String),
    /// Its members one by one, their names in brackets.
    Deep,
}

/// Whether a field or parameter may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is always there.
    Required,
    /// It is in every request, and never in a response.
    RequiredInRequest,
    /// It may be missing.
    Optional,
}

/// A string or an integer with known values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Enum {
    /// What the values are.
    pub of: EnumOf,
    /// The known values.
    pub values: Vec<EnumValue>,
}

/// What the values of an enum are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnumOf {
    /// Strings.
    Text,
    /// Integers of 64 bits.
    Integer,
}

/// A known value of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumValue {
    /// Its place in the document.
    pub origin: Origin,
    /// The value in JSON, as it is spelled.
    pub wire: String,
    /// What the document calls it.
    pub name: Option<String>,
    /// The words about it.
    pub docs: Docs,
}
