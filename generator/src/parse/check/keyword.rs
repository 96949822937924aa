//! Keywords that an object does not have.

mod meant;
mod others;
mod report;
mod shaping;

pub use meant::distance;
pub use meant::may_be;
use meant::meant;
pub use meant::near as is_near;
use others::other;
pub use shaping::shapes;

use super::Cx;
use super::levels::levels;
use super::placement::{FAR, Placement, placement};
use super::rules::operations::{ADDITIONAL, methods};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{self, Expected, Object};
use crate::parse::objects::is_for_people;
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// A key that its object does not have.
pub struct Unknown<'d> {
    /// The key and its value.
    pub entry: &'d Entry<'d>,
    /// The place of the object.
    pub parent: Span,
    object: Option<&'static Object>,
    kind: Kind<'d>,
    /// How many references name it and do not resolve.
    references: usize,
    /// The lines of the key, and of those beside it that belong to the same place.
    lines: Span,
    /// How many keys beside it belong to the same place.
    more: usize,
}

/// What an unknown key is.
enum Kind<'d> {
    /// This keyword, misspelled.
    Misspelled(&'static str),
    /// An operation, under no method of HTTP.
    Operation,
    /// A key of another object.
    Misplaced(Placement<'d>),
    /// A keyword of another version, and what to do about it.
    OfOtherVersion(String),
    /// A reference where none may be.
    Reference,
    /// A list or an object under a keyword that shapes the SDK elsewhere: in an object around this one, or in one of its fields.
    OfAnother,
    /// A keyword that no object defines.
    Unexplained,
}

/// What there is to say about a keyword that the object does not have.
pub fn unknown<'d>(
    cx: &Cx<'d, '_>,
    node: &'d Node<'d>,
    entry: &'d Entry<'d>,
    object: &'static Object,
) -> Unknown<'d> {
    let dialect = cx.dialect;
    let is_path_item = object.is(&tables::PATH_ITEM);
    let is_operation = is_path_item
        && entry.value.entry("responses").is_some()
        && !dialect.has(&tables::OPERATION, &entry.key);
    let name = meant(dialect, node, object, entry);
    let placement = || placement(cx, node, Expected::Object(object), entry, FAR);
    let is_operation = is_operation && !dialect.has(object, ADDITIONAL);
    let is_method = |name| is_path_item && methods(dialect).any(|method| method == name);
    let kind = match name {
        // Another method of HTTP is hardly a slip.
        Some(name) if !is_method(name) || distance(&entry.key, name) <= 1 => Kind::Misspelled(name),
        Some(_) | None if is_operation => Kind::Operation,
        Some(_) | None => match (other(dialect, object, entry), placement()) {
            (Some(help), _) => Kind::OfOtherVersion(help),
            (None, Some(placement)) => Kind::Misplaced(placement),
            (None, None) if entry.key == "$ref" => Kind::Reference,
            (None, None) if is_of_another(cx, node, object, entry) => Kind::OfAnother,
            (None, None) => Kind::Unexplained,
        },
    };
    Unknown {
        entry,
        parent: node.span,
        object: Some(object),
        kind,
        references: 0,
        lines: lines(entry),
        more: 0,
    }
}

/// Whether an object around this one, or in one of its fields, has such a key, which holds more than a word.
fn is_of_another<'d>(
    cx: &Cx<'d, '_>,
    node: &'d Node<'d>,
    object: &'static Object,
    entry: &Entry<'_>,
) -> bool {
    let around = levels(cx, node, Expected::Object(object)).into_iter();
    let around = around.filter_map(|level| level.expected.object());
    let inside = cx.dialect.fields(object);
    let inside = inside.filter_map(|field| field.expected.object());
    let has_parts = entry.value.scalar_text().is_none();
    let mut near = around.chain(inside);
    has_parts && shapes(&entry.key) && near.any(|object| cx.dialect.has(object, &entry.key))
}

/// The lines of a key and its value.
fn lines(entry: &Entry<'_>) -> Span {
    entry.key_span.to(entry.value.span.end)
}

impl<'d> Unknown<'d> {
    /// A key among others of the author's choice, or one with a value of another kind, that belongs to another object.
    pub fn misplaced(parent: Span, entry: &'d Entry<'d>, placement: Placement<'d>) -> Self {
        Self {
            entry,
            parent,
            object: None,
            kind: Kind::Misplaced(placement),
            references: 0,
            lines: lines(entry),
            more: 0,
        }
    }

    /// The key.
    pub fn key(&self) -> &'d str {
        self.entry.key.as_ref()
    }

    /// Whether an object that may have annotations hardly has this one.
    pub fn is_suspicious(&self) -> bool {
        match self.kind {
            Kind::Misspelled(_) | Kind::OfOtherVersion(_) => true,
            Kind::Misplaced(_) => !self.is_text(),
            Kind::Operation | Kind::Reference | Kind::OfAnother | Kind::Unexplained => false,
        }
    }

    /// Whether nothing is known about the key that would explain it.
    pub fn is_unexplained(&self) -> bool {
        matches!(self.kind, Kind::OfAnother | Kind::Unexplained)
    }

    /// The keyword that it means, if it is misspelled.
    pub fn meant(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Misspelled(meant) => Some(meant),
            _ => None,
        }
    }

    /// Where it belongs, if that is known.
    pub fn placement(&self) -> Option<&Placement<'d>> {
        let Kind::Misplaced(placement) = &self.kind else {
            return None;
        };
        Some(placement)
    }

    /// Whether only people read it, so that nothing of the API is lost without it.
    fn is_text(&self) -> bool {
        let is_object = matches!(self.entry.value.value, Value::Map(_));
        is_for_people(self.key())
            && (!is_object || ["example", "examples", "externalDocs"].contains(&self.key()))
    }

    /// Counts a key beside it that belongs to the same place.
    pub fn also(&mut self, other: &Self) {
        self.more += 1;
        self.lines = self.lines.to(other.lines.end);
        self.references += other.references;
    }

    /// Takes the key for this field, which the object lacks.
    pub fn means(&mut self, field: &'static str) {
        self.kind = Kind::Misspelled(field);
    }

    /// Counts references to it that do not resolve, by which it may be meant as a section.
    pub fn is_led_to(&mut self, count: usize, section: Option<&'static str>) {
        self.references += count;
        if let Some(section) = section {
            self.means(section);
        }
    }
}

/// Whether a key holds an object and is near to no field, not even to one that is there.
pub fn is_foreign(dialect: Dialect, entry: &Entry<'_>, object: &'static Object) -> bool {
    let mut known = dialect
        .fields(object)
        .filter(|field| is_near(&entry.key, field.name));
    matches!(entry.value.value, Value::Map(_)) && known.next().is_none()
}

/// Whether a field that is not there was written with a typo.
pub fn is_misspelled(
    dialect: Dialect,
    node: &Node<'_>,
    object: &'static Object,
    name: &str,
) -> bool {
    object.patterned.is_none()
        && node.fixed_entries().any(|entry| {
            !dialect.has(object, &entry.key) && meant(dialect, node, object, entry) == Some(name)
        })
}
