//! Words that a name says already.

use crate::ident;

/// The steps of a path without words that they repeat; each keeps one of its own. `about` is the index of the property that they lead to.
/// What follows it only says which of its values are meant, often with the words of what it is in:
/// `payment_options / card / payment_options_param` is `payment_options / card / param`.
pub fn without_repetitions(home: &str, steps: &[String], about: usize) -> Vec<String> {
    let home = ident::words(home);
    let words: Vec<Vec<String>> = steps.iter().map(|step| ident::words(step)).collect();
    let own = |(index, step): (usize, &String)| {
        let earlier = words.iter().take(index);
        let is_said = |run: &&Vec<String>| index > about || position(&home, run).is_some();
        let of_step = words.get(index).map_or(&[][..], Vec::as_slice);
        let start = without_start(of_step, &home).to_vec();
        let own = earlier
            .filter(is_said)
            .fold(start, |own, run| without_run(own, run));
        if own.len() < of_step.len() {
            own.join(" ")
        } else {
            step.clone()
        }
    };
    steps.iter().enumerate().map(own).collect()
}

/// The words after those with which the home begins, too: at least two, or one that the home has in the plural, as the name of a resource.
fn without_start<'w>(words: &'w [String], home: &[String]) -> &'w [String] {
    let is_plural =
        |one: &String, other: &String| one != other && ident::singular(other).as_ref() == Some(one);
    let pairs = words.iter().zip(home);
    let mut same = pairs.take_while(|(one, other)| one == other || is_plural(one, other));
    let rest = match (same.next(), same.count()) {
        (Some((one, other)), 0) if !is_plural(one, other) => None,
        (Some(_), further) => words.get(further + 1..),
        (None, _) => None,
    };
    rest.filter(|rest| !rest.is_empty()).unwrap_or(words)
}

/// The words without a run of several that is the whole of an earlier step.
fn without_run(words: Vec<String>, run: &[String]) -> Vec<String> {
    if run.len() < 2 || words.len() <= run.len() {
        return words;
    }
    let Some(at) = position(&words, run) else {
        return words;
    };
    let (before, after) = words.split_at(at);
    let after = after.iter().skip(run.len());
    before.iter().chain(after).cloned().collect()
}

/// Where the words of a run follow one another.
fn position(words: &[String], run: &[String]) -> Option<usize> {
    let mut parts = words.windows(run.len().max(1));
    parts.position(|part| part == run)
}
