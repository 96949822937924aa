//! Calls: the time budget, the bound of answers, and bodies that break off.

use crate::support::{Broken, Get, Head, Script, Step, answer, answer_with, client, get, texts};
use bytes::Bytes;
use runtime::runtime::client::Client;
use runtime::runtime::credentials::NoCredentials;
use runtime::runtime::error::Error;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{Body, TransportError};
use std::time::Duration;

fn chunks(chunks: &[&'static str], end: Option<TransportError>) -> Body {
    let chunks = chunks.iter().copied().collect();
    Body::from_chunks(Broken { chunks, end })
}

#[tokio::test]
async fn a_success() {
    let script = Script::new([answer_with(
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
async fn an_undocumented_status_is_an_error_with_its_answer() {
    for status in [201, 204, 302, 404, 418, 501, 599] {
        let script = Script::new([answer_with(
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
async fn the_time_before_an_answer_is_bounded() {
    let script = Script::new([Step::Hang]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "GET /things timed out");
    assert_eq!(error.status(), None);
    assert_eq!(error.attempts(), 1);
    assert_eq!(script.sleeps(), [Duration::from_secs(30)]);
}

#[tokio::test]
async fn the_time_can_be_chosen() {
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
    let script = Script::new([answer_with(200, &[("x-trace", "1")], body)]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout() && !error.is_body());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.headers().unwrap()["x-trace"], "1");
    assert_eq!(error.body().unwrap(), "{\"a\":");
    assert_eq!(
        error.to_string(),
        "GET /things timed out while the answer was read"
    );
}

#[tokio::test]
async fn the_transport_may_time_out_itself() {
    let body = chunks(&["x"], Some(TransportError::timeout("slow")));
    let script = Script::new([
        Step::Fail(TransportError::timeout("slow")),
        answer_with(200, &[], body),
    ]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout());
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.body().unwrap(), "x");
    assert!(texts(&error).contains("slow"), "the source is kept");
}

#[tokio::test]
async fn a_body_that_breaks_off_is_not_asked_for_again() {
    let body = chunks(&["ab", "cd", "ef"], Some(TransportError::other("reset")));
    let script = Script::new([answer_with(200, &[], body)]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_body() && !error.is_decode() && !error.is_connect());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), "abcdef");
    assert_eq!(
        error.to_string(),
        "GET /things got an answer that broke off"
    );
    assert_eq!(script.sent(), 1);
}

async fn bounded(limit: usize, step: Step) -> Result<serde_json::Value, Error> {
    let client = Client::builder(NoCredentials)
        .transport(Script::new([step]))
        .max_response_bytes(limit)
        .build()
        .unwrap();
    Request::<Get>::new(&client).send().await
}

#[tokio::test]
async fn answers_are_bounded() {
    assert_eq!(bounded(6, answer(200, "123456")).await.unwrap(), 123_456);
    let error = bounded(5, answer(200, "123456")).await.unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), "12345");
    assert_eq!(
        error.to_string(),
        "GET /things got an answer of more than 5 bytes"
    );
    // A body without an end is not read to its end.
    let endless = chunks(&["12", "34", "56"], None);
    let error = bounded(5, answer_with(200, &[], endless))
        .await
        .unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.body().unwrap(), "12345");
    // The bound holds for failures too.
    let error = bounded(5, answer(404, "123456")).await.unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.status().unwrap(), 404);
    assert!(
        bounded(0, answer(200, "1"))
            .await
            .unwrap_err()
            .is_too_large()
    );
}

#[tokio::test]
async fn a_stated_length_beyond_the_bound_is_not_read() {
    let body = chunks(&[], None);
    let error = bounded(5, answer_with(200, &[("content-length", "6")], body))
        .await
        .unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(error.body().unwrap(), "");
    for odd in ["-1", "x", "5"] {
        let step = answer_with(200, &[("content-length", odd)], Body::from("12345"));
        assert_eq!(bounded(5, step).await.unwrap(), 12345);
    }
}

#[tokio::test]
async fn the_answer_to_head_has_no_body() {
    let script = Script::new([answer_with(
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
        "this operation wants a body, but its length is no problem"
    );
}

#[tokio::test]
async fn bodies_come_in_many_forms() {
    let bodies = [
        Body::from("[1]"),
        Body::from(String::from("[1]")),
        Body::from(b"[1]".to_vec()),
        Body::from(Bytes::from_static(b"[1]")),
        Body::from("\u{feff}[1]"),
        Body::from(" [1]\n"),
    ];
    for body in bodies {
        let script = Script::new([answer_with(200, &[("content-type", "text/html")], body)]);
        assert_eq!(get(&script).send().await.unwrap(), serde_json::json!([1]));
    }
}

#[tokio::test]
async fn the_pure_pair_needs_no_transport() {
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
    let script = Script::new([answer(200, "")]);
    let error = get(&script).send().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "");
}
