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
///         id: "id" required,
///         parent: "parent" nullable,
///         name: "name",
///         ..additional_properties
///     }
/// }
/// ```
///
/// A `required` field must be there; the other ones are options. They are left out when they are empty, but for a `nullable` one,
/// which is then written as a null. The last entry names the field that holds the keys which the table does not name. Without it
/// they are skipped. A null means absent, and of duplicate keys the last one counts.
///
/// What the table becomes is kept short, because a large API has thousands of them: the loop over the entries stands once, in
/// [`FieldReader::read`].
#[doc(hidden)]
#[macro_export]
macro_rules! wire_object {
    (@finish $field:ident $wire:literal required) => {
        match $field {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => {
                return ::core::result::Result::Err($crate::runtime::object::missing($wire));
            }
        }
    };
    (@finish $field:ident $wire:literal $($nullable:ident)?) => { $field };

    (@write $fields:ident $value:expr, $wire:literal) => { $fields.optional($wire, $value) };
    (@write $fields:ident $value:expr, $wire:literal $word:ident) => { $fields.always($wire, $value) };

    (@read $fields:ident $slots:expr) => { $fields.read($slots) };
    (@read $fields:ident $slots:expr, $rest:ident) => { $fields.read_open($slots, &mut $rest) };

    (@object $object:ident { $($field:ident: $wire:literal [$($word:ident)?])* } $($rest:ident)?) => {
        impl $crate::runtime::object::Object for $object {
            const FIELDS: &'static [&'static str] = &[$($wire),*];

            #[allow(deprecated)]
            fn read_fields<'de, A: $crate::runtime::wire::serde::de::MapAccess<'de>>(
                fields: $crate::runtime::object::FieldReader<'de, A>,
            ) -> ::core::result::Result<Self, A::Error> {
                $(let mut $field = ::core::option::Option::None;)*
                $(let mut $rest = ::core::default::Default::default();)?
                match $crate::wire_object!(@read fields &mut [$(($wire, &mut $field)),*] $(, $rest)?) {
                    ::core::result::Result::Ok(()) => ::core::result::Result::Ok(Self {
                        $($field: $crate::wire_object!(@finish $field $wire $($word)?),)*
                        $($rest,)?
                    }),
                    ::core::result::Result::Err(error) => ::core::result::Result::Err(error),
                }
            }

            #[allow(deprecated)]
            fn write_fields<M: $crate::runtime::wire::serde::ser::SerializeMap>(
                &self,
                fields: &mut $crate::runtime::object::FieldWriter<M>,
            ) {
                $($crate::wire_object!(@write fields &self.$field, $wire $($word)?);)*
                $(fields.rest(&self.$rest, Self::FIELDS);)?
                let _ = fields;
            }
        }

        impl $crate::runtime::wire::serde::Serialize for $object {
            fn serialize<S: $crate::runtime::wire::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::object::write(self, serializer)
            }
        }

        impl<'de> $crate::runtime::wire::serde::Deserialize<'de> for $object {
            fn deserialize<D: $crate::runtime::wire::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::object::read(deserializer)
            }
        }

        impl $crate::runtime::wire::Wire for $object {}
    };

    ($object:ident { $($field:ident: $wire:literal $($word:ident)?),* $(,)? }) => {
        $crate::wire_object! { @object $object { $($field: $wire [$($word)?])* } }
    };
    ($object:ident { $($field:ident: $wire:literal $($word:ident)?,)* ..$rest:ident $(,)? }) => {
        $crate::wire_object! { @object $object { $($field: $wire [$($word)?])* } $rest }
    };
}

/// A struct that has a table; for the macro alone.
pub trait Object: Sized {
    /// The wire names of the fields.
    const FIELDS: &'static [&'static str];

    /// Reads the fields from the entries of a map.
    fn read_fields<'de, A: MapAccess<'de>>(fields: FieldReader<'de, A>) -> Result<Self, A::Error>;

    /// Writes the fields as the entries of a map.
    fn write_fields<M: SerializeMap>(&self, fields: &mut FieldWriter<M>);
}

/// Reads an object.
pub fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

/// Writes an object.
pub fn write<T: Object, S: Serializer>(object: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = FieldWriter {
        map: serializer.serialize_map(None)?,
        error: None,
    };
    object.write_fields(&mut fields);
    match fields.error {
        Some(error) => Err(error),
        None => fields.map.end(),
    }
}

/// The error of an object without a required field.
pub fn missing<E: serde::de::Error>(wire: &'static str) -> E {
    E::missing_field(wire)
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

/// A field that is being read.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the value of the current entry; a null that the type has no value for empties the field.
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error>;
}

impl<'de, T: Wire, A: MapAccess<'de>> Slot<'de, A> for Option<T> {
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        *self = map.next_value_seed(Place::new())?;
        Ok(())
    }
}

/// The fields of an object that is being read, with their wire names.
pub type Slots<'s, 'de, A> = [(&'static str, &'s mut dyn Slot<'de, A>)];

/// The entries of an object that is being read.
pub struct FieldReader<'de, A> {
    map: A,
    key: PhantomData<&'de str>,
}

impl<'de, A: MapAccess<'de>> FieldReader<'de, A> {
    /// Reads all entries; those that have no field are skipped.
    pub fn read(mut self, slots: &mut Slots<'_, 'de, A>) -> Result<(), A::Error> {
        let mut next = 0;
        while let Some(key) = self.map.next_key_seed(KeySeed)? {
            match find(slots, &mut next, &key) {
                Some(slot) => slot.fill(&mut self.map)?,
                None => drop(self.map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    /// Reads all entries; `rest` takes those that have no field.
    pub fn read_open(
        mut self,
        slots: &mut Slots<'_, 'de, A>,
        rest: &mut impl AdditionalProperties,
    ) -> Result<(), A::Error> {
        let mut next = 0;
        while let Some(key) = self.map.next_key_seed(KeySeed)? {
            match find(slots, &mut next, &key) {
                Some(slot) => slot.fill(&mut self.map)?,
                None => rest.read_entry(key.into_owned(), &mut self.map)?,
            }
        }
        Ok(())
    }
}

/// The field of a key. Servers send fields in the order in which documents list them, so the search begins where the last one
/// ended.
fn find<'f, 's, 'de, A: MapAccess<'de>>(
    slots: &'f mut Slots<'s, 'de, A>,
    next: &mut usize,
    key: &str,
) -> Option<&'f mut (dyn Slot<'de, A> + 's)> {
    let (before, behind) = slots.split_at(*next);
    let is_it = |(wire, _): &(&'static str, &mut dyn Slot<'de, A>)| *wire == key;
    let found = match behind.iter().position(is_it) {
        Some(place) => *next + place,
        None => before.iter().position(is_it)?,
    };
    *next = found + 1;
    slots.get_mut(found).map(|(_, slot)| &mut **slot)
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

/// The entries of an object that is being written. The first error is kept, and nothing is written after it.
pub struct FieldWriter<M: SerializeMap> {
    map: M,
    error: Option<M::Error>,
}

impl<M: SerializeMap> FieldWriter<M> {
    /// Writes a field unless it is empty.
    pub fn optional<T: Wire>(&mut self, wire: &'static str, value: &Option<T>) {
        if value.is_some() {
            self.always(wire, value);
        }
    }

    /// Writes a field.
    pub fn always<T: Wire>(&mut self, wire: &'static str, value: &T) {
        if self.error.is_none() {
            self.error = self.map.serialize_entry(wire, &Written(value)).err();
        }
    }

    /// Writes the additional properties. A key that names a field belongs to the field, so no key is written twice.
    pub fn rest(&mut self, rest: &impl AdditionalProperties, fields: &[&str]) {
        if self.error.is_none() {
            self.error = rest.write_entries(&mut self.map, fields).err();
        }
    }
}
