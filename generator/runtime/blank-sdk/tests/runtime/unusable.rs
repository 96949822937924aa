//! What no HTTP client can use: it is an error that says so, before anything is sent.

use crate::support::{Get, Script, client, response, response_with};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::transport::Body;
use std::time::Duration;

/// The error of a call through reqwest.
async fn error(base_url: &str, builder: reqwest::ClientBuilder) -> Error {
    let client = Client::builder(NoCredentials)
        .base_url(base_url)
        .reqwest(builder.no_proxy())
        .build()
        .unwrap();
    Request::<Get>::new(&client).send().await.unwrap_err()
}

#[tokio::test]
async fn urls_that_reqwest_rejects() {
    let https_only = reqwest::Client::builder().https_only(true);
    let errors = [
        error("http://127.0.0.1:1", https_only).await,
        error("http://xn--a", reqwest::Client::builder()).await,
    ];
    for error in errors {
        assert!(error.is_invalid_argument(), "{error:?}");
        assert_eq!(error.attempts(), 0);
    }
}

#[test]
fn a_call_outside_a_runtime() {
    let mut call = Box::pin(error("http://127.0.0.1:1", reqwest::Client::builder()));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(error) = call.as_mut().poll(&mut context) else {
        panic!("it waits");
    };
    assert!(error.is_invalid_argument());
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "there is no tokio runtime");
}

#[tokio::test]
async fn time_limits_of_zero() {
    let script = Script::new([]);
    let error = Request::<Get>::new(&client(&script))
        .with_timeout(Duration::ZERO)
        .send()
        .await
        .unwrap_err();
    assert!(error.is_invalid_argument());
    assert_eq!((error.attempts(), script.sent()), (0, 0));
    let error = Client::builder(NoCredentials)
        .transport(script)
        .timeout(Duration::ZERO)
        .build()
        .unwrap_err();
    assert!(error.is_invalid_argument());
}

#[tokio::test]
async fn redirects_to_nowhere() {
    let locations = [
        "http://api.example.com:+443/",
        "https://api.example.com:+443/",
        "https://[zz]/",
        "https://",
        "http:// ",
    ];
    for location in locations {
        let redirect = response_with(302, &[("location", location)], Body::from("moved"));
        let script = Script::new([redirect]);
        let error = Request::<Get>::new(&client(&script))
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), 302, "{location}");
        assert_eq!(error.body().unwrap(), "moved");
    }
}

#[tokio::test]
async fn a_length_beside_chunks_is_ignored() {
    let headers = [
        ("content-length", "99999999999"),
        ("transfer-encoding", "chunked"),
    ];
    let script = Script::new([response_with(200, &headers, Body::from("1"))]);
    let body = Request::<Get>::new(&client(&script)).send().await.unwrap();
    assert_eq!(body, 1);
}

#[tokio::test]
async fn codings_that_were_not_asked_for() {
    let gzip = Body::from(vec![0x1f, 0x8b, 8, 0]);
    let utf_16: Vec<u8> = "[1]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases = [
        (
            response_with(200, &[("content-encoding", "gzip")], gzip),
            "is encoded as `gzip`, which was not asked for",
        ),
        (
            response_with(200, &[("content-encoding", "identity")], Body::from("[")),
            "cannot be decoded at `[0]`: EOF while parsing a list",
        ),
        (
            response_with(200, &[], Body::from(utf_16)),
            "is UTF-16, not UTF-8",
        ),
        (
            response_with(200, &[], Body::from(vec![0xFE, 0xFF, 0, b'['])),
            "is UTF-16, not UTF-8",
        ),
    ];
    for (step, problem) in cases {
        let script = Script::new([step]);
        let error = Request::<Get>::new(&client(&script))
            .send()
            .await
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("GET /things received a response that {problem}")
        );
    }
}

#[tokio::test]
async fn values_that_rust_cannot_represent_cost_no_more_than_themselves() {
    let cases = [
        (
            r#"{"name":"Gary \ud83d","id":7}"#,
            r#"{"name":"Gary \ufffd","id":7}"#,
        ),
        (
            r#"["\udc00\"","\ud83d\ud83d\ude00","\\ud83d"]"#,
            r#"["\ufffd\"","\ufffd\ud83d\ude00","\\ud83d"]"#,
        ),
        (
            "[1e400,-1E+999,1e300,0.5]",
            r#"["1e400","-1E+999",1e300,0.5]"#,
        ),
        (r#"{"\ud83d":1e400}"#, r#"{"\ufffd":"1e400"}"#),
    ];
    for (body, read) in cases {
        let script = Script::new([response(200, body)]);
        let value = Request::<Get>::new(&client(&script)).send().await.unwrap();
        let expected: serde_json::Value = serde_json::from_str(read).unwrap();
        assert_eq!(value, expected);
    }
    for body in [
        r#"["\ud83d""#,
        r#"["\ud83"]"#,
        r#"["\ud83d"]]"#,
        "1e400e",
        r#""\"#,
    ] {
        let script = Script::new([response(200, body)]);
        let error = Request::<Get>::new(&client(&script)).send().await;
        assert!(error.unwrap_err().is_decode(), "{body}");
    }
}
