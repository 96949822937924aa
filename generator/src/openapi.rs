//! The document as the objects of the specification, of no version: schemas are those of JSON Schema 2020-12.
//!
//! What is wrong in the document is not here: in its place is the proof that it was reported, so that nothing later can take it
//! for something else. One wrong object costs only itself.

mod direction;
mod document;
pub mod fit;
mod kind;
mod limits;
mod media_type;
mod method;
mod operation;
mod parameter;
mod response;
mod schema;
mod schemas;
mod security;
mod server;
mod status;
mod template;
mod value;
mod words;

pub use direction::Direction;
pub use document::{Components, Document, Info, PathItem, Tag};
pub use kind::Kind;
pub use limits::{Bound, Count, Limits};
pub use media_type::{Encoding, MediaType, RequestBody};
pub use method::Method;
pub use operation::{
    MethodOperation, Operation, OperationName, Pagination, PaginationSyntax, StatusResponse,
    Streaming, StreamingFormat,
};
pub use parameter::{Header, HeaderOwner, Parameter, ParameterFormat, ParameterLocation, Style};
pub use response::Response;
pub use schema::{ContentEncoding, Discriminator, ListedValue, Mapping, Reference, Schema, Values};
pub use schemas::{SchemaId, Schemas, Target};
pub use security::{OAuthFlows, SchemeKind, SecurityRequirement, SecurityScheme};
pub use server::{Server, ServerVariable};
pub use status::Status;
pub use template::{Template, TemplatePart};
pub use value::Value;
pub use words::{ExternalDocs, Words};

pub use crate::read::JsonLayout;

use std::rc::Rc;

use crate::diagnostic::Reported;
use crate::source::Span;

/// An object of the document, or the proof that what is wrong with it is reported.
pub type Parsed<T> = Result<T, Reported>;

/// An object that references may share.
pub type Shared<T> = Parsed<Rc<T>>;

/// A text of the document and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Text<'d> {
    /// The text.
    pub text: &'d str,
    /// Its place.
    pub span: Span,
}

/// An entry of an object whose keys the author chooses.
#[derive(Clone, Debug)]
pub struct Named<'d, T> {
    /// The key.
    pub name: &'d str,
    /// The place of the key.
    pub span: Span,
    /// The value.
    pub value: T,
}

/// The named value among others.
pub fn named<'n, T>(entries: &'n [Named<'_, T>], name: &str) -> Option<&'n T> {
    let entry = entries.iter().find(|entry| entry.name == name)?;
    Some(&entry.value)
}
