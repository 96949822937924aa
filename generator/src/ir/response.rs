//! The documented responses of an operation.

use super::{Docs, Origin, Status, Type};

/// A documented response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Its place in the document.
    pub origin: Origin,
    /// The statuses that it is for.
    pub status: Status,
    /// What its body may be, the usual one first; empty where it has none. Those of a failure differ in their media types, and are
    /// asked in this order, the first one last.
    pub bodies: Vec<ResponseBody>,
    /// The media types of other formats, for which the operation does not ask.
    pub others: Vec<String>,
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
    /// Its place in the document.
    pub origin: Origin,
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

/// The content of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Its type.
    pub ty: Type,
    /// How it is read.
    pub reading: Reading,
}

/// How content is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As JSON.
    Json,
    /// As the text of a scalar.
    Text,
    /// The same, in this charset unless the response states another one.
    TextIn(String),
    /// As JSON, unless the response states that it is another text.
    JsonOrText,
    /// As the text of a scalar, unless the response states that it is JSON.
    TextOrJson,
    /// As it is.
    Bytes,
    /// As it is, or as a stream of it, whichever the caller asks for.
    BytesOrStream,
    /// As events, whose data is of the type.
    Events {
        /// How their data is read.
        data: EventData,
        /// The data of an event after which there are no others.
        sentinel: Option<String>,
    },
    /// As lines of JSON, each a value of the type.
    JsonLines,
    /// As a sequence of JSON (RFC 7464), each a value of the type.
    JsonSequence,
}

/// How the data of an event is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventData {
    /// As JSON.
    Json,
    /// As the text of a scalar.
    Text,
    /// Within an object, as its property `data` beside the name of the event, `event`.
    Named,
}

impl Content {
    /// The type of JSON.
    pub fn json(&self) -> Option<&Type> {
        (self.reading == Reading::Json).then_some(&self.ty)
    }

    /// Whether it is a stream of values of its type.
    pub fn is_stream(&self) -> bool {
        match self.reading {
            Reading::Events { .. } | Reading::JsonLines | Reading::JsonSequence => true,
            Reading::Json
            | Reading::Text
            | Reading::TextIn(_)
            | Reading::JsonOrText
            | Reading::TextOrJson
            | Reading::Bytes
            | Reading::BytesOrStream => false,
        }
    }
}
