//! The Media Type Object, the Encoding Object and the Request Body Object.

use super::{Named, Parsed, SchemaId, Shared, Style, Text, Value, Words};
use crate::source::Span;

/// A Request Body Object.
#[derive(Clone, Debug)]
pub struct RequestBody<'d> {
    /// The name by which `components.requestBodies` holds it.
    pub component: Option<&'d str>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// The media types in which it may be sent.
    pub content: Vec<Named<'d, Shared<MediaType<'d>>>>,
    /// Whether it must be sent, where that is spelled out.
    pub required: Option<bool>,
}

/// A Media Type Object.
#[derive(Clone, Debug)]
pub struct MediaType<'d> {
    /// The name by which `components.mediaTypes` holds it.
    pub component: Option<&'d str>,
    /// The schema of the content.
    pub schema: Option<SchemaId>,
    /// The schema of each item of a sequential media type, and the place of the key.
    pub item_schema: Option<(SchemaId, Span)>,
    /// `x-speakeasy-sse-sentinel`: the data of an event after which there are no others.
    pub sentinel: Option<&'d str>,
    /// Examples of the content.
    pub examples: Vec<Value<'d>>,
    /// How the properties of a form or of a multipart body are written.
    pub encoding: Vec<Named<'d, Parsed<Encoding<'d>>>>,
    /// The places of `prefixEncoding` and `itemEncoding`.
    pub positional_encoding: Vec<Text<'d>>,
}

/// An Encoding Object.
#[derive(Clone, Debug)]
pub struct Encoding<'d> {
    /// `contentType`: media types, separated by commas.
    pub content_type: Option<Text<'d>>,
    /// The names of the headers of a part.
    pub headers: Vec<&'d str>,
    /// The place of the key `headers`.
    pub headers_span: Option<Span>,
    /// The style, where one is named, and the place of the key.
    pub style: Option<(Style, Span)>,
    /// `explode`, where it is given, and the place of the key.
    pub explode: Option<(bool, Span)>,
    /// `allowReserved`, where it is given, and the place of the key.
    pub allow_reserved: Option<(bool, Span)>,
    /// The places of the keys `encoding`, `prefixEncoding` and `itemEncoding`.
    pub nested: Vec<Text<'d>>,
}
