//! What the values of a schema can be written as, outside JSON.

use super::Cx;
use crate::read::Node;

/// How many schemas are looked at for one answer: far more than anybody writes.
const LIMIT: usize = 500;

/// What kind of content the values of a schema are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bytes.
    Binary,
    /// Text, a number or a boolean.
    Primitive,
    /// An object, or a list within a list.
    Complex,
    /// Anything, or one of several kinds.
    Unknown,
}

/// One value or a list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// One value.
    One(Kind),
    /// A list of such values.
    List(Kind),
}

impl Many {
    /// The kind of the values.
    pub fn kind(self) -> Kind {
        match self {
            Many::One(kind) | Many::List(kind) => kind,
        }
    }
}

/// What kind of content the values of a schema are.
pub fn kind<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>) -> Many {
    kind_within(cx, node, &mut LIMIT.clone())
}

fn kind_within<'d, 's>(cx: &mut Cx<'d, 's>, node: &'d Node<'s>, left: &mut usize) -> Many {
    let unknown = Many::One(Kind::Unknown);
    *left = left.saturating_sub(1);
    let Some(target) = cx.resolve(node).ok().filter(|_| *left > 0) else {
        return unknown;
    };
    let node = target.node;
    match node.get("type").and_then(Node::as_str) {
        Some("string") => return Many::One(string(node)),
        Some("integer" | "number" | "boolean") => return Many::One(Kind::Primitive),
        Some("array") => {
            let item = node.get("items").map(|items| kind_within(cx, items, left));
            return Many::List(match item {
                Some(Many::One(kind)) => kind,
                Some(Many::List(_)) => Kind::Complex,
                None => Kind::Unknown,
            });
        }
        Some("object") => return Many::One(Kind::Complex),
        Some(_) | None => {}
    }
    if node.get("properties").is_some() {
        return Many::One(Kind::Complex);
    }
    let all = node.get("allOf").map_or(&[][..], Node::items);
    for member in all {
        let kind = kind_within(cx, member, left);
        if kind != unknown {
            return kind;
        }
    }
    let members = ["oneOf", "anyOf"].into_iter().find_map(|key| node.get(key));
    let kinds = members.map_or(&[][..], Node::items).iter();
    let kinds: Vec<Many> = kinds.map(|member| kind_within(cx, member, left)).collect();
    match kinds.split_first() {
        Some((first, rest)) if rest.iter().all(|kind| kind == first) => *first,
        // One file or several of them: several.
        Some((first, rest)) if rest.iter().all(|kind| kind.kind() == first.kind()) => {
            Many::List(first.kind())
        }
        Some(_) | None if node.get("enum").is_some() => Many::One(Kind::Primitive),
        Some(_) | None => unknown,
    }
}

fn string(node: &Node<'_>) -> Kind {
    match node.get("format").and_then(Node::as_str) {
        Some("binary") if node.get("enum").is_none() => Kind::Binary,
        Some(_) | None => Kind::Primitive,
    }
}
