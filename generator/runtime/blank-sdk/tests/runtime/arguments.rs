//! Arguments that are rejected before anything is sent, and the headers of requests.

use crate::support::{Get, Keys, Put, Script, client, get, response, to_http};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{NoCredentials, Secret};
use blank_sdk::runtime::request::Request;
use http::{HeaderMap, HeaderValue};

#[tokio::test]
async fn nothing_is_sent_when_an_argument_is_rejected() {
    let script = Script::new([]);
    let mut request = get(&script);
    request.parts.header("x-one", "\n");
    request.parts.header("x-two", "\n");
    let error = request.send().await.unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(
        error.to_string().contains("`x-one`"),
        "the first problem is reported"
    );
    assert_eq!(error.attempts(), 0);
    assert_eq!(script.sent(), 0);
}

#[test]
fn default_headers() {
    let request = to_http(get(&Script::new([])));
    let headers = request.headers();
    assert_eq!(headers["accept"], "application/json");
    assert_eq!(
        headers["user-agent"],
        concat!("blank-sdk/", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(headers.len(), 2);
    assert!(request.body().is_empty());
}

#[test]
fn a_body_has_a_content_type() {
    let mut request = Request::<Put>::new(&client(&Script::new([])));
    request
        .parts
        .json(serde_json::json!({"data": {"gone": null}}));
    let request = to_http(request);
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.body(), r#"{"data":{"gone":null}}"#);
    assert_eq!(request.method(), "PUT");
}

#[test]
fn a_body_that_is_not_json_is_rejected() {
    let mut request = Request::<Put>::new(&client(&Script::new([])));
    request
        .parts
        .json(std::collections::BTreeMap::from([((1, 2), "secret")]));
    let error = request.into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(!format!("{error:?}").contains("secret"));
}

#[test]
fn chosen_headers_replace_others() {
    let request = get(&Script::new([]))
        .with_header("Accept", "text/plain")
        .with_header("user-agent", String::from("me/1"))
        .with_header("x-trace", "1")
        .with_header("x-trace", HeaderValue::from_static("2"));
    let mut expected = HeaderMap::new();
    expected.insert("accept", HeaderValue::from_static("text/plain"));
    expected.insert("user-agent", HeaderValue::from_static("me/1"));
    expected.insert("x-trace", HeaderValue::from_static("2"));
    assert_eq!(*to_http(request).headers(), expected);
}

#[test]
fn some_headers_cannot_be_chosen() {
    let names = [
        "Authorization",
        "x-key",
        "X-Secret",
        "host",
        "content-length",
        "Content-Type",
        "transfer-encoding",
        "connection",
    ];
    for name in names {
        let error = get(&Script::new([]))
            .with_header(name, "value")
            .into_http_request()
            .unwrap_err();
        assert!(error.is_invalid_argument(), "{name}");
        assert!(
            error.to_string().contains(&name.to_ascii_lowercase()),
            "{error}"
        );
        assert!(!error.to_string().contains("value"), "{error}");
    }
    // This API has no credentials in cookies.
    assert!(
        get(&Script::new([]))
            .with_header("cookie", "a=b")
            .into_http_request()
            .is_ok()
    );
}

#[test]
fn headers_of_all_requests() {
    let client = Client::builder(NoCredentials)
        .transport(Script::new([]))
        .header("X-Version", "1")
        .header("x-version", "2")
        .header("x-trace", "a")
        .secret_header("x-token", "hush")
        .build()
        .unwrap();
    let headers = |request: Request<Get>| to_http(request).headers().clone();
    let sent = headers(Request::new(&client));
    assert_eq!(sent["x-version"], "2");
    assert_eq!(sent["x-trace"], "a");
    assert_eq!(sent["x-token"], "hush");
    assert!(!format!("{sent:?}").contains("hush"));
    let request = Request::<Get>::new(&client);
    let sent = headers(
        request
            .with_header("x-trace", "b")
            .with_header("x-token", "still"),
    );
    assert_eq!(sent["x-trace"], "b");
    assert!(sent["x-token"].is_sensitive());
    let sent = headers(Request::new(&client.with_credentials(NoCredentials)));
    assert_eq!(sent["x-token"], "hush");
}

#[test]
fn some_headers_cannot_be_set_for_all_requests() {
    let builder = || Client::builder(NoCredentials).transport(Script::new([]));
    let wrong = [
        builder().header("host", "secret"),
        builder().header("X-Key", "secret"),
        builder().secret_header("content-type", "secret"),
        builder().header("x-a", "secret\n").header("x-b", "1"),
        builder().header("x a", "secret"),
        builder().secret_header("x-a", ""),
    ];
    for builder in wrong {
        assert!(!format!("{builder:?}").contains("secret"));
        let error = builder.build().unwrap_err();
        assert!(error.is_invalid_argument(), "{error}");
        assert!(!format!("{error:?} {error}").contains("secret"), "{error}");
    }
}

#[test]
fn invalid_headers_are_rejected_without_their_values() {
    let error = get(&Script::new([]))
        .with_header("x-a", "secret\n")
        .into_http_request()
        .unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(error.to_string().contains("`x-a`") && !error.to_string().contains("secret"));
    let error = get(&Script::new([]))
        .with_header("x a", "1")
        .into_http_request()
        .unwrap_err();
    assert!(error.is_invalid_argument());
}

#[tokio::test]
async fn a_client_holds_no_state_of_its_requests() {
    let script = Script::new([response(200, "1"), response(200, "2")]);
    let keys = Keys {
        key: Secret::new("k"),
        secret: Secret::new("s"),
    };
    let client = client(&script);
    let authorized = client.with_credentials(keys);
    Request::<Put>::authorized::<Keys, _>(&authorized)
        .send()
        .await
        .unwrap();
    assert_eq!(script.request().headers()["x-key"], "k");
    Request::<Put>::new(&authorized).send().await.unwrap();
    assert!(!script.request().headers().contains_key("x-key"));
}
