//! Each operation carries its own credentials, all of them, and no others.

use crate::support::{APP, KEY, SECRET, TOKEN, USER, backend, body, signed_in};
use rownd::http::Method;
use rownd::{AppCredentials, NoCredentials, UserToken};
use rownd_tests::{Scripted, Server};
use serde_json::json;

#[tokio::test]
async fn the_put_carries_key_and_secret_each_in_its_own_header_and_no_token() {
    // Two API keys in one requirement mean both, and neither may replace the other.
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
    request.send().await.expect("the response is fine");

    let request = server.only_request();
    assert_eq!(request.header("x-rownd-app-key"), Some(KEY));
    assert_eq!(request.header("x-rownd-app-secret"), Some(SECRET));
    assert_eq!(request.header("authorization"), None);
    assert_eq!(request.header("cookie"), None);
}

#[tokio::test]
async fn the_get_carries_the_token_with_one_bearer_and_no_key() {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = signed_in(&server).get_my_profile(APP);
    request.send().await.expect("the response is fine");

    let request = server.only_request();
    let bearer = format!("Bearer {TOKEN}");
    assert_eq!(request.header("authorization"), Some(bearer.as_str()));
    assert_eq!(request.header("x-rownd-app-key"), None);
    assert_eq!(request.header("x-rownd-app-secret"), None);
}

#[tokio::test]
async fn other_credentials_replace_those_of_the_client() {
    let server = Server::always(&Scripted::json(200, "{}"));
    let backend = backend(&server);
    let other = backend.with_credentials(AppCredentials::new("other-key", "other-secret"));
    let user = other.with_credentials(UserToken::new(TOKEN));
    for request in [
        backend.upsert_user_profile(APP, USER, body(json!({}))),
        other.upsert_user_profile(APP, USER, body(json!({}))),
    ] {
        request.send().await.expect("the response is fine");
    }
    user.get_my_profile(APP)
        .send()
        .await
        .expect("the response is fine");

    let requests = server.requests();
    let key = |number: usize| requests[number].header("x-rownd-app-key");
    let secret = |number: usize| requests[number].header("x-rownd-app-secret");
    assert_eq!((key(0), secret(0)), (Some(KEY), Some(SECRET)));
    assert_eq!(
        (key(1), secret(1)),
        (Some("other-key"), Some("other-secret"))
    );
    assert_eq!((key(2), secret(2)), (None, None));
}

#[tokio::test]
async fn a_client_can_start_without_credentials() {
    let server = Server::always(&Scripted::json(200, "{}"));
    let client = backend(&server).with_credentials(NoCredentials);
    let user = client.with_credentials(UserToken::new(TOKEN));
    user.get_my_profile(APP)
        .send()
        .await
        .expect("the response is fine");
    assert!(server.only_request().header("authorization").is_some());
}

#[tokio::test]
async fn secrets_that_cannot_be_sent_are_rejected_before_any_io() {
    // Only the token is expected: a second `Bearer` would be sent as part of it.
    let server = Server::start([]);
    let client = backend(&server);
    for token in [
        "",
        "Bearer abc",
        "bearer abc",
        "a b",
        " abc",
        "abc\n",
        "a\r\nx: y",
        "a\0b",
    ] {
        let user = client.with_credentials(UserToken::new(token));
        let error = user.get_my_profile(APP).send().await.expect_err(token);
        assert!(error.is_invalid_argument(), "{token:?}: {error:?}");
        assert_eq!(error.attempts(), 0);
    }
    for (key, secret) in [
        ("", SECRET),
        (KEY, ""),
        ("a\nb", SECRET),
        (KEY, "a\r\nx: y"),
        (KEY, "\u{7f}"),
    ] {
        let other = client.with_credentials(AppCredentials::new(key, secret));
        let request = other.upsert_user_profile(APP, USER, body(json!({})));
        let error = request.send().await.expect_err(secret);
        assert!(error.is_invalid_argument(), "{key:?} {secret:?}: {error:?}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_rejected_secret_is_identified_by_its_header() {
    let server = Server::start([]);
    let other = backend(&server).with_credentials(AppCredentials::new(KEY, "private\nsecret"));
    let request = other.upsert_user_profile(APP, USER, body(json!({})));
    let error = request.send().await.expect_err("the secret is not valid");
    assert!(error.to_string().contains("x-rownd-app-secret"), "{error}");
    assert!(!format!("{error} {error:?}").contains("private"));
}

#[tokio::test]
async fn headers_of_the_sdk_are_not_for_callers_to_set() {
    let server = Server::start([]);
    let client = signed_in(&server);
    for name in [
        "authorization",
        "X-Rownd-App-Key",
        "x-rownd-app-secret",
        "Host",
        "content-length",
        "Content-Type",
        "transfer-encoding",
        "connection",
    ] {
        let request = client.get_my_profile(APP).with_header(name, "stolen-value");
        let error = request.send().await.expect_err(name);
        assert!(error.is_invalid_argument(), "{name}: {error:?}");
        let shown = error.to_string();
        assert!(
            shown.contains(&name.to_lowercase()) && !shown.contains("stolen"),
            "{shown}"
        );
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn other_headers_are_sent_as_the_caller_sets_them() {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = signed_in(&server)
        .get_my_profile(APP)
        .with_header("X-Request-Id", "one")
        .with_header("user-agent", "mine/1")
        .with_header("accept", "application/vnd.mine+json");
    request.send().await.expect("the response is fine");

    let request = server.only_request();
    assert_eq!(request.header("x-request-id"), Some("one"));
    assert_eq!(request.header("user-agent"), Some("mine/1"));
    assert_eq!(request.header("accept"), Some("application/vnd.mine+json"));
}

#[tokio::test]
async fn invalid_headers_of_the_caller_are_rejected_before_any_io() {
    let server = Server::start([]);
    let client = signed_in(&server);
    for (name, value) in [
        ("x-a", "a\nb"),
        ("x a", "b"),
        ("", "b"),
        ("x-a\r\nx-b", "c"),
    ] {
        let request = client.get_my_profile(APP).with_header(name, value);
        let error = request.send().await.expect_err(name);
        assert!(error.is_invalid_argument(), "{name:?}: {error:?}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn credentials_are_marked_sensitive() {
    let server = Server::start([]);
    let client = backend(&server);
    let put = client.upsert_user_profile(APP, USER, body(json!({})));
    let put = put.into_http_request().expect("the request is sound");
    assert_eq!(put.method(), Method::PUT);
    assert!(put.headers()["x-rownd-app-key"].is_sensitive());
    assert!(put.headers()["x-rownd-app-secret"].is_sensitive());

    let user = client.with_credentials(UserToken::new(TOKEN));
    let get = user.get_my_profile(APP).into_http_request();
    let get = get.expect("the request is sound");
    assert!(get.headers()["authorization"].is_sensitive());
}
