//! Neither secrets nor personal data are shown by anything that may be logged.

use crate::support::{
    APP, KEY, SECRET, TOKEN, USER, backend, backend_at, body, decoded, refused, signed_in,
    signed_in_at,
};
use rownd::{AppCredentials, Client, Error, UserToken};
use rownd_tests::{Scripted, Server};
use serde_json::json;
use std::fmt::Debug;
use std::time::Duration;

const EMAIL: &str = "gary@foo.com";

/// Everything of a call that must stay out of a log.
const PRIVATE: [&str; 8] = [
    KEY, SECRET, TOKEN, EMAIL, "gary%40", "Jackson", "private-", "eyJ",
];

fn assert_discreet(shown: &str) {
    for private in PRIVATE {
        assert!(!shown.contains(private), "`{private}` shows in {shown}");
    }
}

fn assert_debug_discreet(value: &impl Debug) {
    assert_discreet(&format!("{value:?} {value:#?}"));
}

/// Checks all that an error and its sources show.
fn assert_error_discreet(error: &Error) {
    let mut link: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = link {
        assert_discreet(&format!("{error} {error:#} {error:?} {error:#?}"));
        link = error.source();
    }
}

/// The error of a GET that gets this response, by a user whose address is part of the path.
async fn failed(response: Scripted) -> Error {
    let server = Server::start([response]);
    let client = signed_in_at(&server.url()).max_response_bytes(500).build();
    let request = client.expect("the client is sound").get_my_profile(EMAIL);
    let request = request.with_timeout(Duration::from_secs(2)).with_retries(0);
    request
        .send()
        .await
        .expect_err("the response is not a profile")
}

#[test]
fn credentials_do_not_show_their_secrets() {
    let app = AppCredentials::new(KEY, SECRET);
    let user = UserToken::new(TOKEN);
    assert_debug_discreet(&app);
    assert_debug_discreet(&user);
    assert_debug_discreet(&(app.clone(), user.clone()));
    assert!(format!("{app:?}").contains("AppCredentials"));
    assert!(format!("{user:?}").contains("UserToken"));
}

#[tokio::test]
async fn clients_and_calls_in_flight_do_not_show_what_they_carry() {
    let server = Server::start([]);
    assert_debug_discreet(&backend_at(&server.url()));
    let client = backend(&server);
    assert_debug_discreet(&client);
    assert_debug_discreet(&client.with_credentials(UserToken::new(TOKEN)));

    let data = body(json!({ "email": EMAIL, "last_name": "Jackson" }));
    let request = client
        .upsert_user_profile(APP, EMAIL, data)
        .write_data_to_integrations(false)
        .with_header("x-session", "private-header");
    assert_debug_discreet(&request);
    assert!(format!("{request:?}").contains("/applications/{app}/users/{user}/data"));
    let request = signed_in(&server).get_my_profile(EMAIL);
    assert_debug_discreet(&request);

    let rejected = client.upsert_user_profile(APP, "", body(json!({ "email": EMAIL })));
    assert_debug_discreet(&rejected);
}

#[tokio::test]
async fn errors_of_every_kind_show_nothing_of_the_response() {
    let page = format!("<html>{EMAIL} Jackson</html>");
    let long = EMAIL.repeat(200);
    for response in [
        Scripted::json(
            400,
            json!({ "message": EMAIL, "private-key": EMAIL }).to_string(),
        ),
        Scripted::json(404, page.clone()),
        Scripted::json(201, json!({ "data": { "email": EMAIL } }).to_string()),
        Scripted::json(200, page),
        Scripted::json(200, format!("\"{EMAIL}\"")),
        Scripted::json(200, json!({ "data": EMAIL }).to_string()),
        Scripted::json(200, json!({ "rownd_user": [EMAIL] }).to_string()),
        Scripted::json(200, json!({ "state": { "private-": EMAIL } }).to_string()),
        Scripted::json(200, json!({ "attributes": { EMAIL: EMAIL } }).to_string()),
        Scripted::json(200, json!({ "attributes": { "a": EMAIL } }).to_string()),
        Scripted::json(200, json!({ "meta": { "created": [EMAIL] } }).to_string()),
        Scripted::json(200, format!("{{\"data\":{{\"email\":\"{EMAIL}\"}}")),
        Scripted::json(200, format!("{{\"data\":{{\"email\":{EMAIL}}}}}")),
        Scripted::json(200, long.clone()),
        Scripted::json(200, long.clone()).cut_off_after(300),
        Scripted::json(200, long[..400].to_owned()).cut_off_after(300),
        Scripted::json(200, long[..400].to_owned()).stalled_after(300),
        Scripted::hang_up(),
        Scripted::silent(),
        Scripted::new(302).header("location", "http://private-host.example/gary@foo.com"),
        Scripted::new(500)
            .header("set-cookie", "session=private-session")
            .body("x"),
    ] {
        let shown = format!("{response:?}");
        let error = failed(response).await;
        assert!(!error.is_invalid_argument(), "{shown}: {error:?}");
        assert_error_discreet(&error);
    }
}

#[tokio::test]
async fn errors_of_the_put_show_nothing_of_its_body() {
    for response in [
        Scripted::json(400, json!({ "message": EMAIL }).to_string()),
        Scripted::json(200, json!({ "redacted": EMAIL }).to_string()),
        Scripted::new(307).header("location", "http://private-host.example"),
        Scripted::hang_up(),
    ] {
        let server = Server::start([response]);
        let data = body(json!({ "email": EMAIL, "last_name": "Jackson" }));
        let put = backend(&server).upsert_user_profile(APP, EMAIL, data);
        let error = put.send().await.expect_err("the response is not a profile");
        assert_error_discreet(&error);
        assert!(
            error
                .to_string()
                .contains("PUT /applications/{app}/users/{user}/data"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn errors_of_requests_that_were_not_sent_show_nothing_of_the_call() {
    let server = Server::start([]);
    let client = backend(&server);
    let data = || body(json!({ "email": EMAIL }));
    let put = |client: &Client<AppCredentials>| client.upsert_user_profile(APP, EMAIL, data());
    let secret = client.with_credentials(AppCredentials::new(KEY, "private-\nsecret"));
    let key = client.with_credentials(AppCredentials::new("private-\u{7f}", SECRET));
    let token = client.with_credentials(UserToken::new("Bearer private-token"));
    let errors = [
        put(&secret).send().await.err(),
        put(&key).send().await.err(),
        token.get_my_profile(EMAIL).send().await.err(),
        put(&client)
            .with_header("x-a", "private-\nvalue")
            .send()
            .await
            .err(),
        put(&client)
            .with_header("host", "private-host")
            .send()
            .await
            .err(),
        put(&client)
            .with_header("private-\nname", "x")
            .send()
            .await
            .err(),
        client
            .upsert_user_profile(APP, "..", data())
            .send()
            .await
            .err(),
        client
            .upsert_user_profile(EMAIL.repeat(7000), USER, data())
            .send()
            .await
            .err(),
    ];
    for error in errors {
        let error = error.expect("the argument is not valid");
        assert!(error.is_invalid_argument(), "{error:?}");
        assert_error_discreet(&error);
    }
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn errors_of_the_connection_show_no_url() {
    let client = signed_in_at(&refused())
        .build()
        .expect("the client is sound");
    let request = client.get_my_profile(EMAIL).with_retries(0);
    let error = request.send().await.expect_err("nobody listens");
    assert!(error.is_connect(), "{error:?}");
    assert_error_discreet(&error);

    let url = "http://private-host.invalid";
    let client = signed_in_at(url).build().expect("the client is sound");
    let request = client.get_my_profile(EMAIL).with_retries(0);
    // If no name server responds, the call times out before the lookup does.
    let request = request.with_timeout(Duration::from_secs(5));
    let error = request.send().await.expect_err("there is no such host");
    assert_error_discreet(&error);
}

#[test]
fn a_base_url_with_a_password_does_not_show_it() {
    let builder = backend_at("https://user:private-password@api.rownd.io");
    assert_debug_discreet(&builder);
    assert_error_discreet(&builder.build().expect_err("the URL holds a password"));
}

#[tokio::test]
async fn a_model_shows_its_content() {
    // Models are data: whoever prints one expects to see it.
    let body = json!({ "data": { "email": EMAIL } }).to_string();
    assert!(format!("{:?}", decoded(&body).await).contains(EMAIL));
}
