//! The values of parameters, and what makes their texts safe in paths, queries and headers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use std::fmt;

/// Everything but the unreserved characters of RFC 3986 section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The same without the reserved characters that may stand in a value of a query without changing where it ends.
const HARMFUL: &AsciiSet = &RESERVED
    .remove(b':')
    .remove(b'/')
    .remove(b'?')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// The value of a parameter, with its texts not yet encoded and its fields in their order.
pub(crate) enum ParameterValue {
    /// A null: the parameter is left out.
    Absent,
    Primitive(String),
    List(Vec<ParameterValue>),
    Object(Vec<(String, ParameterValue)>),
}

/// Why a value cannot be spelled as a parameter.
pub(crate) type Refusal = &'static str;

impl ParameterValue {
    /// Reads the value of anything that serialises.
    pub(crate) fn of(value: impl Serialize) -> Result<Self, Refusal> {
        // The detour over text spells an `f32` as it was written; as a value it would be widened to 64 bits.
        Self::from_json(serde_json::to_vec(&value))
    }

    fn from_json(json: serde_json::Result<Vec<u8>>) -> Result<Self, Refusal> {
        let value = json.and_then(|json| serde_json::from_slice(&json));
        value.map_err(|_| "cannot be written")
    }

    /// The text of a value that stands inside a list or an object.
    pub(crate) fn primitive(&self) -> Result<&str, Refusal> {
        match self {
            Self::Primitive(text) => Ok(text),
            Self::Absent => Ok(""),
            Self::List(_) | Self::Object(_) => {
                Err("has lists or objects inside a list or an object")
            }
        }
    }
}

impl<'de> Deserialize<'de> for ParameterValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ParameterVisitor)
    }
}

struct ParameterVisitor;

impl<'de> Visitor<'de> for ParameterVisitor {
    type Value = ParameterValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<ParameterValue, E> {
        Ok(ParameterValue::Absent)
    }

    fn visit_bool<E>(self, value: bool) -> Result<ParameterValue, E> {
        Ok(ParameterValue::Primitive(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<ParameterValue, E> {
        Ok(ParameterValue::Primitive(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<ParameterValue, E> {
        Ok(ParameterValue::Primitive(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<ParameterValue, E> {
        match Number::from_f64(value) {
            Some(number) => Ok(ParameterValue::Primitive(number.to_string())),
            None => Err(E::custom("no number")),
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<ParameterValue, E> {
        Ok(ParameterValue::Primitive(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<ParameterValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            if !matches!(item, ParameterValue::Absent) {
                items.push(item);
            }
        }
        Ok(ParameterValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ParameterValue, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry()? {
            if !matches!(value, ParameterValue::Absent) {
                fields.push((name, value));
            }
        }
        Ok(ParameterValue::Object(fields))
    }
}

/// Percent-encodes a value of a query, but for the reserved characters that do no harm there.
pub(crate) fn percent_harmful(text: &str) -> String {
    utf8_percent_encode(text, HARMFUL).to_string()
}

/// Percent-encodes a text for a segment of a path, or for a name or a value of a query.
pub(crate) fn percent(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The base 64 of RFC 4648 section 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| chunk.get(index).copied().unwrap_or_default();
        let [first, second, third] = [byte(0), byte(1), byte(2)];
        let sextets = [
            first >> 2,
            (first & 0b11) << 4 | second >> 4,
            (second & 0b1111) << 2 | third >> 6,
            third & 0b11_1111,
        ];
        for (index, sextet) in sextets.into_iter().enumerate() {
            let padding = index > chunk.len();
            text.push(if padding {
                '='
            } else {
                char::from(ALPHABET[usize::from(sextet)])
            });
        }
    }
    text
}
