//! What one item of a list is called.

/// Words that end like a plural and are none, or whose singular does not follow from their letters.
const IRREGULAR: [&str; 14] = [
    "axes",
    "bias",
    "caches",
    "canvas",
    "cookies",
    "gas",
    "indices",
    "kubernetes",
    "matrices",
    "movies",
    "news",
    "series",
    "species",
    "vertices",
];

/// Other ends of words that are no plurals, or of which only the word itself tells what the singular is: `aliases`, but `databases`.
const UNCLEAR: [&str; 6] = ["ss", "us", "is", "os", "ases", "uses"];

/// The singular of the last word, where it is a plural whose letters say what its singular is.
pub fn singular(words: &str) -> Option<String> {
    let last = super::case::words(words).pop()?;
    let is_regular = !IRREGULAR.contains(&last.as_str());
    if !is_regular || UNCLEAR.iter().any(|end| last.ends_with(end)) {
        return None;
    }
    if let Some(stem) = words.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    let has_e = ["sses", "xes", "ches", "shes"];
    let end = has_e.iter().find(|end| words.ends_with(**end));
    words
        .strip_suffix(end.map_or("s", |_| "es"))
        .map(str::to_owned)
}
