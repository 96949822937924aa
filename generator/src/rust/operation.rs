//! Operations.

use super::{
    Conversion, Deprecated, Docs, Ident, Import, Origin, Paging, Reading, SecurityRequirement,
    Server, Type,
};

/// An operation: a file with its marker type, its entry method and its setters.
#[derive(Debug)]
pub struct Operation {
    /// Its place in the document.
    pub origin: Origin,
    /// The module.
    pub module: Ident,
    /// What its items need.
    pub imports: Vec<Import>,
    /// Its method and its path, as a code span.
    pub request: String,
    /// Its first tag.
    pub tag: Option<String>,
    /// The marker type.
    pub marker: Ident,
    /// The words about the marker type.
    pub marker_docs: Docs,
    /// The entry method.
    pub method: Ident,
    /// The words about the entry method.
    pub docs: Docs,
    /// That it should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// The HTTP method.
    pub http_method: String,
    /// The path template.
    pub path: String,
    /// Where it is served, if not where the rest of the API is; relative to that place, or absolute.
    pub server: Option<String>,
    /// Its own servers.
    pub servers: Vec<Server>,
    /// What becomes of redirects.
    pub redirects: Redirects,
    /// What `x-sdk-idempotent` says.
    pub idempotent: Option<bool>,
    /// How its list is paged.
    pub paging: Option<Paging>,
    /// The header that is a random idempotency key unless the caller sets it.
    pub idempotency_key: Option<String>,
    /// The parameters that it sends by itself.
    pub constants: Vec<ConstantParameter>,
    /// What the client must hold.
    pub security: SecurityRequirement,
    /// The arguments of the entry method.
    pub arguments: Vec<Argument>,
    /// The setters.
    pub setters: Vec<Argument>,
    /// Entry methods that take the body in other formats.
    pub others: Vec<Entry>,
    /// The header `Accept`, where it is not JSON alone.
    pub accept: Option<String>,
    /// What success gives.
    pub output: Output,
    /// What the API says of a failure, where that is for the operation alone to know.
    pub failure: Option<Output>,
}

impl Operation {
    /// The arguments of all entry methods and setters.
    pub fn all_arguments(&self) -> impl Iterator<Item = &Argument> {
        let others = self.others.iter().flat_map(|entry| &entry.arguments);
        self.arguments.iter().chain(others).chain(&self.setters)
    }
}

/// What becomes of the redirects of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirects {
    /// They are followed.
    Followed,
    /// They are what it returns.
    Returned,
}

/// A parameter with one value.
#[derive(Debug)]
pub struct ConstantParameter {
    /// Its place in the document.
    pub origin: Origin,
    /// Its name on the wire.
    pub wire: String,
    /// Where it goes.
    pub target: Target,
    /// Its value.
    pub text: String,
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
    /// Its place in the document.
    pub origin: Origin,
    /// The argument or the setter.
    pub ident: Ident,
    /// Its name on the wire; empty for the body.
    pub wire: String,
    /// Where it goes.
    pub target: Target,
    /// The words about it, for a setter.
    pub docs: Docs,
    /// That it should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// Its type.
    pub ty: Type,
    /// What callers give for its value.
    pub conversion: Conversion,
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
    /// The same, with the fields whose reserved characters are sent as they are in a list of their own.
    FormReserved(Vec<(String, &'static str)>, Vec<(String, &'static str)>),
    /// The body as text, of a media type.
    Text(String),
    /// The body as the text of another scalar, of a media type.
    Scalar(String),
    /// The body as it is, of a media type.
    Plain(String),
    /// The body in parts, of a media type.
    Multipart(String),
    /// The media type of the body.
    ContentType,
}

/// The output of an operation: that of its successes, or that of its failures.
#[derive(Debug)]
pub struct Output {
    /// Its type.
    pub ty: OutputType,
    /// How it is made, in the order in which the cases are asked.
    pub cases: Vec<Case>,
}

impl Output {
    /// Whether a success is always bytes.
    pub fn is_bytes(&self) -> bool {
        matches!(self.ty, OutputType::One(Content::Value(Type::Bytes, _)))
    }
}

/// The type of an output.
#[derive(Debug)]
pub enum OutputType {
    /// One type, whatever the status.
    One(Content),
    /// A variant for each status.
    Many(OutputEnum),
}

/// The enum of an output.
#[derive(Debug)]
pub struct OutputEnum {
    /// The enum.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// Its variants.
    pub variants: Vec<Outcome>,
    /// The methods that give one of its bodies.
    pub accessors: Vec<Accessor>,
}

/// A variant of an output.
#[derive(Debug)]
pub struct Outcome {
    /// The variant.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The body.
    pub body: Content,
}

/// A method that gives the body of some variants.
#[derive(Debug)]
pub struct Accessor {
    /// The method.
    pub ident: Ident,
    /// The words about it.
    pub docs: Docs,
    /// The variants.
    pub variants: Vec<Ident>,
    /// Their body.
    pub body: Content,
}

/// How responses with some statuses are decoded.
#[derive(Debug)]
pub struct Case {
    /// The place of its first response in the document.
    pub origin: Origin,
    /// The statuses.
    pub statuses: Vec<StatusPattern>,
    /// The media types of which the response must have one, where the status alone is ambiguous.
    pub required: Vec<String>,
    /// The media types that it must not have: they are of formats that were not asked for.
    pub rejected: Vec<String>,
    /// The body.
    pub body: Content,
    /// The media types that a body other than JSON may have.
    pub media_types: Vec<String>,
    /// The variant, where the output is an enum.
    pub variant: Option<Ident>,
}

impl Case {
    /// Whether it differs from another one in its statuses alone.
    pub fn is_like(&self, other: &Self) -> bool {
        self.body == other.body
            && self.media_types == other.media_types
            && self.required == other.required
            && self.rejected == other.rejected
    }
}

/// The body of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// None.
    Empty,
    /// A value of a type, and how it is read.
    Value(Type, Reading),
}

/// A pattern that matches statuses; the most exact one is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusPattern {
    /// One status.
    Code(u16),
    /// From the first to the last of a hundred.
    Range(u16, u16),
    /// Any status.
    Any,
}
