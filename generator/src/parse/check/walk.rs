//! The walk over the tree: each value is checked as what the tables expect at its place.

use super::keyword::Unknown;
use super::placement::{self, NEAR, Placement, placement};
use super::{
    Cx, Use, empty, exclusive, keyword, leftover, lost_dash, missing, reference, split, value,
};
use crate::parse::dialect::tables::{Expected, Field, Need, Object, SCHEMA};
use crate::read::{Entry, Node, Value};

impl<'d> Cx<'d, '_> {
    /// Checks a value, and what is within it.
    pub(super) fn check(&mut self, node: &'d Node<'d>, expected: Expected) {
        match expected {
            Expected::RefTo(object) => {
                if node.as_str().is_none() {
                    return value::unexpected(self, node, expected);
                }
                self.references.push(Use {
                    reference: node,
                    object,
                });
            }
            Expected::Anything => {}
            Expected::Text | Expected::NumericText => value::text(self, node, expected),
            Expected::Number | Expected::Count => value::number(self, node, expected),
            Expected::OneOf(words) | Expected::SomeOf(words) => {
                value::words(self, node, expected, words);
            }
            Expected::Boolean => {
                if node.as_bool().is_none() {
                    value::unexpected(self, node, expected);
                }
            }
            Expected::List(item) => {
                if !matches!(node.value, Value::List(_)) {
                    value::unexpected(self, node, expected);
                }
                if split::is_split(self, node, *item) {
                    return;
                }
                lost_dash::report(self, node);
                if matches!(item, Expected::Anything) {
                    lost_dash::nested(self, node);
                }
                self.check_items(node.items(), *item);
            }
            Expected::Map(value) => {
                if !matches!(node.value, Value::Map(_)) {
                    value::unexpected(self, node, expected);
                }
                // Any key is the author's own here, `x-…` too.
                for entry in node.entries() {
                    self.check_named(node, expected, entry, *value);
                }
            }
            Expected::Schema => self.check(node, self.dialect.schema()),
            Expected::Object(object) => self.check_object(node, object),
            Expected::ObjectOrReference(object) => match node.entry("$ref") {
                Some(reference) => reference::check(self, node, reference, object),
                None => self.check_object(node, object),
            },
            Expected::BooleanOr(other) => {
                if value::boolean(node, expected).is_some() {
                    value::unexpected(self, node, expected);
                } else if !matches!(node.value, Value::Bool(_)) {
                    self.check(node, *other);
                }
            }
        }
    }

    /// Checks the items of a list. Objects that follow the items, and are none, were below another key, whose line was lost: the
    /// first of them is reported.
    fn check_items(&mut self, items: &'d [Node<'d>], expected: Expected) {
        let is_right = |item: &Node<'_>| keyword::may_be(item, expected);
        let is_lost = |item: &Node<'_>| matches!(item.value, Value::Map(_)) && !is_right(item);
        let right = items.iter().take_while(|item| is_right(item)).count();
        let (checked, rest) = items.split_at_checked(right + 1).unwrap_or((items, &[]));
        if right == 0 || !rest.iter().all(is_lost) {
            items.iter().for_each(|item| self.check(item, expected));
            return;
        }
        checked.iter().for_each(|item| self.check(item, expected));
        rest.iter()
            .for_each(|item| self.diagnostics.explain(item.span));
    }

    /// Whether a node is the root of a file beside the main one: it holds what references name.
    fn is_fragment_file(&self, node: &Node<'_>) -> bool {
        !self.document.is_main(node.span) && self.document.root_of(node.span).span == node.span
    }

    fn check_object(&mut self, node: &'d Node<'d>, object: &'static Object) {
        if !matches!(node.value, Value::Map(_)) {
            value::unexpected(self, node, Expected::Object(object));
            return;
        }
        self.objects.push((node, object));
        exclusive::check(self, node, object);
        empty::check(self, node, object);
        for rule in object.rules {
            rule(self, node);
        }
        for entry in node.fixed_entries() {
            // Where what follows an empty key belongs below it, that is reported.
            let is_empty = matches!(entry.value.value, Value::Null);
            if is_empty && self.diagnostics.error_within(entry.key_span).is_some() {
                continue;
            }
            match (self.dialect.field(object, &entry.key), object.patterned) {
                (Some(field), _) => self.check_field(node, object, entry, field),
                (None, Some(value)) => {
                    self.check_named(node, Expected::Object(object), entry, value);
                }
                // The root of another file may hold objects that only references enter.
                (None, None)
                    if self.is_fragment_file(node)
                        && keyword::is_foreign(self.dialect, entry, object) => {}
                (None, None) => self.check_unknown(node, object, entry),
            }
        }
        missing::fields(self, node, object);
    }

    fn check_field(
        &mut self,
        node: &'d Node<'d>,
        object: &'static Object,
        entry: &'d Entry<'d>,
        field: &'static Field,
    ) {
        match (&entry.value.value, field.expected) {
            (Value::String(text), Expected::Text) => {
                value::sign::report(self, entry, text);
                match self.lost_in_text(object, node, entry) {
                    Some(lost) => {
                        let lost = lost.into_iter().map(|key| (node.span, key));
                        self.lost.extend(lost);
                    }
                    None => self.check(&entry.value, field.expected),
                }
            }
            (Value::String(_), Expected::Anything) => lost_dash::in_text(self, entry),
            (Value::Null, _) if field.need != Need::Required => value::null(self, entry, field),
            (Value::Bool(value), Expected::Number) if self.was_flag(object, entry) => {
                leftover::flag(self, entry, *value);
            }
            (_, expected)
                if keyword::may_be(&entry.value, expected)
                    || value::meant(self, &entry.value, expected).is_some() =>
            {
                self.check(&entry.value, expected);
            }
            (_, expected) => match placement(self, node, Expected::Object(object), entry, NEAR) {
                Some(placement) => self.misplaced(node, entry, placement),
                None => self.check(&entry.value, expected),
            },
        }
    }

    /// Whether a field was `true` or `false` in an earlier version.
    fn was_flag(&self, object: &'static Object, entry: &Entry<'_>) -> bool {
        let earlier = self.dialect.leftover(object, &entry.key);
        earlier.is_some_and(|field| matches!(field.expected, Expected::Boolean))
    }

    /// A key of the author's choice.
    fn check_named(
        &mut self,
        node: &'d Node<'d>,
        owner: Expected,
        entry: &'d Entry<'d>,
        expected: Expected,
    ) {
        match placement::of_named(self, node, owner, entry) {
            Some(placement) => self.misplaced(node, entry, placement),
            None => self.check(&entry.value, expected),
        }
    }

    /// A key that belongs to another object: what is below it is not looked at.
    pub(super) fn misplaced(
        &mut self,
        node: &'d Node<'d>,
        entry: &'d Entry<'d>,
        placement: Placement<'d>,
    ) {
        // Of a key that is given twice, at least one belongs elsewhere.
        if self.repeated.contains(&entry.key_span) {
            return;
        }
        let is_text = entry.value.as_str().is_some();
        if is_text && self.lost_in_text(&SCHEMA, node, entry).is_some() {
            self.diagnostics.explain(entry.value.span);
            return;
        }
        let unknown = Unknown::misplaced(node.span, entry, placement);
        self.unknown.push(unknown);
        self.diagnostics.explain(entry.key_span);
        self.diagnostics.explain(entry.value.span);
    }

    /// A key that is not a field of its object.
    fn check_unknown(&mut self, node: &'d Node<'d>, object: &'static Object, entry: &'d Entry<'d>) {
        if let Some(field) = self.dialect.leftover(object, &entry.key) {
            match entry.value.as_bool() {
                Some(value) => leftover::flag(self, entry, value),
                None => self.check_field(node, object, entry, field),
            }
            return;
        }
        if self.repeated.contains(&entry.key_span) || lost_dash::is_item(self, node, entry) {
            return;
        }
        let unknown = keyword::unknown(self, node, entry, object);
        // A keyword that JSON Schema does not know is an annotation, unless something else is meant.
        if unknown.is_suspicious() || !self.dialect.allows_annotations(object) {
            self.unknown.push(unknown);
        } else {
            self.meaningless += entry.value.count();
        }
    }
}
