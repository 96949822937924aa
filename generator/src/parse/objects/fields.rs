//! The fields of an object, by their names.

use crate::openapi::{ExternalDocs, Named, Text, Value, Words};
use crate::read::{Entry, Node};
use crate::source::Span;

/// The fields of an object about which there is no error. A field that holds null is one that is not there.
#[derive(Clone, Copy)]
pub struct Fields<'d> {
    node: &'d Node<'d>,
}

/// Whether only people read a field.
pub fn is_for_people(key: &str) -> bool {
    let fields = [
        "title",
        "summary",
        "description",
        "externalDocs",
        "example",
        "examples",
        "$comment",
    ];
    fields.contains(&key) || key.starts_with("x-")
}

impl<'d> Fields<'d> {
    /// The fields of an object.
    pub fn new(node: &'d Node<'d>) -> Self {
        Self { node }
    }

    /// The place of the object.
    pub fn span(self) -> Span {
        self.node.span
    }

    /// A field.
    pub fn get(self, key: &str) -> Option<&'d Node<'d>> {
        self.node.get(key)
    }

    /// The text of a scalar. A version that is not in quotes is one, too.
    pub fn text(self, key: &str) -> Option<&'d str> {
        self.get(key)?.scalar_text()
    }

    /// The text of a scalar and its place.
    pub fn spanned(self, key: &str) -> Option<Text<'d>> {
        text(self.get(key)?)
    }

    /// A boolean and the place of its key.
    pub fn flag(self, key: &str) -> Option<(bool, Span)> {
        let entry = self.node.entry(key)?;
        Some((entry.value.as_bool()?, entry.key_span))
    }

    /// Whether a boolean is there and true.
    pub fn is(self, key: &str) -> bool {
        self.flag(key).is_some_and(|(value, _)| value)
    }

    /// The items of an array; none where there is no such field.
    pub fn items(self, key: &str) -> &'d [Node<'d>] {
        self.get(key).map_or(&[], Node::items)
    }

    /// The texts of an array.
    pub fn texts(self, key: &str) -> Vec<&'d str> {
        let items = self.items(key).iter();
        items.filter_map(Node::scalar_text).collect()
    }

    /// The entries of an object with keys of the author's choice; none where there is no such field.
    pub fn entries(self, key: &str) -> &'d [Entry<'d>] {
        self.get(key).map_or(&[], Node::entries)
    }

    /// Such entries, each read.
    pub fn map<T>(self, key: &str, mut read: impl FnMut(&'d Node<'d>) -> T) -> Vec<Named<'d, T>> {
        let entries = self.entries(key).iter();
        entries
            .map(|entry| named(entry, read(&entry.value)))
            .collect()
    }

    /// A literal value; a null counts, too.
    pub fn value(self, key: &str) -> Option<Value<'d>> {
        let entry = self.node.entry(key)?;
        Some(Value::new(&entry.value))
    }

    /// The place of a key.
    pub fn key_span(self, key: &str) -> Option<Span> {
        self.get(key)?;
        self.node.entry(key).map(|entry| entry.key_span)
    }

    /// The keys among these that are there, with their places.
    pub fn keys(self, keys: &[&'static str]) -> Vec<Text<'d>> {
        let keys = keys.iter().filter_map(|key| {
            let span = self.key_span(key)?;
            Some(Text { text: key, span })
        });
        keys.collect()
    }

    /// What the object says of itself.
    pub fn words(self) -> Words<'d> {
        let said = |key: &str| said(self.text(key)?);
        let external_docs = self.get("externalDocs").map(Fields::new);
        Words {
            summary: said("summary").or_else(|| said("title")),
            description: said("description"),
            external_docs: external_docs.and_then(|docs| {
                Some(ExternalDocs {
                    description: docs.text("description"),
                    url: docs.text("url")?,
                })
            }),
        }
    }
}

/// A text without the white space around it, unless nothing is left.
pub fn said(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

/// A scalar as text.
pub fn text<'d>(node: &'d Node<'d>) -> Option<Text<'d>> {
    Some(Text {
        text: node.scalar_text()?,
        span: node.span,
    })
}

/// The value of an entry under its key.
pub fn named<'d, T>(entry: &'d Entry<'d>, value: T) -> Named<'d, T> {
    Named {
        name: &entry.key,
        span: entry.key_span,
        value,
    }
}
