//! The lines that are indented otherwise where a key belongs into the value of another one.

use std::ptr;

use super::Target;
use crate::parse::check::keyword::may_be;
use crate::parse::check::levels::child;
use crate::parse::check::resemblance::{suits, takes};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Object};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// The lines that belong below a key, where they are not those of one entry: all that follows an empty key as far as it may be below it,
/// and of an object what is not of the objects that follow it.
pub fn lines<'d>(
    dialect: Dialect,
    node: &Node<'d>,
    owner: Expected,
    entry: &Entry<'d>,
    target: &Target<'_>,
) -> Option<Span> {
    let Target::Into(holder) = target else {
        return None;
    };
    let expected = child(dialect, owner, &holder.key)?;
    let mut entries = node.entries().iter();
    let before = entries.position(|entry| ptr::eq(entry, *holder))?;
    if !matches!(holder.value.value, Value::Null) {
        return Some(own_lines(dialect, expected, entry));
    }
    // Below the first key is all that follows; else what the object may have itself is its own.
    let is_below = |entry: &&Entry<'_>| {
        let is_own = before > 0
            && owner
                .object()
                .is_some_and(|owner| entry.key.starts_with("x-") || dialect.has(owner, &entry.key));
        !is_own && takes(dialect, expected, &entry.key, &entry.value)
    };
    let below = entries.take_while(is_below);
    let spans = below.map(|entry| own_lines(dialect, expected, entry));
    spans.reduce(|first, last| first.to(last.end))
}

/// Whether lines of an entry may as well be those of the key before it, to which it belongs: they are indented alike, so that it is not
/// known which of them have to be indented further.
pub fn has_lines_of(
    dialect: Dialect,
    owner: Expected,
    entry: &Entry<'_>,
    holder: &Entry<'_>,
) -> bool {
    let expected = child(dialect, owner, &holder.key);
    let own = expected.and_then(|expected| child(dialect, expected, &entry.key)?.object());
    let (Some(own), Some(outer)) = (own, expected.and_then(Expected::object)) else {
        return false;
    };
    let is_of_both = |part: &Entry<'_>| {
        let is_free = holder.value.entry(&part.key).is_none();
        is_free && dialect.has(outer, &part.key) && dialect.has(own, &part.key)
    };
    let is_open = !matches!(holder.value.value, Value::Null);
    is_open && entry.value.entries().iter().any(is_of_both)
}

/// The lines of an entry without those of the objects after it, which are below it because it is too far to the left.
fn own_lines(dialect: Dialect, owner: Expected, entry: &Entry<'_>) -> Span {
    let expected = child(dialect, owner, &entry.key);
    let own = expected.and_then(Expected::object);
    let is_own = |part: &&Entry<'_>| {
        // Beside a reference, OpenAPI 3.0 has nothing.
        let is_reference = entry.value.entry("$ref").is_some() && !dialect.has_json_schema();
        let may_have = |own: &'static Object| {
            let field = dialect.field(own, &part.key).filter(|_| !is_reference);
            let is_field = field.is_some_and(|field| may_be(&part.value, field.expected));
            let is_named = own.patterned.is_some() && (own.names)(&part.key);
            part.key == "$ref" || is_field || is_named
        };
        match expected {
            _ if part.key.starts_with("x-") => true,
            Some(Expected::Map(Expected::Schema)) => suits(dialect, &part.value, dialect.schema()),
            Some(Expected::Map(named)) => suits(dialect, &part.value, *named),
            Some(_) | None => own.is_none_or(may_have),
        }
    };
    let mut parts = entry.value.entries().iter();
    let last = match parts.clone().find(|part| !is_own(part)) {
        Some(_) => parts.by_ref().take_while(is_own).last(),
        None => None,
    };
    let end = last.map_or(entry.value.span.end, |last| last.value.span.end);
    entry.key_span.to(end)
}
