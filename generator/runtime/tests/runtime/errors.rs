//! What errors say, and what they keep to themselves.

use crate::support::{
    Broken, GetUser, Keys, Script, Step, answer, answer_with, client, refused, texts,
};
use runtime::runtime::credentials::Secret;
use runtime::runtime::error::Error;
use runtime::runtime::object::wire_object;
use runtime::runtime::request::Request;
use runtime::runtime::transport::{Body, TransportError};

#[derive(Default, PartialEq)]
struct Problem {
    message: Option<String>,
}

wire_object! { Problem { message: "message" } }

/// Calls with secrets in all places of the request.
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
    answer_with(200, &[("content-length", "99999999999")], Body::from("zzz"))
}

fn broken() -> Step {
    let body = Broken {
        chunks: ["zzz"].into(),
        end: Some(TransportError::other("reset")),
    };
    answer_with(200, &[("set-cookie", "zzz")], Body::from_chunks(body))
}

#[tokio::test]
async fn errors_are_one_short_line_without_data() {
    let cases: [(&dyn Fn() -> Step, &str); 9] = [
        (&refused, "could not connect (3 attempts)"),
        (&|| Step::Hang, "timed out"),
        (
            &|| Step::Fail(TransportError::other("reset")),
            "failed before it was answered",
        ),
        (&broken, "got an answer that broke off"),
        (&too_much, "got an answer of more than 16777216 bytes"),
        (&|| answer(404, "zzz"), "was answered 404 Not Found"),
        (&|| answer(599, "zzz"), "was answered 599"),
        (
            &|| answer(503, "zzz"),
            "was answered 503 Service Unavailable (3 attempts)",
        ),
        (
            &|| answer(200, "zzz"),
            "got an answer that does not fit: expected value",
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
        &|| answer(404, ""),
        &|| answer(200, "x"),
        &|| Step::Fail(TransportError::other("reset")),
    ];
    for (number, step) in steps.into_iter().enumerate() {
        let error = call(step).await;
        let told = [
            error.is_connect(),
            error.is_timeout(),
            error.is_body(),
            error.is_too_large(),
            error.is_status(),
            error.is_decode(),
        ];
        for (index, told) in told.into_iter().enumerate() {
            assert_eq!(told, index == number, "{error}");
        }
        assert!(!error.is_invalid_argument());
    }
}

#[tokio::test]
async fn the_body_is_decoded_on_demand() {
    let error = call(|| answer(404, "\u{feff}{\"message\": \"gone\", \"x\": 1}")).await;
    let message = Some("gone".to_owned());
    assert_eq!(error.decode::<Problem>(), Some(Problem { message }));
    assert_eq!(error.decode::<Vec<u8>>(), None);
    assert_eq!(
        call(|| answer(502, "<html>")).await.decode::<Problem>(),
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
    assert!(std::error::Error::source(&call(|| answer(404, "")).await).is_none());
    let error = TransportError::connect("refused");
    assert_eq!(error.to_string(), "cannot connect");
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "refused"
    );
}

#[tokio::test]
async fn debug_shows_the_problem() {
    let error = call(|| answer(404, "zzz")).await;
    assert_eq!(
        format!("{error:?}"),
        "Error { problem: GET /apps/{app}/users/{user}/data was answered 404 Not Found, status: 404, .. }"
    );
}
