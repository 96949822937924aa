//! Operations.

use super::{Access, Docs, Ident, Type};

/// An operation: a file with its marker type, its entry method and its setters.
#[derive(Debug)]
pub struct Operation {
    /// The module.
    pub module: Ident,
    /// The marker type.
    pub marker: Ident,
    /// The words about the marker type.
    pub marker_docs: Docs,
    /// The entry method.
    pub method: Ident,
    /// The words about the entry method.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// The constant of `http::Method`.
    pub http_method: &'static str,
    /// The path template.
    pub path: String,
    /// Where it is served, if not where the rest of the API is.
    pub server: Option<String>,
    /// What `x-sdk-idempotent` says.
    pub idempotent: Option<bool>,
    /// What the client must hold.
    pub access: Access,
    /// The arguments of the entry method.
    pub arguments: Vec<Argument>,
    /// The setters.
    pub setters: Vec<Argument>,
    /// Entry methods that take the body in other ways.
    pub others: Vec<Entry>,
    /// The header `Accept`, where it is not JSON alone.
    pub accept: Option<String>,
    /// What success gives.
    pub output: Output,
}

impl Operation {
    /// The arguments of all entry methods and setters.
    pub fn all_arguments(&self) -> impl Iterator<Item = &Argument> {
        let others = self.others.iter().flat_map(|entry| &entry.arguments);
        self.arguments.iter().chain(others).chain(&self.setters)
    }
}

/// A further entry method of an operation.
#[derive(Debug)]
pub struct Entry {
    /// The method.
    pub method: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Its arguments.
    pub arguments: Vec<Argument>,
}

/// An argument of the entry method, or a setter with its one argument.
#[derive(Clone, Debug)]
pub struct Argument {
    /// The argument or the setter.
    pub ident: Ident,
    /// Its name on the wire; empty for the body.
    pub wire: String,
    /// Where it goes.
    pub target: Target,
    /// The words about it, for a setter.
    pub docs: Docs,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Its type.
    pub ty: Type,
}

/// Where an argument goes, by the method of the runtime that puts it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A parameter: the method, and the variant of the runtime's `Style` where that is not the location's default.
    Parameter(&'static str, Option<&'static str>),
    /// The body, as JSON; the media type where it is not `application/json`.
    Json(Option<String>),
    /// The body, as a form, with the variants of `Style` for fields that have a style of their own.
    Form(Vec<(String, &'static str)>),
    /// The body as it is, of a media type.
    Plain(String),
    /// The body in parts, of a media type.
    Multipart(String),
    /// The media type of the body.
    ContentType,
}

/// What success gives.
#[derive(Debug)]
pub enum Output {
    /// One type, whatever the status.
    One {
        /// The body.
        body: Content,
        /// The statuses.
        statuses: Vec<StatusPattern>,
    },
    /// A variant for each status.
    Many {
        /// The enum.
        ident: Ident,
        /// Its variants.
        variants: Vec<Outcome>,
    },
}

/// A variant of an operation's output.
#[derive(Debug)]
pub struct Outcome {
    /// The variant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The status.
    pub status: StatusPattern,
    /// The body.
    pub body: Content,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// None.
    Empty,
    /// JSON of a type.
    Json(Type),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A pattern that matches statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// From the first to the last of a hundred.
    Range(u16, u16),
}
