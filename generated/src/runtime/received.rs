//! What was received of an answer, and how a body is read without exceeding a bound.

use crate::runtime::body::Body;
use crate::runtime::transport::TransportError;
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderMap, Method, StatusCode};

/// An answer, or as much of it as was read.
#[derive(Clone)]
pub(crate) struct Received {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// An answer whose body is being read.
pub(crate) struct Reading {
    status: StatusCode,
    headers: HeaderMap,
    /// A body in one chunk, the usual case, is never copied.
    first: Bytes,
    /// Chunks are copied together: a body in many tiny ones must not cost more memory than its bytes.
    all: Vec<u8>,
}

/// Why a body was not read to its end.
pub(crate) enum ReadError {
    TooLarge,
    Transport(TransportError),
}

impl Reading {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap) -> Self {
        Self {
            status,
            headers,
            first: Bytes::new(),
            all: Vec::new(),
        }
    }

    /// Reads the body to its end, but not beyond `limit` bytes.
    pub(crate) async fn read(
        &mut self,
        body: &mut Body,
        method: &Method,
        limit: usize,
    ) -> Result<(), ReadError> {
        // The answer to HEAD states the length of a body that does not follow.
        if *method != Method::HEAD
            && stated_length(&self.headers).is_some_and(|length| length > limit as u64)
        {
            return Err(ReadError::TooLarge);
        }
        while let Some(chunk) = body.chunk().await.map_err(ReadError::Transport)? {
            let room = limit.saturating_sub(self.len());
            if chunk.len() > room {
                self.push(chunk.slice(..room));
                return Err(ReadError::TooLarge);
            }
            self.push(chunk);
        }
        Ok(())
    }

    /// Hands over what has been read so far.
    pub(crate) fn finish(&mut self) -> Received {
        let first = std::mem::take(&mut self.first);
        let all = std::mem::take(&mut self.all);
        Received {
            status: self.status,
            headers: std::mem::take(&mut self.headers),
            body: if all.is_empty() {
                first
            } else {
                Bytes::from(all)
            },
        }
    }

    fn len(&self) -> usize {
        self.first.len().max(self.all.len())
    }

    fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() {
            self.first = chunk;
            return;
        }
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&chunk);
    }
}

fn stated_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()
}

/// Reads a body that nobody wants, so that its connection can be used again.
///
/// It gives up where that costs more than a new connection.
pub(crate) async fn drain(mut body: Body) {
    const LIMIT: usize = 64 * 1024;
    let mut drained = 0;
    while let Ok(Some(chunk)) = body.chunk().await {
        drained += chunk.len();
        if drained > LIMIT {
            return;
        }
    }
}
