//! Words that are no token.

use super::{Place, string};
use crate::diagnostic::suggest;
use crate::read::json::reader::Expected;
use crate::read::repair::{Repair, excerpt};

/// The word that a text begins with.
pub fn word(text: &str) -> &str {
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Whether words consist of such characters.
pub fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '+' | '-')
}

/// Whether only the quote is missing before what looks like a comment: the one after it is there.
pub fn lacks_quote(line: &str) -> bool {
    let is_comment = ["//", "/*", "# "]
        .into_iter()
        .any(|sign| line.starts_with(sign));
    !is_comment && line.matches('"').count() % 2 == 1
}

/// What would make a token of a word.
pub fn repairs(place: &Place<'_>) -> Vec<Repair> {
    let word = word(place.line());
    match place.stop.expected {
        Expected::Key | Expected::KeyOrEnd => {
            // A key in which there is more than one word may have its other quote.
            let (before, after) = place.line().split_once('"').unwrap_or_default();
            let is_whole = after.trim_start().starts_with(':') && !before.contains(':');
            vec![quoted(place, "key", if is_whole { before } else { word })]
        }
        Expected::Value | Expected::ItemOrEnd => vec![value(place, word)],
        // A quote inside of a text ends it, or the one that would end a key is lost.
        Expected::CommaOrEnd | Expected::Colon | Expected::Nothing | Expected::Character => {
            let colon = place.last().find(':');
            let key = colon.filter(|_| place.stop.expected == Expected::Colon);
            let key = key.map(|colon| string::unclosed(place, place.stop.last.start + colon));
            let known = key.into_iter().chain(inner_quote(place));
            known.chain(place.signs()).collect()
        }
    }
}

/// What would put words in double quotes: the closing one may be there already.
fn quoted(place: &Place<'_>, what: &str, words: &str) -> Repair {
    let shown = excerpt(words);
    let after = place.line().get(words.len()..).unwrap_or_default();
    let closing = if after.starts_with('"') { "" } else { "\"" };
    let message = format!("the {what} `{shown}` is not in double quotes");
    let range = place.at..place.at + words.len();
    let repair = Repair::new(range, format!("\"{words}{closing}"), message);
    repair.help(format!("write `\"{shown}\"`"))
}

/// What would put the last word in double quotes, of which the closing one is there.
pub fn unopened(place: &Place<'_>) -> Option<Repair> {
    let (start, word) = (place.stop.last.start, place.last());
    let is_followed = place.stop.last.end == place.at && place.line().starts_with('"');
    let message = format!("the text `{}` is not in double quotes", excerpt(word));
    let repair = Repair::new(start..start, "\"", message).at(place.stop.last.clone());
    let is_word = is_followed && word.starts_with(is_part);
    is_word.then(|| repair.help(format!("write `\"{}\"`", excerpt(word))))
}

/// What would make a value of a word.
fn value(place: &Place<'_>, word: &str) -> Repair {
    let range = place.at..place.at + word.len();
    let after = place.line().get(word.len()..).unwrap_or_default();
    let is_alone = after.trim_start().is_empty() || after.starts_with([',', '}', ']']);
    let literal = match word.to_lowercase().as_str() {
        "none" | "nil" | "undefined" | "nan" => Some("null"),
        "yes" | "on" => Some("true"),
        "no" | "off" => Some("false"),
        lower => suggest::nearest(lower, ["true", "false", "null"]),
    };
    if let Some(literal) = literal.filter(|_| is_alone) {
        let message = format!("`{}` is not a valid value", excerpt(word));
        let help = format!("did you mean `{literal}`?");
        return Repair::new(range, literal, message).help(help);
    }
    let digits = word
        .trim_start_matches(['+', '-', '0'])
        .trim_end_matches('.');
    if digits.len() < word.len() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("`{}` is not a number of JSON", excerpt(word));
        let number = [if word.starts_with('-') { "-" } else { "" }, digits].concat();
        let help = format!("write `{}`, or put it in double quotes", excerpt(&number));
        return Repair::new(range, number, message).help(help);
    }
    // What is not in quotes ends at the quote that closes it, or with its line.
    let line = place.line();
    let end = line.find('"').or_else(|| line.find([',', '}', ']']));
    let words = line.get(..end.unwrap_or(line.len())).unwrap_or_default();
    quoted(place, "text", words.trim_end())
}

/// What would keep the quotes inside of the last string from ending it, if it is on the same line.
fn inner_quote(place: &Place<'_>) -> Option<Repair> {
    let quote = place.stop.last.end - 1;
    let end = place.at + place.line().rfind('"')?;
    let inside = place.text.get(quote..end)?;
    if !inside.starts_with('"') || inside.contains('\n') {
        return None;
    }
    let message = "the quote `\"` inside of this text ends it";
    let repair = Repair::new(quote..end, inside.replace('"', "\\\""), message);
    let help = "write `\\\"` for each quote inside of the text, or remove it";
    Some(repair.at(quote..quote + 1).choice(help))
}
