//! Path segments reach the server as one segment each, encoded once, or not at all.

use crate::support::{APP, TOKEN, USER, backend, backend_at, body, signed_in, signed_in_at};
use rownd::{Client, UserToken};
use rownd_tests::{Scripted, Server};
use serde_json::json;

/// The request target of a PUT for this user.
async fn target_of(user: &str) -> String {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = backend(&server).upsert_user_profile(APP, user, body(json!({})));
    request.send().await.expect("the response is fine");
    server.only_request().target().to_owned()
}

#[tokio::test]
async fn each_operation_has_its_own_path() {
    // The two paths look alike, but only that of the PUT names a user.
    let server = Server::always(&Scripted::json(200, "{}"));
    let put = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
    put.send().await.expect("the response is fine");
    let get = signed_in(&server).get_my_profile(APP);
    get.send().await.expect("the response is fine");

    let requests = server.requests();
    let put =
        "PUT /applications/327677849595019856/users/user_a7b53gwdaml5jt7t71442nt7/data HTTP/1.1";
    assert_eq!(requests[0].line, put);
    assert_eq!(
        requests[1].line,
        "GET /me/applications/327677849595019856/data HTTP/1.1"
    );
}

#[tokio::test]
async fn reserved_characters_are_encoded_once() {
    for (user, segment) in [
        ("a/b", "a%2Fb"),
        ("a?b=c", "a%3Fb%3Dc"),
        ("a#b", "a%23b"),
        ("100%", "100%25"),
        ("a%2Fb", "a%252Fb"),
        ("rownd|61f3", "rownd%7C61f3"),
        ("a b", "a%20b"),
        ("a+b", "a%2Bb"),
        ("a\\b", "a%5Cb"),
        ("a;b,c:d@e!$&'()*", "a%3Bb%2Cc%3Ad%40e%21%24%26%27%28%29%2A"),
        ("\"<>[]^`{}", "%22%3C%3E%5B%5D%5E%60%7B%7D"),
        ("zoë", "zo%C3%AB"),
        ("用户", "%E7%94%A8%E6%88%B7"),
        ("🦀", "%F0%9F%A6%80"),
        ("a\r\nx-injected: b", "a%0D%0Ax-injected%3A%20b"),
        ("\0", "%00"),
    ] {
        let path = format!("/applications/{APP}/users/{segment}/data");
        assert_eq!(target_of(user).await, path, "{user}");
    }
}

#[tokio::test]
async fn unreserved_characters_stay_as_they_are() {
    for user in [
        "__uuid__",
        "__UUID__",
        "custom-id_12345",
        "a.b~c",
        "...",
        "0",
        "61F3",
    ] {
        let path = format!("/applications/{APP}/users/{user}/data");
        assert_eq!(target_of(user).await, path);
    }
}

#[tokio::test]
async fn encoded_dots_do_not_change_the_path() {
    // A URL parser treats `%2e%2e` as `..`, so the percent sign has to be encoded too.
    for (user, segment) in [("%2e%2e", "%252e%252e"), ("..%2fadmin", "..%252fadmin")] {
        let path = format!("/applications/{APP}/users/{segment}/data");
        assert_eq!(target_of(user).await, path);
    }
}

#[tokio::test]
async fn segments_that_would_change_the_route_are_rejected_before_any_io() {
    // An empty user, or `..`, would send the application's secret to another route.
    let server = Server::start([]);
    let client = backend(&server);
    let token = client.with_credentials(UserToken::new(TOKEN));
    for segment in ["", ".", ".."] {
        for (app, user, name) in [(segment, USER, "app"), (APP, segment, "user")] {
            let request = client.upsert_user_profile(app, user, body(json!({})));
            let error = request.send().await.expect_err(segment);
            assert!(error.is_invalid_argument(), "{segment:?}: {error:?}");
            assert_eq!(error.attempts(), 0);
            assert!(error.to_string().contains(&format!("`{name}`")), "{error}");
        }
        let error = token
            .get_my_profile(segment)
            .send()
            .await
            .expect_err(segment);
        assert!(error.is_invalid_argument(), "{segment:?}: {error:?}");
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_segment_too_long_for_a_uri_is_an_invalid_argument() {
    let server = Server::start([]);
    let request = signed_in(&server).get_my_profile("x".repeat(70_000));
    let error = request.send().await.expect_err("the URI is too long");
    assert!(error.is_invalid_argument(), "{error:?}");
    assert!(error.to_string().len() < 300, "{error}");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_base_url_joins_with_or_without_slash_and_prefix() {
    for (suffix, prefix) in [
        ("", ""),
        ("/", ""),
        ("/api/v1", "/api/v1"),
        ("/api/v1/", "/api/v1"),
    ] {
        let server = Server::start([Scripted::json(200, "{}")]);
        let client = signed_in_at(&format!("{}{suffix}", server.url())).build();
        let request = client.expect("the URL is sound").get_my_profile("app");
        request.send().await.expect("the response is fine");
        let path = format!("{prefix}/me/applications/app/data");
        assert_eq!(server.only_request().target(), path, "{suffix:?}");
    }
}

#[test]
fn an_invalid_base_url_fails_the_build() {
    for url in [
        "",
        "/",
        "api.rownd.io",
        "//api.rownd.io",
        "ftp://api.rownd.io",
        "http://",
        "https://api.rownd.io?tenant=1",
        "https://api.rownd.io#top",
        "https://user:pass@api.rownd.io",
        "https://api.rownd.io/a b",
        "not a url",
    ] {
        let error = backend_at(url).build().expect_err(url);
        assert!(error.is_invalid_argument(), "{url:?}: {error:?}");
        assert!(!format!("{error} {error:?}").contains("pass@"), "{error:?}");
    }
}

#[test]
fn the_documented_server_is_the_default() {
    let client = Client::new(UserToken::new(TOKEN)).expect("the client is sound");
    let request = client.get_my_profile(APP).into_http_request();
    let uri = request.expect("the request is sound").uri().to_string();
    assert_eq!(
        uri,
        format!("https://api.rownd.io/me/applications/{APP}/data")
    );
}
