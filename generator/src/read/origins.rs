//! Where the values of a document were written that overlays changed.

use std::ops::Range;

use super::{Entry, Node, Value};
use crate::source::Span;

/// The places of an overlaid document, and where what is there was written.
///
/// What follows the reading relies on places: a value lies within the one that contains it, and no other value has its place.
/// Values that come from several files break that, so the overlaid document has places of its own, which are those of no file.
#[derive(Debug, Default)]
pub struct Origins {
    /// In the order of their places.
    written: Vec<Written>,
}

/// A key or a value of an overlaid document.
#[derive(Clone, Copy, Debug)]
struct Written {
    place: Span,
    origin: Span,
    kind: Kind,
}

/// What is at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A key, or a value without values in it: it is there as it was written.
    Word,
    /// An object or an array, which can consist of values from several files.
    Container,
}

impl Origins {
    /// Gives the values of an overlaid document these places; `None` if there are not enough of them.
    pub fn renumber(root: &mut Node<'_>, places: Range<usize>) -> Option<Self> {
        let mut origins = Self::default();
        let mut next = places.start;
        origins.node(root, &mut next);
        (next <= places.end).then_some(origins)
    }

    /// The places at which what was written is now, each with where that was.
    pub fn copies(&self) -> impl Iterator<Item = (Span, Span)> {
        let written = self.written.iter();
        written.map(|written| (written.place, written.origin))
    }

    /// Where what is at a place was written; the place itself if no overlay moved it.
    pub fn origin(&self, place: Span) -> Span {
        self.written_at(place)
            .map_or(place, |written| written.origin)
    }

    /// Where a word was written; `None` if there is not exactly one word at the place, so that its text cannot be replaced.
    pub fn word(&self, place: Span) -> Option<Span> {
        match self.written_at(place) {
            Some(written) if written.kind == Kind::Word && written.place == place => {
                Some(written.origin)
            }
            Some(_) => None,
            None => Some(place),
        }
    }

    /// What begins where a place does: a place that spans a key and its value is that of the key.
    fn written_at(&self, place: Span) -> Option<&Written> {
        let start = |written: &Written| written.place.start;
        let found = self
            .written
            .binary_search_by_key(&place.start, start)
            .ok()?;
        self.written.get(found)
    }

    fn node(&mut self, node: &mut Node<'_>, next: &mut usize) {
        match &mut node.value {
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.word_of(&mut node.span, next);
            }
            Value::List(items) => {
                let begun = self.begin(node.span, next);
                items.iter_mut().for_each(|item| self.node(item, next));
                node.span = self.end(begun, next);
            }
            Value::Map(entries) => {
                let begun = self.begin(node.span, next);
                for Entry {
                    key_span, value, ..
                } in entries
                {
                    self.word_of(key_span, next);
                    self.node(value, next);
                }
                node.span = self.end(begun, next);
            }
        }
    }

    /// A word keeps its length, by which checks know whether it is in quotes.
    fn word_of(&mut self, span: &mut Span, next: &mut usize) {
        let origin = *span;
        let end = next.saturating_add(origin.bytes().len());
        let place = Span::new(0, *next..end);
        self.written.push(Written {
            place,
            origin,
            kind: Kind::Word,
        });
        *span = place;
        *next = end.saturating_add(1);
    }

    /// Begins a container, and gives its number.
    fn begin(&mut self, origin: Span, next: &mut usize) -> usize {
        let begun = self.written.len();
        self.written.push(Written {
            place: Span::new(0, *next..*next),
            origin,
            kind: Kind::Container,
        });
        *next = next.saturating_add(1);
        begun
    }

    /// Ends it, and gives its place.
    fn end(&mut self, begun: usize, next: &mut usize) -> Span {
        let end = Span::new(0, *next..*next).end;
        *next = next.saturating_add(1);
        let Some(written) = self.written.get_mut(begun) else {
            return Span::default();
        };
        written.place = written.place.to(end);
        written.place
    }
}
