//! The body of an answer, as a transport hands it over: still to be read.

use crate::runtime::transport::{BoxFuture, TransportError};
use bytes::Bytes;
use std::fmt;

/// The body of an answer that is still to be read.
///
/// It is made of bytes that are at hand, or of [`Chunks`] that arrive one by one.
pub struct Body {
    source: Source,
}

enum Source {
    Ready(Bytes),
    Chunks(Box<dyn Chunks>),
}

/// A source of the chunks of a body.
///
/// The SDK stops asking once it has as much as it accepts.
pub trait Chunks: Send + 'static {
    /// The next chunk, or `None` at the end of the body.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

impl Body {
    /// A body without a byte.
    pub fn empty() -> Self {
        Self::from(Bytes::new())
    }

    /// A body that arrives in chunks.
    pub fn from_chunks(chunks: impl Chunks) -> Self {
        Self {
            source: Source::Chunks(Box::new(chunks)),
        }
    }

    /// The next chunk, or `None` at the end of the body.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        match &mut self.source {
            Source::Ready(bytes) if bytes.is_empty() => Ok(None),
            Source::Ready(bytes) => Ok(Some(std::mem::take(bytes))),
            Source::Chunks(chunks) => chunks.chunk().await,
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self {
            source: Source::Ready(bytes),
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Bytes::from(bytes))
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self::from(Bytes::from(text))
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Self::from(Bytes::from_static(text.as_bytes()))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Bodies hold personal data: not even their first bytes are shown.
        f.debug_struct("Body").finish_non_exhaustive()
    }
}
