//! What errors show, and what they hide.

use crate::support::{
    Broken, GetUser, Keys, Script, Step, client, refused, response, response_with, texts,
};
use blank_sdk::runtime::credentials::Secret;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::transport::{Body, TransportError};

#[derive(Default)]
struct Problem {
    message: Option<String>,
}

wire_object! { Problem { message: "message" } }

/// Calls with secrets in every part of the request.
async fn call(step: impl Fn() -> Step) -> Error {
    let keys = Keys {
        key: Secret::new("zzz"),
        secret: Secret::new("zzz"),
    };
    let client = client(&Script::new([step(), step(), step()])).with_credentials(keys);
    let mut request = Request::<GetUser>::authorized::<Keys, _>(&client);
    request.parts.path("app", "zzz");
    request.parts.path("user", "zzz");
    request.parts.query("mail", "zzz");
    request.parts.header("x-trace", "zzz");
    request.parts.json("zzz");
    request.send().await.unwrap_err()
}

fn too_much() -> Step {
    response_with(200, &[("content-length", "99999999999")], Body::from("zzz"))
}

fn broken() -> Step {
    let body = Broken {
        chunks: ["zzz"].into(),
        end: Some(TransportError::other("reset")),
    };
    response_with(200, &[("set-cookie", "zzz")], Body::from_stream(body, None))
}

#[tokio::test]
async fn errors_are_one_short_line_without_data() {
    let cases: [(&dyn Fn() -> Step, &str); 9] = [
        (&refused, "could not connect (3 attempts)"),
        (&|| Step::Hang, "timed out"),
        (
            &|| Step::Fail(TransportError::other("reset")),
            "failed before a response was received (3 attempts)",
        ),
        (&broken, "received an incomplete response"),
        (&too_much, "received a response of more than 16777216 bytes"),
        (&|| response(404, "zzz"), "returned 404 Not Found"),
        (&|| response(599, "zzz"), "returned 599"),
        (
            &|| response(503, "zzz"),
            "returned 503 Service Unavailable (3 attempts)",
        ),
        (
            &|| response(200, "zzz"),
            "received a response that cannot be decoded: expected value",
        ),
    ];
    for (step, expected) in cases {
        let error = call(step).await;
        assert_eq!(
            error.to_string(),
            format!("GET /apps/{{app}}/users/{{user}}/data {expected}")
        );
        assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
        assert!(!texts(&error).contains('\u{0}'));
    }
}

#[tokio::test]
async fn predicates_exclude_each_other() {
    let steps: [&dyn Fn() -> Step; 7] = [
        &refused,
        &|| Step::Hang,
        &broken,
        &too_much,
        &|| response(404, ""),
        &|| response(200, "x"),
        &|| Step::Fail(TransportError::other("reset")),
    ];
    for (number, step) in steps.into_iter().enumerate() {
        let error = call(step).await;
        let predicates = [
            error.is_connect(),
            error.is_timeout(),
            error.is_body(),
            error.is_too_large(),
            error.is_status(),
            error.is_decode(),
        ];
        for (index, holds) in predicates.into_iter().enumerate() {
            assert_eq!(holds, index == number, "{error}");
        }
        assert!(!error.is_invalid_argument());
    }
}

#[tokio::test]
async fn the_body_is_decoded_on_demand() {
    let error = call(|| response(404, "\u{feff}{\"message\": \"gone\", \"x\": 1}")).await;
    let message = Some("gone".to_owned());
    assert_eq!(error.decode::<Problem>(), Some(Problem { message }));
    assert_eq!(error.decode::<Vec<u8>>(), None);
    assert_eq!(
        call(|| response(502, "<html>")).await.decode::<Problem>(),
        None
    );
    assert_eq!(call(refused).await.decode::<Problem>(), None);
}

#[tokio::test]
async fn sources_are_kept() {
    let error = call(|| Step::Fail(TransportError::other("reset by peer"))).await;
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "reset by peer"
    );
    assert!(std::error::Error::source(&call(|| response(404, "")).await).is_none());
    let error = TransportError::connect("refused");
    assert_eq!(error.to_string(), "cannot connect");
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "refused"
    );
}

#[tokio::test]
async fn debug_shows_the_problem() {
    let error = call(|| response(404, "zzz")).await;
    assert_eq!(
        format!("{error:?}"),
        "Error { problem: GET /apps/{app}/users/{user}/data returned 404 Not Found, status: 404, .. }"
    );
}
