//! An answer whose body has been read, and how an operation decodes it.

use crate::runtime::decode;
use crate::runtime::error::{Error, Kind, Label};
use crate::runtime::received::Received;
use crate::runtime::wire::Wire;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;

/// An answer whose body has been read.
pub struct Answer {
    pub(crate) label: Label,
    pub(crate) attempts: u32,
    pub(crate) received: Received,
}

impl Answer {
    pub(crate) fn new(label: Label, attempts: u32, received: Received) -> Self {
        Self {
            label,
            attempts,
            received,
        }
    }

    /// The status, as the number that documents write.
    pub fn status(&self) -> u16 {
        self.received.status.as_u16()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.received.headers
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        &self.received.body
    }

    /// The body, decoded from JSON.
    ///
    /// The content type is not asked: servers state it wrongly or not at all.
    pub fn json<T: Wire>(&self) -> Result<T, Error> {
        decode::from_json_with(&self.received.body, |deserializer| T::read(deserializer))
            .map_err(|error| self.error(Kind::Decode(error)))
    }

    /// The body as text; what is no UTF-8 in it is replaced.
    pub fn text(&self) -> Result<String, Error> {
        Ok(String::from_utf8_lossy(&self.received.body).into_owned())
    }

    /// The body as it came.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        Ok(self.received.body.clone())
    }

    /// The error of an answer whose status is no success of the operation.
    pub fn unexpected(&self) -> Error {
        self.error(Kind::Status)
    }

    pub(crate) fn status_code(&self) -> StatusCode {
        self.received.status
    }

    fn error(&self, kind: Kind) -> Error {
        Error::of_call(
            kind,
            self.label.clone(),
            self.attempts,
            Some(self.received.clone()),
            None,
        )
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status_code())
            .finish_non_exhaustive()
    }
}
