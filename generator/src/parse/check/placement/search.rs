//! The search for the object that a key belongs to.

use std::ptr;

use super::{Target, before, called, name};
use crate::parse::check::keyword::may_be;
use crate::parse::check::levels::{Level, child};
use crate::parse::check::resemblance::{applies, lacks, needs, resembles, takes};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::{Expected, Field};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// How many levels a key may be too far out.
const IN: usize = 3;

/// How many levels a key may be too deep that its object may have otherwise.
pub const NEAR: usize = 1;

/// How many levels any other key may be too deep.
pub const FAR: usize = 2;

/// What is looked for.
#[derive(Clone, Copy)]
pub struct Search<'d> {
    /// The version of the document.
    pub dialect: Dialect,
    /// The key.
    pub key: &'d str,
    /// Its value.
    pub value: &'d Node<'d>,
    /// How many levels it may be too deep.
    pub out: usize,
}

/// The owner of the key, what it is called, and what to do.
pub type Found<'d> = (Span, String, Target<'d>);

impl<'d> Search<'d> {
    /// The most likely place, of those that the tables allow.
    pub fn find(
        self,
        own: &Level<'d>,
        around: &[Level<'d>],
        entry: &'d Entry<'d>,
    ) -> Option<Found<'d>> {
        let inside = before(self.dialect, own.node, own.expected, entry)
            .and_then(|(entry, expected)| self.inside(entry, expected, IN));
        let below = self.below(own);
        let outside = self.outside(own, around, NEAR);
        let is_lost_line = below.as_ref().is_some_and(|(is_needed, _)| *is_needed);
        let is_needed = inside.as_ref().is_some_and(|(is_needed, _)| *is_needed);
        let inside = inside.map(|(_, found)| found);
        let below = below.map(|(_, found)| found);
        if is_needed {
            return inside;
        }
        if let Some(surplus) = self.surplus(own) {
            return Some(surplus);
        }
        if is_lost_line {
            return below;
        }
        let is_last = own
            .node
            .entries()
            .last()
            .is_some_and(|last| ptr::eq(last, entry));
        let nearest = match (outside, inside) {
            (Some(outside), Some(inside)) if is_last => {
                Some(self.outside_or_inside(own, around, outside, inside))
            }
            (outside, inside) => inside.or(outside),
        };
        nearest
            .or_else(|| self.beside(own, entry))
            .or_else(|| self.outside(own, around, self.out))
            .or(below)
            .or_else(|| {
                let mut outer = around.iter().rev().take(self.out);
                let (_, found) = outer.find_map(|level| self.below(level))?;
                Some(found)
            })
    }

    /// A key after the last name, or after the last field of one that has a name, may be one level too deep or too far out: it is rather
    /// among the names that it is called like. Between names, it belongs to the one before it.
    fn outside_or_inside(
        self,
        own: &Level<'d>,
        around: &[Level<'d>],
        outside: Found<'d>,
        inside: Found<'d>,
    ) -> Found<'d> {
        let is_one_of = |outer: &Level<'_>| match (outer.expected, own.expected.object()) {
            (Expected::Map(named), Some(object)) => named.is(object),
            _ => false,
        };
        let is_among_own =
            matches!(own.expected, Expected::Map(_)) || around.last().is_some_and(is_one_of);
        let (Target::OutOf(outer), Target::Into(inner), true) =
            (&outside.2, &inside.2, is_among_own)
        else {
            return inside;
        };
        let is_called_like = |names: &Node<'_>| {
            let is_capital = |key: &str| key.starts_with(char::is_uppercase);
            let mut names = names.entries().iter();
            names.all(|name| is_capital(&name.key) == is_capital(self.key))
        };
        let outer_names = around.last().map(|level| level.node);
        let is_outer = outer_names.is_some_and(is_called_like);
        match (is_outer, is_called_like(&inner.value)) {
            (false, true) => inside,
            (true, false) => outside,
            (true, true) | (false, false) => {
                let target = Target::OutOfOrInto(outer, inner);
                (outside.0, outside.1, target)
            }
        }
    }

    /// In the value of the key before it, or the last value there.
    fn inside(
        self,
        entry: &'d Entry<'d>,
        expected: Expected,
        depth: usize,
    ) -> Option<(bool, Found<'d>)> {
        let Self {
            dialect,
            key,
            value,
            ..
        } = self;
        let node = &entry.value;
        // What belongs to an empty key follows it: it is no part of what is before it.
        let is_open = matches!(node.value, Value::Null | Value::Map(_))
            && !matches!(value.value, Value::Null);
        let is_own = |inner: &Expected| inner.is_own() && may_be(value, *inner);
        let may_hold = match expected {
            // Keys of the author's choice say nothing but that they follow the empty key.
            Expected::Map(inner) if is_own(inner) => matches!(node.value, Value::Null),
            _ => takes(dialect, expected, key, value),
        };
        if is_open && may_hold && lacks(dialect, expected, node, key) && applies(node, key) {
            let is_needed = needs(dialect, expected, node, key)
                || matches!(node.value, Value::Null) && expected.object().is_some();
            let found = (node.span, name(expected, &entry.key), Target::Into(entry));
            return Some((is_needed, found));
        }
        let last = node.entries().last().filter(|_| depth > 1)?;
        self.inside(last, child(dialect, expected, &last.key)?, depth - 1)
    }

    /// In an object around the one it is in, as many levels out as this.
    fn outside(self, own: &Level<'d>, around: &[Level<'d>], levels: usize) -> Option<Found<'d>> {
        let mut inner = own;
        let mut out = 0;
        let object = own.expected.object();
        // What is a field here is hardly a name there.
        let is_field = object.is_some_and(|object| self.dialect.has(object, self.key));
        for level in around.iter().rev() {
            // An item is as deep as the list that it is in.
            let is_list = matches!(level.expected, Expected::List(_));
            out += usize::from(!is_list);
            if out > levels {
                break;
            }
            // What the object is hardly right without holds the key, and not the object itself.
            if let Some((true, below)) = self.below(level).filter(|(is_needed, (_, _, target))| {
                *is_needed && matches!(target, Target::Below(_))
            }) {
                return Some(below);
            }
            let may_be_name = !is_field || !matches!(level.expected, Expected::Map(_));
            let fits = may_be_name
                && takes(self.dialect, level.expected, self.key, self.value)
                && lacks(self.dialect, level.expected, level.node, self.key)
                && applies(level.node, self.key);
            if let Some(entry) = inner.entry.filter(|_| fits) {
                return Some((level.node.span, called(level), Target::OutOf(entry)));
            }
            inner = level;
        }
        None
    }

    /// In the values of other keys beside it.
    fn beside(self, own: &Level<'d>, entry: &Entry<'_>) -> Option<Found<'d>> {
        // Names of the author's choice say nothing.
        let object = own.expected.object()?;
        let takes = |other: &&'d Entry<'d>| {
            let field = self.dialect.field(object, &other.key);
            let expected = field.map(|field| field.expected);
            expected.is_some_and(|expected| {
                !ptr::eq(*other, entry)
                    && matches!(other.value.value, Value::Map(_))
                    && takes(self.dialect, expected, self.key, self.value)
                    && lacks(self.dialect, expected, &other.value, self.key)
            })
        };
        let owners: Vec<&Entry<'_>> = own.node.entries().iter().filter(takes).collect();
        let first = *owners.first()?;
        let expected = child(self.dialect, own.expected, &first.key)?;
        let mut fields = owners
            .iter()
            .map(|owner| self.dialect.field(object, &owner.key));
        let operations = fields.all(|field| field.is_some_and(Field::is_operation));
        let target = match owners.as_slice() {
            [entry] => Target::IntoOther(entry),
            _ if operations => {
                Target::IntoEach(owners.iter().map(|owner| owner.key.as_ref()).collect())
            }
            _ => return None,
        };
        Some((first.value.span, name(expected, &first.key), target))
    }

    /// A key whose value is what should be in its place.
    fn surplus(self, own: &Level<'d>) -> Option<Found<'d>> {
        let is_alone = own.node.entries().len() == 1 && own.expected.object().is_some();
        // Any other key may be a name.
        let is_keyword =
            self.key == "schema" || own.entry.is_some_and(|entry| entry.key == self.key);
        (is_alone && is_keyword && resembles(self.dialect, self.value, own.expected))
            .then(|| (own.node.span, called(own), Target::Around))
    }
}
