//! The size of a response is limited, and an incomplete response is distinguished from one that cannot be decoded.

use crate::support::{APP, PROFILE, kept, kinds, profile_from, signed_in_at, status_of};
use rownd::Error;
use rownd::bytes::Bytes;
use rownd_tests::{Scripted, Server};

const LIMIT: usize = 1000;

/// The error of a GET that may take a thousand bytes, and gets this response.
async fn limited(response: Scripted) -> Error {
    let server = Server::start([response]);
    let client = signed_in_at(&server.url())
        .max_response_bytes(LIMIT)
        .build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    request.send().await.expect_err("the response is too large")
}

/// How many bytes of the response an error keeps.
fn size(error: &Error) -> usize {
    error.body().map_or(0, Bytes::len)
}

#[tokio::test]
async fn an_announced_body_over_the_limit_is_too_large() {
    let response = Scripted::json(200, "x".repeat(LIMIT + 1)).header("x-request-id", "req_1");
    let error = limited(response).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert_eq!(status_of(&error), Some(200));
    assert_eq!(
        error.headers().expect("there are headers")["x-request-id"],
        "req_1"
    );
    assert!(size(&error) <= LIMIT);
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_body_without_end_is_too_large_and_kept_up_to_the_limit() {
    let error = limited(Scripted::json(200, "x".repeat(300)).endless()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert!((1..=LIMIT).contains(&size(&error)), "{}", size(&error));

    let error = limited(Scripted::json(200, "x".repeat(1 << 20)).until_close()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert!((1..=LIMIT).contains(&size(&error)), "{}", size(&error));
}

#[tokio::test]
async fn a_failure_with_too_large_a_body_keeps_its_status() {
    let error = limited(Scripted::new(404).body("x".repeat(300)).endless()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert_eq!(status_of(&error), Some(404));
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn a_body_as_large_as_the_limit_is_fine() {
    for response in [
        Scripted::json(200, PROFILE),
        Scripted::json(200, PROFILE).chunked(100),
    ] {
        let server = Server::start([response]);
        let client = signed_in_at(&server.url())
            .max_response_bytes(PROFILE.len())
            .build();
        let request = client.expect("the client is sound").get_my_profile(APP);
        request.send().await.expect("the response is not too large");
    }
}

#[tokio::test]
async fn sixteen_mebibytes_are_the_default_limit() {
    // The length alone is enough to reject the response: not a single byte of it is sent.
    let response = Scripted::new(200).header("content-length", &((16 << 20) + 1).to_string());
    let error = profile_from(response.stalled_after(0))
        .await
        .expect_err("this is too large");
    assert_eq!(kinds(&error), ["too large"]);

    let padding = " ".repeat((16 << 20) - 2);
    let response = Scripted::json(200, format!("{{}}{padding}"));
    profile_from(response)
        .await
        .expect("the response is just small enough");
}

#[tokio::test]
async fn an_incomplete_body_has_its_own_predicate_and_is_kept() {
    let part = &PROFILE[..200];
    for (response, part) in [
        (Scripted::json(200, PROFILE).cut_off_after(200), part),
        (Scripted::json(200, part).cut_off_in_chunks(), part),
        (Scripted::json(200, PROFILE).cut_off_after(0), ""),
        // The received part is valid JSON: only the announced length shows that it is incomplete.
        (
            Scripted::json(200, format!("{{}}{}", " ".repeat(98))).cut_off_after(2),
            "{}",
        ),
    ] {
        let error = profile_from(response)
            .await
            .expect_err("the body is incomplete");
        assert_eq!(kinds(&error), ["body"], "{error:?}");
        assert_eq!(status_of(&error), Some(200));
        assert_eq!(kept(&error), Some(part.as_bytes()));
        assert_eq!(error.api_error(), None);
    }
}

#[tokio::test]
async fn a_failure_with_an_incomplete_body_keeps_its_status() {
    let response = Scripted::json(403, r#"{"message":"no"}"#).cut_off_after(5);
    let error = profile_from(response)
        .await
        .expect_err("the body is incomplete");
    assert_eq!(kinds(&error), ["body"]);
    assert_eq!(status_of(&error), Some(403));
    assert_eq!(kept(&error), Some(&br#"{"mes"#[..]));
}

#[tokio::test]
async fn a_request_is_not_retried_after_an_incomplete_body() {
    let server = Server::always(&Scripted::json(200, PROFILE).cut_off_after(200));
    let client = signed_in_at(&server.url()).max_retries(3).build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    let error = request.send().await.expect_err("the body is incomplete");
    assert_eq!(error.attempts(), 1);
    server.only_request();
}
