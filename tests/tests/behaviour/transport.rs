//! The transport can be replaced, and the default one shares its connections.

use crate::support::{APP, KEY, SECRET, TOKEN, USER, backend, body, decoded, signed_in};
use rownd::bytes::Bytes;
use rownd::http::{self, Method, Request, StatusCode};
use rownd::operations::{GetMyProfile, UpsertUserProfile};
use rownd::{AppCredentials, Body, BoxFuture, Client, Error, Transport, TransportError, UserToken};
use rownd_tests::{Scripted, Server};
use serde_json::json;
use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Responds to every request with the same body.
struct Canned(&'static str);

impl Transport for Canned {
    fn send(
        &self,
        _: Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async { Ok(http::Response::new(Body::from(self.0))) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_program_is_tested_on_a_transport_of_its_own() -> Result<(), Error> {
    let rownd = Client::builder(UserToken::new("token"))
        .transport(Canned(r#"{"rownd_user":"user_1"}"#))
        .build()?;
    let me = rownd.get_my_profile("app").send().await?;
    assert_eq!(me.rownd_user.as_deref(), Some("user_1"));
    Ok(())
}

/// Fails this many times before it responds, and counts its waits.
struct Flaky {
    failures: AtomicU32,
    failure: fn(&'static str) -> TransportError,
    sent: Arc<Mutex<Vec<Request<Body>>>>,
}

impl Transport for Flaky {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        self.sent.lock().expect("no test panicked").push(request);
        let fails = self
            .failures
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        Box::pin(async move {
            match fails {
                Ok(_) => Err((self.failure)("a failure of the test")),
                Err(_) => Ok(http::Response::new(Body::from("{}"))),
            }
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// A PUT over a transport that fails this many times before it responds, and the number of requests that were sent.
async fn flaky_put(
    failures: u32,
    failure: fn(&'static str) -> TransportError,
) -> (Option<Error>, usize) {
    let sent = Arc::default();
    let transport = Flaky {
        failures: failures.into(),
        failure,
        sent: Arc::clone(&sent),
    };
    let client = Client::builder(AppCredentials::new(KEY, SECRET))
        .transport(transport)
        .build();
    let client = client.expect("the client is sound");
    let error = client
        .upsert_user_profile(APP, "__uuid__", body(json!({})))
        .send()
        .await
        .err();
    let sent = sent.lock().expect("no test panicked").len();
    (error, sent)
}

#[tokio::test]
async fn the_put_is_retried_if_no_connection_was_made() {
    let (error, sent) = flaky_put(2, TransportError::connect).await;
    assert!(error.is_none() && sent == 3, "{error:?}");
}

#[tokio::test]
async fn the_put_is_not_retried_after_any_other_failure_of_the_transport() {
    let (error, sent) = flaky_put(1, TransportError::other).await;
    let error = error.expect("the first failure ends the call");
    assert!(
        !error.is_connect() && !error.is_timeout() && sent == 1,
        "{error:?}"
    );

    let (error, sent) = flaky_put(1, TransportError::timeout).await;
    let error = error.expect("the first failure ends the call");
    assert!(error.is_timeout() && sent == 1, "{error:?}");
}

#[test]
fn requests_and_responses_need_no_io() {
    let client = Client::builder(AppCredentials::new(KEY, SECRET))
        .transport(Canned("{}"))
        .build();
    let client = client.expect("the client is sound");
    let put = client.upsert_user_profile(APP, USER, body(json!({ "a": null })));
    let put = put.write_data_to_integrations(false).into_http_request();
    let put = put.expect("the request is sound");
    assert_eq!(put.method(), Method::PUT);
    let uri = format!(
        "https://api.rownd.io/applications/{APP}/users/{USER}/data?write_data_to_integrations=false"
    );
    assert_eq!(put.uri().to_string(), uri);
    assert_eq!(put.headers()["x-rownd-app-key"], KEY);
    assert_eq!(put.headers()["content-type"], "application/json");
    assert_eq!(
        put.body().as_bytes().expect("bytes"),
        r#"{"data":{"a":null}}"#
    );

    let response = http::Response::new(Bytes::from_static(br#"{"rownd_user":"user_1"}"#));
    let response = rownd::Request::<UpsertUserProfile>::from_http_response(response);
    let saved = response.expect("the response is fine").into_body();
    assert_eq!(saved.rownd_user.as_deref(), Some("user_1"));

    let mut response = http::Response::new(Bytes::from_static(br#"{"message":"no"}"#));
    *response.status_mut() = StatusCode::FORBIDDEN;
    let error = rownd::Request::<GetMyProfile>::from_http_response(response);
    let error = error.expect_err("this is a failure");
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    let api = error.api_error().expect("the API explains itself");
    assert_eq!(api.message.as_deref(), Some("no"));
}

#[tokio::test]
async fn clients_with_other_credentials_share_the_connections() {
    let server = Server::always(&Scripted::json(200, "{}"));
    let app = backend(&server);
    for _ in 0..10 {
        let put = app.upsert_user_profile(APP, USER, body(json!({})));
        put.send().await.expect("the response is fine");
        let user = app.with_credentials(UserToken::new(TOKEN));
        user.get_my_profile(APP)
            .send()
            .await
            .expect("the response is fine");
    }
    let requests = server.requests();
    let connections: HashSet<_> = requests.iter().map(|request| request.connection).collect();
    assert_eq!(requests.len(), 20);
    // Usually one connection: another is made if the last one is not back in the pool yet.
    assert!(connections.len() < 10, "{connections:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_are_shared_between_tasks() {
    let server = Server::always(&Scripted::json(200, r#"{"rownd_user":"user_1"}"#));
    let client = signed_in(&server);
    let tasks: Vec<_> = (0..20)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move { client.get_my_profile(number.to_string()).send().await })
        })
        .collect();
    for task in tasks {
        let profile = task
            .await
            .expect("no task panics")
            .expect("the response is fine");
        assert_eq!(profile.rownd_user.as_deref(), Some("user_1"));
    }
    let targets: HashSet<_> = server
        .requests()
        .iter()
        .map(|request| request.target().to_owned())
        .collect();
    assert_eq!(targets.len(), 20);
}

#[tokio::test]
async fn the_default_transport_needs_no_settings() {
    let client = Client::builder(UserToken::new(TOKEN))
        .user_agent("mine/1")
        .build();
    let request = client
        .expect("the client is sound")
        .get_my_profile(APP)
        .into_http_request();
    assert_eq!(
        request.expect("the request is sound").headers()["user-agent"],
        "mine/1"
    );
    let error = Client::builder(UserToken::new(TOKEN))
        .user_agent("a\nb")
        .build();
    assert!(
        error
            .expect_err("this is not a header")
            .is_invalid_argument()
    );
    // The default transport reads the same as a custom one.
    assert_eq!(decoded("{}").await, rownd::models::UserProfile::default());
}
