//! How numbers are read and written.

use crate::runtime::wire::Wire;
use serde::de::{IntoDeserializer, Unexpected, Visitor};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// Beyond this, not every integer has a floating-point number of its own: 2 to the power of 53.
const LAST_EXACT: f64 = 9_007_199_254_740_992.0;

/// An integer may be written `3.0` or `3e2`. What does not fit the type exactly is an error, never another number.
struct IntegerVisitor<T>(PhantomData<T>);

impl<T: TryFrom<i128>> IntegerVisitor<T> {
    fn narrow<E: serde::de::Error>(&self, value: i128) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Other("integer"), self))
    }
}

impl<T: TryFrom<i128>> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer of the type {}", std::any::type_name::<T>())
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<T, E> {
        self.narrow(value.into())
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<T, E> {
        self.narrow(value.into())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<T, E> {
        let exact = value.fract() == 0.0 && value.abs() <= LAST_EXACT;
        // A whole number is printed as an integer; a cast would take anything.
        match format!("{value:.0}").parse() {
            Ok(whole) if exact => self.narrow(whole),
            _ => Err(E::invalid_value(Unexpected::Float(value), &self)),
        }
    }
}

macro_rules! wire_integer {
    ($($integer:ident $deserialize:ident $serialize:ident),* $(,)?) => {$(
        impl Wire for $integer {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$deserialize(IntegerVisitor(PhantomData))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.$serialize(*self)
            }
        }
    )*};
}

wire_integer! {
    i8 deserialize_i8 serialize_i8,
    i16 deserialize_i16 serialize_i16,
    i32 deserialize_i32 serialize_i32,
    i64 deserialize_i64 serialize_i64,
    u8 deserialize_u8 serialize_u8,
    u16 deserialize_u16 serialize_u16,
    u32 deserialize_u32 serialize_u32,
    u64 deserialize_u64 serialize_u64,
}

/// A floating-point number takes the nearest value to what is written, but never becomes infinite.
struct FloatVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Into<f64> + Copy> Visitor<'de> for FloatVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<T, E> {
        T::deserialize(value.into_deserializer())
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<T, E> {
        T::deserialize(value.into_deserializer())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<T, E> {
        let number = T::deserialize(value.into_deserializer())?;
        if number.into().is_finite() {
            Ok(number)
        } else {
            Err(E::invalid_value(
                Unexpected::Float(value),
                &"a number within the type's range",
            ))
        }
    }
}

macro_rules! wire_float {
    ($($float:ident $deserialize:ident $serialize:ident),* $(,)?) => {$(
        impl Wire for $float {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.$deserialize(FloatVisitor(PhantomData))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if !self.is_finite() {
                    // Otherwise it would be sent as null.
                    return Err(S::Error::custom("a number that is not finite"));
                }
                serializer.$serialize(*self)
            }
        }
    )*};
}

wire_float! {
    f32 deserialize_f32 serialize_f32,
    f64 deserialize_f64 serialize_f64,
}
