//! The documented responses of an operation.

use super::{Docs, Status, Type};

/// A documented response.
#[derive(Clone, Debug)]
pub struct Response {
    /// The statuses that it is for.
    pub status: Status,
    /// What its body may be, the usual one first; empty where it has none. Those of a failure differ in their media types.
    pub bodies: Vec<ResponseBody>,
    /// The words about it.
    pub docs: Docs,
}

/// What the body of a response may be.
#[derive(Clone, Debug)]
pub struct ResponseBody {
    /// The media types that are read the same way, the preferred one first.
    pub media_types: Vec<String>,
    /// How it is read.
    pub content: Content,
}

/// A documented response header.
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

/// The body of a response.
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
