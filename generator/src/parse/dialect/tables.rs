//! What the specification says an object of the document may hold: the tables that the tree is checked against.
//!
//! One table for each object of the specification, its fields in the specification's order. A field that differs between
//! versions has a row for each of its forms.

mod document;
mod operation;
mod parameter;
mod schema;
mod security;

pub use document::{COMPONENTS, LICENSE, OPENAPI, REFERENCE, SERVER, SERVER_VARIABLE, TAG};
pub use operation::{EXAMPLE, LINK, OPERATION, PATH_ITEM, REQUEST_BODY, RESPONSE, RESPONSES};
pub use parameter::{ENCODING, HEADER, MEDIA_TYPE, PARAMETER};
pub use schema::{DISCRIMINATOR, SCHEMA, XML};
pub use security::SECURITY_SCHEME;

use super::Dialect;
use crate::parse::check::Rule;

/// What is expected of a value.
#[derive(Clone, Copy, Debug)]
pub enum Expected {
    /// Anything: examples, defaults, enumerated values.
    Anything,
    /// A string.
    Text,
    /// A string that often looks like a number, such as a version.
    NumericText,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// An integer that is not negative.
    Count,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// One of these strings, or an array of several of them.
    SomeOf(&'static [&'static str]),
    /// An array of such values.
    List(&'static Expected),
    /// An object with keys of the author's choice.
    Map(&'static Expected),
    /// An object of the specification.
    Object(&'static Object),
    /// An object of the specification, or a Reference Object in its place.
    ObjectOrReference(&'static Object),
    /// A schema: [`Dialect::schema`] says what that is.
    Schema,
    /// The text of a reference to such an object.
    RefTo(&'static Object),
    /// `true`, `false`, or another value.
    BooleanOr(&'static Expected),
}

/// An object of the specification.
#[derive(Debug)]
pub struct Object {
    /// Its name there, with its article.
    pub name: &'static str,
    /// The fields with fixed names, of all versions: [`Dialect::fields`] knows those of one.
    pub(super) fields: &'static [Field],
    /// What is expected of the fields whose names the author chooses.
    pub patterned: Option<Expected>,
    /// Whether a name may be one of those.
    pub names: fn(&str) -> bool,
    /// What else must hold of it, beside what is expected of its fields.
    pub rules: &'static [Rule],
}

/// A field with a fixed name.
#[derive(Debug)]
pub struct Field {
    /// The name.
    pub name: &'static str,
    /// What its value must be.
    pub expected: Expected,
    /// Whether the object is wrong without it.
    pub need: Need,
    /// The versions that have the field in this form.
    pub(super) versions: Versions,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must: without it, nobody knows what is meant.
    Required,
    /// The specification requires it, but nothing is unclear without it.
    RequiredButRecoverable,
    /// It may.
    Optional,
}

/// In which versions a field exists.
#[derive(Clone, Copy, Debug)]
pub(super) enum Versions {
    /// In all of them.
    All,
    /// In this one and the later ones.
    From(Dialect),
    /// In this one and the earlier ones.
    Until(Dialect),
}

macro_rules! objects {
    ($($ident:ident = $name:literal { $($field:literal: $expected:expr, $need:ident $(, $versions:ident $version:ident)?;)* } $(others: $patterned:expr)? $(, named: $names:expr)? $(, rules: $rules:expr)?;)*) => {
        $(
            /// An object of the specification; see its section of the same name.
            pub static $ident: Object = Object {
                name: $name,
                fields: &[$(Field {
                    name: $field,
                    expected: $expected,
                    need: Need::$need,
                    versions: objects!(@versions $($versions $version)?),
                }),*],
                patterned: objects!(@patterned $($patterned)?),
                names: objects!(@names $($names)?),
                rules: objects!(@rules $($rules)?),
            };
        )*
    };
    (@versions) => { Versions::All };
    (@versions from $version:ident) => { Versions::From(Dialect::$version) };
    (@versions until $version:ident) => { Versions::Until(Dialect::$version) };
    (@patterned) => { None };
    (@patterned $patterned:expr) => { Some($patterned) };
    (@names) => { |_| true };
    (@names $names:expr) => { $names };
    (@rules) => { &[] };
    (@rules $rules:expr) => { &$rules };
}
use objects;

impl Expected {
    /// Whether such a value has no objects of the specification below it.
    pub fn is_own(self) -> bool {
        match self {
            Expected::List(inner) | Expected::Map(inner) => inner.is_own(),
            other => other.object().is_none(),
        }
    }

    /// Whether this object of the specification is expected.
    pub fn is(self, object: &Object) -> bool {
        self.object().is_some_and(|own| own.is(object))
    }

    /// The object of the specification that is expected, if it is one.
    pub fn object(self) -> Option<&'static Object> {
        if let Expected::Object(object) | Expected::ObjectOrReference(object) = self {
            return Some(object);
        }
        if let Expected::BooleanOr(other) = self {
            return other.object();
        }
        matches!(self, Expected::Schema).then_some(&SCHEMA)
    }
}

impl Field {
    /// The words of which its value is one, if it is.
    pub fn words(&self) -> &'static [&'static str] {
        match self.expected {
            Expected::OneOf(words) | Expected::SomeOf(words) => words,
            _ => &[],
        }
    }

    /// Whether all versions have it in this form.
    pub fn is_of_all_versions(&self) -> bool {
        matches!(self.versions, Versions::All)
    }

    /// Whether it holds an operation.
    pub fn is_operation(&self) -> bool {
        self.expected.is(&OPERATION)
    }

    /// The object that a section of the components keeps by name.
    pub fn kept(&self) -> Option<&'static Object> {
        match self.expected {
            Expected::Map(kept) => kept.object(),
            _ => None,
        }
    }
}

impl Object {
    /// Whether it is this one.
    pub fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }

    /// What is expected where a reference to such an object leads.
    pub fn referenced(&'static self) -> Expected {
        if self.is(&SCHEMA) {
            Expected::Schema
        } else if self.is(&PATH_ITEM) {
            // A path item has its own `$ref`.
            Expected::Object(self)
        } else {
            Expected::ObjectOrReference(self)
        }
    }
}
