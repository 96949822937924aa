//! The bodies of requests that the API sends.

use blank_sdk::runtime::webhook::{bytes, json, text};
use serde_json::{Map, Value};

const JSON: &str = "application/json";

fn problem<T>(result: Result<T, blank_sdk::runtime::error::Error>) -> String {
    let Err(error) = result else {
        panic!("a success");
    };
    assert!(error.is_decode());
    error.to_string()
}

#[test]
fn a_body_of_the_documented_media_type_is_decoded() {
    for stated in [
        None,
        Some(JSON),
        Some("Application/JSON; charset=utf-8"),
        Some("application/hal+json"),
        Some(" "),
    ] {
        assert_eq!(json::<i64>(JSON, stated, b"3.0").unwrap(), 3, "{stated:?}");
    }
    assert_eq!(
        text::<String>("text/plain", Some("text/plain;charset=utf-8"), b"a").unwrap(),
        "a"
    );
    assert_eq!(bytes("image/*", Some("image/png"), b"a").unwrap(), "a");
}

#[test]
fn another_media_type_is_an_error() {
    assert_eq!(
        problem(json::<i64>(JSON, Some("text/html"), b"3")),
        "the value cannot be decoded: its media type is `text/html`, not `application/json`"
    );
    assert_eq!(
        problem(text::<String>("text/plain", Some("a secret"), b"3")),
        "the value cannot be decoded: its media type is `?`, not `text/plain`"
    );
    assert!(bytes("image/*", Some(JSON), b"3").is_err());
}

#[test]
fn a_body_that_does_not_match_is_an_error_that_names_the_place() {
    assert_eq!(
        problem(json::<Map<String, Value>>(JSON, None, b"[]")),
        "the value cannot be decoded: expected an object"
    );
    assert!(problem(json::<i64>(JSON, None, b"1 2")).starts_with("the value cannot be decoded"));
}
