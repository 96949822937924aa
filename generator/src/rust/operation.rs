//! Operations.

use super::{
    Conversion, Deprecated, Docs, Failures, Group, Ident, Import, Limit, Origin, Output, Paging,
    SecurityRequirement, Server, Type,
};

/// An operation: a file with its marker type, its entry method and its setters.
#[derive(Debug)]
pub struct Operation {
    /// Its place in the document.
    pub origin: Origin,
    /// The group that has its entry methods, where that is not the client itself.
    pub group: Option<Group>,
    /// The module, in that of its group.
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
    /// The call that these docs end with.
    pub example: Vec<String>,
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
    /// When a success is decoded.
    pub delivery: Delivery,
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
    /// Its documented failures, if there are any.
    pub failures: Option<Failures>,
}

impl Operation {
    /// The type that has its entry methods.
    pub fn owner(&self) -> String {
        match &self.group {
            Some(group) => group.ident.to_string(),
            None => "Client".to_owned(),
        }
    }

    /// The path of one of its entry methods, as rustdoc links to it from the root of the crate.
    pub fn link(&self, method: &Ident) -> String {
        let method = method.file_stem();
        match &self.group {
            Some(group) => format!("operations::{}::{method}", group.ident),
            None => format!("Client::{method}"),
        }
    }

    /// How an entry method is called on a client: `pets().list`.
    pub fn call(&self, method: &Ident) -> String {
        match &self.group {
            Some(group) => format!("{}().{method}", group.method),
            None => method.to_string(),
        }
    }

    /// The arguments of all entry methods and setters.
    pub fn all_arguments(&self) -> impl Iterator<Item = &Argument> {
        let others = self.others.iter().flat_map(|entry| &entry.arguments);
        self.arguments.iter().chain(others).chain(&self.setters)
    }

    /// Whether a body asks for a stream when it is written.
    pub fn has_stream_flag(&self) -> bool {
        self.all_arguments()
            .any(|argument| matches!(argument.stream_flag, Some(StreamFlag::Written)))
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

/// When a success is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// After its body was read.
    Complete,
    /// Before, since it is a stream.
    Streamed,
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
    /// What limits its values, beyond their type.
    pub limits: Vec<Limit>,
    /// That it should no longer be used.
    pub deprecated: Option<Deprecated>,
    /// Its type.
    pub ty: Type,
    /// What callers give for its value.
    pub conversion: Conversion,
    /// How it asks for a stream, if it is a body that can.
    pub stream_flag: Option<StreamFlag>,
}

/// How a body asks for a stream: by its property `stream`.
#[derive(Clone, Debug)]
pub enum StreamFlag {
    /// By this setter.
    Setter(Ident),
    /// When it is written, because its type has no setter for it.
    Written,
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
    /// The body as lines of JSON, of a media type.
    JsonLines(String),
    /// The body as a sequence of JSON, of a media type.
    JsonSequence(String),
    /// The media type of the body.
    ContentType,
}
