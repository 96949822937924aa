//! What a description says already, so that a note or a summary would only repeat it.

use crate::ir::{DocNote, DocNoteValue};
use crate::name::markdown;

/// How many words at most are between a value and the word that says what it is.
const NEAR: usize = 5;

/// The words before a thing that say nothing about it: articles, and those by which descriptions point at what the path names.
const POINTERS: [&str; 9] = [
    "a",
    "an",
    "existing",
    "given",
    "new",
    "provided",
    "specific",
    "specified",
    "the",
];

/// Whether a description says what a note says.
pub fn is_said(description: Option<&str>, note: &DocNote) -> bool {
    let Some(text) = description else {
        return false;
    };
    match &note.value {
        DocNoteValue::None => match note.label.as_ref() {
            "Read-only" => says(text, &["read-only", "read only"]),
            "Write-only" => says(text, &["write-only", "write only"]),
            _ => false,
        },
        DocNoteValue::Code(value) => match note.label.as_ref() {
            "Default" => follows(text, value, &["default"]),
            "Minimum" | "Minimum length" | "Minimum number of items" => {
                follows(text, value, &["min", "between", "least", "from"])
            }
            "Maximum" | "Maximum length" | "Maximum number of items" => {
                follows(text, value, &["max", "between", "most", "up"])
            }
            _ => false,
        },
        DocNoteValue::Codes(values) if note.label == "Always" => values
            .iter()
            .all(|value| text.contains(&markdown::code(value))),
        DocNoteValue::Codes(_) | DocNoteValue::Block(_) | DocNoteValue::Link { .. } => false,
    }
}

/// Whether a description begins with its summary, be it as `Updates a user.` for `Update user`.
pub fn begins_with(description: &str, summary: &str) -> bool {
    let mut sentences = description.split_inclusive(['.', '\n']);
    let first = sentences.next().unwrap_or_default();
    let summary = sentence(summary);
    !summary.is_empty() && sentence(first) == summary
}

fn says(text: &str, phrases: &[&str]) -> bool {
    let text = text.to_lowercase();
    phrases.iter().any(|phrase| text.contains(phrase))
}

/// Whether the value follows closely on a word that begins like one of these, in the same sentence.
fn follows(text: &str, value: &str, starts: &[&str]) -> bool {
    let mut left = 0;
    for word in text.split_whitespace() {
        let bare = bare(word);
        // Numbers may have commas within.
        if left > 0 && bare.replace(',', "") == value {
            return true;
        }
        let lower = bare.to_lowercase();
        let is_abbreviated = starts.contains(&lower.as_str());
        left = if word.ends_with('.') && !is_abbreviated {
            0
        } else if starts.iter().any(|start| lower.starts_with(start)) {
            NEAR
        } else {
            left.saturating_sub(1)
        };
    }
    false
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| "`'\"“”*_()[],:;=!".contains(c))
        .trim_end_matches(['.', '`', '\'', '"', '”', '*', '_', ')'])
}

/// The words of a sentence without those that only point, and with its verb as a command.
fn sentence(text: &str) -> Vec<String> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase);
    let is_word = |word: &String| !word.is_empty() && !POINTERS.contains(&word.as_str());
    let mut words: Vec<String> = words.filter(is_word).collect();
    if let Some(verb) = words.first_mut() {
        *verb = command(verb);
    }
    words
}

/// `update` for `updates`.
fn command(verb: &str) -> String {
    let ends = |end: &str| verb.ends_with(end);
    if let Some(stem) = verb.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = if ["sses", "shes", "ches", "xes"].iter().any(|end| ends(end)) {
        verb.strip_suffix("es")
    } else if ends("ss") {
        None
    } else {
        verb.strip_suffix('s')
    };
    stem.unwrap_or(verb).to_owned()
}
