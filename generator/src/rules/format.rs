//! `format`: any word is legal, and some are meant to be another one.

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Kind, Schema, SchemaId};
use crate::source::Span;

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

/// What other languages call a usual format.
const SYNONYMS: [(&str, &str); 2] = [("int", "int32"), ("long", "int64")];

/// Words near to those that mean something else, most of them from the registry of formats.
const OTHERS: [&str; 23] = [
    "bytes", "cuid", "data", "dates", "emails", "guid", "int16", "int24", "int52", "int53", "int8",
    "ipv", "ip", "iri", "time", "uint32", "uint64", "ulid", "url", "uuid1", "uuid4", "uuid7",
    "uuids",
];

/// A format that is near to a usual one is probably meant to be it.
pub fn known(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let Some((text, span)) = written(schema) else {
        return;
    };
    let Some(meant) = meant(text) else {
        return;
    };
    let message = format!("`{text}` is not a known format");
    let unknown = Diagnostic::new(Code::Format, span, message).label("ignored");
    cx.report(unknown.meant(meant));
}

/// The format as it is written: what stands for the content of a string is elsewhere in the schema.
fn written<'d>(schema: &Schema<'d>) -> Option<(&'d str, Span)> {
    let format = schema.keyword("format")?.value;
    Some((format.as_str()?, format.span()))
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
pub fn of_kind(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let (Some((text, span)), Some((kind, place))) = (written(schema), schema.kind) else {
        return;
    };
    let word = kind.as_str();
    let is_number = OF_NUMBERS.contains(&text);
    let is_text = OF_TEXT.contains(&text);
    let meant = match kind {
        Kind::String | Kind::Boolean if is_number => "number",
        Kind::Integer | Kind::Number | Kind::Boolean if is_text => "string",
        Kind::Null
        | Kind::Boolean
        | Kind::Object
        | Kind::Array
        | Kind::Number
        | Kind::Integer
        | Kind::String => return,
    };
    let meant = if text == "int32" { "integer" } else { meant };
    let message = format!("the format `{text}` says nothing about `type: {word}`");
    let inapplicable = Diagnostic::new(Code::Inapplicable, span, message)
        .label("ignored")
        .related(place, "the type");
    let help = format!("write `type: {meant}`, or remove `format`");
    cx.report(inapplicable.help(help).inert());
}

/// The usual format that a word is probably meant to be.
fn meant(text: &str) -> Option<&'static str> {
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == text);
    if let Some((_, meant)) = synonym {
        return Some(meant);
    }
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
