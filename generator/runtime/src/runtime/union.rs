//! Unions: a value of one of several types, told apart by a tag or by its shape; a value that fits none is kept as JSON.

use crate::runtime::wire::Wire;
use serde_json::Value;

pub use crate::wire_union;

/// Makes an enum of several types readable and writable from a table that tells which values are of which variant.
///
/// ```text
/// wire_union! {
///     Pet by "petType" {
///         Cat: "cat" | "kitten",
///         Dog: "dog",
///     }
/// }
///
/// wire_union! {
///     Payment {
///         Reference: string,
///         Card: object "number" "expires",
///         Account: object "iban",
///     }
/// }
/// ```
///
/// The enum has one more variant, `Other(Value)`, that keeps a value of an unknown tag or shape, or one that turns out not to
/// be what its tag or shape promises.
#[doc(hidden)]
#[macro_export]
macro_rules! wire_union {
    ($name:ident by $tag:literal { $($variant:ident: $($value:literal)|+),+ $(,)? }) => {
        impl $crate::runtime::union::Union for $name {
            fn from_json(value: $crate::runtime::union::Json) -> Self {
                match $crate::runtime::union::tag(&value, $tag) {
                    $(Some($($value)|+) => $crate::runtime::union::variant(value, Self::$variant, Self::Other),)+
                    _ => Self::Other(value),
                }
            }
        }

        $crate::wire_union! { @wire $name { $($variant)+ } }
    };
    ($name:ident { $($variant:ident: $kind:ident $($key:literal)*),+ $(,)? }) => {
        impl $crate::runtime::union::Union for $name {
            fn from_json(value: $crate::runtime::union::Json) -> Self {
                let rows: &[(_, fn($crate::runtime::union::Json) -> Self)] = &[$((
                    $crate::runtime::union::Row::$kind(&[$($key),*]),
                    |value| $crate::runtime::union::variant(value, Self::$variant, Self::Other),
                )),+];
                match $crate::runtime::union::choose(&value, rows) {
                    Some(make) => make(value),
                    None => Self::Other(value),
                }
            }
        }

        $crate::wire_union! { @wire $name { $($variant)+ } }
    };
    (@wire $name:ident { $($variant:ident)+ }) => {
        impl $crate::runtime::wire::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::wire::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::runtime::wire::Wire::write(value, serializer),)+
                    Self::Other(value) => $crate::runtime::wire::Wire::write(value, serializer),
                }
            }
        }

        impl<'de> $crate::runtime::wire::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::wire::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::union::read(deserializer)
            }
        }

        impl $crate::runtime::wire::Wire for $name {}
    };
}

/// Any JSON value, under a name that no model takes.
#[doc(hidden)]
pub type Json = Value;

/// A union that has a table; for the macro alone.
pub trait Union: Sized {
    /// The variant that a value is of.
    fn from_json(value: Value) -> Self;
}

/// The shapes of the values of a variant. Named as the table names them.
#[derive(Debug)]
pub struct Row {
    kind: Kind,
    keys: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl Row {
    /// Booleans.
    pub const fn boolean(keys: &'static [&'static str]) -> Self {
        Self {
            kind: Kind::Boolean,
            keys,
        }
    }

    /// Numbers.
    pub const fn number(keys: &'static [&'static str]) -> Self {
        Self {
            kind: Kind::Number,
            keys,
        }
    }

    /// Strings.
    pub const fn string(keys: &'static [&'static str]) -> Self {
        Self {
            kind: Kind::String,
            keys,
        }
    }

    /// Arrays.
    pub const fn array(keys: &'static [&'static str]) -> Self {
        Self {
            kind: Kind::Array,
            keys,
        }
    }

    /// Objects that have these keys.
    pub const fn object(keys: &'static [&'static str]) -> Self {
        Self {
            kind: Kind::Object,
            keys,
        }
    }
}

/// What belongs to the row that a value fits; of several, the one that asks for most keys, and of these the first.
pub fn choose<T: Copy>(value: &Value, rows: &[(Row, T)]) -> Option<T> {
    let kind = match value {
        Value::Null => return None,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    };
    let fits = |row: &Row| row.kind == kind && row.keys.iter().all(|key| value.get(*key).is_some());
    // The last of equals is the maximum, so the rows are looked at from the end.
    let fitting = rows.iter().rev().filter(|(row, _)| fits(row));
    fitting
        .max_by_key(|(row, _)| row.keys.len())
        .map(|(_, found)| *found)
}

/// The tag of an object.
pub fn tag<'v>(value: &'v Value, property: &str) -> Option<&'v str> {
    value.get(property)?.as_str()
}

/// The variant of a value that should be of its type.
pub fn variant<T: Wire, U>(value: Value, known: fn(T) -> U, other: fn(Value) -> U) -> U {
    match T::read(&value) {
        Ok(value) => known(value),
        Err(_) => other(value),
    }
}

/// Reads a value of a union. This fails only where there is no JSON.
pub fn read<'de, T: Union, D: serde::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    Value::read(deserializer).map(T::from_json)
}
