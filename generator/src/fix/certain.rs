//! Which edits are known to be right. What is merely likely is shown to a person as advice.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::source::Sources;

/// The shortest word in which a slip leaves no doubt: among shorter ones, too many differ in one letter.
const LETTERS: usize = 4;

/// The codes of words that the specification lists.
const OF_SPECIFICATION: [Code; 3] = [Code::UnknownValue, Code::Misspelled, Code::MediaType];

/// The codes of words among which one that differs in a letter may be meant as it is, but hardly one that differs in case.
const OF_DOCUMENT: [Code; 3] = [
    Code::UnknownKeyword,
    Code::DanglingReference,
    Code::Repaired,
];

/// Whether the edit of a diagnostic is known to be right.
pub fn is_certain(sources: &Sources, diagnostic: &Diagnostic) -> bool {
    let Some(edit) = diagnostic.edit.as_deref() else {
        return false;
    };
    match edit {
        // A text that cannot be read can be meant in more than one way.
        Edit::Write { .. } if diagnostic.code == Code::Syntax => false,
        // A value is written only where the document is read as if it were there already.
        Edit::Write { .. } | Edit::Dash(_) => edit.replacement(sources).is_some(),
        // Lines at a wrong level can have been meant for more than one other level, and each of them is read without complaint.
        Edit::Indent { .. } => false,
        Edit::Replace { span, word } => {
            let written = sources.file_at(*span).and_then(|(base, source)| {
                let written = source.text.get(span.bytes_from(base))?;
                Some(written.trim_matches(['"', '\'']))
            });
            written.is_some_and(|written| is_slip(diagnostic.code, written, word))
        }
    }
}

/// Whether a word is another one with a slip. The words of the specification are few and known; a name of the document that differs
/// in a letter may well be another one.
fn is_slip(code: Code, written: &str, word: &str) -> bool {
    let is_same_but_for_case = || written.to_lowercase() == word.to_lowercase();
    let is_one_slip =
        || written.chars().count() >= LETTERS && strsim::damerau_levenshtein(written, word) == 1;
    if OF_SPECIFICATION.contains(&code) {
        return is_same_but_for_case() || is_one_slip();
    }
    OF_DOCUMENT.contains(&code) && is_same_but_for_case()
}
