//! Media types, and how what is of them is read and written.

use super::Lowered;
use crate::ir::Place;
use crate::openapi::{MediaType, Named, Shared, Text};

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

/// An entry of `content`.
#[derive(Clone, Copy)]
pub struct ContentEntry<'m, 'd> {
    /// The media type, as it is written.
    pub key: Text<'d>,
    /// What the document says of it.
    pub media_type: &'m MediaType<'d>,
    /// How it is read and written.
    pub format: Format,
}

impl ContentEntry<'_, '_> {
    /// What the types of the content are called after: the component, if it is one, or where it is used.
    pub fn place(&self, used: &Place) -> Place {
        let component = self.media_type.component;
        component.map_or_else(|| used.clone(), |name| Place::schema(name).below("content"))
    }
}

/// The entries of `content`.
///
/// # Errors
/// Something is wrong with one of them.
pub fn entries<'m, 'd>(
    content: &'m [Named<'d, Shared<MediaType<'d>>>],
) -> Lowered<Vec<ContentEntry<'m, 'd>>> {
    content.iter().map(entry).collect()
}

fn entry<'m, 'd>(entry: &'m Named<'d, Shared<MediaType<'d>>>) -> Lowered<ContentEntry<'m, 'd>> {
    let media_type = entry.value.as_deref()?;
    let key = Text {
        text: entry.name,
        span: entry.span,
    };
    Ok(ContentEntry {
        key,
        media_type,
        format: match format(key.text) {
            // Nothing says that it is JSON.
            Format::Json if key.text.contains('*') && media_type.schema.is_none() => Format::Bytes,
            format => format,
        },
    })
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
pub fn preferred<'m, 'd>(entries: &[ContentEntry<'m, 'd>]) -> Option<ContentEntry<'m, 'd>> {
    let entries = entries.iter().copied();
    entries.min_by_key(|entry| (entry.format, entry.key.text.contains('*')))
}
