//! Lists in pages: where they lead, and where they end.

mod links;

use crate::support::{Script, Step, Token, client, response, response_with};
use blank_sdk::runtime::body::Body;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::Secret;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::pages::{Items, Paged, Pages};
use blank_sdk::runtime::paging::Paging;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::TransportError;
use serde_json::Value;
use std::sync::Arc;

macro_rules! lists {
    ($($name:ident $paging:expr $(=> $more:literal)?,)*) => {$(
        struct $name;

        impl Operation for $name {
            type Output = Value;
            const METHOD: &'static str = "GET";
            const PATH: &'static str = "/books";

            fn decode(response: &RawResponse) -> Result<Value, Error> {
                match response.status() {
                    200 => response.json(),
                    _ => Err(response.unexpected()),
                }
            }
        }

        impl Paged for $name {
            type Item = Value;
            const PAGING: Paging = $paging;
            $(const MORE: Option<&'static str> = Some($more);)?

            fn items(page: &mut Value) -> Option<&mut Vec<Value>> {
                page.get_mut("data")?.as_array_mut()
            }
        }
    )*};
}

lists! {
    ByCursor Paging::Cursor { request: "after", response: "/meta/a~1b/0" },
    ByLastItem Paging::LastItem { request: "after", list: "/data", item: "/a~1b" },
    ByPage Paging::Page { request: "page", first: 1 },
    ByPageFromZero Paging::Page { request: "page", first: 0 },
    ByOffset Paging::Offset { request: "skip" },
    ByNext Paging::Next("/next"),
    ByLink Paging::Link("next"),
    ByCursorAndMore Paging::Cursor { request: "after", response: "/last" } => "/meta/more",
    ByLastItemAndMore Paging::LastItem { request: "after", list: "/data", item: "" } => "/more",
    ByPageAndMore Paging::Page { request: "page", first: 1 } => "/meta/more",
}

fn request<O: Paged>(script: &Arc<Script>) -> Request<O> {
    let mut request = Request::new(&client(script));
    request.parts.query("q", "a&b");
    request
}

/// The items until the end or the first error.
async fn all<O: Paged>(mut items: Items<O>) -> (Vec<O::Item>, Option<Error>) {
    let mut read = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => read.push(item),
            Err(error) => {
                assert!(items.next().await.is_none(), "an error is the end");
                return (read, Some(error));
            }
        }
    }
    assert!(items.next().await.is_none(), "the end remains the end");
    (read, None)
}

/// The items of a list whose pages are these bodies, and the paths and queries of the requests.
async fn items<O: Paged<Item = Value>>(
    bodies: impl IntoIterator<Item = &'static str>,
) -> (String, Vec<String>, Option<Error>) {
    let script = Script::new(bodies.into_iter().map(|body| response(200, body)));
    let (items, error) = all(request::<O>(&script).items()).await;
    let items: Vec<String> = items.iter().map(Value::to_string).collect();
    (items.join(" "), paths(&script), error)
}

fn paths(script: &Script) -> Vec<String> {
    let path = |request: http::Request<_>| request.uri().path_and_query().unwrap().to_string();
    script.requests().into_iter().map(path).collect()
}

/// A server with one page after the other, each of which has this header.
fn linked<'a>(links: impl IntoIterator<Item = &'a str>) -> Arc<Script> {
    let step = |link: &str| match link {
        "" => response(200, r#"{"data":[1]}"#),
        link => response_with(200, &[("link", link)], Body::from(r#"{"data":[1]}"#)),
    };
    Script::new(links.into_iter().map(step))
}

#[tokio::test]
async fn a_cursor_is_sent_until_there_is_none() {
    for end in [
        r#"{"data":[3]}"#,
        r#"{"data":[3],"meta":null}"#,
        r#"{"data":[3],"meta":{"a/b":[null]}}"#,
        r#"{"data":[3],"meta":{"a/b":[""]}}"#,
        r#"{"data":[3],"meta":{"a/b":[]}}"#,
    ] {
        let (items, sent, error) = items::<ByCursor>([
            r#"{"data":[1,2],"meta":{"a/b":["x y&z"]}}"#,
            r#"{"data":[],"meta":{"a/b":[12345678901234567890123]}}"#,
            end,
        ])
        .await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(items, "1 2 3");
        assert_eq!(
            sent,
            [
                "/books?q=a%26b",
                "/books?q=a%26b&after=x%20y%26z",
                "/books?q=a%26b&after=12345678901234567890123",
            ]
        );
    }
}

#[tokio::test]
async fn a_cursor_that_repeats_is_an_error_after_its_page() {
    let page = |cursor| match cursor {
        'a' => r#"{"data":[1],"meta":{"a/b":["a"]}}"#,
        _ => r#"{"data":[2],"meta":{"a/b":["b"]}}"#,
    };
    let (read, _, error) = items::<ByCursor>([page('a'), page('a')]).await;
    assert_eq!(read, "1 1");
    assert_eq!(
        error.unwrap().to_string(),
        "GET /books received a response that cannot be decoded: it leads to a page that was requested before"
    );
    let (read, _, error) = items::<ByCursor>([page('a'), page('b'), page('a')]).await;
    assert_eq!(read, "1 2 1");
    assert!(error.unwrap().is_decode());
}

#[tokio::test]
async fn a_cursor_that_is_not_a_text_is_an_error() {
    let (read, sent, error) = items::<ByCursor>([r#"{"data":[1],"meta":{"a/b":[{}]}}"#]).await;
    assert_eq!((read.as_str(), sent.len()), ("1", 1));
    assert_eq!(
        error.unwrap().to_string(),
        "GET /books received a response that cannot be decoded: what leads to the next page is not a string or a number"
    );
}

#[tokio::test]
async fn what_the_last_item_has_is_sent_until_a_page_is_empty() {
    for end in [r#"{"data":[]}"#, "{}"] {
        let bodies = [
            r#"{"data":[{"a/b":1},{"a/b":"x y"}]}"#,
            r#"{"data":[{"a/b":7}]}"#,
            end,
        ];
        let (read, sent, error) = items::<ByLastItem>(bodies).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(read, r#"{"a/b":1} {"a/b":"x y"} {"a/b":7}"#);
        assert_eq!(
            sent[1..],
            ["/books?q=a%26b&after=x%20y", "/books?q=a%26b&after=7"]
        );
    }
}

#[tokio::test]
async fn a_page_whose_last_item_has_no_cursor_is_not_the_last_one() {
    for item in ["{}", r#"{"a/b":null}"#, r#"{"a/b":""}"#, "3"] {
        let page: &str = format!(r#"{{"data":[{item}]}}"#).leak();
        let (read, sent, error) = items::<ByLastItem>([page]).await;
        assert_eq!((read.as_str(), sent.len()), (item, 1));
        assert_eq!(
            error.unwrap().to_string(),
            "GET /books received a response that cannot be decoded: its last item does not say where the next page begins"
        );
    }
}

#[tokio::test]
async fn items_may_be_cursors_themselves() {
    let bodies = [
        r#"{"data":["a","b"],"more":true}"#,
        r#"{"data":["c"],"more":false}"#,
    ];
    let (read, sent, error) = items::<ByLastItemAndMore>(bodies).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((read.as_str(), sent.len()), (r#""a" "b" "c""#, 2));
    assert_eq!(sent[1], "/books?q=a%26b&after=b");
}

#[tokio::test]
async fn pages_are_counted_until_one_is_empty() {
    let bodies = [r#"{"data":[1,2]}"#, r#"{"data":[3]}"#, r#"{"data":[]}"#];
    let (read, sent, _) = items::<ByPage>(bodies).await;
    assert_eq!(read, "1 2 3");
    assert_eq!(
        sent,
        [
            "/books?q=a%26b",
            "/books?q=a%26b&page=2",
            "/books?q=a%26b&page=3"
        ]
    );
    let (_, sent, _) = items::<ByPageFromZero>(bodies).await;
    assert_eq!(
        sent[1..],
        ["/books?q=a%26b&page=1", "/books?q=a%26b&page=2"]
    );
    let (_, sent, _) = items::<ByOffset>(bodies).await;
    assert_eq!(
        sent[1..],
        ["/books?q=a%26b&skip=2", "/books?q=a%26b&skip=3"]
    );
    // A page without the list is one without items.
    let (read, sent, _) = items::<ByPage>(["{}"]).await;
    assert_eq!((read.as_str(), sent.len()), ("", 1));
}

#[tokio::test]
async fn counting_goes_on_from_where_the_caller_begins() {
    let bodies = [r#"{"data":[1,2]}"#, r#"{"data":[]}"#];
    let script = || Script::new(bodies.map(|body| response(200, body)));
    let by_page = script();
    let mut list = request::<ByPage>(&by_page);
    list.parts.query("page", 7);
    assert_eq!(all(list.items()).await.0.len(), 2);
    assert_eq!(paths(&by_page)[1], "/books?q=a%26b&page=8");
    let by_offset = script();
    let mut list = request::<ByOffset>(&by_offset);
    list.parts.query("skip", 100);
    assert_eq!(all(list.items()).await.0.len(), 2);
    assert_eq!(paths(&by_offset)[1], "/books?q=a%26b&skip=102");
}

#[tokio::test]
async fn pages_are_requested_when_they_are_asked_for() {
    let script = linked(["</2>; rel=next", "</3>; rel=next"]);
    let mut pages: Pages<ByLink> = request(&script).pages();
    assert_eq!(script.sent(), 0);
    pages.next().await.unwrap().unwrap();
    assert_eq!(script.sent(), 1);
    pages.next().await.unwrap().unwrap();
    drop(pages);
    assert_eq!(script.sent(), 2);
}

#[tokio::test]
async fn each_page_has_retries_of_its_own() {
    let linked = |link| response_with(200, &[("link", link)], Body::from(r#"{"data":[1]}"#));
    let script = Script::new([
        response(503, ""),
        Step::Fail(TransportError::other("reset")),
        linked("</2>; rel=next"),
        response(503, ""),
        response(503, ""),
        linked("</3>; rel=next"),
        response(500, ""),
        response(500, ""),
        response(500, ""),
    ]);
    let (read, error) = all(request::<ByLink>(&script).items()).await;
    let error = error.unwrap();
    assert_eq!((read.len(), script.sent()), (2, 9));
    assert_eq!((error.attempts(), error.is_status()), (3, true));
}

#[tokio::test]
async fn each_page_has_the_credentials_and_the_headers() {
    let script = linked(["</2>; rel=next", ""]);
    let builder = Client::builder(Token(Secret::new("t"))).transport(Arc::clone(&script));
    let client = builder.build().unwrap();
    let request = Request::<ByLink>::authorized::<Token, _>(&client).with_header("x-trace", "7");
    assert_eq!(all(request.items()).await.0.len(), 2);
    for sent in script.requests() {
        assert_eq!(sent.headers()["authorization"], "Bearer t");
        assert_eq!(sent.headers()["x-trace"], "7");
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_an_error_and_the_end() {
    let script = Script::new([]);
    let request = request::<ByLink>(&script).with_header("not a name", "x");
    let (read, error) = all(request.items()).await;
    assert!(read.is_empty() && error.unwrap().is_invalid_argument());
}

#[tokio::test]
async fn a_page_that_says_that_there_are_no_more_is_the_last_one() {
    let (items, sent, error) = items::<ByCursorAndMore>([
        r#"{"data":[1],"last":"a","meta":{"more":true}}"#,
        r#"{"data":[2],"last":"b","meta":{"more":false}}"#,
    ])
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((items.as_str(), sent.len()), ("1 2", 2));
    assert_eq!(sent[1], "/books?q=a%26b&after=a");
}

#[tokio::test]
async fn a_page_without_items_may_say_that_there_are_more() {
    let (items, sent, error) = items::<ByPageAndMore>([
        r#"{"data":[1],"meta":{"more":true}}"#,
        r#"{"data":[],"meta":{"more":true}}"#,
        r#"{"data":[3],"meta":{"more":false}}"#,
    ])
    .await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((items.as_str(), sent.len()), ("1 3", 3));
    assert_eq!(sent[2], "/books?q=a%26b&page=3");
}

#[tokio::test]
async fn where_a_page_does_not_say_whether_there_are_more_its_items_do() {
    let (items, sent, error) =
        items::<ByPageAndMore>([r#"{"data":[1],"meta":{"more":null}}"#, r#"{"data":[]}"#]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((items.as_str(), sent.len()), ("1", 2));
}
