//! The Operation Object.

use super::{
    Method, Parameter, Parsed, RequestBody, Response, SecurityRequirement, Server, Shared, Status,
    Text, Value, Words,
};
use crate::source::Span;

/// An operation and its method.
#[derive(Debug)]
pub struct MethodOperation<'d> {
    /// The method.
    pub method: Method,
    /// Its tags, also where it has an error.
    pub tags: Vec<&'d str>,
    /// Its operationId, also where it has an error.
    pub id: Option<&'d str>,
    /// Whether an extension says that it is not for clients.
    pub is_ignored: bool,
    /// The operation.
    pub operation: Parsed<Operation<'d>>,
}

/// An Operation Object.
#[derive(Debug)]
pub struct Operation<'d> {
    /// Its place.
    pub span: Span,
    /// The operationId.
    pub id: Option<Text<'d>>,
    /// The name that extensions give it.
    pub name: Option<OperationName<'d>>,
    /// What it says of itself.
    pub words: Words<'d>,
    /// Its own parameters.
    pub parameters: Vec<Shared<Parameter<'d>>>,
    /// The request body.
    pub request_body: Option<Shared<RequestBody<'d>>>,
    /// The Responses Object.
    pub responses: Vec<Parsed<StatusResponse<'d>>>,
    /// The place of the key `callbacks`, where there is one.
    pub callbacks: Option<Span>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What it requires, where it says so itself.
    pub security: Option<Vec<Parsed<SecurityRequirement<'d>>>>,
    /// `servers`, where there are some, and the place of the key.
    pub servers: Option<Vec<Parsed<Server<'d>>>>,
    /// `x-sdk-idempotent`.
    pub idempotent: Option<Value<'d>>,
    /// What an extension says of how it is paged.
    pub pagination: Option<Pagination<'d>>,
    /// What an extension says of successes that are streams.
    pub streaming: Option<Streaming<'d>>,
}

/// The name that extensions give an operation.
#[derive(Clone, Debug)]
pub struct OperationName<'d> {
    /// The groups that it is in, the outer ones first.
    pub group: Vec<&'d str>,
    /// Its name in the group, where they give it one.
    pub method: Option<&'d str>,
}

/// What an extension says of how the list of an operation is paged.
#[derive(Clone, Copy, Debug)]
pub struct Pagination<'d> {
    /// Whose words it uses.
    pub syntax: PaginationSyntax,
    /// Its value.
    pub value: Value<'d>,
}

/// The extensions that say how the list of an operation is paged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaginationSyntax {
    /// `x-sdk-pagination`.
    Sdk,
    /// `x-speakeasy-pagination`.
    Speakeasy,
    /// `x-fern-pagination`.
    Fern,
    /// `x-ms-pageable`.
    Microsoft,
    /// `x-redoclyPagination`, formerly `x-redocly-pagination`.
    Redocly,
}

/// What an extension says of successes that are streams.
#[derive(Clone, Copy, Debug)]
pub struct Streaming<'d> {
    /// What JSON means where it is a stream.
    pub format: StreamingFormat,
    /// The data of an event after which there are no others.
    pub terminator: Option<&'d str>,
}

/// What the media type JSON means where an extension says that it is a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamingFormat {
    /// JSON after JSON, in lines.
    Json,
    /// Events, whose data is JSON.
    Events,
}

/// A response and the statuses that it is for.
#[derive(Debug)]
pub struct StatusResponse<'d> {
    /// The place of the key.
    pub span: Span,
    /// The statuses.
    pub status: Status,
    /// The response.
    pub response: Shared<Response<'d>>,
}
