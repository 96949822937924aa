//! Unique keys of an object.

use std::collections::HashMap;

use super::tree::Entry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Up to how many keys a look at each is quicker than a table.
const FEW: usize = 16;

/// The keys met so far in one object.
#[derive(Default)]
pub struct Keys {
    places: HashMap<String, usize>,
}

impl Keys {
    /// Adds an entry. Of a repeated key the last value is kept, and the earlier one is a problem.
    pub fn insert<'s>(
        &mut self,
        entries: &mut Vec<Entry<'s>>,
        entry: Entry<'s>,
        diagnostics: &mut Diagnostics,
    ) {
        match self.place(entries, &entry.key) {
            Some(place) => {
                let message = format!("the key `{}` is given twice", entry.key);
                let duplicate = Diagnostic::new(Code::DuplicateKey, entry.key_span, message)
                    .related(entries[place].key_span, "first given here")
                    .help("rename or remove one of the two");
                diagnostics.push(duplicate);
                entries[place] = entry;
            }
            None => entries.push(entry),
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
