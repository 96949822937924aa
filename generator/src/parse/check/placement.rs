//! Where a key belongs that is at a wrong level, by the tables of the specification.

mod advice;
mod below;
mod lines;
mod search;
mod steps;

use super::Cx;
use super::keyword::may_be;
use super::levels::{Level, child, levels};
use super::resemblance::{needs, resembles, suits, takes};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Field};
use crate::read::{Entry, Node, Value};
use crate::source::Span;
use advice::nested;
use lines::{has_lines_of, lines};
use search::Search;
pub use search::{FAR, NEAR};

/// How many entries are looked at above one.
const FAR_ABOVE: usize = 100;

/// What stands for a name that is not known.
const NAME: &str = "Name";

/// Where a key belongs.
pub struct Placement<'d> {
    /// The object that has such a field.
    pub owner: Span,
    /// What the key is written in.
    written: String,
    /// What it belongs to.
    belongs: String,
    /// The value of the key, if it is short.
    value: String,
    /// Whether nothing is below the key: what follows it is what belongs to it.
    is_bare: bool,
    /// The lines that belong to the same place, where they are not those of the key.
    lines: Option<Span>,
    target: Target<'d>,
}

enum Target<'d> {
    /// Out of the value of this key.
    OutOf(&'d Entry<'d>),
    /// Out of the value of the first key, or into that of the second: both may be meant.
    OutOfOrInto(&'d Entry<'d>, &'d Entry<'d>),
    /// Into the value of this key, which is right before it.
    Into(&'d Entry<'d>),
    /// Into the value of this key elsewhere.
    IntoOther(&'d Entry<'d>),
    /// Into the values of these keys.
    IntoEach(Vec<&'d str>),
    /// Below one of these fields, which are missing.
    BelowOneOf(Vec<&'static str>),
    /// Below fields that are missing, from the outermost.
    Below(Vec<String>),
    /// The key is one level too many around its value.
    Around,
}

/// Where a key belongs that is in a value of which something else is expected; `None` where nothing tells.
pub fn placement<'d>(
    cx: &Cx<'d, '_>,
    node: &'d Node<'d>,
    expected: Expected,
    entry: &'d Entry<'d>,
    out: usize,
) -> Option<Placement<'d>> {
    let levels = levels(cx, node, expected);
    let search = Search {
        dialect: cx.dialect,
        key: &entry.key,
        value: &entry.value,
        out,
    };
    let (own, around) = levels.split_last()?;
    let (owner, belongs, target) = search.find(own, around, entry)?;
    let target = match target {
        Target::Into(holder) if has_lines_of(cx.dialect, expected, entry, holder) => {
            Target::IntoOther(holder)
        }
        target => target,
    };
    Some(Placement {
        owner,
        written: called(own),
        belongs,
        value: shown(&entry.value),
        is_bare: matches!(entry.value.value, Value::Null),
        lines: lines(cx.dialect, node, expected, entry, &target),
        target,
    })
}

/// Where a key belongs that is among those of the author's choice, unless it looks like one of them.
pub fn of_named<'d>(
    cx: &Cx<'d, '_>,
    node: &'d Node<'d>,
    owner: Expected,
    entry: &'d Entry<'d>,
) -> Option<Placement<'d>> {
    let inner = match owner {
        Expected::Map(inner) => Some(*inner),
        _ => owner.object().and_then(|object| object.patterned),
    };
    let expected = match inner? {
        Expected::Schema => cx.dialect.schema(),
        expected => expected,
    };
    let is_named = owner
        .object()
        .is_none_or(|object| (object.names)(&entry.key));
    // What only the value before it lacks was hardly chosen as a name.
    let is_needed = || {
        expected.object().is_some()
            && takes(cx.dialect, expected, &entry.key, &entry.value)
            && before(cx.dialect, node, owner, entry).is_some_and(|(before, expected)| {
                needs(cx.dialect, expected, &before.value, &entry.key)
            })
    };
    // A name with a slip is reported where it is read.
    if !is_named && resembles(cx.dialect, &entry.value, expected) {
        return None;
    }
    let may_be_named = is_named && suits(cx.dialect, &entry.value, expected);
    // A boolean may be a schema, but hardly is one under the name of a keyword that is a boolean.
    let is_flag = expected.object().is_some_and(|object| {
        let field = cx.dialect.field(object, &entry.key);
        entry.value.as_bool().is_some()
            && field.is_some_and(|field| matches!(field.expected, Expected::Boolean))
    });
    if may_be_named && !is_flag && !is_needed() {
        return None;
    }
    placement(cx, node, owner, entry, FAR)
}

/// The place of a component that slipped into the one before it, out of this entry of its section.
pub fn of_component<'d>(
    (section, owner): (&'static Field, &Node<'_>),
    before: &'d Entry<'d>,
    entry: &Entry<'_>,
) -> Placement<'d> {
    let kept = section.kept().map_or("this object", |object| object.name);
    Placement {
        owner: owner.span,
        written: kept.to_owned(),
        belongs: format!("`{}`", section.name),
        value: shown(&entry.value),
        is_bare: false,
        lines: None,
        target: Target::OutOf(before),
    }
}

/// The fields below which a reference that leads to another object may be.
pub fn route(dialect: Dialect, from: Expected, reference: &Node<'_>) -> Option<String> {
    let search = Search {
        dialect,
        key: "$ref",
        value: reference,
        out: NEAR,
    };
    let fields = (1..=3).find_map(|depth| search.route(from, None, depth));
    fields.map(|(fields, _)| nested(&fields, "$ref", &shown(reference)))
}

/// A value as it is shown in advice.
fn shown(value: &Node<'_>) -> String {
    match (&value.value, value.scalar_text()) {
        (Value::String(text), _) if text.starts_with('#') => format!("'{text}'"),
        (_, Some(text)) if text.len() <= 80 => text.to_owned(),
        (_, Some(_) | None) => "…".to_owned(),
    }
}

/// What a message calls a value.
fn called(level: &Level<'_>) -> String {
    match (level.expected.object(), level.entry) {
        (None, Some(entry)) => format!("`{}`", entry.key),
        (Some(_) | None, _) => name(level.expected, ""),
    }
}

/// The last value before an entry that may be what is expected of it.
fn before<'d>(
    dialect: Dialect,
    node: &'d Node<'d>,
    owner: Expected,
    entry: &Entry<'_>,
) -> Option<(&'d Entry<'d>, Expected)> {
    // What is far above says nothing of the entry.
    let start = entry.key_span.start;
    let end = node
        .entries()
        .partition_point(|other| other.key_span.start < start);
    let before = node.entries().get(end.saturating_sub(FAR_ABOVE)..end);
    let likely = before.unwrap_or_default().iter().filter_map(|other| {
        let expected = child(dialect, owner, &other.key)?;
        may_be(&other.value, expected).then_some((other, expected))
    });
    let mut last = None;
    for (other, expected) in likely {
        // What follows an empty key, and may be below it, was below it.
        let is_below_empty = last.is_some_and(|(empty, holder): (&Entry<'_>, Expected)| {
            matches!(empty.value.value, Value::Null)
                && takes(dialect, holder, &other.key, &other.value)
        });
        if !is_below_empty {
            last = Some((other, expected));
        }
    }
    last
}

/// What a message calls such a value, which is below this key.
fn name(expected: Expected, key: &str) -> String {
    match expected.object() {
        Some(object) => object.name.to_owned(),
        None => format!("`{key}`"),
    }
}
