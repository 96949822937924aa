//! Pieces of the tree as openapiv3's types.
//!
//! Each piece is read by itself: the objects that hang below it are hidden, so that one bad node costs only itself.

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::read::{Node, Value, number};

/// A type of openapiv3 that is read from a node without the objects below it.
pub trait Piece: for<'de> Deserialize<'de> {
    /// What the specification calls it, with its article.
    const NAME: &'static str;
    /// The fields shown as empty: their contents are pieces of their own.
    const HIDDEN: &'static [&'static str];
}

macro_rules! pieces {
    ($($piece:ty, $name:literal: $hidden:expr;)+) => {
        $(impl Piece for $piece {
            const NAME: &'static str = $name;
            const HIDDEN: &'static [&'static str] = $hidden;
        })+
    };
}

pieces! {
    openapiv3::RequestBody, "a request body object": &["content"];
    openapiv3::SchemaData, "a schema object": PARTS_OF_A_SCHEMA;
    openapiv3::AnySchema, "a schema object": PARTS_OF_A_SCHEMA;
}

/// The schemas below a schema, and the values that it lists.
const PARTS_OF_A_SCHEMA: &[&str] = &[
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "enum",
    "example",
    "items",
    "not",
    "oneOf",
    "properties",
];

/// Reads one piece.
///
/// # Errors
/// openapiv3's type does not take the node. Its own words would be about Rust.
pub fn read<P: Piece>(node: &Node<'_>) -> Result<P, ()> {
    let view = View {
        node,
        depth: Depth::Piece(P::HIDDEN),
    };
    P::deserialize(view).map_err(drop)
}

/// Fields of schemas that are never shown: openapiv3 is stricter about them than sense is, and nothing reads them there.
const UNUSED: [&str; 2] = ["externalDocs", "xml"];

/// A node as serde sees it.
#[derive(Clone, Copy)]
struct View<'n, 's> {
    node: &'n Node<'s>,
    depth: Depth,
}

/// Where a node is in its piece.
#[derive(Clone, Copy)]
enum Depth {
    /// It is the piece itself, which does not show these fields.
    Piece(&'static [&'static str]),
    /// It lies below and is shown whole.
    Below,
    /// It is hidden: what it holds is not shown.
    Hidden,
}

impl<'n, 's> View<'n, 's> {
    fn items(self) -> impl Iterator<Item = View<'n, 's>> {
        let items = match self.depth {
            Depth::Hidden => &[],
            Depth::Piece(_) | Depth::Below => self.node.items(),
        };
        items.iter().map(|node| View {
            node,
            depth: Depth::Below,
        })
    }

    fn entries(self) -> impl Iterator<Item = (&'n str, View<'n, 's>)> {
        let (entries, hidden): (_, &[&str]) = match self.depth {
            Depth::Hidden => (&[][..], &[]),
            Depth::Below => (self.node.entries(), &[]),
            Depth::Piece(hidden) => (self.node.entries(), hidden),
        };
        // A null means a field that is not there, except as somebody's value.
        let shown = entries
            .iter()
            .filter(|entry| !matches!(entry.value.value, Value::Null) || entry.key == "default")
            .filter(move |entry| {
                !matches!(self.depth, Depth::Piece(_)) || !UNUSED.contains(&entry.key.as_ref())
            });
        shown.map(move |entry| {
            let depth = if hidden.contains(&entry.key.as_ref()) {
                Depth::Hidden
            } else {
                Depth::Below
            };
            (
                entry.key.as_ref(),
                View {
                    node: &entry.value,
                    depth,
                },
            )
        })
    }
}

impl<'de> Deserializer<'de> for View<'_, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(text) => visit_number(text, visitor),
            Value::String(text) => visitor.visit_str(text),
            Value::List(_) => visitor.visit_seq(SeqDeserializer::new(self.items())),
            Value::Map(_) => visitor.visit_map(MapDeserializer::new(self.entries())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::List(_)
            | Value::Map(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        // YAML reads an unquoted `1.10` as a number; where a string is required, its spelling counts.
        match self.node.scalar_text() {
            Some(text) => visitor.visit_str(text),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word = self.node.as_str().unwrap_or_default();
        word.into_deserializer()
            .deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl IntoDeserializer<'_> for View<'_, '_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn visit_number<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Error> {
    let Some(number) = number(text) else {
        return visitor.visit_str(text);
    };
    if let Some(value) = number.as_u64() {
        return visitor.visit_u64(value);
    }
    if let Some(value) = number.as_i64() {
        return visitor.visit_i64(value);
    }
    let value = number.as_f64().unwrap_or(f64::NAN);
    // `3.0` and `1e3` are integers, too.
    match format!("{value}").parse() {
        Ok(whole) => visitor.visit_i64(whole),
        Err(_) => visitor.visit_f64(value),
    }
}
