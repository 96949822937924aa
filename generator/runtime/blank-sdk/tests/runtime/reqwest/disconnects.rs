//! Connections that end early, late or not at all, and bodies that are cut.

use super::Server;
use crate::support::{Get, Mint, texts};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::request::Request;
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

#[tokio::test]
async fn a_truncated_body_is_an_incomplete_response() {
    let truncated = [
        "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"a\":",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
    ];
    for response in truncated {
        let server = Server::new([response.to_owned()]);
        let error = Request::<Get>::new(&server.client())
            .send()
            .await
            .unwrap_err();
        assert!(error.is_body(), "{error:?}");
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!(error.body().unwrap(), "{\"a\":");
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_stated_length_beyond_the_limit_is_not_read() {
    let server = Server::new(["HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n".to_owned()]);
    let error = Request::<Get>::new(&server.client())
        .send()
        .await
        .unwrap_err();
    assert!(error.is_too_large());
}

#[tokio::test]
async fn chunks_are_joined() {
    let response =
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n[1\r\n3\r\n,2]\r\n0\r\n\r\n";
    let server = Server::new([response.to_owned()]);
    let body = Request::<Get>::new(&server.client()).send().await.unwrap();
    assert_eq!(body, serde_json::json!([1, 2]));
}

#[tokio::test]
async fn a_refused_connection_is_retried_for_every_method() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder(NoCredentials)
        .base_url(&url)
        .reqwest(reqwest::Client::builder().no_proxy())
        .max_retries(1)
        .build()
        .unwrap();
    let mut request = Request::<Mint>::new(&client);
    request.parts.query("mail", "zzz");
    let error = request.send().await.unwrap_err();
    assert!(error.is_connect());
    assert_eq!(error.attempts(), 2);
    assert!(std::error::Error::source(&error).is_some());
    assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
}

#[tokio::test]
async fn a_connection_that_is_closed_without_a_response_is_not_retried() {
    let server = Server::new([String::new()]);
    let mut request = Request::<Mint>::new(&server.client());
    request.parts.query("mail", "zzz");
    let error = request.send().await.unwrap_err();
    assert!(!error.is_connect() && !error.is_timeout() && error.status().is_none());
    assert_eq!(
        error.to_string(),
        "PUT /things failed before a response was received"
    );
    assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
}

#[tokio::test]
async fn a_server_that_does_not_respond_is_a_timeout() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let client = Client::builder(NoCredentials)
        .base_url(&format!("http://{}", listener.local_addr().unwrap()))
        .reqwest(reqwest::Client::builder().no_proxy())
        .timeout(Duration::from_millis(50))
        .build()
        .unwrap();
    let error = Request::<Get>::new(&client).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 1);
}
