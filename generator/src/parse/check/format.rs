//! `format`: any word is legal, and some are meant to be another one.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// The formats that documents mean most.
const USUAL: [&str; 16] = [
    "int32",
    "int64",
    "float",
    "double",
    "byte",
    "binary",
    "date",
    "date-time",
    "password",
    "email",
    "uuid",
    "uri",
    "hostname",
    "ipv4",
    "ipv6",
    "duration",
];

/// Words near to those that mean something else, most of them from the registry of formats.
const OTHERS: [&str; 23] = [
    "bytes", "cuid", "data", "dates", "emails", "guid", "int16", "int24", "int52", "int53", "int8",
    "ipv", "ip", "iri", "time", "uint32", "uint64", "ulid", "url", "uuid1", "uuid4", "uuid7",
    "uuids",
];

/// A format that is near to a usual one is probably meant to be it.
pub fn format<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some((format, text)) = node
        .get("format")
        .and_then(|format| Some((format, format.as_str()?)))
    else {
        return;
    };
    let Some(meant) = meant(text) else {
        return;
    };
    let message = format!("`{text}` is not a known format");
    let unknown = Diagnostic::new(Code::Format, format.span, message).label("ignored");
    cx.report(unknown.help(format!("did you mean `{meant}`?")));
}

fn is_other(text: &str) -> bool {
    OTHERS.iter().any(|other| text.eq_ignore_ascii_case(other))
}

/// Formats of numbers, and those of text that no number has.
const OF_NUMBERS: [&str; 3] = ["int32", "float", "double"];
const OF_TEXT: [&str; 7] = [
    "byte", "binary", "date", "password", "email", "uuid", "hostname",
];

/// A usual format goes with its type.
pub fn of_type<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let (Some(format), Some(kind)) = (node.get("format"), node.get("type")) else {
        return;
    };
    let (Some(text), Some(word)) = (format.as_str(), kind.as_str()) else {
        return;
    };
    let meant = match word {
        "string" | "boolean" if OF_NUMBERS.contains(&text) => "number",
        "integer" | "number" | "boolean" if OF_TEXT.contains(&text) => "string",
        _ => return,
    };
    let meant = if text == "int32" { "integer" } else { meant };
    let message = format!("the format `{text}` says nothing about `type: {word}`");
    let inapplicable = Diagnostic::new(Code::Inapplicable, format.span, message)
        .label("ignored")
        .related(kind.span, "the type");
    cx.report(inapplicable.help(format!("write `type: {meant}`, or remove `format`")));
}

/// The usual format that a word is probably meant to be.
fn meant(text: &str) -> Option<&'static str> {
    if text.len() < 4 || USUAL.contains(&text) || is_other(text) {
        return None;
    }
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let written = letters(text);
    USUAL.into_iter().find(|name| {
        written == letters(name)
            || name.len().abs_diff(text.len()) <= 1 && strsim::damerau_levenshtein(name, text) == 1
    })
}
