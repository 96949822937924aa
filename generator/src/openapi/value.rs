//! Literal values: examples, defaults, enumerated values, extensions.

use crate::read::{self, JsonLayout, Node, number};
use crate::source::Span;

/// A JSON value that the document gives as such, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d>(&'d Node<'d>);

impl<'d> Value<'d> {
    /// The value of a node.
    pub fn new(node: &'d Node<'d>) -> Self {
        Self(node)
    }

    /// Its place.
    pub fn span(self) -> Span {
        self.0.span
    }

    /// Whether it is null.
    pub fn is_null(self) -> bool {
        matches!(self.0.value, read::Value::Null)
    }

    /// The text of a string.
    pub fn as_str(self) -> Option<&'d str> {
        self.0.as_str()
    }

    /// The value of a boolean.
    pub fn as_bool(self) -> Option<bool> {
        self.0.as_bool()
    }

    /// The spelling of a number.
    pub fn as_number(self) -> Option<&'d str> {
        let read::Value::Number(text) = &self.0.value else {
            return None;
        };
        Some(text)
    }

    /// The value of a number.
    pub fn as_f64(self) -> Option<f64> {
        number(self.as_number()?)?.as_f64()
    }

    /// The text of a scalar as it is spelled; `None` for null, arrays and objects.
    pub fn scalar_text(self) -> Option<&'d str> {
        self.0.scalar_text()
    }

    /// The items of an array.
    pub fn items(self) -> Option<impl ExactSizeIterator<Item = Value<'d>>> {
        let read::Value::List(items) = &self.0.value else {
            return None;
        };
        Some(items.iter().map(Value))
    }

    /// The members of an object: the key, its place, the value.
    pub fn members(self) -> Option<impl ExactSizeIterator<Item = (&'d str, Span, Value<'d>)>> {
        let read::Value::Map(entries) = &self.0.value else {
            return None;
        };
        let member =
            |entry: &'d read::Entry<'d>| (entry.key.as_ref(), entry.key_span, Value(&entry.value));
        Some(entries.iter().map(member))
    }

    /// The member of an object with a key.
    pub fn member(self, key: &str) -> Option<Value<'d>> {
        self.0.entry(key).map(|entry| Value(&entry.value))
    }

    /// What a reader calls such a value.
    pub fn kind(self) -> &'static str {
        self.0.kind()
    }

    /// The value as JSON text, its keys in the order of the document.
    pub fn json_text(self, layout: JsonLayout) -> String {
        self.0.json_text(layout)
    }

    /// The value as JSON.
    pub fn to_json(self) -> serde_json::Value {
        match &self.0.value {
            read::Value::Null => serde_json::Value::Null,
            read::Value::Bool(value) => (*value).into(),
            read::Value::Number(text) => {
                number(text).map_or_else(|| text.as_ref().into(), serde_json::Value::Number)
            }
            read::Value::String(text) => text.as_ref().into(),
            read::Value::List(items) => items.iter().map(|item| Value(item).to_json()).collect(),
            read::Value::Map(entries) => {
                let members = entries
                    .iter()
                    .map(|entry| (entry.key.to_string(), Value(&entry.value).to_json()));
                serde_json::Value::Object(members.collect())
            }
        }
    }
}

/// Equal as JSON, their numbers as they are spelled.
impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        use read::Value::{Bool, List, Map, Null, Number, String};
        match (&self.0.value, &other.0.value) {
            (Null, Null) => true,
            (Bool(one), Bool(other)) => one == other,
            (Number(one), Number(other)) | (String(one), String(other)) => one == other,
            (List(one), List(other)) => one.iter().map(Value).eq(other.iter().map(Value)),
            (Map(one), Map(_)) => {
                let has =
                    |entry: &read::Entry<'_>| other.member(&entry.key) == Some(Value(&entry.value));
                one.len() == other.0.entries().len() && one.iter().all(has)
            }
            (Null | Bool(_) | Number(_) | String(_) | List(_) | Map(_), _) => false,
        }
    }
}
