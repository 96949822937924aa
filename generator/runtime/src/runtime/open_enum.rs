//! Open enums of strings: a table of variants and their wire values; a value that is in no table is kept.

use serde::{Deserializer, de};
use std::fmt;
use std::marker::PhantomData;

pub use crate::wire_enum;

/// Makes an enum readable and writable from a table of its variants and their wire values.
///
/// ```text
/// wire_enum! {
///     UserState {
///         Enabled: "enabled",
///         Disabled: "disabled",
///     }
/// }
/// ```
///
/// The enum has one more variant, `Other(String)`, that keeps a value which the table does not have.
#[doc(hidden)]
#[macro_export]
macro_rules! wire_enum {
    ($name:ident { $($variant:ident: $wire:literal),* $(,)? }) => {
        impl $name {
            /// The value as it travels.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(value) => value,
                }
            }
        }

        impl $crate::runtime::open_enum::OpenEnum for $name {
            fn known(value: &str) -> ::core::option::Option<Self> {
                match value {
                    $($wire => ::core::option::Option::Some(Self::$variant),)*
                    _ => ::core::option::Option::None,
                }
            }

            fn other(value: ::std::string::String) -> Self {
                Self::Other(value)
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                $crate::runtime::open_enum::of(value)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                $crate::runtime::open_enum::of(&value)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::runtime::wire::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::wire::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::runtime::wire::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::wire::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::open_enum::read(deserializer)
            }
        }

        impl $crate::runtime::wire::Wire for $name {}
    };
}

/// An enum that has a table; for the macro alone.
pub trait OpenEnum: Sized {
    /// The variant of a value that the table has.
    fn known(value: &str) -> Option<Self>;

    /// The variant that keeps any other value.
    fn other(value: String) -> Self;
}

/// The variant of a value.
pub fn of<T: OpenEnum>(value: &str) -> T {
    T::known(value).unwrap_or_else(|| T::other(value.to_owned()))
}

/// Reads a value of an open enum.
pub fn read<'de, T: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(ValueVisitor(PhantomData))
}

struct ValueVisitor<T>(PhantomData<T>);

impl<T: OpenEnum> de::Visitor<'_> for ValueVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E>(self, value: &str) -> Result<T, E> {
        Ok(of(value))
    }
}
