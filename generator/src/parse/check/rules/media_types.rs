//! What the keys of `content` are called.

use super::operations::is_of_tokens;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::{Cx, placement};
use crate::parse::dialect::tables::RESPONSE;
use crate::read::Node;

/// Media types that documents name most.
const USUAL: [&str; 11] = [
    "application/json",
    "application/jsonl",
    "application/x-ndjson",
    "application/xml",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "text/html",
    "text/event-stream",
    "application/problem+json",
];

/// Media types that look like these misspelled.
const OTHERS: [&str; 7] = [
    "application/bson",
    "application/cson",
    "application/hjson",
    "application/json5",
    "application/rjson",
    "application/ijson",
    "text/htm",
];

/// The types that are registered.
const TYPES: [&str; 9] = [
    "application",
    "audio",
    "font",
    "image",
    "message",
    "model",
    "multipart",
    "text",
    "video",
];

/// The keys of `content` are media types.
pub fn names<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let Some(content) = node.get("content") else {
        return;
    };
    // All objects that have one say the same of it; since version 3.2, a media type may be a reference.
    let Some(field) = cx.dialect.field(&RESPONSE, "content") else {
        return;
    };
    for entry in content.entries() {
        let key = entry.key.as_ref();
        let essence = key.split(';').next().unwrap_or_default().trim();
        // Half of a media type is reported where it is read as a whole one.
        let is_told = key == "x-www-form-urlencoded"
            || placement::of_named(cx, content, field.expected, entry).is_some();
        if is_told {
            continue;
        }
        if is_media_type(essence) {
            let message = format!("unknown media type `{key}`");
            let unknown = Diagnostic::new(Code::UnknownValue, entry.key_span, message);
            let unknown = meant(essence).map(|meant| unknown.meant(&meant).harmless());
            unknown.into_iter().for_each(|unknown| cx.report(unknown));
            continue;
        }
        let message = format!("`{key}` is not a valid media type");
        let invalid = |code| Diagnostic::new(code, entry.key_span, message.as_str()).harmless();
        // Half of a media type, or one with a slip, leaves clear what the body is, and its schema is lost.
        let ends = |usual: &&&str| usual.rsplit('/').next() == Some(essence);
        let plain = essence.trim_end_matches(|c| !is_of_tokens(c));
        let plain = Some(plain).filter(|plain| plain.len() < essence.len() && is_media_type(plain));
        let meant = plain.or_else(|| USUAL.iter().find(ends).copied());
        let meant = meant.or_else(|| nearest(essence, USUAL)).map(str::to_owned);
        let help = "write a type and a subtype, such as `application/json`";
        cx.report(match meant.or_else(|| split(essence)) {
            Some(meant) => invalid(Code::UnknownValue).meant(&meant),
            None => invalid(Code::MediaType).help(help),
        });
    }
}

/// A media type that is written without its slash.
fn split(joined: &str) -> Option<String> {
    TYPES.iter().find_map(|main| {
        let sub = joined.strip_prefix(main)?;
        let is_subtype = sub.starts_with(char::is_alphanumeric) && sub.chars().all(is_of_tokens);
        is_subtype.then(|| format!("{main}/{sub}"))
    })
}

/// Whether a text is a type and a subtype.
fn is_media_type(essence: &str) -> bool {
    essence.split_once('/').is_some_and(|(main, sub)| {
        let are_tokens = main.chars().chain(sub.chars()).all(is_of_tokens);
        !main.is_empty() && !sub.is_empty() && are_tokens
    })
}

/// The usual media type to which one is so near that it must be meant, or the same of a type that is registered.
fn meant(essence: &str) -> Option<String> {
    let essence = essence.to_ascii_lowercase();
    // Nearly all are: a large document names thousands.
    if USUAL.contains(&essence.as_str()) {
        return None;
    }
    let is_near = |usual: &&&str| strsim::damerau_levenshtein(&essence, usual) == 1;
    let usual = USUAL.iter().find(is_near);
    if let Some(usual) = usual.filter(|_| !OTHERS.contains(&essence.as_str())) {
        return Some((*usual).to_owned());
    }
    let (main, sub) = essence.split_once('/')?;
    let known = nearest(main, TYPES).filter(|_| !TYPES.contains(&main));
    known.map(|main| format!("{main}/{sub}"))
}
