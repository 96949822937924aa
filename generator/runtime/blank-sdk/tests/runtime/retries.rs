//! Which requests are retried, how often, and after which wait.

use crate::support::{
    Get, Head, Mint, Post, Purge, Put, Query, SafePost, Script, Step, client, refused, response,
    response_with,
};
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::{Body, TransportError};
use std::time::{Duration, SystemTime};

/// How many requests are sent if each one ends like this.
async fn attempts<O: Operation>(step: impl Fn() -> Step) -> usize {
    let script = Script::new([step(), step(), step(), step()]);
    let Err(error) = Request::<O>::new(&client(&script)).send().await else {
        panic!("a success");
    };
    assert_eq!(error.attempts() as usize, script.sent());
    script.sent()
}

#[tokio::test]
async fn idempotent_methods_are_retried() {
    for status in [408, 429, 500, 502, 503, 504] {
        assert_eq!(
            attempts::<Get>(|| response(status, "")).await,
            3,
            "{status}"
        );
        assert_eq!(
            attempts::<Head>(|| response(status, "")).await,
            3,
            "{status}"
        );
        assert_eq!(
            attempts::<Put>(|| response(status, "")).await,
            3,
            "{status}"
        );
        assert_eq!(
            attempts::<SafePost>(|| response(status, "")).await,
            3,
            "{status}"
        );
    }
    assert_eq!(attempts::<Query>(|| response(500, "")).await, 3);
    for status in [201, 301, 400, 401, 404, 409, 501] {
        assert_eq!(
            attempts::<Get>(|| response(status, "")).await,
            1,
            "{status}"
        );
    }
}

#[tokio::test]
async fn others_are_retried_if_the_request_was_not_processed() {
    let expected = [(429, 3), (503, 1), (408, 1), (500, 1), (502, 1), (504, 1)];
    for (status, expected) in expected {
        assert_eq!(
            attempts::<Post>(|| response(status, "")).await,
            expected,
            "{status}"
        );
        assert_eq!(
            attempts::<Mint>(|| response(status, "")).await,
            expected,
            "{status}"
        );
    }
}

#[tokio::test]
async fn others_are_retried_after_503_if_the_server_asks_for_it() {
    let asks = |status| move || response_with(status, &[("retry-after", "0")], Body::empty());
    assert_eq!(attempts::<Post>(asks(503)).await, 3);
    assert_eq!(attempts::<Mint>(asks(503)).await, 3);
    assert_eq!(attempts::<Post>(asks(500)).await, 1);
}

#[tokio::test]
async fn failures_to_connect_are_always_retried_and_others_if_the_method_is_idempotent() {
    let reset = || Step::Fail(TransportError::other("reset"));
    let slow = || Step::Fail(TransportError::timeout("slow"));
    assert_eq!(attempts::<Get>(refused).await, 3);
    assert_eq!(attempts::<Get>(reset).await, 3);
    assert_eq!(attempts::<Get>(slow).await, 3);
    assert_eq!(attempts::<SafePost>(reset).await, 3);
    assert_eq!(attempts::<Mint>(refused).await, 3);
    assert_eq!(attempts::<Mint>(reset).await, 1);
    assert_eq!(attempts::<Post>(slow).await, 1);
    assert_eq!(attempts::<Get>(|| Step::Hang).await, 1);
}

#[tokio::test]
async fn a_request_that_the_transport_rejects_was_never_sent() {
    let script = Script::new([Step::Fail(TransportError::rejected("no such host"))]);
    let error = Request::<Get>::new(&client(&script))
        .send()
        .await
        .unwrap_err();
    assert!(error.is_invalid_argument());
    assert_eq!(error.attempts(), 0);
    assert_eq!(
        error.to_string(),
        "GET /things was not sent: the HTTP client rejects it"
    );
}

#[tokio::test]
async fn a_retry_can_succeed() {
    let script = Script::new([refused(), response(503, "later"), response(200, "7")]);
    let response = Request::<Get>::new(&client(&script))
        .send_raw()
        .await
        .unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(*response.body(), 7);
}

#[tokio::test]
async fn every_attempt_sends_the_same_request() {
    let script = Script::new([response(503, ""), response(200, "7")]);
    let mut request = Request::<Put>::new(&client(&script)).with_header("x-trace", "1");
    request.parts.json([1, 2]);
    request.send().await.unwrap();
    assert_eq!(script.request().body(), "[1,2]");
    assert_eq!(script.request().headers()["x-trace"], "1");
}

#[tokio::test]
async fn the_number_can_be_set() {
    for (retries, expected) in [(0, 1), (1, 2), (3, 4)] {
        let script = Script::new([refused(), refused(), refused(), refused()]);
        let request = Request::<Get>::new(&client(&script)).with_retries(retries);
        assert!(request.send().await.unwrap_err().is_connect());
        assert_eq!(script.sent(), expected);
    }
}

#[tokio::test]
async fn waits_grow_up_to_a_limit() {
    let script = Script::new((0..12).map(|_| refused()));
    let request = Request::<Get>::new(&client(&script))
        .with_retries(11)
        .with_timeout(Duration::from_secs(3600));
    request.send().await.unwrap_err();
    let sleeps = script.sleeps();
    assert_eq!(sleeps.len(), 11);
    for (done, sleep) in (0..).zip(&sleeps) {
        let bound = Duration::from_millis(250 << done).min(Duration::from_secs(8));
        assert!(*sleep <= bound, "wait {done} is {sleep:?}");
    }
    // Eleven times the same random number does not happen.
    assert!(sleeps.iter().any(|sleep| *sleep != sleeps[0]));
}

/// How long the SDK waits after a response with this `Retry-After` header; `None` if it returns the response.
async fn wait(retry_after: &str) -> Option<Duration> {
    let steps = [
        response_with(429, &[("retry-after", retry_after)], Body::from("later")),
        response(200, "7"),
    ];
    let script = Script::new(steps);
    let outcome = Request::<Post>::new(&client(&script)).send().await;
    if let [sleep] = script.sleeps()[..] {
        assert_eq!(outcome.unwrap(), 7);
        return Some(sleep);
    }
    let error = outcome.unwrap_err();
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.body().unwrap(), "later");
    assert!(error.is_status() && !error.is_timeout());
    None
}

#[tokio::test]
async fn the_server_chooses_the_wait() {
    assert_eq!(wait("0").await, Some(Duration::ZERO));
    assert_eq!(wait("7").await, Some(Duration::from_secs(7)));
    assert_eq!(wait(" 7 ").await, Some(Duration::from_secs(7)));
    assert_eq!(
        wait("Sun, 06 Nov 1994 08:49:37 GMT").await,
        Some(Duration::ZERO)
    );
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(20));
    let sleep = wait(&date).await.unwrap();
    assert!(
        sleep > Duration::from_secs(1) && sleep <= Duration::from_secs(20),
        "{sleep:?}"
    );
}

#[tokio::test]
async fn an_invalid_header_is_treated_as_absent() {
    for text in [
        "-5",
        "+5",
        "1.5",
        "soon",
        "",
        "Sun, 99 Nov 1994 08:49:37 GMT",
    ] {
        assert!(
            wait(text).await.unwrap() <= Duration::from_millis(250),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_wait_beyond_the_time_of_the_call_ends_it() {
    assert_eq!(wait("31").await, None);
    assert_eq!(wait("18446744073709551615").await, None);
    assert_eq!(wait("99999999999999999999999999").await, None);
    assert_eq!(wait("Fri, 31 Dec 9999 23:59:59 GMT").await, None);
}

#[tokio::test]
async fn a_failure_to_connect_is_reported_when_there_is_no_time_left() {
    let script = Script::new([refused()]);
    let request = Request::<Get>::new(&client(&script)).with_timeout(Duration::from_nanos(1));
    let error = request.send().await.unwrap_err();
    assert!(error.is_connect());
    assert!(script.sleeps().is_empty());
}

#[tokio::test]
async fn a_method_that_nothing_is_known_of_is_not_retried() {
    assert_eq!(attempts::<Purge>(|| response(500, "")).await, 1);
    let script = Script::new([]);
    let request = Request::<Purge>::new(&client(&script)).into_http_request();
    assert_eq!(request.unwrap().method().as_str(), "PURGE");
}
