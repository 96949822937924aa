//! The flow `clientCredentials`: when a token is fetched, how long it is kept, and what is said of failures.

use crate::support::{Get, Script, Step, client, refused, response, response_with, texts};
use blank_sdk::runtime::body::Body;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::client_credentials::ClientCredentialsFlow;
use blank_sdk::runtime::credentials::{Authorization, Credentials};
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::tokens::Tokens;
use blank_sdk::runtime::transport::{BoxFuture, Transport, TransportError};
use bytes::Bytes;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const URL: &str = "https://id.example.com/token";

#[derive(Clone)]
struct OAuth(Tokens);

impl Credentials for OAuth {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.tokens(&self.0);
    }
}

fn flow() -> ClientCredentialsFlow {
    ClientCredentialsFlow::new(URL, "my id", "zzz:secret")
}

fn with_flow(script: &Arc<Script>, flow: ClientCredentialsFlow) -> Client<OAuth> {
    client(script).with_credentials(OAuth(flow.into()))
}

fn get(client: &Client<OAuth>) -> Request<Get> {
    Request::authorized::<OAuth, _>(client)
}

fn token(token: &str, lifetime: &str) -> Step {
    let json = format!("{{\"access_token\":\"{token}\",\"token_type\":\"Bearer\"{lifetime}}}");
    response_with(200, &[], Body::from(json))
}

/// The targets of the requests, with the tokens.
fn sent(script: &Script) -> Vec<String> {
    let each = script.requests().into_iter().map(|request| {
        let value = request.headers().get("authorization");
        let token = value.map_or("", |value| value.to_str().unwrap());
        format!("{} {token}", request.uri().path())
    });
    each.collect()
}

#[tokio::test]
async fn a_token_is_fetched_once_for_calls_one_after_another() {
    let script = Script::new([
        token("a", ",\"expires_in\":3600"),
        response(200, "1"),
        response(200, "2"),
    ]);
    let client = with_flow(&script, flow());
    assert_eq!(get(&client).await.unwrap(), 1);
    assert_eq!(get(&client.clone()).await.unwrap(), 2);
    let requests = script.requests();
    let fetch = &requests[0];
    assert_eq!(fetch.method(), "POST");
    assert_eq!(fetch.uri(), URL);
    assert_eq!(
        fetch.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert_eq!(fetch.headers()["accept"], "application/json");
    // `my%20id:zzz%3Asecret`
    let basic = "Basic bXklMjBpZDp6enolM0FzZWNyZXQ=";
    assert_eq!(fetch.headers()["authorization"], basic);
    assert!(fetch.headers()["authorization"].is_sensitive());
    assert_eq!(fetch.body(), "grant_type=client_credentials");
    assert_eq!(sent(&script)[1..], ["/things Bearer a", "/things Bearer a"]);
}

#[tokio::test]
async fn scopes_and_other_settings() {
    let script = Script::new([token("a", ""), response(200, "1")]);
    let flow = flow()
        .scopes(["read", "write"])
        .parameter("audience", "https://a b")
        .secret_in_body();
    assert_eq!(format!("{flow:?}"), "ClientCredentialsFlow { .. }");
    get(&with_flow(&script, flow)).await.unwrap();
    let fetch = &script.requests()[0];
    assert!(!fetch.headers().contains_key("authorization"));
    assert_eq!(
        fetch.body(),
        "grant_type=client_credentials&scope=read%20write&audience=https%3A%2F%2Fa%20b&client_id=my%20id&client_secret=zzz%3Asecret"
    );
}

#[tokio::test]
async fn a_token_is_kept_until_shortly_before_its_end() {
    // A second, of which a quarter is the margin; as a number or as text.
    for lifetime in [",\"expires_in\":1", ",\"expires_in\":\"1\""] {
        let script = Script::new([
            token("a", lifetime),
            response(200, "1"),
            response(200, "1"),
            token("b", lifetime),
            response(200, "1"),
        ]);
        let client = with_flow(&script, flow());
        get(&client).await.unwrap();
        get(&client).await.unwrap();
        tokio::time::sleep(Duration::from_millis(800)).await;
        get(&client).await.unwrap();
        assert_eq!(sent(&script)[2], "/things Bearer a");
        assert_eq!(sent(&script)[4], "/things Bearer b");
    }
}

#[tokio::test]
async fn a_rejected_token_is_fetched_again() {
    let script = Script::new([
        token("a", ""),
        response(200, "1"),
        response(401, ""),
        token("b", ""),
        response(200, "2"),
    ]);
    let client = with_flow(&script, flow());
    get(&client).await.unwrap();
    assert_eq!(get(&client).await.unwrap(), 2);
    assert_eq!(sent(&script)[4], "/things Bearer b");
}

/// What a token endpoint does in place of giving a token.
type Failure = fn() -> Step;

#[tokio::test]
async fn a_failure_is_told_and_not_kept() {
    let failures: [(Failure, &str); 6] = [
        (
            || {
                response(
                    401,
                    "{\"error\":\"invalid_client\",\"error_description\":\"zzz\"}",
                )
            },
            "the token endpoint returned 401 (`invalid_client`)",
        ),
        (
            || response(400, "{\"error\":\"ZZZ zzz\"}"),
            "the token endpoint returned 400 without a token",
        ),
        (
            || response(200, "<html>zzz"),
            "the token endpoint returned 200 without a token",
        ),
        (
            || response(302, "{\"access_token\":\"zzz\"}"),
            "the token endpoint returned 302 without a token",
        ),
        (refused, "the token endpoint cannot be called"),
        (
            || response_with(200, &[], Body::from(vec![b'z'; 2 * 1024 * 1024])),
            "the token endpoint sent too much",
        ),
    ];
    for (failure, problem) in failures {
        let script = Script::new([failure(), token("a", ""), response(200, "1")]);
        let client = with_flow(&script, flow());
        let error = get(&client).await.unwrap_err();
        assert!(error.is_token());
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), problem);
        let texts = texts(&error).to_lowercase();
        assert!(!texts.contains("zzz"), "{texts}");
        assert_eq!(get(&client).await.unwrap(), 1);
    }
    let script = Script::new([]);
    let flow = ClientCredentialsFlow::new("not a URL", "id", "zzz");
    assert!(get(&with_flow(&script, flow)).await.unwrap_err().is_token());
}

/// A server whose token endpoint takes its time, and may be out of order.
#[derive(Default)]
struct Slow {
    fetches: AtomicUsize,
    is_broken: bool,
    tokens: Mutex<Vec<String>>,
}

impl Transport for Slow {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            if request.uri().path() == "/token" {
                let number = self.fetches.fetch_add(1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(100)).await;
                if self.is_broken {
                    return Err(TransportError::other("out of order"));
                }
                let json = format!("{{\"access_token\":\"t{number}\"}}");
                return Ok(http::Response::new(Body::from(json)));
            }
            let token = request.headers()["authorization"].to_str().unwrap();
            self.tokens.lock().unwrap().push(token.to_owned());
            Ok(http::Response::new(Body::from(Bytes::from("1"))))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

fn slow(slow: Slow) -> (Arc<Slow>, Client<OAuth>) {
    let slow = Arc::new(slow);
    let client = Client::builder(OAuth(flow().into()))
        .transport(Arc::clone(&slow))
        .build()
        .unwrap();
    (slow, client)
}

/// The outcomes of calls at the same time.
async fn together(client: &Client<OAuth>) -> Vec<Result<serde_json::Value, String>> {
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(get(client).send())).collect();
    let mut outcomes = Vec::new();
    for call in calls {
        outcomes.push(call.await.unwrap().map_err(|error| texts(&error)));
    }
    outcomes
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_fetch_one_token() {
    let (server, client) = slow(Slow::default());
    assert!(together(&client).await.iter().all(Result::is_ok));
    assert_eq!(server.fetches.load(Ordering::SeqCst), 1);
    let tokens = server.tokens.lock().unwrap();
    assert!(tokens.len() == 50 && tokens.iter().all(|token| token == "Bearer t0"));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_calls_share_one_failure() {
    let broken = Slow {
        is_broken: true,
        ..Slow::default()
    };
    let (server, client) = slow(broken);
    for fetches in 1..3 {
        for outcome in together(&client).await {
            assert!(outcome.unwrap_err().contains("out of order"));
        }
        assert_eq!(server.fetches.load(Ordering::SeqCst), fetches);
    }
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_the_fetch_to_another() {
    let (server, client) = slow(Slow::default());
    let hasty = get(&client).with_timeout(Duration::from_millis(20)).send();
    let hasty = tokio::spawn(hasty);
    tokio::task::yield_now().await;
    let patient = tokio::spawn(get(&client).send());
    assert!(hasty.await.unwrap().unwrap_err().is_timeout());
    assert_eq!(patient.await.unwrap().unwrap(), 1);
    assert_eq!(server.fetches.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_relative_url_is_resolved_against_the_base_url() {
    for (url, expected) in [
        ("/oauth/token", "https://api.example.com/oauth/token"),
        ("oauth/token", "https://api.example.com/v1/oauth/token"),
        ("../token", "https://api.example.com/token"),
        ("//id.example.com/token", "https://id.example.com/token"),
    ] {
        let script = Script::new([token("a", ""), response(200, "1")]);
        let flow = ClientCredentialsFlow::new(url, "id", "secret");
        let client = Client::builder(OAuth(flow.into()))
            .base_url("https://api.example.com/v1/")
            .transport(Arc::clone(&script))
            .build()
            .unwrap();
        assert_eq!(get(&client).await.unwrap(), 1);
        assert_eq!(script.requests()[0].uri(), expected, "{url}");
    }
}
