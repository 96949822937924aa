//! The documented answers of an operation.

use super::{Docs, Type};

/// A documented answer.
#[derive(Clone, Debug)]
pub struct Response {
    /// The statuses it stands for.
    pub status: Status,
    /// What its body may be, the usual one first; empty where it has none. Those of a failure are told apart by their media types.
    pub bodies: Vec<ResponseBody>,
    /// The words about it.
    pub docs: Docs,
}

/// What the body of an answer may be.
#[derive(Clone, Debug)]
pub struct ResponseBody {
    /// The media types that are read the same way, the preferred one first.
    pub media_types: Vec<String>,
    /// How it is read.
    pub content: Content,
}

/// A documented header of an answer.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its name, in lower case.
    pub wire: String,
    /// How its value is spelled.
    pub spelling: HeaderSpelling,
    /// The type of its value.
    pub ty: Type,
    /// The words about it.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
}

/// How the value of a header is spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderSpelling {
    /// As text, in the style `simple`.
    Simple,
    /// As JSON.
    Json,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// JSON of a type.
    Json(Type),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl Content {
    /// The type of JSON.
    pub fn json(&self) -> Option<&Type> {
        match self {
            Content::Json(ty) => Some(ty),
            Content::Text | Content::Bytes => None,
        }
    }
}

/// The statuses that a response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status.
    Code(u16),
    /// A hundred statuses, such as `4XX`.
    Range(u16),
    /// Every status that no other response stands for.
    Default,
}

impl Status {
    /// What a key of a responses object stands for, a range in lower case included.
    pub fn read(key: &str) -> Option<Self> {
        if key == "default" {
            return Some(Self::Default);
        }
        if let (3, Ok(code @ 100..=599)) = (key.len(), key.parse()) {
            return Some(Self::Code(code));
        }
        let hundred = key.get(..1)?.parse::<u16>().ok()?;
        let is_range = key.get(1..)?.eq_ignore_ascii_case("xx");
        (is_range && (1..=5).contains(&hundred)).then_some(Self::Range(hundred))
    }

    /// Whether such answers end with their headers (RFC 9110 sections 6.4.1, 15.2, 15.3.5, 15.3.6 and 15.4.5).
    pub fn has_no_body(self) -> bool {
        matches!(
            self,
            Self::Code(100..=199 | 204 | 205 | 304) | Self::Range(1)
        )
    }
}
