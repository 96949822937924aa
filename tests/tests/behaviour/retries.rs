//! A request is retried where that is safe, and not otherwise.

use crate::support::{
    APP, USER, backend, backend_at, body, refused, signed_in, signed_in_at, status_of,
};
use rownd_tests::{Scripted, Server};
use serde_json::json;
use std::time::{Duration, Instant};

/// A response after which another attempt may follow at once.
fn at_once(status: u16) -> Scripted {
    Scripted::json(status, "{}").header("retry-after", "0")
}

#[tokio::test]
async fn the_get_is_retried_after_temporary_failures() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start([at_once(status), Scripted::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(
            response.expect("the second response is fine").attempts(),
            2,
            "{status}"
        );
        let requests = server.requests();
        assert_eq!(requests.len(), 2, "{status}");
        // The second request equals the first one, apart from the connection.
        assert_eq!(requests[0].line, requests[1].line);
        assert_eq!(requests[0].headers, requests[1].headers);
    }
}

#[tokio::test]
async fn the_get_is_not_retried_after_permanent_failures() {
    for status in [201, 204, 302, 400, 401, 403, 404, 409, 410, 422, 501, 505] {
        let server = Server::always(&at_once(status));
        let error = signed_in(&server).get_my_profile(APP).send().await;
        assert_eq!(
            error.expect_err("this is a failure").attempts(),
            1,
            "{status}"
        );
        server.only_request();
    }
}

#[tokio::test]
async fn the_put_is_retried_only_if_it_was_certainly_not_processed() {
    // With a user such as `__uuid__` a second PUT would make a second user.
    for status in [429, 503] {
        let server = Server::start([at_once(status), Scripted::json(200, "{}")]);
        let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({ "a": 1 })));
        let response = put.send_raw().await.expect("the second response is fine");
        assert_eq!(response.attempts(), 2, "{status}");
        let requests = server.requests();
        assert_eq!(requests[0].line, requests[1].line);
        assert_eq!(requests[0].headers, requests[1].headers);
        assert_eq!(requests[0].body, requests[1].body);
    }
    for status in [408, 500, 502, 504, 400, 404] {
        let server = Server::always(&at_once(status));
        let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({})));
        let error = put.send().await.expect_err("this is a failure");
        assert_eq!(error.attempts(), 1, "{status}");
        server.only_request();
    }
}

#[tokio::test]
async fn the_put_is_retried_after_503_only_if_the_server_asks_for_it() {
    // A proxy does not know whether the request was processed.
    let server = Server::always(&Scripted::json(503, "{}"));
    let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({})));
    let error = put.send().await.expect_err("this is a failure");
    assert_eq!(error.attempts(), 1);
    server.only_request();
}

#[tokio::test]
async fn the_put_is_not_retried_when_the_connection_ends_without_a_response() {
    let server = Server::always(&Scripted::hang_up());
    let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({})));
    let error = put.send().await.expect_err("there is no response");
    assert_eq!(error.attempts(), 1);
    server.only_request();
}

#[tokio::test]
async fn a_refused_connection_is_retried_by_both() {
    let url = refused();
    let client = signed_in_at(&url).build().expect("the client is sound");
    let error = client
        .get_my_profile(APP)
        .send()
        .await
        .expect_err("nobody listens");
    assert!(error.is_connect(), "{error:?}");
    assert_eq!(error.attempts(), 3);

    let client = backend_at(&url).build().expect("the client is sound");
    let put = client
        .upsert_user_profile(APP, USER, body(json!({})))
        .with_retries(1);
    let error = put.send().await.expect_err("nobody listens");
    assert!(error.is_connect(), "{error:?}");
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn two_retries_are_the_default() {
    let server = Server::always(&at_once(503));
    let error = signed_in(&server).get_my_profile(APP).send().await;
    let error = error.expect_err("the API is down");
    assert_eq!(status_of(&error), Some(503));
    assert_eq!(error.attempts(), 3);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn client_and_call_set_the_number_of_retries() {
    for (client, call, attempts) in [(0, None, 1), (1, None, 2), (0, Some(4), 5), (5, Some(0), 1)] {
        let server = Server::always(&at_once(429));
        let builder = signed_in_at(&server.url()).max_retries(client);
        let mut request = builder
            .build()
            .expect("the client is sound")
            .get_my_profile(APP);
        if let Some(retries) = call {
            request = request.with_retries(retries);
        }
        let error = request.send().await.expect_err("the API is busy");
        assert_eq!(error.attempts(), attempts);
        assert_eq!(server.requests().len(), attempts as usize);
    }
}

#[tokio::test]
async fn the_wait_that_the_server_asks_for_is_observed() {
    let busy = Scripted::json(429, "{}").header("Retry-After", "1");
    let server = Server::start([busy, Scripted::json(200, "{}")]);
    let start = Instant::now();
    let response = signed_in(&server).get_my_profile(APP).send_raw().await;
    assert_eq!(response.expect("the second response is fine").attempts(), 2);
    assert!(start.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn an_invalid_wait_is_treated_as_absent() {
    for wait in ["-5", "soon", "", "1.5", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        let busy = Scripted::json(503, "{}").header("retry-after", wait);
        let server = Server::start([busy, Scripted::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(
            response.expect("the second response is fine").attempts(),
            2,
            "{wait:?}"
        );
    }
}

#[tokio::test]
async fn without_a_retry_after_header_the_sdk_chooses_the_wait() {
    let busy = Scripted::json(500, "{}");
    let server = Server::start([busy.clone(), busy, Scripted::json(200, "{}")]);
    let response = signed_in(&server).get_my_profile(APP).send_raw().await;
    assert_eq!(response.expect("the third response is fine").attempts(), 3);
}

#[tokio::test]
async fn the_body_of_a_discarded_response_does_not_delay_the_retry() {
    let page = "x".repeat(100_000);
    for busy in [
        at_once(503).body(page.clone()).endless(),
        at_once(503).body(page.clone()).stalled_after(10),
        at_once(503).body(page.clone()).cut_off_after(10),
        at_once(503).body(page),
    ] {
        let server = Server::start([busy, Scripted::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(response.expect("the second response is fine").attempts(), 2);
    }
}
