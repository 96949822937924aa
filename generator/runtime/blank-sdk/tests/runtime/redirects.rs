//! Redirects: which are followed, whatever the transport, and which are returned.

use crate::support::{Get, Post, Script, client, response, response_with};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::redirect::Redirects;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::Body;
use http::StatusCode;

/// An operation whose success is a redirect.
#[derive(Debug)]
struct GetLocation;

impl Operation for GetLocation {
    type Output = ();
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/things";
    const REDIRECTS: Redirects = Redirects::Returned;

    fn decode(response: &RawResponse) -> Result<(), Error> {
        match response.status() {
            302 => Ok(()),
            _ => Err(response.unexpected()),
        }
    }
}

/// Where a request for `http://a.example/b/c/things?q=1` is redirected to; `None` if the redirect is not followed.
async fn followed(location: &str) -> Option<String> {
    let headers = [("location", location)];
    let script = Script::new([
        response_with(302, &headers, Body::empty()),
        response(200, "7"),
    ]);
    let client = Client::builder(NoCredentials)
        .transport(script.clone())
        .base_url("http://a.example/b/c")
        .build()
        .unwrap();
    let mut request = Request::<Get>::new(&client).with_header("x-trace", "1");
    request.parts.query("q", 1);
    let outcome = request.send().await;
    match outcome {
        Ok(_) => {
            assert_eq!(script.request().headers()["x-trace"], "1");
            Some(script.request().uri().to_string())
        }
        Err(error) => {
            assert_eq!(error.status(), Some(StatusCode::FOUND));
            assert_eq!(script.sent(), 1);
            None
        }
    }
}

/// RFC 3986 section 5.4, as far as HTTP has such references.
#[tokio::test]
async fn a_location_may_be_relative() {
    let cases = [
        ("g", "http://a.example/b/c/g"),
        ("./g", "http://a.example/b/c/g"),
        ("g/", "http://a.example/b/c/g/"),
        ("/g", "http://a.example/g"),
        ("//a.example/g", "http://a.example/g"),
        ("?y", "http://a.example/b/c/things?y"),
        ("g?y", "http://a.example/b/c/g?y"),
        ("#s", "http://a.example/b/c/things?q=1"),
        ("g#s", "http://a.example/b/c/g"),
        ("g?y#s", "http://a.example/b/c/g?y"),
        (";x", "http://a.example/b/c/;x"),
        ("", "http://a.example/b/c/things?q=1"),
        (".", "http://a.example/b/c/"),
        ("./", "http://a.example/b/c/"),
        ("..", "http://a.example/b/"),
        ("../g", "http://a.example/b/g"),
        ("../..", "http://a.example/"),
        ("../../g", "http://a.example/g"),
        ("../../../g", "http://a.example/g"),
        ("/./g", "http://a.example/g"),
        ("/../g", "http://a.example/g"),
        ("g.", "http://a.example/b/c/g."),
        ("..g", "http://a.example/b/c/..g"),
        ("./../g", "http://a.example/b/g"),
        ("./g/.", "http://a.example/b/c/g/"),
        ("g/./h", "http://a.example/b/c/g/h"),
        ("g/../h", "http://a.example/b/c/h"),
        ("g;x=1/../y", "http://a.example/b/c/y"),
        ("g?y/./x", "http://a.example/b/c/g?y/./x"),
        ("g//h", "http://a.example/b/c/g//h"),
        ("http://a.example/g", "http://a.example/g"),
        ("HTTP://A.EXAMPLE:80/g", "http://A.EXAMPLE:80/g"),
    ];
    for (location, expected) in cases {
        assert_eq!(
            followed(location).await.as_deref(),
            Some(expected),
            "{location}"
        );
    }
}

#[tokio::test]
async fn only_the_same_origin_is_redirected_to() {
    for location in [
        "http://b.example/g",
        "//b.example/g",
        "https://a.example/g",
        "http://a.example:81/g",
        "http://a.example@b.example/",
        "http://user@a.example/",
        "/\\b.example/g",
        "http:g",
        "g:h",
        "http://",
        "http://[",
        "mailto:gary@a.example",
    ] {
        assert_eq!(followed(location).await, None, "{location}");
    }
}

#[tokio::test]
async fn a_post_is_not_redirected() {
    let script = Script::new([response_with(307, &[("location", "/g")], Body::empty())]);
    let request = Request::<Post>::new(&client(&script));
    let error = request.send().await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::TEMPORARY_REDIRECT));
    assert_eq!(script.sent(), 1);
}

#[tokio::test]
async fn a_retry_begins_at_the_first_url() {
    let script = Script::new([
        response_with(302, &[("location", "/g")], Body::empty()),
        response(500, ""),
        response(200, "7"),
    ]);
    let request = Request::<Get>::new(&client(&script));
    assert_eq!(request.send_raw().await.unwrap().attempts(), 2);
    let requests = script.requests();
    let paths: Vec<&str> = requests.iter().map(|one| one.uri().path()).collect();
    assert_eq!(paths, ["/things", "/g", "/things"]);
}

#[tokio::test]
async fn a_documented_redirect_is_returned() {
    let headers = [("location", "/elsewhere")];
    let script = Script::new([response_with(302, &headers, Body::empty())]);
    let request = Request::<GetLocation>::new(&client(&script));
    let response = request.send_raw().await.unwrap();
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(response.headers()["location"], "/elsewhere");
    assert_eq!(script.sent(), 1);
}
