//! What to use instead of what is deprecated.

use crate::ir;
use crate::rust::Deprecated;

/// What a sentence says that names a replacement.
const SIGNS: &[&str] = &[
    " instead",
    "in favor of",
    "in favour of",
    "replaced by",
    "superseded by",
];

/// How long a sentence may be that the compiler repeats at every use.
const LONG: usize = 200;

/// What `deprecated` becomes: with the sentence of the description that names a replacement, where there is one.
pub fn deprecated(is_deprecated: bool, docs: &ir::Docs) -> Option<Deprecated> {
    is_deprecated.then(|| Deprecated {
        note: docs.description.as_deref().and_then(replacement),
    })
}

fn replacement(description: &str) -> Option<String> {
    description.split("\n\n").find_map(|paragraph| {
        let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
        let paragraph = lines.join(" ");
        let mut sentences = paragraph.split_inclusive(". ").map(plain);
        sentences.find(|sentence| {
            let lower = sentence.to_lowercase();
            sentence.len() <= LONG && SIGNS.iter().any(|sign| lower.contains(sign))
        })
    })
}

/// A sentence without the marks of Markdown: compilers show it as it is.
fn plain(sentence: &str) -> String {
    let mut text = String::new();
    let mut rest = sentence
        .trim()
        .trim_start_matches(['-', '*', '#', '>', ' ']);
    // Of a link, its text.
    while let Some((before, link)) = rest.split_once('[') {
        let Some((words, target)) = link.split_once("](") else {
            break;
        };
        let Some((_, after)) = target.split_once(')') else {
            break;
        };
        text.push_str(before);
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    let text = text.replace('*', "");
    // The compiler says this itself.
    let text = text.strip_prefix("Deprecated:").unwrap_or(&text);
    text.trim().to_owned()
}
