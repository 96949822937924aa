//! Unique keys of an object.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Edit};
use crate::read::{Entry, Value};
use crate::source::Span;

/// Up to how many keys a look at each is quicker than a table.
const FEW: usize = 16;

/// The keys met so far in one object.
#[derive(Default)]
pub struct Keys {
    places: HashMap<String, usize>,
    repeated: Vec<Repeated>,
    /// How many keys there are.
    count: usize,
    /// The last key, if nothing is below it.
    empty: Option<(String, Span)>,
}

/// A key that was there before.
struct Repeated {
    key: String,
    place: usize,
    first: Span,
    span: Span,
    /// The key before it, if nothing is below that one.
    empty: Option<(String, Span)>,
}

impl Keys {
    /// Adds an entry. Of a repeated key the last value is kept, and the earlier one is a problem.
    pub fn insert<'s>(&mut self, entries: &mut Vec<Entry<'s>>, entry: Entry<'s>) {
        let place = self.place(entries, &entry.key);
        let is_written = entry.value.span.start < entry.value.span.end;
        let is_empty = matches!(entry.value.value, Value::Null) && !is_written;
        let empty = is_empty.then(|| (entry.key.to_string(), entry.key_span));
        match place.and_then(|place| Some((place, entries.get_mut(place)?))) {
            Some((place, earlier)) => {
                self.repeated.push(Repeated {
                    key: entry.key.to_string(),
                    empty: self.empty.clone(),
                    place,
                    first: earlier.key_span,
                    span: entry.key_span,
                });
                *earlier = entry;
            }
            None => entries.push(entry),
        }
        self.count = entries.len();
        self.empty = empty;
    }

    /// Whether keys are repeated in their order: the object is probably two items of a list.
    pub fn is_repeated(&self) -> bool {
        match self.repeated.as_slice() {
            [one, other, ..] => one.place < other.place,
            [_] => self.count == 1,
            [] => false,
        }
    }

    /// Reports the repeated keys. `separator` is between two items of the list in which the object is an item.
    pub fn report(self, separator: Option<&str>, diagnostics: &mut Diagnostics) {
        let separator = separator.filter(|_| self.is_repeated());
        // What follows an empty key was below it.
        if let [first, others @ ..] = self.repeated.as_slice()
            && let Some((empty, place)) = &first.empty
        {
            diagnostics.explain(*place);
            let key = &first.key;
            let message = format!("the key `{key}` is given twice, and nothing is below `{empty}`");
            let help = format!(
                "indent `{key}` and what belongs to it below `{empty}`, or `{empty}` less, or remove one `{key}`"
            );
            let slipped = Diagnostic::new(Code::DuplicateKey, first.span, message);
            diagnostics.push(slipped.related(first.first, "first given here").help(help));
            for other in others {
                diagnostics.explain(other.span);
            }
            return;
        }
        // Several keys in their order are those of an object whose name is lost.
        if separator.is_none()
            && self.is_repeated()
            && let [first, others @ ..] = self.repeated.as_slice()
            && !others.is_empty()
        {
            let message = format!(
                "the key `{}` and {} after it are given twice",
                first.key,
                others.len()
            );
            let help = format!(
                "write the key to which they belong on a line before `{}`, if it was lost; else remove one of each",
                first.key
            );
            let lost = Diagnostic::new(Code::DuplicateKey, first.span, message);
            diagnostics.push(lost.related(first.first, "first given here").help(help));
            for other in others {
                diagnostics.explain(other.span);
            }
            return;
        }
        let mut before = None;
        for repeated in self.repeated {
            let begins_item = before.is_none_or(|before| repeated.place <= before);
            before = Some(repeated.place);
            let key = &repeated.key;
            let help = match separator {
                Some("- ") if begins_item && repeated.place > 0 => format!(
                    "a `- ` is missing before the second `{key}`, or the line above it that begins the item was lost"
                ),
                Some(separator) if begins_item => {
                    format!("a `{separator}` is missing before the second `{key}`")
                }
                // The key with which the item begins explains the others.
                Some(_) => {
                    diagnostics.explain(repeated.span);
                    continue;
                }
                None => "rename or remove one of the two; or write the key that was lost on a line before the second one".to_owned(),
            };
            let message = format!("the key `{key}` is given twice");
            let duplicate = Diagnostic::new(Code::DuplicateKey, repeated.span, message)
                .related(repeated.first, "first given here");
            let is_first = separator == Some("- ") && repeated.place == 0;
            let dash = is_first.then_some(Edit::Dash(repeated.span));
            diagnostics.push(duplicate.help(help).edit(dash));
        }
    }

    fn place(&mut self, entries: &[Entry<'_>], key: &str) -> Option<usize> {
        if entries.len() < FEW {
            return entries.iter().position(|entry| entry.key == key);
        }
        for (place, entry) in entries.iter().enumerate().skip(self.places.len()) {
            self.places.insert(entry.key.to_string(), place);
        }
        self.places.get(key).copied()
    }
}
