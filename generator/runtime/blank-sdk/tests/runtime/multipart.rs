//! Bodies of several parts: byte by byte, and as a server reads them.

use crate::support::{Post, SafePost, Script, client, response, texts, to_http};
use blank_sdk::runtime::file_part::FilePart;
use blank_sdk::runtime::multipart::{Form, Multipart, wire_parts};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::request::Request;
use bytes::Bytes;
use serde_json::json;
use std::collections::BTreeMap;

/// A body that a closure assembles.
struct Body<F>(F);

impl<F: FnOnce(&mut Form)> Multipart for Body<F> {
    fn add_to(self, form: &mut Form) {
        (self.0)(form);
    }
}

fn request(body: impl Multipart) -> Request<Post> {
    let mut request = Request::new(&client(&Script::new([])));
    request.parts.multipart("multipart/form-data", body);
    request
}

/// The body with `B` for its boundary, and `|` for the ends of lines.
fn sent(body: impl Multipart) -> String {
    let request = to_http(request(body));
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .unwrap();
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    body.replace(boundary, "B").replace("\r\n", "|")
}

fn rejected(body: impl Multipart) -> String {
    let error = request(body).into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
    texts(&error)
}

struct Upload {
    file: FilePart,
    pages: Option<Vec<FilePart>>,
    title: String,
    tags: Vec<String>,
    pinned: Option<bool>,
    owner: Option<Owner>,
    labels: Option<Vec<String>>,
    schema: Option<FilePart>,
    others: BTreeMap<String, i64>,
}

wire_parts! {
    Upload {
        file: file("file", "image/png"),
        pages: files("page", "application/octet-stream"),
        title: value("title"),
        tags: value("tags"),
        pinned: value("is pinned"),
        owner: value("owner"),
        labels: json("labels", "application/json"),
        schema: part("schema", "application/xml"),
        ..others: other_values
    }
}

#[derive(Clone)]
struct Owner {
    name: Option<String>,
    age: Option<f32>,
}

wire_object! { Owner { name: "name", age: "age" } }

#[test]
fn required_parts_alone() {
    let upload = Upload {
        file: FilePart::from(vec![b'a']),
        pages: None,
        title: "é".to_owned(),
        tags: Vec::new(),
        pinned: None,
        owner: None,
        labels: None,
        schema: None,
        others: BTreeMap::new(),
    };
    assert_eq!(
        sent(upload),
        "--B|Content-Disposition: form-data; name=\"file\"; filename=\"blob\"|Content-Type: image/png||a|\
         --B|Content-Disposition: form-data; name=\"title\"||é|--B--|"
    );
}

#[test]
fn all_parts_in_their_order() {
    let upload = Upload {
        file: FilePart::from("a")
            .file_name("a.jpg")
            .content_type("image/jpeg"),
        pages: Some(vec![
            FilePart::new(Bytes::from_static(b"1")).file_name("1"),
            FilePart::from("2".to_owned()),
        ]),
        title: String::new(),
        tags: vec!["x".to_owned(), "y|\"".to_owned()],
        pinned: Some(false),
        owner: Some(Owner {
            name: Some("Zoë".to_owned()),
            age: Some(0.1),
        }),
        labels: Some(vec!["l".to_owned()]),
        schema: Some(FilePart::from("<s/>")),
        others: BTreeMap::from([("n".to_owned(), i64::MIN)]),
    };
    assert_eq!(
        sent(upload),
        "--B|Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"|Content-Type: image/jpeg||a|\
         --B|Content-Disposition: form-data; name=\"page\"; filename=\"1\"|Content-Type: application/octet-stream||1|\
         --B|Content-Disposition: form-data; name=\"page\"; filename=\"blob\"|Content-Type: application/octet-stream||2|\
         --B|Content-Disposition: form-data; name=\"title\"|||\
         --B|Content-Disposition: form-data; name=\"tags\"||x|\
         --B|Content-Disposition: form-data; name=\"tags\"||y|\"|\
         --B|Content-Disposition: form-data; name=\"is pinned\"||false|\
         --B|Content-Disposition: form-data; name=\"owner\"|Content-Type: application/json||{\"name\":\"Zoë\",\"age\":0.1}|\
         --B|Content-Disposition: form-data; name=\"labels\"|Content-Type: application/json||[\"l\"]|\
         --B|Content-Disposition: form-data; name=\"schema\"|Content-Type: application/xml||<s/>|\
         --B|Content-Disposition: form-data; name=\"n\"||-9223372036854775808|--B--|"
    );
}

#[test]
fn values_by_their_shape() {
    let value =
        |value: serde_json::Value| sent(Body(move |form: &mut Form| form.value("v", value)));
    let part = |text: &str| format!("--B|Content-Disposition: form-data; name=\"v\"|{text}|");
    let json = |text: &str| part(&format!("Content-Type: application/json||{text}"));
    let text = |text: &str| part(&format!("|{text}"));
    assert_eq!(value(json!(null)), "--B--|");
    assert_eq!(value(json!([])), "--B--|");
    assert_eq!(value(json!([null])), "--B--|");
    assert_eq!(value(json!(1.5)), text("1.5") + "--B--|");
    assert_eq!(
        value(json!(u64::MAX)),
        text("18446744073709551615") + "--B--|"
    );
    assert_eq!(value(json!("a\r\nb")), text("a|b") + "--B--|");
    assert_eq!(value(json!({})), json("{}") + "--B--|");
    assert_eq!(
        value(json!([1, "x", {"a": null}, [2]])),
        text("1") + &text("x") + &json("{\"a\":null}") + &json("[2]") + "--B--|"
    );
}

#[test]
fn values_of_a_content_type() {
    let body = |form: &mut Form| {
        form.value_as("csv", "text/csv; charset=utf-8", "a,b");
        form.value_as(
            "api",
            "application/vnd.api+json",
            vec![json!({"a": 1}), json!({})],
        );
        form.json("text", "application/json", "quoted");
        form.json("none", "application/json", None::<bool>);
    };
    assert_eq!(
        sent(Body(body)),
        "--B|Content-Disposition: form-data; name=\"csv\"|Content-Type: text/csv; charset=utf-8||a,b|\
         --B|Content-Disposition: form-data; name=\"api\"|Content-Type: application/vnd.api+json||{\"a\":1}|\
         --B|Content-Disposition: form-data; name=\"api\"|Content-Type: application/vnd.api+json||{}|\
         --B|Content-Disposition: form-data; name=\"text\"|Content-Type: application/json||\"quoted\"|--B--|"
    );
}

#[test]
fn names_in_brackets() {
    let body = |form: &mut Form| {
        form.deep("a", json!({"b": 1, "c": [{"d": "x"}, null], "e": {}}));
        form.deep("f", None::<bool>);
    };
    let part = |name: &str, text: &str| {
        format!("--B|Content-Disposition: form-data; name=\"{name}\"||{text}|")
    };
    assert_eq!(
        sent(Body(body)),
        part("a[b]", "1") + &part("a[c][0][d]", "x") + "--B--|"
    );
}

#[test]
fn parts_that_the_document_does_not_name() {
    let parts = vec![
        ("text".to_owned(), FilePart::from("t")),
        ("file".to_owned(), FilePart::from("f").file_name("é.txt")),
        (
            "text".to_owned(),
            FilePart::from("u").content_type("text/html"),
        ),
    ];
    assert_eq!(
        sent(parts),
        "--B|Content-Disposition: form-data; name=\"text\"||t|\
         --B|Content-Disposition: form-data; name=\"file\"; filename=\"é.txt\"||f|\
         --B|Content-Disposition: form-data; name=\"text\"|Content-Type: text/html||u|--B--|"
    );
    let others = BTreeMap::from([("k".to_owned(), FilePart::from("v"))]);
    assert_eq!(
        sent(Body(|form: &mut Form| form.others(others))),
        "--B|Content-Disposition: form-data; name=\"k\"||v|--B--|"
    );
    assert_eq!(sent(Vec::new()), "--B--|");
}

#[test]
fn names_cannot_end_their_quotes_or_their_lines() {
    let file = FilePart::from("f").file_name("a\"; name=\"b\r\nX: \\");
    let parts = vec![("n\"\r\n\r\n--".to_owned(), file)];
    assert_eq!(
        sent(parts),
        "--B|Content-Disposition: form-data; name=\"n%22%0D%0A%0D%0A--\"; \
         filename=\"a%22; name=%22b%0D%0AX: \\\"||f|--B--|"
    );
}

#[test]
fn content_types_are_checked() {
    for content_type in ["a\r\nb", "a\nX: b", "\u{0}", "\u{7f}"] {
        let file = FilePart::from("secret").content_type(content_type);
        let text = rejected(vec![("file".to_owned(), file)]);
        assert!(
            text.contains("the part `file` has a content type that is not a valid header value")
        );
        assert!(!text.contains("secret"));
    }
}

#[test]
fn an_unserializable_value_is_rejected() {
    let unserializable = BTreeMap::from([((1, 2), "secret")]);
    let value = unserializable.clone();
    let text = rejected(Body(|form: &mut Form| form.value("unserializable", value)));
    assert!(
        text.contains("the part `unserializable` cannot be serialized"),
        "{text}"
    );
    let value = unserializable.clone();
    let text = rejected(Body(|form: &mut Form| form.deep("unserializable", value)));
    assert!(
        text.contains("the part `unserializable` cannot be serialized"),
        "{text}"
    );
    let text = rejected(Body(|form: &mut Form| {
        form.json("unserializable", "application/json", unserializable);
    }));
    assert!(
        text.contains("the part `unserializable` cannot be serialized as JSON"),
        "{text}"
    );
}

#[test]
fn debug_shows_no_content() {
    let file = FilePart::from("secret")
        .file_name("secret")
        .content_type("secret");
    assert_eq!(format!("{file:?}"), "FilePart { length: Some(6), .. }");
}

#[test]
fn every_body_has_its_own_boundary() {
    let boundary = || {
        let request = to_http(request(Vec::new()));
        request.headers()["content-type"].clone()
    };
    assert_ne!(boundary(), boundary());
}

#[test]
fn other_multipart_types() {
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    let parts = vec![("a".to_owned(), FilePart::from("b"))];
    request.parts.multipart("multipart/mixed", parts);
    let request = to_http(request);
    let content_type = request.headers()["content-type"].to_str().unwrap();
    assert!(content_type.starts_with("multipart/mixed; boundary=boundary-"));
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    let root = FilePart::from("b").content_type("text/html; charset=\"utf-8\"");
    let parts = vec![("a".to_owned(), root)];
    request.parts.multipart("multipart/related", parts);
    let request = to_http(request);
    let content_type = request.headers()["content-type"].to_str().unwrap();
    assert!(content_type.ends_with("; type=\"text/html\""));
}

#[tokio::test]
async fn a_retry_sends_the_same_body() {
    let script = Script::new([response(503, ""), response(200, "1")]);
    let mut request = Request::<SafePost>::new(&client(&script));
    let parts = vec![("a".to_owned(), FilePart::from("b"))];
    request.parts.multipart("multipart/form-data", parts);
    assert_eq!(request.send().await.unwrap(), 1);
    let [first, second] = &script.requests()[..] else {
        panic!("two requests are expected");
    };
    assert_eq!(first.body(), second.body());
    assert_eq!(first.headers(), second.headers());
}

#[test]
fn a_text_in_the_place_of_a_file_is_no_file() {
    let url = || FilePart::text("https://example.com/a.png");
    let form = |file: FilePart| sent(Body(|form: &mut Form| form.file("mask", "image/png", file)));
    let head = "--B|Content-Disposition: form-data; name=\"mask\"";
    let tail = "||https://example.com/a.png|--B--|";
    assert_eq!(form(url()), format!("{head}{tail}"));
    let typed = url().content_type("text/uri-list");
    assert_eq!(
        form(typed),
        format!("{head}|Content-Type: text/uri-list{tail}")
    );
}
