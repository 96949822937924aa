//! What can go wrong with a call: one opaque error that shows no secrets, no bodies and no URLs.

use crate::runtime::decode::{self, DecodeError};
use crate::runtime::received::Received;
use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;
use std::fmt;

/// Why a call failed.
///
/// The predicates tell what happened; [`status`](Self::status), [`headers`](Self::headers) and [`body`](Self::body) hold what was
/// received of the answer. Neither `Display` nor `Debug` shows secrets, bodies or URLs, so an error may be logged as it is.
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    kind: Kind,
    label: Option<Label>,
    attempts: u32,
    received: Option<Received>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What happened.
pub(crate) enum Kind {
    /// An argument of the request, the client or the builder is not usable; the text says which.
    InvalidArgument(String),
    /// The HTTP stack cannot be set up.
    Setup(&'static str),
    Connect,
    Transport,
    Timeout,
    Body,
    /// The answer exceeds this many bytes.
    TooLarge(usize),
    Decode(DecodeError),
    /// The answer's status is no success of the operation.
    Status,
}

/// The operation that was called, by its method and its path as the document writes it: the only name of a call that holds no data.
#[derive(Clone)]
pub(crate) struct Label {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl Error {
    pub(crate) fn of_call(
        kind: Kind,
        label: Label,
        attempts: u32,
        received: Option<Received>,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        let label = Some(label);
        Self {
            inner: Box::new(Inner {
                kind,
                label,
                attempts,
                received,
                source,
            }),
        }
    }

    /// An error that no request is part of.
    pub(crate) fn of_setup(
        kind: Kind,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            inner: Box::new(Inner {
                kind,
                label: None,
                attempts: 0,
                received: None,
                source,
            }),
        }
    }

    /// Whether the time of the call ran out, or the transport's own.
    ///
    /// Where the answer had begun, its status, its headers and the part that was read are at hand.
    pub fn is_timeout(&self) -> bool {
        matches!(self.inner.kind, Kind::Timeout)
    }

    /// Whether there was no connection to the server. The request was surely not sent.
    pub fn is_connect(&self) -> bool {
        matches!(self.inner.kind, Kind::Connect)
    }

    /// Whether the body of the answer broke off. Its status, its headers and the part that was read are at hand.
    pub fn is_body(&self) -> bool {
        matches!(self.inner.kind, Kind::Body)
    }

    /// Whether the answer is larger than the client accepts. Its status, its headers and the part that was read are at hand.
    pub fn is_too_large(&self) -> bool {
        matches!(self.inner.kind, Kind::TooLarge(_))
    }

    /// Whether the answer has the status of a success, but a body that does not fit the operation.
    pub fn is_decode(&self) -> bool {
        matches!(self.inner.kind, Kind::Decode(_))
    }

    /// Whether an argument was refused before anything was sent.
    pub fn is_invalid_argument(&self) -> bool {
        matches!(self.inner.kind, Kind::InvalidArgument(_))
    }

    /// Whether the server gave a whole answer with a status that is no success of the operation.
    pub fn is_status(&self) -> bool {
        matches!(self.inner.kind, Kind::Status)
    }

    /// The status of the answer, where there is one.
    pub fn status(&self) -> Option<StatusCode> {
        self.inner.received.as_ref().map(|received| received.status)
    }

    /// The headers of the answer, where there is one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.inner
            .received
            .as_ref()
            .map(|received| &received.headers)
    }

    /// What was read of the body of the answer, where there is one.
    pub fn body(&self) -> Option<&Bytes> {
        self.inner.received.as_ref().map(|received| &received.body)
    }

    /// How many requests were sent; 0 where the call failed before the first one.
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    /// The body of an answer whose status is no success at all, decoded from JSON; for the SDK's own code.
    #[doc(hidden)]
    pub fn decode_failure<T: DeserializeOwned>(&self) -> Option<T> {
        let status = self.status()?;
        let is_failure = self.is_status() && !status.is_success();
        if is_failure { self.decode() } else { None }
    }

    /// The body of the answer, decoded from JSON; `None` where there is none or it does not fit.
    pub fn decode<T: DeserializeOwned>(&self) -> Option<T> {
        decode::from_json(self.body()?).ok()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.inner;
        if let Some(label) = &inner.label {
            write!(f, "{label} ")?;
        }
        match (&inner.kind, &inner.label) {
            (Kind::InvalidArgument(problem), Some(_)) => write!(f, "was not sent: {problem}")?,
            (Kind::InvalidArgument(problem), None) => f.write_str(problem)?,
            (Kind::Setup(problem), _) => f.write_str(problem)?,
            (Kind::Connect, _) => f.write_str("could not connect")?,
            (Kind::Transport, _) => f.write_str("failed before it was answered")?,
            (Kind::Timeout, _) if inner.received.is_some() => {
                f.write_str("timed out while the answer was read")?;
            }
            (Kind::Timeout, _) => f.write_str("timed out")?,
            (Kind::Body, _) => f.write_str("got an answer that broke off")?,
            (Kind::TooLarge(limit), _) => write!(f, "got an answer of more than {limit} bytes")?,
            (Kind::Decode(error), label) => {
                f.write_str(if label.is_some() {
                    "got an answer that "
                } else {
                    "the value "
                })?;
                error.describe(f)?;
            }
            (Kind::Status, _) => write_status(f, inner.received.as_ref())?,
        }
        if inner.attempts > 1 {
            write!(f, " ({} attempts)", inner.attempts)?;
        }
        Ok(())
    }
}

fn write_status(f: &mut fmt::Formatter<'_>, received: Option<&Received>) -> fmt::Result {
    let Some(received) = received else {
        return f.write_str("got an unexpected answer");
    };
    write!(f, "was answered {}", received.status.as_str())?;
    match received.status.canonical_reason() {
        Some(reason) => write!(f, " {reason}"),
        None => Ok(()),
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Error");
        shown.field("problem", &format_args!("{self}"));
        if let Some(status) = self.status() {
            shown.field("status", &status.as_u16());
        }
        if let Some(source) = &self.inner.source {
            shown.field("source", source);
        }
        shown.finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match (&self.inner.source, &self.inner.kind) {
            (Some(source), _) => Some(&**source),
            (None, Kind::Decode(error)) => Some(error),
            (None, _) => None,
        }
    }
}
