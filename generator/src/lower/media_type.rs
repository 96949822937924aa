//! Media types, and how what is of them is read and written.

use crate::read::{Entry, Node};

/// How a media type is read and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JSON and what is JSON at heart.
    Json,
    /// The fields of a form.
    Form,
    /// Text.
    Text,
    /// Anything else: bytes.
    Bytes,
    /// Several parts.
    Multipart,
}

/// The format of a media type.
pub fn format(media_type: &str) -> Format {
    let name = essence(media_type);
    match name.as_str() {
        "application/json" | "*/*" | "application/*" | "text/json" => Format::Json,
        "application/x-www-form-urlencoded" | "x-www-form-urlencoded" => Format::Form,
        name if name.ends_with("+json") => Format::Json,
        name if name.starts_with("multipart/") => Format::Multipart,
        name if name.starts_with("text/") => Format::Text,
        _ => Format::Bytes,
    }
}

/// A media type without its parameters (RFC 9110 section 8.3.1).
pub fn essence(media_type: &str) -> String {
    media_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// The entry of the content that is generated: the first of the format that says most, exact media types before ranges.
pub fn preferred<'d, 's>(content: &'d Node<'s>) -> Option<(Format, &'d Entry<'s>)> {
    let formats = content
        .entries()
        .iter()
        .map(|entry| (format(&entry.key), entry));
    formats.min_by_key(|(format, entry)| (*format, entry.key.contains('*')))
}
