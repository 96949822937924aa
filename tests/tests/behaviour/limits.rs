//! The size of an answer is bounded, and one that breaks off is told apart from one that is wrong.

use crate::support::{APP, PROFILE, kept, kinds, profile_from, signed_in_at, status_of};
use rownd::Error;
use rownd::bytes::Bytes;
use rownd_tests::{Answer, Server};

const LIMIT: usize = 1000;

/// The error of a GET that may take a thousand bytes, and is answered thus.
async fn limited(answer: Answer) -> Error {
    let server = Server::start([answer]);
    let client = signed_in_at(&server.url())
        .max_response_bytes(LIMIT)
        .build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    request.send().await.expect_err("the answer is too large")
}

/// How many bytes of the answer an error keeps.
fn size(error: &Error) -> usize {
    error.body().map_or(0, Bytes::len)
}

#[tokio::test]
async fn an_announced_body_over_the_limit_is_too_large() {
    let answer = Answer::json(200, "x".repeat(LIMIT + 1)).header("x-request-id", "req_1");
    let error = limited(answer).await;
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
    let error = limited(Answer::json(200, "x".repeat(300)).endless()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert!((1..=LIMIT).contains(&size(&error)), "{}", size(&error));

    let error = limited(Answer::json(200, "x".repeat(1 << 20)).until_close()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert!((1..=LIMIT).contains(&size(&error)), "{}", size(&error));
}

#[tokio::test]
async fn a_failure_with_too_large_a_body_keeps_its_status() {
    let error = limited(Answer::new(404).body("x".repeat(300)).endless()).await;
    assert_eq!(kinds(&error), ["too large"]);
    assert_eq!(status_of(&error), Some(404));
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn a_body_as_large_as_the_limit_is_fine() {
    for answer in [
        Answer::json(200, PROFILE),
        Answer::json(200, PROFILE).chunked(100),
    ] {
        let server = Server::start([answer]);
        let client = signed_in_at(&server.url())
            .max_response_bytes(PROFILE.len())
            .build();
        let request = client.expect("the client is sound").get_my_profile(APP);
        request.send().await.expect("the answer is not too large");
    }
}

#[tokio::test]
async fn sixteen_mebibytes_are_the_default_limit() {
    // The length alone is enough to refuse the answer: not one byte of it comes.
    let answer = Answer::new(200).header("content-length", &((16 << 20) + 1).to_string());
    let error = profile_from(answer.stalled_after(0))
        .await
        .expect_err("this is too large");
    assert_eq!(kinds(&error), ["too large"]);

    let padding = " ".repeat((16 << 20) - 2);
    let answer = Answer::json(200, format!("{{}}{padding}"));
    profile_from(answer)
        .await
        .expect("the answer is just small enough");
}

#[tokio::test]
async fn a_body_that_breaks_off_is_told_apart_and_kept() {
    let part = &PROFILE[..200];
    for (answer, part) in [
        (Answer::json(200, PROFILE).cut_off_after(200), part),
        (Answer::json(200, part).cut_off_in_chunks(), part),
        (Answer::json(200, PROFILE).cut_off_after(0), ""),
        // What came is sound by itself: the announced length alone says that it is not all.
        (
            Answer::json(200, format!("{{}}{}", " ".repeat(98))).cut_off_after(2),
            "{}",
        ),
    ] {
        let error = profile_from(answer).await.expect_err("the body broke off");
        assert_eq!(kinds(&error), ["body"], "{error:?}");
        assert_eq!(status_of(&error), Some(200));
        assert_eq!(kept(&error), Some(part.as_bytes()));
        assert_eq!(error.api_error(), None);
    }
}

#[tokio::test]
async fn a_failure_whose_body_breaks_off_keeps_its_status() {
    let answer = Answer::json(403, r#"{"message":"no"}"#).cut_off_after(5);
    let error = profile_from(answer).await.expect_err("the body broke off");
    assert_eq!(kinds(&error), ["body"]);
    assert_eq!(status_of(&error), Some(403));
    assert_eq!(kept(&error), Some(&br#"{"mes"#[..]));
}

#[tokio::test]
async fn a_body_that_broke_off_is_not_asked_for_again() {
    let server = Server::always(&Answer::json(200, PROFILE).cut_off_after(200));
    let client = signed_in_at(&server.url()).max_retries(3).build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    let error = request.send().await.expect_err("the body broke off");
    assert_eq!(error.attempts(), 1);
    server.only_request();
}
