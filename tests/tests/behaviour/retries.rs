//! What is safe is tried again, and nothing else.

use crate::support::{
    APP, USER, backend, backend_at, body, refused, signed_in, signed_in_at, status_of,
};
use rownd_tests::{Answer, Server};
use serde_json::json;
use std::time::{Duration, Instant};

/// An answer after which another attempt may follow at once.
fn at_once(status: u16) -> Answer {
    Answer::json(status, "{}").header("retry-after", "0")
}

#[tokio::test]
async fn the_get_is_tried_again_after_what_may_pass() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start([at_once(status), Answer::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(
            response.expect("the second answer is fine").attempts(),
            2,
            "{status}"
        );
        let requests = server.requests();
        assert_eq!(requests.len(), 2, "{status}");
        // The second attempt is the first one again, whatever the connection.
        assert_eq!(requests[0].line, requests[1].line);
        assert_eq!(requests[0].headers, requests[1].headers);
    }
}

#[tokio::test]
async fn the_get_is_not_tried_again_after_what_stays() {
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
async fn the_put_is_tried_again_only_where_it_was_surely_not_carried_out() {
    // With a user such as `__uuid__` a second PUT would make a second user.
    for status in [429, 503] {
        let server = Server::start([at_once(status), Answer::json(200, "{}")]);
        let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({ "a": 1 })));
        let response = put.send_raw().await.expect("the second answer is fine");
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
async fn the_put_is_not_tried_again_when_the_connection_ends_without_an_answer() {
    let server = Server::always(&Answer::hang_up());
    let put = backend(&server).upsert_user_profile(APP, "__uuid__", body(json!({})));
    let error = put.send().await.expect_err("there is no answer");
    assert_eq!(error.attempts(), 1);
    server.only_request();
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_by_both() {
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
async fn two_further_attempts_are_the_default() {
    let server = Server::always(&at_once(503));
    let error = signed_in(&server).get_my_profile(APP).send().await;
    let error = error.expect_err("the API is down");
    assert_eq!(status_of(&error), Some(503));
    assert_eq!(error.attempts(), 3);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn client_and_call_set_how_often() {
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
async fn the_wait_that_the_server_asks_for_is_kept() {
    let busy = Answer::json(429, "{}").header("Retry-After", "1");
    let server = Server::start([busy, Answer::json(200, "{}")]);
    let start = Instant::now();
    let response = signed_in(&server).get_my_profile(APP).send_raw().await;
    assert_eq!(response.expect("the second answer is fine").attempts(), 2);
    assert!(start.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_wait_that_makes_no_sense_is_as_good_as_none() {
    for wait in ["-5", "soon", "", "1.5", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        let busy = Answer::json(503, "{}").header("retry-after", wait);
        let server = Server::start([busy, Answer::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(
            response.expect("the second answer is fine").attempts(),
            2,
            "{wait:?}"
        );
    }
}

#[tokio::test]
async fn without_a_word_from_the_server_the_sdk_waits_by_itself() {
    let busy = Answer::json(500, "{}");
    let server = Server::start([busy.clone(), busy, Answer::json(200, "{}")]);
    let response = signed_in(&server).get_my_profile(APP).send_raw().await;
    assert_eq!(response.expect("the third answer is fine").attempts(), 3);
}

#[tokio::test]
async fn the_body_of_an_answer_that_is_not_wanted_holds_nothing_up() {
    let page = "x".repeat(100_000);
    for busy in [
        at_once(503).body(page.clone()).endless(),
        at_once(503).body(page.clone()).stalled_after(10),
        at_once(503).body(page.clone()).cut_off_after(10),
        at_once(503).body(page),
    ] {
        let server = Server::start([busy, Answer::json(200, "{}")]);
        let response = signed_in(&server).get_my_profile(APP).send_raw().await;
        assert_eq!(response.expect("the second answer is fine").attempts(), 2);
    }
}
