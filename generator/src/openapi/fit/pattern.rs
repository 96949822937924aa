//! What `pattern` says of one value.

mod translate;

use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};

use super::formats::shown;
use super::{Budget, Fits, Misfit};
use crate::openapi::{Schema, Value};

/// How long a text and a pattern may be together: the time of a search is their product.
const LENGTH_LIMIT: usize = 1_000;

/// How many bytes a compiled pattern may have.
const SIZE_LIMIT: usize = 1 << 17;

/// How many patterns are kept.
const KEPT: usize = 100;

/// Patterns that were compiled already: a document has the same ones in many places.
#[derive(Default)]
pub struct Patterns(BTreeMap<String, Option<Regex>>);

/// The `pattern` of the schema, where its meaning leaves no doubt.
pub fn pattern(value: Value<'_>, schema: &Schema<'_>, budget: &mut Budget) -> Fits {
    let (Some(pattern), Some(text)) = (schema.limits().pattern, value.as_str()) else {
        return Ok(());
    };
    let length = pattern.text.len() + text.len();
    if length > LENGTH_LIMIT || !budget.spend(length) {
        return Ok(());
    }
    let matches = budget.patterns.get(pattern.text);
    if matches.is_none_or(|pattern| pattern.is_match(text)) {
        return Ok(());
    }
    let message = format!("{} does not match `pattern`", shown(value));
    let help = "correct the value, or `pattern`";
    Err(Misfit::new(value, message, help, pattern.span))
}

impl Patterns {
    /// The compiled pattern; `None` where Rust's regular expressions cannot express it.
    fn get(&mut self, pattern: &str) -> Option<&Regex> {
        if self.0.len() >= KEPT && !self.0.contains_key(pattern) {
            self.0.clear();
        }
        let compiled = self.0.entry(pattern.to_owned());
        compiled
            .or_insert_with(|| compiled_pattern(pattern))
            .as_ref()
    }
}

fn compiled_pattern(pattern: &str) -> Option<Regex> {
    let translated = translate::translate(pattern)?;
    let builder = &mut RegexBuilder::new(&translated);
    builder.size_limit(SIZE_LIMIT).build().ok()
}
