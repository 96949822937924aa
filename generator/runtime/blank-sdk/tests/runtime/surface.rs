//! What the types guarantee: threads, clones, and a transport in ten lines.

use crate::support::{Get, Keys, Token};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{NoCredentials, Secret};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::response::Response;
use blank_sdk::runtime::transport::{Body, BoxFuture, Transport, TransportError};
use std::time::Duration;

fn is_send<T: Send>(value: T) -> T {
    value
}

fn is_send_and_sync<T: Send + Sync + 'static>() {}

struct Canned(&'static str);

impl Transport for Canned {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async { Ok(http::Response::new(Body::from(self.0))) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

#[tokio::test]
async fn a_transport_is_ten_lines_and_futures_are_send() {
    let client = Client::builder(NoCredentials)
        .transport(Canned("[]"))
        .build()
        .unwrap();
    let request = Request::<Get>::new(&client);
    assert_eq!(
        is_send(request.send()).await.unwrap(),
        serde_json::json!([])
    );
    is_send(Request::<Get>::new(&client).send_raw())
        .await
        .unwrap();
}

#[test]
fn types_cross_threads() {
    is_send_and_sync::<Client<Keys>>();
    is_send_and_sync::<Request<Get>>();
    is_send_and_sync::<Response<String>>();
    is_send_and_sync::<Error>();
    is_send_and_sync::<TransportError>();
    is_send(Body::empty());
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[test]
fn clients_are_cloned_and_shown() {
    let client = Client::builder(Token(Secret::new("zzz")))
        .transport(Canned(""))
        .base_url("https://a.example/v1/")
        .max_retries(7)
        .build()
        .unwrap();
    let shown = format!("{:?}", client.clone());
    assert_eq!(
        shown,
        "Client { base_url: \"https://a.example/v1\", timeout: 30s, max_response_bytes: 16777216, max_retries: 7, .. }"
    );
    let builder = Client::builder(NoCredentials).base_url("https://user:zzz@a.example");
    assert!(!format!("{builder:?}").contains("zzz"));
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_a_transport_there_is_no_client() {
    let error = Client::builder(NoCredentials).build().unwrap_err();
    assert!(error.to_string().contains("no transport"));
}

#[cfg(feature = "reqwest")]
#[test]
fn reqwest_is_the_default() {
    assert!(Client::new(NoCredentials).is_ok());
}
