//! Bearer tokens that change: when their source is asked, and what happens after a 401.

use crate::support::{Broken, Get, Post, Put, Script, client, refused, response, response_with};
use blank_sdk::runtime::body::Body;
use blank_sdk::runtime::credentials::{Authorization, Credentials, Secret};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::tokens::{TokenSource, Tokens};
use blank_sdk::runtime::transport::BoxFuture;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// A source of these tokens, the last of which it repeats; it fails where there is none.
#[derive(Clone, Default)]
struct Source {
    tokens: Arc<Mutex<VecDeque<&'static str>>>,
    rejected: Arc<Mutex<Vec<Secret>>>,
}

impl Source {
    fn new(tokens: &[&'static str]) -> Self {
        Self {
            tokens: Arc::new(Mutex::new(tokens.iter().copied().collect())),
            ..Self::default()
        }
    }
}

impl TokenSource for Source {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Box<dyn std::error::Error + Send + Sync>>> {
        Box::pin(async {
            let mut tokens = self.tokens.lock().unwrap();
            let token = if tokens.len() > 1 {
                tokens.pop_front()
            } else {
                tokens.front().copied()
            };
            token.map(Secret::new).ok_or("the vault is closed".into())
        })
    }

    fn rejected(&self, token: &Secret) {
        self.rejected.lock().unwrap().push(token.clone());
    }
}

struct User(Tokens);

impl Credentials for User {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.tokens(&self.0);
    }
}

fn request<O: Operation>(script: &Arc<Script>, source: &Source) -> Request<O> {
    let user = User(Tokens::from_source(source.clone()));
    Request::authorized::<User, _>(&client(script).with_credentials(user))
}

/// The tokens that were sent.
fn sent(script: &Script) -> Vec<String> {
    let token = |request: http::Request<_>| {
        let value = &request.headers()["authorization"];
        assert!(value.is_sensitive());
        value.to_str().unwrap().to_owned()
    };
    script.requests().into_iter().map(token).collect()
}

#[tokio::test]
async fn a_source_is_asked_before_each_attempt() {
    let script = Script::new([refused(), response(503, ""), response(200, "7")]);
    let source = Source::new(&["a", "b", "c"]);
    assert_eq!(request::<Get>(&script, &source).send().await.unwrap(), 7);
    assert_eq!(sent(&script), ["Bearer a", "Bearer b", "Bearer c"]);
    assert!(source.rejected.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_rejected_token_is_replaced_once() {
    let script = Script::new([response(401, ""), response(200, "7")]);
    let source = Source::new(&["a", "b", "c"]);
    // Even where nothing is retried, as a server that rejects the token does nothing else.
    let request = request::<Post>(&script, &source).with_retries(0);
    let saved = request.send_raw().await.unwrap();
    assert_eq!(saved.attempts(), 2);
    assert_eq!(sent(&script), ["Bearer a", "Bearer b"]);
    assert_eq!(*source.rejected.lock().unwrap(), [Secret::new("a")]);

    let script = Script::new([response(401, ""), response(401, "no")]);
    let source = Source::new(&["a", "b", "c"]);
    let error = self::request::<Get>(&script, &source).send().await;
    let error = error.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(error.body().unwrap(), "no");
    assert_eq!(sent(&script), ["Bearer a", "Bearer b"]);
    let rejected = [Secret::new("a"), Secret::new("b")];
    assert_eq!(*source.rejected.lock().unwrap(), rejected);
}

#[tokio::test]
async fn the_retries_are_left_for_other_failures() {
    let script = Script::new([
        response(401, ""),
        response(503, ""),
        response(503, ""),
        response(200, "7"),
    ]);
    let source = Source::new(&["a", "b"]);
    assert_eq!(request::<Put>(&script, &source).send().await.unwrap(), 7);
    assert_eq!(sent(&script)[1..], ["Bearer b", "Bearer b", "Bearer b"]);
}

#[tokio::test]
async fn the_same_token_is_not_sent_again() {
    let script = Script::new([response(401, "no")]);
    let error = request::<Get>(&script, &Source::new(&["a"])).send().await;
    let error = error.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (401, 1)
    );
    assert_eq!(error.body().unwrap(), "no");
}

#[tokio::test]
async fn a_body_that_cannot_be_sent_again_is_not() {
    let script = Script::new([response(401, "")]);
    let source = Source::new(&["a", "b"]);
    let stream = Broken {
        chunks: VecDeque::new(),
        end: None,
    };
    let mut request = request::<Put>(&script, &source);
    request
        .parts
        .plain("text/plain", Body::from_stream(stream, None));
    let error = request.send().await.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (401, 1)
    );
    // The next call has the other token.
    assert_eq!(source.tokens.lock().unwrap().front(), Some(&"b"));
}

async fn failure(source: Source) -> Error {
    let script = Script::new([]);
    request::<Get>(&script, &source).send().await.unwrap_err()
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let error = failure(Source::new(&[])).await;
    assert!(error.is_token() && !error.is_invalid_argument());
    assert_eq!(error.attempts(), 0);
    assert_eq!(
        error.to_string(),
        "GET /things was not sent: there is no token"
    );
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "the vault is closed");
    // A token is checked as one that is given.
    let error = failure(Source::new(&["zzz zzz"])).await;
    assert!(error.is_token());
    assert!(!crate::support::texts(&error).contains("zzz"));
}

#[tokio::test]
async fn a_401_stays_where_the_source_fails() {
    struct Once(Mutex<Option<Secret>>);
    impl TokenSource for Once {
        fn token(&self) -> BoxFuture<'_, Result<Secret, Box<dyn std::error::Error + Send + Sync>>> {
            let token = self.0.lock().unwrap().take();
            Box::pin(async { token.ok_or("closed".into()) })
        }

        fn rejected(&self, _: &Secret) {}
    }
    let script = Script::new([response_with(
        401,
        &[("www-authenticate", "Bearer")],
        Body::empty(),
    )]);
    let once = Once(Mutex::new(Some(Secret::new("a"))));
    let user = User(Tokens::from_source(once));
    let client = client(&script).with_credentials(user);
    let error = Request::<Get>::authorized::<User, _>(&client).send().await;
    let error = error.unwrap_err();
    assert_eq!(error.headers().unwrap()["www-authenticate"], "Bearer");
}

#[tokio::test]
async fn one_token_is_a_source_that_never_changes() {
    let script = Script::new([response(401, "")]);
    let user = User(Tokens::new("a"));
    assert_eq!(format!("{:?}", user.0), "Tokens(…)");
    let client = client(&script).with_credentials(user);
    let error = Request::<Get>::authorized::<User, _>(&client).send().await;
    assert_eq!(error.unwrap_err().attempts(), 1);
    assert_eq!(sent(&script), ["Bearer a"]);
}
