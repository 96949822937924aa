//! Base URLs: how paths are appended to them, and which are rejected.

use crate::support::{Get, Script, url};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::request::Request;

fn built(base_url: &str) -> Result<String, Error> {
    let client = Client::builder(NoCredentials)
        .transport(Script::new([]))
        .base_url(base_url)
        .build()?;
    Ok(url(Request::<Get>::new(&client)))
}

#[test]
fn paths_are_joined() {
    let cases = [
        ("https://a.example", "https://a.example/things"),
        ("https://a.example/", "https://a.example/things"),
        (
            "http://a.example:8080/v1",
            "http://a.example:8080/v1/things",
        ),
        ("http://a.example/v1/x/", "http://a.example/v1/x/things"),
        ("http://[::1]:9", "http://[::1]:9/things"),
        ("http://127.0.0.1", "http://127.0.0.1/things"),
        ("http://a_b.c-1.example.", "http://a_b.c-1.example./things"),
        (
            "http://[::1]/ü/%2F/100%",
            "http://[::1]/%C3%BC/%2F/100%25/things",
        ),
    ];
    for (base_url, expected) in cases {
        assert_eq!(built(base_url).unwrap(), expected);
    }
}

#[test]
fn others_are_rejected_without_being_shown() {
    let cases = [
        ("", "missing"),
        ("/v1", "absolute"),
        ("a.example", "https"),
        ("a.example/v1", "URL"),
        ("ftp://a.example", "https"),
        ("https://", "URL"),
        ("https:// a.example", "URL"),
        ("https://a.example\n", "URL"),
        ("https://user:pass@a.example", "user name"),
        ("https://a.example?pass=1", "query"),
        ("https://a.example/?", "query"),
        ("https://a.example#pass", "fragment"),
        ("https://{region}.example", "braces"),
        ("https://a.example:99999", "port"),
        ("https://a.example:", "port"),
        ("https://:80", "host"),
        ("http://[zz]:1", "host"),
        ("http://256.256.256.256", "host"),
        ("http://1.2.3", "host"),
        ("http://a..example", "host"),
        ("http://a!b.example", "host"),
        ("http://127.0.0.1:+80", "port"),
    ];
    for (base_url, reason) in cases {
        let Err(error) = built(base_url) else {
            panic!("`{base_url}` is accepted");
        };
        assert!(error.is_invalid_argument(), "{base_url}");
        assert!(error.to_string().contains(reason), "{base_url}: {error}");
        assert!(!format!("{error:?}").contains("pass@"), "{error:?}");
    }
}

#[test]
fn the_default_is_the_first_server() {
    let client = Client::builder(NoCredentials)
        .transport(Script::new([]))
        .build()
        .unwrap();
    assert_eq!(
        url(Request::<Get>::new(&client)),
        "https://api.example.com/things"
    );
}

#[test]
fn an_invalid_user_agent_is_rejected() {
    let error = Client::builder(NoCredentials)
        .transport(Script::new([]))
        .user_agent("a\nb")
        .build()
        .unwrap_err();
    assert!(error.is_invalid_argument());
}
