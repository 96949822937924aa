//! A transport that follows a script, and operations to call through it.

use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{Authorization, Credentials, NoCredentials, Secret};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::{Body, BoxFuture, Transport, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use serde_json::Value;
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

/// The outcome of a request.
pub enum Step {
    Response(http::Response<Body>),
    Fail(TransportError),
    Hang,
}

/// A transport that follows a script. Its timers end at once.
#[derive(Default)]
pub struct Script {
    steps: Mutex<VecDeque<Step>>,
    /// A body that is a stream is recorded as an empty one.
    requests: Mutex<Vec<http::Request<Bytes>>>,
    sleeps: Mutex<Vec<Duration>>,
}

impl Script {
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Arc<Self> {
        Arc::new(Self {
            steps: Mutex::new(steps.into_iter().collect()),
            ..Self::default()
        })
    }

    /// How many requests were sent.
    pub fn sent(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    pub fn requests(&self) -> Vec<http::Request<Bytes>> {
        self.requests.lock().unwrap().clone()
    }

    pub fn request(&self) -> http::Request<Bytes> {
        self.requests.lock().unwrap().last().unwrap().clone()
    }

    /// How long the SDK has waited, or would have.
    pub fn sleeps(&self) -> Vec<Duration> {
        self.sleeps.lock().unwrap().clone()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.requests
            .lock()
            .unwrap()
            .push(request.map(|body| body.as_bytes().cloned().unwrap_or_default()));
        let step = self.steps.lock().unwrap().pop_front();
        Box::pin(async {
            match step.expect("one request too many") {
                Step::Response(response) => Ok(response),
                Step::Fail(error) => Err(error),
                Step::Hang => std::future::pending().await,
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        self.sleeps.lock().unwrap().push(duration);
        Box::pin(async {})
    }
}

/// A body that yields its chunks and then an error, or never ends.
pub struct Broken {
    pub chunks: VecDeque<&'static str>,
    pub end: Option<TransportError>,
}

impl Stream for Broken {
    type Item = Result<&'static str, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.chunks.pop_front() {
            Some(chunk) => Poll::Ready(Some(Ok(chunk))),
            None => self
                .end
                .take()
                .map_or(Poll::Pending, |error| Poll::Ready(Some(Err(error)))),
        }
    }
}

/// The bytes of a body that is no stream.
pub fn bytes(body: &Body) -> Bytes {
    body.as_bytes().expect("bytes").clone()
}

/// The request that would be sent, with a body that is no stream.
pub fn to_http<O: Operation>(request: Request<O>) -> http::Request<Bytes> {
    request
        .into_http_request()
        .unwrap()
        .map(|body| bytes(&body))
}

pub fn response(status: u16, body: &'static str) -> Step {
    response_with(status, &[], Body::from(body))
}

pub fn response_with(status: u16, headers: &[(&'static str, &str)], body: Body) -> Step {
    let mut response = http::Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    for (name, value) in headers {
        response.headers_mut().append(*name, value.parse().unwrap());
    }
    Step::Response(response)
}

pub fn refused() -> Step {
    Step::Fail(TransportError::connect("connection refused"))
}

/// A client without credentials, and without jitter: there are no waits.
pub fn client(script: &Arc<Script>) -> Client<NoCredentials> {
    Client::builder(NoCredentials)
        .transport(Arc::clone(script))
        .build()
        .unwrap()
}

/// The two keys of an application.
#[derive(Clone, Debug)]
pub struct Keys {
    pub key: Secret,
    pub secret: Secret,
}

impl Credentials for Keys {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.header("x-key", &self.key);
        authorization.header("x-secret", &self.secret);
    }
}

/// The token of a user.
#[derive(Clone, Debug)]
pub struct Token(pub Secret);

impl Credentials for Token {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.bearer(&self.0);
    }
}

macro_rules! operations {
    ($($name:ident $method:ident $path:literal $idempotent:expr,)*) => {$(
        #[derive(Debug)]
        pub struct $name;

        impl Operation for $name {
            type Output = Value;
            const METHOD: &'static str = stringify!($method);
            const PATH: &'static str = $path;
            const IDEMPOTENT: Option<bool> = $idempotent;

            fn decode(response: &RawResponse) -> Result<Value, Error> {
                match response.status() {
                    200 => response.json(),
                    _ => Err(response.unexpected()),
                }
            }
        }
    )*};
}

operations! {
    Get GET "/things" None,
    Head HEAD "/things" None,
    Put PUT "/things" None,
    Query QUERY "/things" None,
    Purge PURGE "/things" None,
    Mint PUT "/things" Some(false),
    Post POST "/things" None,
    SafePost POST "/things" Some(true),
    GetUser GET "/apps/{app}/users/{user}/data" None,
    GetDotted GET "/files/{name}.{extension}" None,
    GetColor GET "/colors/{color}" None,
    GetColorAfter GET "/colors{color}" None,
    GetNamed GET "/colors/{a=b}" None,
    GetLiterals GET "/ab/ü é/100%/%2F%zz/\"<>^|`[]\\/{id}:!$&'()*+,;=@" None,
    GetFixedQuery GET "/{id}?state=ü&by={by}&x=a b/?#" None,
}

pub fn get(script: &Arc<Script>) -> Request<Get> {
    Request::new(&client(script))
}

/// The URL of a request.
pub fn url<O: Operation>(request: Request<O>) -> String {
    request.into_http_request().unwrap().uri().to_string()
}

/// The chain of an error and its sources, displayed and debugged.
pub fn texts(error: &Error) -> String {
    let mut texts = Vec::new();
    let mut next: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = next {
        texts.push(format!("{error}\n{error:?}"));
        next = error.source();
    }
    texts.join("\n")
}
