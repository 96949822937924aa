//! Objects: a table of fields and their wire names becomes all that serde needs.

use crate::runtime::additional::AdditionalProperties;
use crate::runtime::wire::{Place, Wire, Written};
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

pub use crate::wire_object;

/// Makes a struct readable and writable from a table of its fields and their wire names.
///
/// ```text
/// wire_object! {
///     Group {
///         id: "id",
///         parent: "parent" required,
///         ..additional_properties
///     }
/// }
/// ```
///
/// A field whose type has a value for absence, as an `Option` has, is left out when it has that value; with `required` it is
/// written even then. The last entry names the field that holds the keys which the table does not name. Without it they are skipped.
/// A null means absent, and of duplicate keys the last one counts.
#[doc(hidden)]
#[macro_export]
macro_rules! wire_object {
    (@presence) => { $crate::runtime::object::Presence::Optional };
    (@presence required) => { $crate::runtime::object::Presence::Required };

    (@unknown $fields:ident $key:ident) => { $fields.skip()? };
    (@unknown $fields:ident $key:ident $rest:ident) => { $fields.rest(&mut $rest, $key)? };

    (@object $object:ident { $($field:ident: $wire:literal [$($presence:ident)?])* } $($rest:ident)?) => {
        impl $crate::runtime::object::Object for $object {
            const FIELDS: &'static [&'static str] = &[$($wire),*];

            #[allow(deprecated)]
            fn read_fields<'de, A: $crate::runtime::wire::serde::de::MapAccess<'de>>(
                mut fields: $crate::runtime::object::FieldReader<'de, A>,
            ) -> ::core::result::Result<Self, A::Error> {
                $(let mut $field = ::core::option::Option::None;)*
                $(let mut $rest = ::core::default::Default::default();)?
                while let Some(key) = fields.next_key()? {
                    match &*key {
                        $($wire => $field = fields.value()?,)*
                        _ => $crate::wire_object!(@unknown fields key $($rest)?),
                    }
                }
                Ok(Self {
                    $($field: $crate::runtime::object::finish($field, $wire)?,)*
                    $($rest,)?
                })
            }

            #[allow(deprecated)]
            fn write_fields<M: $crate::runtime::wire::serde::ser::SerializeMap>(
                &self,
                fields: $crate::runtime::object::FieldWriter<M>,
            ) -> ::core::result::Result<M::Ok, M::Error> {
                $(let fields = fields.field($wire, &self.$field, $crate::wire_object!(@presence $($presence)?))?;)*
                $(let fields = fields.rest(&self.$rest, Self::FIELDS)?;)?
                fields.end()
            }
        }

        impl $crate::runtime::wire::Wire for $object {
            fn read<'de, D: $crate::runtime::wire::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::object::read(deserializer)
            }

            fn write<S: $crate::runtime::wire::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::object::write(self, serializer)
            }
        }

        $crate::wire_serde! { $object }
    };

    ($object:ident { $($field:ident: $wire:literal $($presence:ident)?),* $(,)? }) => {
        $crate::wire_object! { @object $object { $($field: $wire [$($presence)?])* } }
    };
    ($object:ident { $($field:ident: $wire:literal $($presence:ident)?,)* ..$rest:ident $(,)? }) => {
        $crate::wire_object! { @object $object { $($field: $wire [$($presence)?])* } $rest }
    };
}

/// A struct that has a table; for the macro alone.
pub trait Object: Sized {
    /// The wire names of the fields.
    const FIELDS: &'static [&'static str];

    /// Reads the fields from the entries of a map.
    fn read_fields<'de, A: MapAccess<'de>>(fields: FieldReader<'de, A>) -> Result<Self, A::Error>;

    /// Writes the fields as the entries of a map.
    fn write_fields<M: SerializeMap>(&self, fields: FieldWriter<M>) -> Result<M::Ok, M::Error>;
}

/// Whether a field is written when its value is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is left out.
    Optional,
    /// It is written, as a null.
    Required,
}

/// Reads an object.
pub fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an object.
pub fn write<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let map = serializer.serialize_map(None)?;
    object.write_fields(FieldWriter { map })
}

/// The value of a field once all entries have been read.
pub fn finish<T: Wire, E: serde::de::Error>(value: Option<T>, wire: &'static str) -> Result<T, E> {
    match value.or_else(T::absent) {
        Some(value) => Ok(value),
        None => Err(E::missing_field(wire)),
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let key = PhantomData;
        T::read_fields(FieldReader { map, key })
    }
}

/// The entries of an object that is being read.
pub struct FieldReader<'de, A> {
    map: A,
    key: PhantomData<&'de str>,
}

impl<'de, A: MapAccess<'de>> FieldReader<'de, A> {
    /// The key of the next entry.
    pub fn next_key(&mut self) -> Result<Option<Cow<'de, str>>, A::Error> {
        self.map.next_key_seed(KeySeed)
    }

    /// The value of the entry, `None` for a null that its type has no value for.
    pub fn value<T: Wire>(&mut self) -> Result<Option<T>, A::Error> {
        self.map.next_value_seed(Place::new())
    }

    /// Skips the value of an entry that has no field.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(drop)
    }

    /// Reads the value of an entry that has no field of its own.
    pub fn rest(
        &mut self,
        rest: &mut impl AdditionalProperties,
        key: Cow<'de, str>,
    ) -> Result<(), A::Error> {
        rest.read_entry(key.into_owned(), &mut self.map)
    }
}

/// Reads a key, borrowed from the text where it has no escapes.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Cow<'de, str>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(key.to_owned()))
    }

    fn visit_string<E>(self, key: String) -> Result<Cow<'de, str>, E> {
        Ok(Cow::Owned(key))
    }
}

/// The entries of an object that is being written.
pub struct FieldWriter<M> {
    map: M,
}

impl<M: SerializeMap> FieldWriter<M> {
    /// Writes a field.
    pub fn field<T: Wire>(
        mut self,
        wire: &'static str,
        value: &T,
        presence: Presence,
    ) -> Result<Self, M::Error> {
        if presence == Presence::Required || !value.is_absent() {
            self.map.serialize_entry(wire, &Written(value))?;
        }
        Ok(self)
    }

    /// Writes the additional properties. A key that names a field belongs to the field, so no key is written twice.
    pub fn rest(
        mut self,
        rest: &impl AdditionalProperties,
        fields: &[&str],
    ) -> Result<Self, M::Error> {
        rest.write_entries(&mut self.map, fields)?;
        Ok(self)
    }

    /// Ends the object.
    pub fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}
