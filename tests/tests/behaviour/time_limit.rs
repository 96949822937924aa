//! One time limit covers the whole call: head, body, waits and retries.

use crate::support::{
    APP, PROFILE, USER, backend, body, kept, kinds, signed_in, signed_in_at, status_of,
};
use rownd_tests::{Scripted, Server};
use serde_json::json;
use std::time::Duration;

/// Long enough for a busy machine to send a head, and short enough to wait for.
const SHORT: Duration = Duration::from_secs(2);

#[tokio::test]
async fn a_server_that_never_responds_is_a_timeout() {
    let server = Server::always(&Scripted::silent());
    let request = signed_in(&server).get_my_profile(APP).with_timeout(SHORT);
    let error = request.send().await.expect_err("there is no response");
    assert_eq!(kinds(&error), ["timeout"]);
    assert_eq!(error.status(), None);
    // The time limit is reached, so there is no time for another attempt.
    assert_eq!(error.attempts(), 1);
    server.only_request();
}

#[tokio::test]
async fn the_put_is_not_sent_again_after_a_timeout() {
    // With a user such as `__uuid__` a second PUT would make a second user.
    let server = Server::always(&Scripted::silent());
    let request = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({})));
    let error = request
        .with_timeout(SHORT)
        .send()
        .await
        .expect_err("there is no response");
    assert_eq!(kinds(&error), ["timeout"]);
    server.only_request();
}

#[tokio::test]
async fn a_body_that_stalls_is_a_timeout_with_what_was_read() {
    let response = Scripted::json(200, PROFILE).header("x-request-id", "req_1");
    let server = Server::always(&response.stalled_after(200));
    let request = signed_in(&server).get_my_profile(APP).with_timeout(SHORT);
    let error = request.send().await.expect_err("the body stalls");
    assert_eq!(kinds(&error), ["timeout"]);
    assert_eq!(status_of(&error), Some(200));
    assert_eq!(
        error.headers().expect("there are headers")["x-request-id"],
        "req_1"
    );
    assert_eq!(kept(&error), Some(&PROFILE.as_bytes()[..200]));
    server.only_request();
}

#[tokio::test]
async fn a_body_that_only_drips_is_a_timeout_too() {
    // Each byte comes in time, and the body would take over a minute.
    let response = Scripted::json(200, PROFILE).dripping(Duration::from_millis(50));
    let server = Server::always(&response);
    let client = signed_in_at(&server.url()).timeout(SHORT).build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    let error = request.send().await.expect_err("the body takes too long");
    assert_eq!(kinds(&error), ["timeout"]);
    assert_eq!(status_of(&error), Some(200));
}

#[tokio::test]
async fn a_wait_beyond_the_time_limit_ends_the_call_with_the_response() {
    // The caller learns of the 429 and its `Retry-After` at once, not of a timeout later.
    for wait in [
        "3600",
        "18446744073709551615",
        "Fri, 31 Dec 2100 23:59:59 GMT",
    ] {
        let response =
            Scripted::json(429, r#"{"message":"slow down"}"#).header("retry-after", wait);
        let server = Server::always(&response);
        let request = signed_in(&server).get_my_profile(APP);
        let error = request.send().await.expect_err("the API is busy");
        assert_eq!(kinds(&error), [""; 0], "{wait}: {error:?}");
        assert_eq!(status_of(&error), Some(429));
        assert_eq!(
            error.headers().expect("there are headers")["retry-after"],
            wait
        );
        let api = error.api_error().expect("the API explains itself");
        assert_eq!(api.message.as_deref(), Some("slow down"));
        assert_eq!(error.attempts(), 1);
        server.only_request();
    }
}

#[tokio::test]
async fn the_time_limit_of_a_call_replaces_that_of_the_client() {
    let busy = Scripted::json(503, "{}").header("retry-after", "1");
    let server = Server::start([busy, Scripted::json(200, "{}")]);
    let client = signed_in_at(&server.url())
        .timeout(Duration::from_millis(1))
        .build();
    let request = client.expect("the client is sound").get_my_profile(APP);
    let response = request
        .with_timeout(Duration::from_secs(60))
        .send_raw()
        .await;
    assert_eq!(response.expect("there is time enough").attempts(), 2);
}

#[tokio::test]
async fn huge_time_limits_do_not_overflow() {
    let server = Server::always(&Scripted::json(200, "{}"));
    let client = backend(&server);
    for limit in [Duration::MAX, Duration::from_secs(u64::MAX / 4)] {
        let request = client.upsert_user_profile(APP, USER, body(json!({})));
        request
            .with_timeout(limit)
            .send()
            .await
            .expect("the response is fine");
    }
}
