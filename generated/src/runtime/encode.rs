//! How the values of parameters are spelled in paths, queries and headers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::Value;

/// Everything but the unreserved characters of RFC 3986 section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The value of a parameter, with its texts not yet encoded.
pub(crate) enum ParameterValue {
    /// A null: the parameter is left out.
    Absent,
    Primitive(String),
    List(Vec<String>),
    Object(Vec<(String, String)>),
}

/// Why a value cannot be spelled as a parameter.
pub(crate) type Refusal = &'static str;

impl ParameterValue {
    /// Reads the value of anything that serialises.
    pub(crate) fn of(value: impl Serialize) -> Result<Self, Refusal> {
        // The detour over text spells an `f32` as it was written; as a `Value` it would be widened to 64 bits.
        Self::from_json(serde_json::to_vec(&value))
    }

    fn from_json(json: serde_json::Result<Vec<u8>>) -> Result<Self, Refusal> {
        const REFUSAL: Refusal = "cannot be written";
        let json = json.map_err(|_| REFUSAL)?;
        match serde_json::from_slice(&json).map_err(|_| REFUSAL)? {
            Value::Null => Ok(Self::Absent),
            Value::Array(items) => {
                let items = items.into_iter().filter(|item| !item.is_null());
                Ok(Self::List(items.map(primitive).collect::<Result<_, _>>()?))
            }
            Value::Object(fields) => {
                let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
                let pairs = fields.map(|(name, value)| primitive(value).map(|text| (name, text)));
                Ok(Self::Object(pairs.collect::<Result<_, _>>()?))
            }
            value @ (Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                Ok(Self::Primitive(primitive(value)?))
            }
        }
    }
}

fn primitive(value: Value) -> Result<String, Refusal> {
    match value {
        Value::Null => Ok(String::new()),
        Value::Bool(value) => Ok(value.to_string()),
        Value::Number(value) => Ok(value.to_string()),
        Value::String(value) => Ok(value),
        Value::Array(_) | Value::Object(_) => {
            Err("has lists or objects inside a list or an object")
        }
    }
}

/// The style `simple` without `explode`, the default in paths and headers: `a,b` and `name,value`.
///
/// The commas stand between the texts, which are spelled by `escape`.
pub(crate) fn simple(value: ParameterValue, escape: fn(&str) -> String) -> String {
    match value {
        ParameterValue::Absent => String::new(),
        ParameterValue::Primitive(text) => escape(&text),
        ParameterValue::List(items) => join(items.iter().map(|item| escape(item))),
        ParameterValue::Object(fields) => join(
            fields
                .iter()
                .flat_map(|(name, text)| [escape(name), escape(text)]),
        ),
    }
}

fn join(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(",")
}

/// The style `form` with `explode`, the default in queries: one pair per item of a list and per field of an object.
pub(crate) fn form(name: &str, value: ParameterValue) -> Vec<(String, String)> {
    match value {
        ParameterValue::Absent => Vec::new(),
        ParameterValue::Primitive(text) => vec![(name.to_owned(), text)],
        ParameterValue::List(items) => items
            .into_iter()
            .map(|item| (name.to_owned(), item))
            .collect(),
        ParameterValue::Object(fields) => fields,
    }
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
