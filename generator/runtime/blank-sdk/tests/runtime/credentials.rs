//! Credentials: how they are sent, which are rejected, and that they are never shown.

use crate::support::{Get, Keys, Script, Token, client, texts, url};
use blank_sdk::runtime::credentials::{
    Authorization, Credentials, NoCredentials, Satisfies, Secret,
};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::Request;

fn request<C: Credentials>(credentials: C) -> Request<Get> {
    let client = client(&Script::new([])).with_credentials(credentials);
    Request::authorized::<C, _>(&client)
}

fn rejection<C: Credentials>(credentials: C) -> Error {
    let error = request(credentials).into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    error
}

fn keys(key: &str, secret: &str) -> Keys {
    Keys {
        key: Secret::new(key),
        secret: Secret::new(secret),
    }
}

#[test]
fn headers_are_sent_and_sensitive() {
    let request = request(keys("k1", "s1")).into_http_request().unwrap();
    for (name, value) in [("x-key", "k1"), ("x-secret", "s1")] {
        assert_eq!(request.headers()[name], value);
        assert!(request.headers()[name].is_sensitive());
    }
    assert!(!format!("{request:?}").contains("s1"));
}

#[test]
fn bearer_tokens() {
    let request = request(Token(Secret::new("abc.def")))
        .into_http_request()
        .unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer abc.def");
    assert!(request.headers()["authorization"].is_sensitive());
}

#[test]
fn no_credentials_add_nothing() {
    let request = request(NoCredentials).into_http_request().unwrap();
    assert!(!request.headers().contains_key("authorization"));
}

#[test]
fn invalid_secrets_are_rejected_by_name() {
    for secret in ["", " ", "zzz\n", "zzz\u{200b}", "zzzé"] {
        let error = rejection(keys("k", secret));
        assert!(error.to_string().contains("`x-secret`"), "{error}");
        assert!(!texts(&error).contains("zzz"));
    }
    for token in [
        "",
        "z zz",
        "Bearer zzz",
        "bearer zzz",
        "zzz\n",
        "\tzzz",
        "Bearer ",
    ] {
        let error = rejection(Token(Secret::new(token)));
        assert!(error.to_string().contains("bearer token"), "{error}");
        assert!(!texts(&error).contains("zz"));
    }
}

#[test]
fn secrets_are_not_shown() {
    let client = client(&Script::new([])).with_credentials(keys("zzz", "zzz"));
    let request = Request::<Get>::authorized::<Keys, _>(&client);
    let shown = format!(
        "{client:?} {client:#?} {:?} {request:?} {:?}",
        keys("zzz", "zzz"),
        request.parts
    );
    assert!(!shown.contains("zzz"), "{shown}");
    assert_eq!(format!("{request:?}"), "Request(GET /things)");
}

/// Credentials in the query, in a cookie and in the `Authorization` header.
struct Elsewhere(&'static str);

impl Credentials for Elsewhere {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        let secret = Secret::new(self.0);
        authorization.query("api key", &secret);
        authorization.cookie("session", &secret);
        authorization.cookie("other", &secret);
        authorization.basic(&Secret::new("Aladdin"), &secret);
    }
}

#[test]
fn query_cookie_and_basic() {
    assert_eq!(
        url(request(Elsewhere("open+sesame"))),
        "https://api.example.com/things?api%20key=open%2Bsesame"
    );
    let request = request(Elsewhere("open")).into_http_request().unwrap();
    assert_eq!(request.headers()["cookie"], "session=open; other=open");
    assert_eq!(request.headers()["authorization"], "Basic QWxhZGRpbjpvcGVu");
    assert!(request.headers()["cookie"].is_sensitive());
    assert!(rejection(Elsewhere("a;b")).to_string().contains("cookie"));
    assert!(rejection(Elsewhere("")).to_string().contains("query"));
}

#[test]
fn base64_is_padded() {
    struct Basic(&'static str);
    impl Credentials for Basic {
        fn authorize(&self, authorization: &mut Authorization<'_>) {
            authorization.basic(&Secret::new("u"), &Secret::new(self.0));
        }
    }
    for (password, expected) in [
        ("", "dTo="),
        ("p", "dTpw"),
        ("pä", "dTpww6Q="),
        ("??>", "dTo/Pz4="),
    ] {
        let request = request(Basic(password)).into_http_request().unwrap();
        assert_eq!(
            request.headers()["authorization"],
            format!("Basic {expected}")
        );
    }
}

/// Credentials that satisfy two requirements: that of the credentials that they hold, and an alternative.
struct Rotating(Token);

impl Satisfies<Token> for Rotating {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        Credentials::authorize(&self.0, authorization);
    }
}

impl Satisfies<(Keys, Token)> for Token {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        Credentials::authorize(self, authorization);
    }
}

#[test]
fn other_types_can_satisfy() {
    let rotating = client(&Script::new([])).with_credentials(Rotating(Token(Secret::new("t"))));
    let request = Request::<Get>::authorized::<Token, _>(&rotating)
        .into_http_request()
        .unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer t");
    let token = client(&Script::new([])).with_credentials(Token(Secret::new("t")));
    let request = Request::<Get>::authorized::<(Keys, Token), _>(&token)
        .into_http_request()
        .unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer t");
}
