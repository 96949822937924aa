//! Error bodies: decoded by status and media type, never by trial.

use crate::support::{Get, Head, Put};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::failure::{Failed, Fallible};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::request::{Operation, Request};
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value};

#[derive(Clone, Default)]
pub struct Problem {
    message: Option<String>,
}

wire_object! { Problem { message: "message" } }

#[derive(Clone, Debug, PartialEq)]
pub enum GetError {
    BadRequest(Problem),
    BadRequestLegacyJson(Map<String, Value>),
    NotFound,
    Gone(String),
    Teapot(Bytes),
    Default(Problem),
}

impl Fallible for Get {
    type Failure = GetError;

    fn failure(failed: &Failed<'_>) -> Option<GetError> {
        match failed.status() {
            400 if failed.is_one_of(&["application/legacy+json"]) => {
                failed.json().map(GetError::BadRequestLegacyJson)
            }
            400 => failed.json().map(GetError::BadRequest),
            404 => Some(GetError::NotFound),
            410 => failed.text(&["text/plain", "text/csv"]).map(GetError::Gone),
            418 => failed.bytes(&["image/*"]).map(GetError::Teapot),
            _ => failed.json().map(GetError::Default),
        }
    }
}

impl Fallible for Put {
    type Failure = Problem;

    fn failure(failed: &Failed<'_>) -> Option<Problem> {
        match failed.status() {
            400..=499 => failed.json(),
            _ => None,
        }
    }
}

fn error<O: Operation>(status: u16, media_type: &str, body: &'static str) -> Error {
    let mut response = http::Response::new(Bytes::from_static(body.as_bytes()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if !media_type.is_empty() {
        let headers = response.headers_mut();
        headers.insert("content-type", media_type.parse().unwrap());
    }
    match Request::<O>::from_http_response(response) {
        Ok(_) => panic!("the status {status} is a success"),
        Err(error) => error,
    }
}

fn said(status: u16, media_type: &str, body: &'static str) -> Option<GetError> {
    error::<Get>(status, media_type, body).api_error::<Get>()
}

fn problem() -> Problem {
    let message = Some("no".to_owned());
    Problem { message }
}

const PROBLEM: &str = r#"{"message": "no"}"#;

#[test]
fn the_status_chooses() {
    let bad = Some(GetError::BadRequest(problem()));
    assert_eq!(said(400, "application/json", PROBLEM), bad);
    let other = Some(GetError::Default(problem()));
    assert_eq!(said(500, "application/json", PROBLEM), other);
    assert_eq!(said(302, "application/json", PROBLEM), other);
    let any = Some(GetError::NotFound);
    assert_eq!(said(404, "text/html", "<html>"), any);
    let text = Some(GetError::Gone("no".to_owned()));
    assert_eq!(said(410, "text/plain; charset=utf-8", "no"), text);
    assert_eq!(said(410, "TEXT/CSV", "no"), text);
    let bytes = Some(GetError::Teapot(Bytes::from_static(b"no")));
    assert_eq!(said(418, "image/png", "no"), bytes);
}

#[test]
fn the_media_type_chooses() {
    let json = serde_json::json!({"message": "no"});
    let legacy = json
        .as_object()
        .cloned()
        .map(GetError::BadRequestLegacyJson);
    assert_eq!(said(400, "application/legacy+json", PROBLEM), legacy);
    assert_eq!(said(400, "Application/Legacy+JSON; v=1", PROBLEM), legacy);
    let bad = Some(GetError::BadRequest(problem()));
    for media_type in [
        "",
        "application/problem+json",
        "text/json",
        "application/x-json",
        ";",
        "\u{e9}",
    ] {
        assert_eq!(said(400, media_type, PROBLEM), bad, "{media_type}");
    }
}

#[test]
fn undocumented_statuses_are_not_decoded() {
    for media_type in [
        "text/html",
        "text/plain",
        "application/xml",
        "application/jsonp",
        "x",
    ] {
        assert_eq!(said(400, media_type, PROBLEM), None, "{media_type}");
    }
    assert_eq!(said(410, "text/html", "no"), None);
    assert_eq!(said(418, "imag", "no"), None);
    assert_eq!(said(400, "application/json", "<html>"), None);
    assert_eq!(said(400, "application/json", "[]"), None);
    assert_eq!(said(400, "application/json", ""), None);
    // An undocumented success is not a documented failure.
    assert_eq!(said(204, "application/json", PROBLEM), None);
    assert_eq!(error::<Put>(500, "", PROBLEM).api_error::<Put>(), None);
}

#[test]
fn only_the_operation_that_failed_has_an_api_error() {
    assert_eq!(
        error::<Put>(400, "", PROBLEM).api_error::<Put>(),
        Some(problem())
    );
    assert_eq!(error::<Put>(400, "", PROBLEM).api_error::<Get>(), None);
    assert_eq!(error::<Head>(400, "", PROBLEM).api_error::<Get>(), None);
}

#[test]
fn a_response_that_is_not_a_failure_has_no_api_error() {
    let error = error::<Get>(200, "application/json", "x");
    assert!(error.is_decode());
    assert_eq!(error.api_error::<Get>(), None);
}

#[test]
fn a_success_that_is_not_json_is_reported_by_its_media_type() {
    for (media_type, body, expected) in [
        (
            "text/html; charset=utf-8",
            "<html>",
            "is `text/html`, not JSON",
        ),
        ("text/plain", "sorry", "is `text/plain`, not JSON"),
        ("text/html", "", "is empty, not JSON"),
        ("", "", "is empty, not JSON"),
        (
            "application/json",
            "<html>",
            "cannot be decoded: expected value",
        ),
        (
            "application/problem+json",
            "<html>",
            "cannot be decoded: expected value",
        ),
        ("", "<html>", "cannot be decoded: expected value"),
        ("key=secret", "<html>", "cannot be decoded: expected value"),
        (
            "text/html",
            "{\"a\": tru}",
            "cannot be decoded at `a`: expected ident",
        ),
    ] {
        let error = error::<Get>(200, media_type, body);
        assert_eq!(
            error.to_string(),
            format!("GET /things received a response that {expected}")
        );
    }
}

/// Servers often state a wrong media type, so a success is decoded whatever it states.
#[test]
fn a_success_that_is_json_is_decoded_whatever_its_media_type() {
    for media_type in ["text/html", "application/octet-stream", "x"] {
        let mut response = http::Response::new(Bytes::from_static(b"1"));
        let headers = response.headers_mut();
        headers.insert("content-type", media_type.parse().unwrap());
        let response = Request::<Get>::from_http_response(response).unwrap();
        assert_eq!(*response.body(), 1);
    }
}
