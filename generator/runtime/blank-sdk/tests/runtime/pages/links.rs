//! Links to the next page, in bodies and in headers.

use super::{ByLink, ByNext, all, items, linked, paths, request};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::{Authorization, Credentials, Secret};
use blank_sdk::runtime::request::Request;
use std::sync::Arc;

#[tokio::test]
async fn links_in_the_body_are_followed() {
    let (read, sent, error) = items::<ByNext>([
        r#"{"data":[1],"next":"/books?page=2"}"#,
        r#"{"data":[2],"next":"?page=3"}"#,
        r#"{"data":[3],"next":"HTTPS://API.example.com:443/other"}"#,
        r#"{"data":[4],"next":""}"#,
    ])
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(read, "1 2 3 4");
    assert_eq!(sent[1..], ["/books?page=2", "/books?page=3", "/other"]);
}

#[tokio::test]
async fn links_of_another_origin_are_refused() {
    for link in [
        "https://example.com/books?page=2",
        "http://api.example.com/books?page=2",
        "https://api.example.com:81/books",
        "//example.com/books",
        "https://user@api.example.com/books",
        "/\\example.com/books",
        "file:///books",
        "https://api.example.com.evil.example/books",
    ] {
        let script = linked([format!("<{link}>; rel=next").as_str()]);
        let (read, error) = all(request::<ByLink>(&script).items()).await;
        assert_eq!((read.len(), script.sent()), (1, 1), "{link}");
        assert_eq!(
            error.unwrap().to_string(),
            "GET /books received a response that cannot be decoded: \
             the link to the next page is not a URL of the same origin",
            "{link}"
        );
    }
}

#[tokio::test]
async fn the_link_header_is_read_as_rfc_8288_says() {
    for link in [
        "</2>; rel=\"next\"",
        "</2>;rel=next",
        "</1>; rel=prev, </2>; title=\"a, <b>; \\\"c\"; rel=\"NEXT last\"",
        " , </1>; rel=\"prev\" , </2> ; REL = next",
        "</1>; anchor=\"/other\"; rel=next, </2>; rel=next",
        "</1>; rel=prev; rel=next, </2>; flag; rel=next, </3>; rel=next",
    ] {
        let script = linked([link, "</1>; rel=prev"]);
        let (_, error) = all(request::<ByLink>(&script).items()).await;
        assert!(error.is_none(), "{link}: {error:?}");
        assert_eq!(paths(&script), ["/books?q=a%26b", "/2"], "{link}");
    }
    for link in [
        "",
        "</2>",
        "</2>; rel=nextish",
        "/2; rel=next",
        "</2; rel=next",
        "</2>; rel",
    ] {
        let script = linked([link]);
        let (read, error) = all(request::<ByLink>(&script).items()).await;
        assert!(error.is_none(), "{link}: {error:?}");
        assert_eq!(read.len(), 1, "{link}");
    }
}

#[tokio::test]
async fn a_link_to_its_own_page_is_an_error() {
    let script = linked(["</books?q=a%26b>; rel=next"]);
    let (read, error) = all(request::<ByLink>(&script).items()).await;
    assert_eq!((read.len(), script.sent()), (1, 1));
    assert!(error.is_some());
}

/// A key in the query.
#[derive(Clone)]
struct Key;

impl Credentials for Key {
    fn authorize(&self, authorization: &mut Authorization<'_>) {
        authorization.query("key", &Secret::new("s&s"));
    }
}

#[tokio::test]
async fn a_credential_in_the_query_is_sent_with_links_too() {
    let script = linked(["</2?page=2>; rel=next", "</3?key=old&page=3>; rel=next", ""]);
    let builder = Client::builder(Key).transport(Arc::clone(&script));
    let client = builder.build().unwrap();
    let request = Request::<ByLink>::authorized::<Key, _>(&client);
    let (_, error) = all(request.items()).await;
    assert!(error.is_none());
    assert_eq!(
        paths(&script),
        [
            "/books?key=s%26s",
            "/2?page=2&key=s%26s",
            "/3?page=3&key=s%26s"
        ]
    );
}
