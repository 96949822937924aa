//! The way out of the SDK: a trait over `http` types, and what can go wrong behind it.

use bytes::Bytes;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

pub use crate::runtime::body::{Body, Chunks};

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends requests and waits: all that an SDK needs of the world.
///
/// The SDK does the rest: it bounds the time of a call and the size of an answer, and it repeats what is safe to repeat.
///
/// A transport for tests is a few lines long: a `send` that gives `http::Response::new(Body::from("{}"))`, and a `sleep` that may
/// return at once, because the SDK asks for a timer only when it has to wait.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request and gives the head of its answer, with the body still to be read.
    ///
    /// It must not follow a redirect to another origin: the request carries credentials.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;

    /// Waits, on the caller's own timer: the SDK has none.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        (**self).sleep(duration)
    }
}

/// Why a [`Transport`] could not send a request, or not read the whole answer.
///
/// The SDK shows its source to users, so it should hold no URL with arguments and no secrets.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) reason: Reason,
    pub(crate) source: Box<dyn std::error::Error + Send + Sync>,
}

/// What is known of a failure of the transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Connect,
    Timeout,
    Other,
}

impl TransportError {
    /// There was no connection, so the request was surely not sent: it is safe to repeat.
    pub fn connect(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self {
            reason: Reason::Connect,
            source: source.into(),
        }
    }

    /// It took too long; the server may have received the request.
    pub fn timeout(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self {
            reason: Reason::Timeout,
            source: source.into(),
        }
    }

    /// Anything else; the server may have received the request.
    pub fn other(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self {
            reason: Reason::Other,
            source: source.into(),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            Reason::Connect => "cannot connect",
            Reason::Timeout => "timed out",
            Reason::Other => "the transport failed",
        })
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
