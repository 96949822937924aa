//! Parameters beside each other, replaced, removed, and beside credentials.

use super::{ARRAY, OBJECT, cookie, cookie_as, header, path, query, rejection, request};
use crate::support::{Get, GetColor, Script, client, get, to_http};
use blank_sdk::runtime::credentials::{Authorization, Credentials, Secret};
use blank_sdk::runtime::parts::Parts;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::style::Style;
use serde_json::json;

#[test]
fn a_parameter_set_twice_has_the_last_value() {
    let last = path(|parts| {
        parts.path("color", "blue");
        parts.path_as("color", Style::Matrix, "black");
    });
    assert_eq!(last, ";color=black");
    let last = query(|parts| {
        parts.query("color", ARRAY);
        parts.query("size", 1);
        parts.query_as("color", Style::Form, ["a", "b"]);
    });
    assert_eq!(last.unwrap(), "size=1&color=a,b");
    let last = query(|parts| {
        parts.query_as("color", Style::DeepObject, OBJECT);
        parts.query_json("color", 1);
        parts.query_reserved("color", Style::FormExplode, "/");
    });
    assert_eq!(last.unwrap(), "color=/");
    let last = header("color", |parts| {
        parts.header("color", "blue");
        parts.header_json("Color", "black");
    });
    assert_eq!(last.unwrap(), "\"black\"");
    let last = cookie(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("size", 1);
        parts.cookie("color", ARRAY);
        parts.cookie_as("color", Style::Form, ["a", "b"]);
    });
    assert_eq!(last.unwrap(), "size=1; color=a,b");
}

#[test]
fn an_exploded_object_is_replaced_as_a_whole() {
    let last = query(|parts| {
        parts.query("color", OBJECT);
        parts.query("color", json!({"C": 1}));
    });
    assert_eq!(last.unwrap(), "C=1");
    let last = cookie(|parts| {
        parts.cookie("color", OBJECT);
        parts.cookie("color", json!({"C": 1}));
    });
    assert_eq!(last.unwrap(), "C=1");
}

#[test]
fn a_null_removes_a_parameter() {
    let none = None::<&str>;
    let last = query(|parts| {
        parts.query("color", "blue");
        parts.query("color", none);
    });
    assert_eq!(last, None);
    let last = cookie(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("color", none);
    });
    assert_eq!(last, None);
    let last = header("color", |parts| {
        parts.header("color", "blue");
        parts.header("color", none);
    });
    assert_eq!(last, None);
    let error = rejection::<GetColor>(|parts| {
        parts.path("color", "blue");
        parts.path("color", none);
    });
    assert!(error.is_invalid_argument());
}

/// The cookie of a session.
struct Session;

impl Credentials for Session {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.cookie("session", &Secret::new("zzz"));
    }
}

fn with_session(set: impl FnOnce(&mut Parts)) -> http::Request<bytes::Bytes> {
    let client = client(&Script::new([])).with_credentials(Session);
    let mut request = Request::<Get>::authorized::<Session, _>(&client);
    set(&mut request.parts);
    to_http(request)
}

#[test]
fn cookies_of_credentials_and_of_parameters_both_stay() {
    let request = with_session(|parts| {
        parts.cookie("color", "blue");
        parts.cookie("size", 1);
        parts.cookie("color", "black");
    });
    let cookie = &request.headers()["cookie"];
    assert_eq!(cookie, "session=zzz; size=1; color=black");
    assert_eq!(request.headers().get_all("cookie").iter().count(), 1);
    // A parameter does not replace a secret of the same name.
    let request = with_session(|parts| parts.cookie("session", "mine"));
    assert_eq!(request.headers()["cookie"], "session=zzz; session=mine");
    let request = with_session(|parts| parts.cookie("color", None::<u8>));
    assert_eq!(request.headers()["cookie"], "session=zzz");
}

#[test]
fn a_secret_next_to_a_parameter_is_not_shown() {
    let request = with_session(|parts| parts.cookie("color", "blue"));
    assert!(request.headers()["cookie"].is_sensitive());
    assert!(!format!("{request:?}").contains("zzz"));
    let request = with_session(|_| {});
    assert!(request.headers()["cookie"].is_sensitive());
}

#[test]
fn a_chosen_cookie_header_replaces_earlier_cookies() {
    let cookie = |request: Request<Get>| {
        let request = to_http(request);
        request.headers()["cookie"].as_bytes().to_vec()
    };
    let mut request = get(&Script::new([]));
    request.parts.cookie("color", "blue");
    let mut request = request.with_header("cookie", "a=é");
    request.parts.cookie("size", 1);
    assert_eq!(cookie(request), "a=é; size=1".as_bytes());
    let mut request = get(&Script::new([])).with_header("cookie", "");
    request.parts.cookie("size", 1);
    assert_eq!(cookie(request), b"size=1");
}

#[test]
fn path_query_headers_and_cookies_are_independent() {
    let request = request::<GetColor>(|parts| {
        parts.path("color", "path");
        parts.query("color", "query");
        parts.header("color", "header");
        parts.cookie("color", "cookie");
    });
    let request = to_http(request);
    assert_eq!(request.uri().path(), "/colors/path");
    assert_eq!(request.uri().query(), Some("color=query"));
    assert_eq!(request.headers()["color"], "header");
    assert_eq!(request.headers()["cookie"], "color=cookie");
}

#[test]
fn the_style_cookie_encodes_nothing() {
    assert_eq!(
        cookie_as(Style::CookieExplode, ["a=b", "c/d%"]),
        "color=a=b; color=c/d%"
    );
    assert_eq!(cookie_as(Style::Cookie, ["a", "b"]), "color=a,b");
    assert_eq!(
        cookie_as(Style::CookieExplode, json!({"G": 200, "R": 100})),
        "G=200; R=100"
    );
    for value in ["a; b", "a b", "a\"b", "a\\b", "a\r\nb", "\u{e4}"] {
        rejection::<Get>(|parts| parts.cookie_as("color", Style::Cookie, value));
    }
}

#[test]
fn one_value_can_be_the_whole_query() {
    let value = json!({"a b": [1, 2], "c": "d&e"});
    assert_eq!(
        query(|parts| parts.query_string("q", &value)).unwrap(),
        "a%20b=1&a%20b=2&c=d%26e"
    );
    let json = query(|parts| parts.query_string_json("q", json!({"a": [1]}))).unwrap();
    assert_eq!(json, "%7B%22a%22%3A%5B1%5D%7D");
    rejection::<Get>(|parts| parts.query_string("q", 1));
}
