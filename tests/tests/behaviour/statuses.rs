//! Only the documented status is a success.

use crate::support::{APP, USER, backend, body, kept, profile_from, raw_profile_from, status_of};
use rownd_tests::{Scripted, Server};
use serde_json::json;

#[tokio::test]
async fn any_other_success_is_an_error_with_that_status_and_body() {
    for status in [201, 202, 203, 206, 226] {
        let error = profile_from(Scripted::json(status, r#"{"rownd_user":"user_1"}"#)).await;
        let error = error.expect_err("only 200 is documented");
        assert_eq!(status_of(&error), Some(status));
        assert_eq!(kept(&error), Some(&br#"{"rownd_user":"user_1"}"#[..]));
        assert!(!error.is_decode(), "{error:?}");
    }
    let error = profile_from(Scripted::new(204))
        .await
        .expect_err("only 200 is documented");
    assert_eq!(status_of(&error), Some(204));
    assert!(!error.is_decode(), "{error:?}");
}

#[tokio::test]
async fn failures_keep_their_status_known_or_not() {
    for status in [
        400, 401, 402, 403, 404, 405, 409, 412, 418, 422, 499, 500, 501, 505, 520, 799,
    ] {
        let server = Server::start([Scripted::json(status, r#"{"message":"no"}"#)]);
        let request = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
        let error = request
            .with_retries(0)
            .send()
            .await
            .expect_err("this is a failure");
        assert_eq!(status_of(&error), Some(status));
        let api = error.api_error().expect("the API explains itself");
        assert_eq!(api.message.as_deref(), Some("no"));
    }
}

#[tokio::test]
async fn a_raw_response_has_status_headers_body_and_attempts() {
    let response = Scripted::json(200, r#"{"rownd_user":"user_1"}"#)
        .header("X-Request-Id", "req_1")
        .header("set-cookie", "a=1")
        .header("set-cookie", "b=2");
    let response = raw_profile_from(response)
        .await
        .expect("the response is fine");
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(response.headers()["x-request-id"], "req_1");
    assert_eq!(response.headers().get_all("set-cookie").iter().count(), 2);
    assert_eq!(response.attempts(), 1);
    assert_eq!(response.body().rownd_user.as_deref(), Some("user_1"));
    assert_eq!(response.into_body().rownd_user.as_deref(), Some("user_1"));
}
