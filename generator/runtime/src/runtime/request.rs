//! A typed request: the options of a call and the ways to send it.

use crate::runtime::answer::Answer;
use crate::runtime::client::Client;
use crate::runtime::credentials::{Authorization, Satisfies};
use crate::runtime::error::{Error, Label};
use crate::runtime::execute::execute;
use crate::runtime::parts::Parts;
use crate::runtime::received::Received;
use crate::runtime::response::Response;
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

/// What the document says of an operation.
pub trait Operation {
    /// What a success gives.
    type Output;

    /// The method.
    const METHOD: Method;

    /// The path template, with its parameters in braces.
    const PATH: &'static str;

    /// The header `Accept`.
    const ACCEPT: &'static str = "application/json";

    /// Whether a repetition is harmless, where that is not what RFC 9110 section 9.2.2 says of the method.
    const IDEMPOTENT: Option<bool> = None;

    /// Tells a success from a failure, and decodes it.
    fn decode(answer: &Answer) -> Result<Self::Output, Error>;
}

/// A request for the operation `O`, to be sent with [`send`](Self::send).
///
/// What is optional in the operation is set by methods with its own names. The methods that start with `with_` concern this call alone.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<O> {
    /// What is being assembled; for the SDK's own code.
    #[doc(hidden)]
    pub parts: Parts,
    operation: PhantomData<fn() -> O>,
}

impl<O: Operation> Request<O> {
    /// A request without credentials; for the SDK's own code.
    #[doc(hidden)]
    pub fn new<C>(client: &Client<C>) -> Self {
        let label = Label {
            method: O::METHOD,
            path: O::PATH,
        };
        Self {
            parts: Parts::new(Arc::clone(&client.core), label, O::ACCEPT, O::IDEMPOTENT),
            operation: PhantomData,
        }
    }

    /// A request with the client's credentials, where they satisfy `R`; for the SDK's own code.
    #[doc(hidden)]
    pub fn authorized<R, C: Satisfies<R>>(client: &Client<C>) -> Self {
        let mut request = Self::new(client);
        client
            .credentials
            .authorize(&mut Authorization::new(&mut request.parts));
        request
    }

    /// Limits the time of this call, with its waits, its repetitions and the body of the answer.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.parts.timeout = Some(timeout);
        self
    }

    /// Sets a header, in place of one with the same name.
    ///
    /// The headers of the credentials, of the body and of the connection cannot be set: sending such a request fails.
    pub fn with_header(
        mut self,
        name: impl TryInto<HeaderName>,
        value: impl TryInto<HeaderValue>,
    ) -> Self {
        self.parts
            .chosen_header(name.try_into().ok(), value.try_into().ok());
        self
    }

    /// Limits how often this request may be sent again.
    pub fn with_retries(mut self, retries: u32) -> Self {
        self.parts.retries = Some(retries);
        self
    }

    /// Sends the request and gives the decoded body of a success.
    ///
    /// It fails where an argument cannot be sent, where no whole answer comes in time, and where the answer is no success.
    pub async fn send(self) -> Result<O::Output, Error> {
        self.send_raw().await.map(Response::into_body)
    }

    /// Sends the request and gives the decoded body of a success with its status and its headers.
    pub async fn send_raw(self) -> Result<Response<O::Output>, Error> {
        let answer = execute(self.parts).await?;
        let body = O::decode(&answer)?;
        Ok(Response::new(answer, body))
    }

    /// The request as it would be sent, to be sent by other means.
    ///
    /// It fails where an argument cannot be sent.
    pub fn into_http_request(self) -> Result<http::Request<Bytes>, Error> {
        self.parts.into_http_request()
    }

    /// Decodes an answer that came by other means.
    pub fn from_http_response(
        response: http::Response<Bytes>,
    ) -> Result<Response<O::Output>, Error> {
        let (head, body) = response.into_parts();
        let label = Label {
            method: O::METHOD,
            path: O::PATH,
        };
        let received = Received {
            status: head.status,
            headers: head.headers,
            body,
        };
        let answer = Answer::new(label, 1, received);
        let body = O::decode(&answer)?;
        Ok(Response::new(answer, body))
    }
}

impl<O> fmt::Debug for Request<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.parts).finish()
    }
}
