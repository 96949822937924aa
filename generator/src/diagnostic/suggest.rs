//! What was probably meant.

use crate::diagnostic::Diagnostic;

/// Adds the known word that is nearest to what was written, where one is near enough to be meant.
pub fn with_suggestion(diagnostic: Diagnostic, written: &str, known: &[&str]) -> Diagnostic {
    match nearest(written, known.iter().copied()) {
        Some(word) => diagnostic.meant(word),
        None => diagnostic,
    }
}

/// Adds the known word that is nearest to what was written; else other advice.
pub fn with_suggestion_or<'k>(
    diagnostic: Diagnostic,
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
    otherwise: impl Into<String>,
) -> Diagnostic {
    match nearest(written, known) {
        Some(word) => diagnostic.meant(word),
        None => diagnostic.help(otherwise),
    }
}

/// The advice to write the known word that is nearest to what was written; else other advice.
pub fn did_you_mean<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
    otherwise: impl Into<String>,
) -> String {
    match nearest(written, known) {
        Some(word) => format!("did you mean `{word}`?"),
        None => otherwise.into(),
    }
}

/// The known word that is nearest to what was written, where one is near enough to be meant.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let limit = 1 + written.len() / 4;
    let lower = written.to_lowercase();
    let near = known.into_iter().filter_map(|word| {
        // What differs more in length is not near: most words need no closer look.
        if word.len().abs_diff(lower.len()) > limit {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lower, &word.to_lowercase());
        // A word of which nothing is left is another word, and so is one that begins otherwise and differs elsewhere, too.
        let begins_alike = lower.chars().next() == word.to_lowercase().chars().next();
        let may_be_meant = distance < lower.len() && (begins_alike || distance < 2);
        (distance <= limit && may_be_meant).then_some((distance, word))
    });
    // Of two that differ in their case alone, the one in the case that is written is meant.
    let likeness = |(distance, word): &(usize, &str)| {
        let in_case = strsim::damerau_levenshtein(written, word);
        (*distance, unlikeliness(&lower, word), in_case)
    };
    near.min_by_key(likeness).map(|(_, word)| word)
}

/// How unlikely the slip is, of several with as many letters: letters change places more often than one is lost or doubled, and that more
/// often than one becomes another.
pub fn unlikeliness(written: &str, word: &str) -> usize {
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    if written.len() != word.len() {
        return 1;
    }
    2 * usize::from(letters(written) != letters(word))
}
