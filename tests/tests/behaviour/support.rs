//! What the tests share.

use rownd::models::{UpsertUserProfileRequest, UserProfile};
use rownd::{AppCredentials, Client, ClientBuilder, Error, Response, UserToken};
use rownd_tests::{Scripted, Server};
use serde_json::{Map, Value};
use std::error::Error as _;

pub const APP: &str = "327677849595019856";
pub const USER: &str = "user_a7b53gwdaml5jt7t71442nt7";
pub const KEY: &str = "key_wvnxqlmjrzmhcmdwkrsbp2gd";
pub const SECRET: &str = "ras_b7ef1e3c5a9d4f60c2b8";
pub const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl";

/// The example response of the documentation of the GET.
pub const PROFILE: &str = include_str!("../../fixtures/get_my_profile.json");

/// The example response of the documentation of the PUT.
pub const UPSERTED: &str = include_str!("../../fixtures/upsert_user_profile.json");

/// A client with the application's credentials.
pub fn backend(server: &Server) -> Client<AppCredentials> {
    backend_at(&server.url())
        .build()
        .expect("the client is sound")
}

/// A client with the token of a signed-in user.
pub fn signed_in(server: &Server) -> Client<UserToken> {
    signed_in_at(&server.url())
        .build()
        .expect("the client is sound")
}

/// The builder of [`backend`]. The machine's proxy settings must not affect the tests.
pub fn backend_at(url: &str) -> ClientBuilder<AppCredentials> {
    Client::builder(AppCredentials::new(KEY, SECRET))
        .base_url(url)
        .reqwest(rownd::reqwest::Client::builder().no_proxy())
}

/// The builder of [`signed_in`].
pub fn signed_in_at(url: &str) -> ClientBuilder<UserToken> {
    Client::builder(UserToken::new(TOKEN))
        .base_url(url)
        .reqwest(rownd::reqwest::Client::builder().no_proxy())
}

/// One GET that gets this response, without another attempt.
pub async fn profile_from(response: Scripted) -> Result<UserProfile, Error> {
    raw_profile_from(response).await.map(Response::into_body)
}

/// One GET that gets this response, with status and headers.
pub async fn raw_profile_from(response: Scripted) -> Result<Response<UserProfile>, Error> {
    let server = Server::start([response]);
    let request = signed_in(&server).get_my_profile(APP).with_retries(0);
    request.send_raw().await
}

/// The profile in a body of the GET.
pub async fn decoded(body: &str) -> UserProfile {
    match profile_from(Scripted::json(200, body)).await {
        Ok(profile) => profile,
        Err(error) => panic!("{body} does not decode: {error}: {:?}", error.source()),
    }
}

/// The error of a body of the GET that cannot be decoded.
pub async fn undecodable(body: &str) -> Error {
    let error = profile_from(Scripted::json(200, body)).await;
    let error = error.expect_err("the body is not to decode");
    assert!(error.is_decode(), "{body}: {error:?}");
    error
}

/// The body of a PUT.
pub fn body(data: Value) -> UpsertUserProfileRequest {
    UpsertUserProfileRequest::new().data(object(data))
}

/// The map in a JSON object.
pub fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => panic!("{other} is not an object"),
    }
}

/// The value of a JSON text.
pub fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the text is JSON")
}

/// The status of the response that an error is about.
pub fn status_of(error: &Error) -> Option<u16> {
    error.status().map(|status| status.as_u16())
}

/// What an error keeps of the response's body.
pub fn kept(error: &Error) -> Option<&[u8]> {
    error.body().map(|body| &body[..])
}

/// The predicates of an error that hold, by name.
pub fn kinds(error: &Error) -> Vec<&'static str> {
    let all = [
        ("timeout", error.is_timeout()),
        ("connect", error.is_connect()),
        ("body", error.is_body()),
        ("too large", error.is_too_large()),
        ("decode", error.is_decode()),
        ("invalid argument", error.is_invalid_argument()),
    ];
    let held = all.into_iter().filter(|(_, holds)| *holds);
    held.map(|(kind, _)| kind).collect()
}

/// An error and its sources, one line for each, as `Display` shows them.
pub fn chain(error: &Error) -> String {
    let mut lines = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        lines = format!("{lines}\n{error}");
        source = error.source();
    }
    lines
}

/// A URL of this machine on which nothing listens.
pub fn refused() -> String {
    rownd_tests::refusing_address()
}
