//! A server in memory: a transport that keeps what is sent, and gives the responses of a script.

#![allow(dead_code, reason = "not every case uses everything")]

use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use sdk::bytes::Bytes;
use sdk::{Body, BoxFuture, Transport, TransportError, http};
use serde_json::Value;

/// The server, and what it has received.
#[derive(Default)]
pub struct Server {
    responses: Mutex<VecDeque<http::Response<Body>>>,
    requests: Mutex<Vec<http::Request<Bytes>>>,
}

impl Server {
    /// A server without responses: it can only receive.
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// A server with one response, of a status, a media type (or none, if it is empty) and a body.
    pub fn with(status: u16, media_type: &str, body: impl Into<Bytes>) -> Arc<Self> {
        let server = Self::new();
        server.respond(status, media_type, body);
        server
    }

    /// Adds a response.
    pub fn respond(&self, status: u16, media_type: &str, body: impl Into<Bytes>) {
        let headers = [("content-type", media_type)];
        let headers = if media_type.is_empty() { &[][..] } else { &headers };
        self.respond_with(status, headers, body);
    }

    /// Adds a response with headers.
    pub fn respond_with(&self, status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) {
        self.respond_with_body(status, headers, body.into().into());
    }

    /// Adds a response with headers and a body that may be a stream.
    pub fn respond_with_body(&self, status: u16, headers: &[(&str, &str)], body: Body) {
        let mut response = http::Response::builder().status(status);
        for (name, value) in headers {
            response = response.header(*name, *value);
        }
        let response = response.body(body).expect("a valid response");
        self.responses.lock().unwrap().push_back(response);
    }

    /// The last request.
    pub fn request(&self) -> http::Request<Bytes> {
        let requests = self.requests.lock().unwrap();
        requests.last().expect("a request was sent").clone()
    }

    /// The URL of the last request.
    pub fn url(&self) -> String {
        self.request().uri().to_string()
    }

    /// A header of the last request, if it was sent.
    pub fn header(&self, name: &str) -> Option<String> {
        let value = self.request().headers().get(name)?.clone();
        Some(value.to_str().expect("text").to_owned())
    }

    /// The body of the last request.
    pub fn body(&self) -> String {
        String::from_utf8(self.request().body().to_vec()).expect("text")
    }

    /// The body of the last request, read as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(self.request().body()).expect("JSON")
    }

    /// How many requests were sent.
    pub fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }
}

impl Transport for Server {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async {
            let (head, mut body) = request.into_parts();
            let mut bytes = Vec::new();
            while let Some(chunk) = body.chunk().await? {
                bytes.extend_from_slice(&chunk);
            }
            let request = http::Request::from_parts(head, Bytes::from(bytes));
            self.requests.lock().unwrap().push(request);
            let response = self.responses.lock().unwrap().pop_front();
            response.ok_or_else(|| TransportError::other("no response is left"))
        })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

/// The result of a future that never waits for anything but this server.
pub fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
