//! Calls: the time limit, the size limit of responses, and incomplete bodies.

use crate::support::{
    Broken, Get, Head, Script, Step, client, get, response, response_with, texts,
};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::transport::{Body, TransportError};
use bytes::Bytes;
use std::time::Duration;

fn chunks(chunks: &[&'static str], end: Option<TransportError>) -> Body {
    let chunks = chunks.iter().copied().collect();
    Body::from_stream(Broken { chunks, end }, None)
}

#[tokio::test]
async fn a_success() {
    let script = Script::new([response_with(
        200,
        &[("x-trace", "1")],
        Body::from(r#"{"a":1}"#),
    )]);
    let response = get(&script).send_raw().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-trace"], "1");
    assert_eq!(response.attempts(), 1);
    assert_eq!(response.body()["a"], 1);
    assert_eq!(
        format!("{response:?}"),
        "Response { status: 200, attempts: 1, .. }"
    );
    assert!(script.sleeps().is_empty(), "no timer is needed");
}

#[tokio::test]
async fn an_undocumented_status_is_an_error_with_its_response() {
    for status in [201, 204, 302, 404, 418, 501, 599] {
        let script = Script::new([response_with(
            status,
            &[("x-trace", "1")],
            Body::from("<html>"),
        )]);
        let error = get(&script).send().await.unwrap_err();
        assert!(error.is_status() && !error.is_decode());
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.headers().unwrap()["x-trace"], "1");
        assert_eq!(error.body().unwrap(), "<html>");
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test]
async fn the_time_before_a_response_is_limited() {
    let script = Script::new([Step::Hang]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "GET /things timed out");
    assert_eq!(error.status(), None);
    assert_eq!(error.attempts(), 1);
    assert_eq!(script.sleeps(), [Duration::from_secs(30)]);
}

#[tokio::test]
async fn the_time_limit_can_be_set() {
    let script = Script::new([Step::Hang, Step::Hang]);
    get(&script)
        .with_timeout(Duration::MAX)
        .send()
        .await
        .unwrap_err();
    let client = Client::builder(NoCredentials)
        .transport(std::sync::Arc::clone(&script))
        .timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    Request::<Get>::new(&client).send().await.unwrap_err();
    assert_eq!(script.sleeps(), [Duration::MAX, Duration::from_secs(5)]);
}

#[tokio::test]
async fn a_timeout_while_reading_keeps_what_was_read() {
    let body = chunks(&["{\"a\"", ":"], None);
    let script = Script::new([response_with(200, &[("x-trace", "1")], body)]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout() && !error.is_body());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.headers().unwrap()["x-trace"], "1");
    assert_eq!(error.body().unwrap(), "{\"a\":");
    assert_eq!(
        error.to_string(),
        "GET /things timed out while reading the response"
    );
}

#[tokio::test]
async fn the_transport_may_time_out_itself() {
    let body = chunks(&["x"], Some(TransportError::timeout("slow")));
    let script = Script::new([
        Step::Fail(TransportError::timeout("slow")),
        response_with(200, &[], body),
    ]);
    let error = get(&script).with_retries(0).send().await.unwrap_err();
    assert!(error.is_timeout());
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.body().unwrap(), "x");
    assert!(texts(&error).contains("slow"), "the source is kept");
}

#[tokio::test]
async fn a_request_is_not_retried_after_an_incomplete_body() {
    let body = chunks(&["ab", "cd", "ef"], Some(TransportError::other("reset")));
    let script = Script::new([response_with(200, &[], body)]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_body() && !error.is_decode() && !error.is_connect());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), "abcdef");
    assert_eq!(
        error.to_string(),
        "GET /things received an incomplete response"
    );
    assert_eq!(script.sent(), 1);
}

async fn limited(limit: usize, step: Step) -> Result<serde_json::Value, Error> {
    let client = Client::builder(NoCredentials)
        .transport(Script::new([step]))
        .max_response_bytes(limit)
        .build()
        .unwrap();
    Request::<Get>::new(&client).send().await
}

#[tokio::test]
async fn the_size_of_responses_is_limited() {
    assert_eq!(limited(6, response(200, "123456")).await.unwrap(), 123_456);
    let error = limited(5, response(200, "123456")).await.unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), "12345");
    assert_eq!(
        error.to_string(),
        "GET /things received a response of more than 5 bytes"
    );
    // A body without an end is not read to its end.
    let endless = chunks(&["12", "34", "56"], None);
    let error = limited(5, response_with(200, &[], endless))
        .await
        .unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.body().unwrap(), "12345");
    // The limit applies to failures too.
    let error = limited(5, response(404, "123456")).await.unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.status().unwrap(), 404);
    assert!(
        limited(0, response(200, "1"))
            .await
            .unwrap_err()
            .is_too_large()
    );
}

#[tokio::test]
async fn a_stated_length_beyond_the_limit_is_not_read() {
    let body = chunks(&[], None);
    let error = limited(5, response_with(200, &[("content-length", "6")], body))
        .await
        .unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.body().unwrap(), "");
    for invalid in ["-1", "x", "5"] {
        let step = response_with(200, &[("content-length", invalid)], Body::from("12345"));
        assert_eq!(limited(5, step).await.unwrap(), 12345);
    }
}

#[tokio::test]
async fn the_response_to_head_has_no_body() {
    let script = Script::new([response_with(
        200,
        &[("content-length", "999999999")],
        Body::empty(),
    )]);
    let error = Request::<Head>::new(&client(&script))
        .send()
        .await
        .unwrap_err();
    assert!(
        error.is_decode(),
        "this operation expects a body, but its length is not a problem"
    );
}

#[tokio::test]
async fn bodies_are_made_from_several_types() {
    let bodies = [
        Body::from("[1]"),
        Body::from(String::from("[1]")),
        Body::from(b"[1]".to_vec()),
        Body::from(Bytes::from_static(b"[1]")),
        Body::from("\u{feff}[1]"),
        Body::from(" [1]\n"),
    ];
    for body in bodies {
        let script = Script::new([response_with(200, &[("content-type", "text/html")], body)]);
        assert_eq!(get(&script).send().await.unwrap(), serde_json::json!([1]));
    }
}

#[tokio::test]
async fn requests_and_responses_are_converted_without_a_transport() {
    let request = get(&Script::new([])).into_http_request().unwrap();
    assert_eq!(request.method(), "GET");
    let response =
        Request::<Get>::from_http_response(http::Response::new(Bytes::from_static(b"1"))).unwrap();
    assert_eq!(response.into_body(), 1);
    let mut response = http::Response::new(Bytes::from_static(b"gone"));
    *response.status_mut() = http::StatusCode::GONE;
    let error = Request::<Get>::from_http_response(response).unwrap_err();
    assert_eq!(error.status().unwrap(), 410);
    assert_eq!(error.body().unwrap(), "gone");
}

#[tokio::test]
async fn without_a_body_there_is_nothing_to_decode() {
    let script = Script::new([response(200, "")]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "");
}

#[tokio::test]
async fn an_empty_success_can_be_allowed() {
    let headers = [("location", "/jobs/7")];
    let empty = || response_with(200, &headers, Body::empty());
    let sent = get(&Script::new([empty()])).send_allowing_empty().await;
    let success = sent.unwrap();
    assert_eq!(success.status(), 200);
    assert_eq!(success.headers()["location"], "/jobs/7");
    assert_eq!(*success.body(), None);

    let sent = get(&Script::new([response(200, "7")])).send_allowing_empty();
    assert_eq!(sent.await.unwrap().into_body(), Some(7.into()));
    // What is not empty has to match the type, and a failure is a failure.
    let sent = get(&Script::new([response(200, "{")])).send_allowing_empty();
    assert!(sent.await.unwrap_err().is_decode());
    let sent = get(&Script::new([response(404, "")])).send_allowing_empty();
    assert!(sent.await.unwrap_err().is_status());
}

#[tokio::test]
async fn a_request_can_be_awaited() {
    let script = Script::new([response(200, "7")]);
    let value = Request::<Get>::new(&client(&script)).await.unwrap();
    assert_eq!(value, 7);
}
