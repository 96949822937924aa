//! The outputs of operations.

use super::{Docs, Ident, Origin, Reading, Type};

/// The output of an operation: that of its successes, or that of its failures.
#[derive(Debug)]
pub struct Output {
    /// Its type.
    pub ty: OutputType,
    /// How it is made, in the order in which the cases are asked.
    pub cases: Vec<Case>,
}

impl Output {
    /// Whether a success may be bytes.
    pub fn has_bytes(&self) -> bool {
        match &self.ty {
            OutputType::One(content) => content.is_bytes(),
            OutputType::Many(output) => output.bytes.is_some(),
        }
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
    /// The parameter that is the type of its bytes, if they can be read piece by piece.
    pub bytes: Option<Ident>,
    /// The traits that it derives.
    pub derives: &'static [&'static str],
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

/// The documented failures of an operation.
#[derive(Debug)]
pub struct Failures {
    /// Their statuses, as in the document.
    pub statuses: Vec<String>,
    /// What their bodies are.
    pub body: FailureBody,
}

/// What the bodies of failures are.
#[derive(Debug)]
pub enum FailureBody {
    /// Of this model, as those of all operations.
    Shared(Ident),
    /// What the marker type decodes.
    OfOperation,
    /// Not documented, or not decoded by this operation.
    Any,
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

impl Content {
    /// A link to the type of the stream that it is, with its article; where the type is imported.
    pub fn stream(&self) -> Option<&'static str> {
        match self {
            Content::Value(Type::EventStream(_), _) => Some("an [`EventStream`]"),
            Content::Value(Type::JsonStream(_), _) => Some("a [`JsonStream`]"),
            Content::Value(..) | Content::Empty => None,
        }
    }

    /// Whether it is bytes.
    pub fn is_bytes(&self) -> bool {
        matches!(self, Content::Value(Type::Bytes, _))
    }

    /// Whether it is a stream, which may be in a box.
    pub fn is_stream(&self) -> bool {
        match self {
            Content::Value(ty, _) => {
                matches!(ty.unboxed(), Type::EventStream(_) | Type::JsonStream(_))
            }
            Content::Empty => false,
        }
    }
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
