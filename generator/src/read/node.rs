//! The document as a tree that remembers where everything is.

use crate::source::Span;
use std::borrow::Cow;

/// One value of the document and the place where it is written.
#[derive(Clone, Debug)]
pub struct Node<'s> {
    /// Where the value is.
    pub span: Span,
    /// What it is.
    pub value: Value<'s>,
}

/// The kinds of values that YAML's core schema and JSON share.
#[derive(Clone, Debug)]
pub enum Value<'s> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is spelled: `1.10` and `1.1` are different version numbers.
    Number(Cow<'s, str>),
    /// A string.
    String(Cow<'s, str>),
    /// An array.
    List(Vec<Node<'s>>),
    /// An object, its entries in the order of the document. Keys are unique.
    Map(Vec<Entry<'s>>),
}

/// One entry of an object.
#[derive(Clone, Debug)]
pub struct Entry<'s> {
    /// The key.
    pub key: Cow<'s, str>,
    /// Where the key is.
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

/// A value within another one.
#[derive(Clone, Copy)]
pub struct Child<'n, 's> {
    /// The value.
    pub node: &'n Node<'s>,
    /// The entry whose value it is; `None` for an item of an array.
    pub entry: Option<&'n Entry<'s>>,
    /// Its number.
    index: usize,
}

impl<'s> Node<'s> {
    /// The value under a key; `None` where there is no such key, where it holds null, which means a field that is not
    /// there, or where the node is not an object.
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        let value = &self.entry(key)?.value;
        (!matches!(value.value, Value::Null)).then_some(value)
    }

    /// The entry of a key; `None` where there is no such key, or the node is not an object.
    pub fn entry(&self, key: &str) -> Option<&Entry<'s>> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The entries of an object; none where the node is something else.
    pub fn entries(&self) -> &[Entry<'s>] {
        let Value::Map(entries) = &self.value else {
            return &[];
        };
        entries
    }

    /// The entries of an object that are no extensions (`x-…`).
    pub fn fixed_entries(&self) -> impl Iterator<Item = &Entry<'s>> {
        self.entries()
            .iter()
            .filter(|entry| !entry.key.starts_with("x-"))
    }

    /// The items of an array; none where the node is something else.
    pub fn items(&self) -> &[Node<'s>] {
        let Value::List(items) = &self.value else {
            return &[];
        };
        items
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        let Value::String(text) = &self.value else {
            return None;
        };
        Some(text)
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        let Value::Bool(value) = self.value else {
            return None;
        };
        Some(value)
    }

    /// The text of a scalar as it is spelled; `None` for null, arrays and objects.
    pub fn scalar_text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) | Value::Number(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// How many values it is, with those within it.
    pub fn count(&self) -> usize {
        let items: usize = self.items().iter().map(Self::count).sum();
        let entries = self.entries().iter();
        1 + items + entries.map(|entry| entry.value.count()).sum::<usize>()
    }

    /// How many levels of values there are.
    pub fn height(&self) -> usize {
        let items = self.items().iter().map(Self::height);
        let entries = self.entries().iter().map(|entry| entry.value.height());
        1 + items.chain(entries).max().unwrap_or(0)
    }

    /// What a reader calls such a value.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::List(_) => "an array",
            Value::Map(_) => "an object",
        }
    }

    /// The values within this one that cover `place`, to the innermost.
    pub fn path_to(&self, place: Span) -> impl Iterator<Item = Child<'_, 's>> {
        std::iter::successors(self.child_at(place), move |child| {
            child.node.child_at(place)
        })
    }

    /// The key that holds a value, or the value itself where it has none: an item of an array, or this one.
    pub fn holder_of(&self, node: &Node<'s>) -> Span {
        let mut path = self.path_to(node.span);
        let holder = path.find(|child| std::ptr::eq(child.node, node));
        let entry = holder.and_then(|child| child.entry);
        entry.map_or(node.span, |entry| entry.key_span)
    }

    /// The child that covers `place`, by its key or its own place.
    fn child_at(&self, place: Span) -> Option<Child<'_, 's>> {
        match &self.value {
            Value::Map(entries) => {
                let covers = |entry: &Entry<'_>| {
                    entry.key_span.contains(place) || entry.value.span.contains(place)
                };
                let entry = nearest(entries, |entry| entry.key_span.start <= place.start, covers);
                entry.map(|(index, entry)| Child {
                    node: &entry.value,
                    entry: Some(entry),
                    index,
                })
            }
            Value::List(items) => {
                let covers = |item: &Node<'_>| item.span.contains(place);
                let item = nearest(items, |item| item.span.start <= place.start, covers);
                item.map(|(index, node)| Child {
                    node,
                    entry: None,
                    index,
                })
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        }
    }

    /// The JSON pointer (RFC 6901) of the innermost value or key that covers `place`, as a URI fragment: `#/paths/~1pets`.
    pub fn pointer_to(&self, place: Span) -> String {
        let mut pointer = String::from("#");
        for child in self.path_to(place) {
            pointer.push('/');
            match child.entry {
                Some(entry) => pointer.push_str(&escape(&entry.key)),
                None => pointer.push_str(&child.index.to_string()),
            }
        }
        pointer
    }
}

/// The child that covers a place: the last that begins before it, or any one where aliases brought in what is elsewhere.
fn nearest<T>(
    children: &[T],
    begins_before: impl Fn(&T) -> bool,
    covers: impl Fn(&T) -> bool,
) -> Option<(usize, &T)> {
    let last = children.partition_point(begins_before).checked_sub(1);
    let child = last.and_then(|index| Some((index, children.get(index)?)));
    child
        .filter(|(_, child)| covers(child))
        .or_else(|| children.iter().enumerate().find(|(_, child)| covers(child)))
}

/// A number as JSON knows it, from any spelling of YAML's core schema.
pub fn number(text: &str) -> Option<serde_json::Number> {
    serde_json::from_str(text)
        .ok()
        .or_else(|| serde_yaml::from_str(text).ok())
        .or_else(|| serde_json::Number::from_f64(text.parse().ok()?))
}

/// One token of a JSON pointer, escaped by RFC 6901 section 3.
fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}
