//! Components that were renamed: references name what is not there, and nothing refers to what is there.

use super::cause::{Cause, is_no_object, is_path};
use crate::parse::check::Check;
use crate::parse::check::keyword::{distance, is_near};
use crate::read::{Entry, Node};

/// Of how many names one may have been renamed.
const SEVERAL: usize = 4;

/// The one entry that nothing refers to: with a name that differs by a slip or shares a word, or the only one at all.
pub fn renamed<'d, 's>(
    cx: &mut Check<'d, 's, '_>,
    parent: &'d Node<'s>,
    missing: &str,
    count: usize,
) -> Cause<'d, 's> {
    if !cx.may_compare(parent) {
        return Cause::Unknown;
    }
    let is_component = !is_path(cx, parent);
    let unused = parent.entries().iter().filter(|entry| {
        !cx.led_to.contains(&entry.value.span)
            && !is_no_object(&entry.value)
            && !cx.diagnostics.error_at(entry.key_span)
    });
    let unused: Vec<&Entry<'_>> = unused.collect();
    let only = |is_like: &dyn Fn(&str) -> bool| {
        let mut like = unused.iter().filter(|entry| is_like(&entry.key));
        like.next().filter(|_| like.next().is_none()).copied()
    };
    // A slip of one letter or two is one of the reference, if nothing else refers to what is there.
    let is_slip = |name: &str| {
        let rest = name.strip_prefix(missing).unwrap_or_default();
        distance(missing, name) <= 2
            && !(rest == "s" || rest.ends_with(|c: char| c.is_ascii_digit()))
    };
    if let Some(entry) = only(&|name| is_near(missing, name)) {
        return match count {
            1 if is_slip(&entry.key) => Cause::Misspelled(entry),
            _ => Cause::Renamed(entry),
        };
    }
    let asked = words(missing);
    let renamed = only(&|name| words(name).iter().any(|word| asked.contains(word)));
    // What others refer to is misspelled here, unless it differs in more than a letter and something else was renamed. Another security
    // scheme would be another way to be let in.
    let is_misspelled = parent.entries().iter().any(|entry| {
        is_near(missing, &entry.key) && (renamed.is_none() || distance(missing, &entry.key) < 2)
    });
    if is_misspelled || !is_component {
        return Cause::Unknown;
    }
    match renamed.or_else(|| only(&|_| true)) {
        Some(entry) => Cause::MaybeRenamed(entry),
        None if unused.len() <= SEVERAL => Cause::OneOf(unused),
        None => Cause::Unknown,
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        let is_new = !letter.is_alphanumeric() || letter.is_uppercase() && before.is_lowercase();
        if is_new {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    words.retain(|word| word.len() > 2);
    words
}
