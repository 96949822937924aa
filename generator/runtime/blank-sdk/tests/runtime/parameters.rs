//! How parameters are serialized, and which path segments are rejected.

use crate::support::{
    Get, GetDotted, GetFixedQuery, GetLiterals, GetUser, Script, client, get, url,
};
use blank_sdk::runtime::request::Request;
use serde_json::json;
use std::collections::BTreeMap;

fn user(app: &str, user: &str) -> Request<GetUser> {
    let mut request = Request::new(&client(&Script::new([])));
    request.parts.path("app", app);
    request.parts.path("user", user);
    request
}

#[test]
fn path_segments_are_encoded_once() {
    let url = url(user("a/b?c#d%e f|g\\h", "ä+'~-._!"));
    assert_eq!(
        url,
        "https://api.example.com/apps/a%2Fb%3Fc%23d%25e%20f%7Cg%5Ch/users/%C3%A4%2B%27~-._%21/data"
    );
}

#[test]
fn unreserved_characters_are_not_encoded() {
    let url = url(user("327677849595019856", "__uuid__"));
    assert_eq!(
        url,
        "https://api.example.com/apps/327677849595019856/users/__uuid__/data"
    );
}

#[test]
fn segments_that_change_the_path_are_rejected_by_name() {
    for value in ["", ".", ".."] {
        let error = user("app", value).into_http_request().unwrap_err();
        assert!(error.is_invalid_argument());
        assert_eq!(
            error.to_string(),
            "GET /apps/{app}/users/{user}/data was not sent: \
             the path parameter `user` must not be empty, `.` or `..`"
        );
    }
    for value in ["...", "%2e", "%2e%2e", ".a", " ", "null"] {
        assert!(user("app", value).into_http_request().is_ok(), "{value}");
    }
}

#[test]
fn no_parameter_makes_its_part_of_a_segment_empty() {
    let dotted = |name: &str, extension: &str| {
        let mut request = Request::<GetDotted>::new(&client(&Script::new([])));
        request.parts.path("name", name);
        request.parts.path("extension", extension);
        request
    };
    assert_eq!(url(dotted("a", ".")), "https://api.example.com/files/a..");
    assert!(dotted("a", "").into_http_request().is_err());
    assert!(dotted("", "txt").into_http_request().is_err());
}

#[test]
fn a_path_parameter_without_a_value_is_rejected() {
    let mut request = Request::<GetUser>::new(&client(&Script::new([])));
    request.parts.path("app", "1");
    let error = request.into_http_request().unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("the path parameter `user` has no value")
    );
}

#[test]
fn lists_and_objects_in_a_path() {
    let mut request = user("app", "user");
    request = {
        let mut other = Request::<GetUser>::new(&client(&Script::new([])));
        other.parts.path("app", ["a,b", "c"]);
        other
            .parts
            .path("user", BTreeMap::from([("k", 1), ("l", 2)]));
        drop(request);
        other
    };
    assert_eq!(
        url(request),
        "https://api.example.com/apps/a%2Cb,c/users/k,1,l,2/data"
    );
}

#[test]
fn queries() {
    let mut request = get(&Script::new([]));
    request.parts.query("a b", "c&d=e+ü");
    request.parts.query("flag", false);
    request.parts.query("big", u64::MAX);
    request.parts.query("single", 0.1_f32);
    request.parts.query("double", 1.5);
    request.parts.query("none", None::<u8>);
    request.parts.query("tags", ["x", "y z"]);
    request.parts.query("no_tags", [""; 0]);
    request
        .parts
        .query("filter", json!({"since": 3, "until": null}));
    assert_eq!(
        url(request),
        "https://api.example.com/things?a%20b=c%26d%3De%2B%C3%BC&flag=false&big=18446744073709551615\
         &single=0.1&double=1.5&tags=x&tags=y%20z&since=3"
    );
}

#[test]
fn a_url_without_parameters_has_no_question_mark() {
    assert_eq!(url(get(&Script::new([]))), "https://api.example.com/things");
}

#[test]
fn nested_values_are_rejected_by_name() {
    let mut request = get(&Script::new([]));
    request.parts.query("filter", json!({"secret": [1]}));
    let error = request.into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(error.to_string().contains("the query parameter `filter`"));
    assert!(!error.to_string().contains("secret"));
}

#[test]
fn an_endless_url_is_rejected() {
    let mut request = get(&Script::new([]));
    request.parts.query("text", "x".repeat(70_000));
    let error = request.into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(error.to_string().contains("too long"));
}

#[test]
fn headers() {
    let mut request = get(&Script::new([]));
    request.parts.header("X-Trace", "a b");
    request.parts.header("x-list", [1, 2]);
    request.parts.header("x-none", None::<&str>);
    request.parts.header("x-name", "Jürgen");
    let request = request.into_http_request().unwrap();
    let header = |name| request.headers().get(name).map(http::HeaderValue::as_bytes);
    assert_eq!(header("x-trace"), Some(&b"a b"[..]));
    assert_eq!(header("x-list"), Some(&b"1,2"[..]));
    assert_eq!(header("x-none"), None);
    assert_eq!(header("x-name"), Some("Jürgen".as_bytes()));
}

#[test]
fn an_invalid_header_is_rejected_by_name() {
    let mut request: Request<Get> = get(&Script::new([]));
    request.parts.header("x-trace", "secret\r\nx-evil: 1");
    let error = request.into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    assert!(error.to_string().contains("`x-trace`"));
    assert!(!error.to_string().contains("evil"));
}

#[test]
fn the_text_of_a_template_is_encoded() {
    let mut request = Request::<GetLiterals>::new(&client(&Script::new([])));
    request.parts.path("id", "1");
    assert_eq!(
        url(request),
        "https://api.example.com/ab/%C3%BC%20%C3%A9/100%25/%2F%25zz/%22%3C%3E%5E%7C%60%5B%5D%5C/1:!$&'()*+,;=@"
    );
}

#[test]
fn the_query_of_a_template_is_sent() {
    let fixed = |id: &str| {
        let mut request = Request::<GetFixedQuery>::new(&client(&Script::new([])));
        request.parts.path("id", id);
        request.parts.path("by", "a&b");
        request.parts.query("limit", 1);
        request
    };
    assert_eq!(
        url(fixed("7")),
        "https://api.example.com/7?state=%C3%BC&by=a%26b&x=a%20b/?%23&limit=1"
    );
    assert!(fixed("..").into_http_request().is_err());
}
