//! Media types, and how what is of them is read and written.

mod parameters;

use parameters::parameters;

use std::cmp::Reverse;

use super::Lowered;
use super::stream::Framing;
use super::token::is_token;
use crate::ir::Place;
use crate::openapi::{MediaType, Named, Shared, Text};

/// The parameter that says how a text is encoded, not what it is.
const CHARSET: &str = "charset";

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
    /// How its items are distinguished, where it is read as a stream.
    pub framing: Option<Framing>,
    /// The data of an event after which there are no others, where the document says it.
    pub sentinel: Option<&'d str>,
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
        framing: None,
        sentinel: media_type.sentinel,
    })
}

/// The format of a media type.
pub fn format(media_type: &str) -> Format {
    let name = essence(media_type);
    match name.as_str() {
        "application/json" | "*/*" | "application/*" | "text/json" => Format::Json,
        "application/x-www-form-urlencoded" | "x-www-form-urlencoded" => Format::Form,
        name if is_stream(name) && !name.starts_with("text/") => Format::Bytes,
        name if name.ends_with("+json") => Format::Json,
        name if name.starts_with("multipart/") => Format::Multipart,
        name if name.starts_with("text/") => Format::Text,
        _ => Format::Bytes,
    }
}

/// The order of media types of one format: the usual ones first, and then their own order, which that of the document does not change.
/// Bytes are bytes whatever they are of, so that the order of the document may say which media type is preferred.
pub fn order(format: Format, media_type: &str) -> impl Ord + use<> {
    const USUAL: [&str; 3] = ["application/json", "multipart/form-data", "text/plain"];
    match format {
        Format::Bytes => (false, String::new()),
        Format::Json | Format::Form | Format::Text | Format::Multipart => (
            !USUAL.contains(&essence(media_type).as_str()),
            normalized(media_type),
        ),
    }
}

/// Whether a media type is a sequence of items.
pub fn is_stream(media_type: &str) -> bool {
    const STREAMS: [&str; 9] = [
        "text/event-stream",
        "application/json-seq",
        "application/jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/ndjson",
        "application/x-ndjson",
        "application/stream+json",
        "application/x-json-stream",
    ];
    STREAMS.contains(&essence(media_type).as_str())
}

/// A media type as others are compared with it: what its parameters say, without the charset, which says nothing of the data.
pub fn normalized(media_type: &str) -> String {
    let mut normalized = essence(media_type);
    for (name, value) in parameters(media_type) {
        if name == CHARSET {
            continue;
        }
        let value = if is_token(&value) {
            value
        } else {
            format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
        };
        normalized += &format!(";{name}={value}");
    }
    normalized
}

/// The charset that a media type names.
pub fn charset(media_type: &str) -> Option<String> {
    let mut parameters = parameters(media_type).into_iter();
    let charset = parameters.find(|(name, _)| name == CHARSET);
    charset.map(|(_, value)| value)
}

/// What distinguishes a media type from others of its kind, in words.
pub fn words(media_type: &str) -> String {
    let normalized = normalized(media_type);
    let end = normalized
        .split_once('/')
        .map_or(&*normalized, |(_, end)| end);
    end.replace([';', '=', '"'], " ")
}

/// Whether content of a media type is content of another one: of a range, or of one with fewer parameters.
pub fn is_within(media_type: &str, other: &str) -> bool {
    let (own, range) = (essence(media_type), essence(other));
    let is_within = match range.strip_suffix('*') {
        Some("*/") => true,
        Some(kind) => own.starts_with(kind),
        None => own == range,
    };
    let own = parameters(media_type);
    let has = |(name, value): &(String, String)| {
        let is_it =
            |(other, text): &(String, String)| other == name && text.eq_ignore_ascii_case(value);
        name == CHARSET || own.iter().any(is_it)
    };
    is_within && parameters(other).iter().all(has)
}

/// How wide a media type is: of two where one is within the other, the wider one has the larger number.
pub fn width(media_type: &str) -> (usize, Reverse<usize>) {
    let stars = essence(media_type).matches('*').count();
    (stars, Reverse(parameters(media_type).len()))
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
