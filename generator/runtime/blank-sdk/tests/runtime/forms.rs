//! Bodies of the media type `application/x-www-form-urlencoded`, and bodies that are text or bytes.

use crate::support::{Post, Script, client, response, texts, to_http};
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::style::Style;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const FORM: &str = "application/x-www-form-urlencoded";

struct Login {
    user: String,
    scopes: Option<Vec<String>>,
    age: Option<f64>,
    remember: Option<bool>,
    address: Option<Address>,
    nothing: Option<String>,
}

wire_object! {
    Login {
        user: "user name",
        scopes: "scope",
        age: "age",
        remember: "remember",
        address: "address",
        nothing: "nothing" nullable,
    }
}

struct Address {
    street: Option<String>,
    lines: Option<Vec<String>>,
}

wire_object! { Address { street: "street", lines: "lines" } }

fn posted(body: impl Serialize, styles: &[(&str, Style)]) -> http::Request<bytes::Bytes> {
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    request.parts.form(body, styles);
    to_http(request)
}

fn form(body: impl Serialize, styles: &[(&str, Style)]) -> String {
    let request = posted(body, styles);
    assert_eq!(request.headers()["content-type"], FORM);
    String::from_utf8(request.into_body().to_vec()).unwrap()
}

#[test]
fn fields_of_a_model_in_their_order() {
    let login = Login {
        user: "Zoë & co".to_owned(),
        scopes: Some(vec!["a b".to_owned(), "c".to_owned()]),
        age: Some(1.5),
        remember: Some(true),
        address: Some(Address {
            street: Some("1+1".to_owned()),
            lines: Some(vec!["x".to_owned(), "y".to_owned()]),
        }),
        nothing: None,
    };
    assert_eq!(
        form(&login, &[]),
        "user%20name=Zo%C3%AB%20%26%20co&scope=a%20b&scope=c&age=1.5&remember=true\
         &address=%7B%22street%22%3A%221%2B1%22%2C%22lines%22%3A%5B%22x%22%2C%22y%22%5D%7D"
    );
}

#[test]
fn flat_fields() {
    let body = json!({"a": "", "b": "x", "c": 0, "d": -1.5, "e": false, "f": u64::MAX});
    assert_eq!(
        form(body, &[]),
        "a=&b=x&c=0&d=-1.5&e=false&f=18446744073709551615"
    );
}

#[test]
fn reserved_characters() {
    let body = BTreeMap::from([("/?#&=+,;| é", "/?#&=+,;| é\r\n%")]);
    assert_eq!(
        form(body, &[]),
        "%2F%3F%23%26%3D%2B%2C%3B%7C%20%C3%A9=%2F%3F%23%26%3D%2B%2C%3B%7C%20%C3%A9%0D%0A%25"
    );
}

#[test]
fn lists_are_repeated() {
    assert_eq!(
        form(json!({"a": [1, "x", true, ""], "b": ["y"]}), &[]),
        "a=1&a=x&a=true&a=&b=y"
    );
}

#[test]
fn objects_are_json_and_each_item_of_a_list_is_a_field() {
    let body = json!({
        "a": {"b": 1, "c": {"d": "x y"}},
        "e": [{"f": 1.50}, {"f": null}],
        "g": [[1], 2, null],
        "h&": {"[i]": "="},
    });
    assert_eq!(
        form(body, &[]),
        "a=%7B%22b%22%3A1%2C%22c%22%3A%7B%22d%22%3A%22x%20y%22%7D%7D&e=%7B%22f%22%3A1.5%7D&e=%7B%22f%22%3Anull%7D\
         &g=%5B1%5D&g=2&h%26=%7B%22%5Bi%5D%22%3A%22%3D%22%7D"
    );
}

#[test]
fn nested_values_are_in_brackets_where_the_document_says_so() {
    let body = json!({
        "a": {"b": 1, "c": {"d": "x y"}},
        "e": [{"f": 1}, {"f": 2}],
        "g": [[1], 2],
        "h&": {"[i]": "="},
    });
    let deep = ["a", "e", "g", "h&"].map(|field| (field, Style::DeepObject));
    assert_eq!(
        form(body, &deep),
        "a%5Bb%5D=1&a%5Bc%5D%5Bd%5D=x%20y&e%5B0%5D%5Bf%5D=1&e%5B1%5D%5Bf%5D=2\
         &g%5B0%5D%5B0%5D=1&g%5B1%5D=2&h%26%5B%5Bi%5D%5D=%3D"
    );
}

#[test]
fn fields_have_styles_of_their_own() {
    let list = json!({"a": ["x", "y|z"], "b": ["x", "y"]});
    let with = |style| form(&list, &[("other", Style::DeepObject), ("a", style)]);
    assert_eq!(with(Style::Form), "a=x,y%7Cz&b=x&b=y");
    assert_eq!(with(Style::FormExplode), "a=x&a=y%7Cz&b=x&b=y");
    assert_eq!(with(Style::SpaceDelimited), "a=x%20y%7Cz&b=x&b=y");
    assert_eq!(with(Style::DeepObject), "a%5B0%5D=x&a%5B1%5D=y%7Cz&b=x&b=y");
    let list = json!({"a": ["x", "y z"]});
    assert_eq!(form(&list, &[("a", Style::PipeDelimited)]), "a=x%7Cy%20z");
    let object = json!({"a": {"g": 2, "r": 1}, "b": {"x": 3}});
    let with = |style| form(&object, &[("a", style)]);
    assert_eq!(with(Style::Form), "a=g,2,r,1&b=%7B%22x%22%3A3%7D");
    assert_eq!(with(Style::FormExplode), "g=2&r=1&b=%7B%22x%22%3A3%7D");
    assert_eq!(
        with(Style::DeepObject),
        "a%5Bg%5D=2&a%5Br%5D=1&b=%7B%22x%22%3A3%7D"
    );
}

#[test]
fn empty_forms() {
    for body in [
        json!({}),
        json!(null),
        json!({"a": null}),
        json!({"a": [], "c": [null]}),
    ] {
        assert_eq!(form(&body, &[]), "", "{body}");
        assert_eq!(form(&body, &[("a", Style::Form)]), "", "{body}");
    }
    assert_eq!(form(json!({"a": {}}), &[("a", Style::Form)]), "");
    assert_eq!(form(json!({"a": {}}), &[]), "a=%7B%7D");
    assert_eq!(form(json!({"a": [], "b": 1}), &[("a", Style::Form)]), "b=1");
}

#[tokio::test]
async fn a_body_that_is_not_an_object_is_rejected_before_anything_is_sent() {
    let unserializable = BTreeMap::from([((1, 2), "secret")]);
    let script = Script::new([]);
    for body in [
        json!("secret"),
        json!(1),
        json!(true),
        json!([]),
        json!([{"secret": 1}]),
    ] {
        let mut request = Request::<Post>::new(&client(&script));
        request.parts.form(body, &[]);
        let error = request.send().await.unwrap_err();
        assert!(error.is_invalid_argument());
        assert!(
            error.to_string().contains("the body is not an object"),
            "{error}"
        );
        assert!(!texts(&error).contains("secret"));
    }
    let mut request = Request::<Post>::new(&client(&script));
    request.parts.form(unserializable, &[]);
    let error = request.send().await.unwrap_err();
    assert!(
        error.to_string().contains("the body cannot be serialized"),
        "{error}"
    );
    assert!(!texts(&error).contains("secret"));
    assert_eq!(script.sent(), 0);
}

#[test]
fn a_value_that_a_style_cannot_represent_is_rejected() {
    for style in [
        Style::Form,
        Style::FormExplode,
        Style::SpaceDelimited,
        Style::PipeDelimited,
    ] {
        for value in [json!([["secret"]]), json!({"a": {"secret": 1}})] {
            let mut request = Request::<Post>::new(&client(&Script::new([])));
            request.parts.form(json!({"a": value}), &[("a", style)]);
            let error = request.into_http_request().unwrap_err();
            assert!(error.is_invalid_argument());
            assert!(
                error
                    .to_string()
                    .contains("the body has a list or an object nested in another")
            );
            assert!(!texts(&error).contains("secret"));
        }
    }
}

#[tokio::test]
async fn forms_are_sent_as_they_were_assembled() {
    let script = Script::new([response(200, "1")]);
    let mut request = Request::<Post>::new(&client(&script));
    request.parts.form(json!({"a": "b"}), &[]);
    assert_eq!(request.send().await.unwrap(), 1);
    assert_eq!(script.request().body(), "a=b");
    assert_eq!(script.request().headers()["content-type"], FORM);
}

#[test]
fn text_and_bytes() {
    let posted = |set: fn(&mut Request<Post>)| {
        let mut request = Request::<Post>::new(&client(&Script::new([])));
        set(&mut request);
        to_http(request)
    };
    let request = posted(|request| request.parts.plain("text/plain; charset=utf-8", "é\n"));
    assert_eq!(
        request.headers()["content-type"],
        "text/plain; charset=utf-8"
    );
    assert_eq!(request.body(), "é\n");
    let bytes = |request: &mut Request<Post>| {
        request
            .parts
            .plain("application/octet-stream", vec![0, 255]);
    };
    let request = posted(bytes);
    assert_eq!(
        request.headers()["content-type"],
        "application/octet-stream"
    );
    assert_eq!(&request.body()[..], [0, 255]);
    let request = posted(|request| request.parts.plain("text/plain", String::new()));
    assert_eq!(request.headers()["content-type"], "text/plain");
    assert!(request.body().is_empty());
}

#[test]
fn json_has_its_own_media_type() {
    let posted = |set: fn(&mut Request<Post>)| {
        let mut request = Request::<Post>::new(&client(&Script::new([])));
        set(&mut request);
        to_http(request)
    };
    let request = posted(|request| request.parts.json(json!([1])));
    assert_eq!(request.headers()["content-type"], "application/json");
    let patch = |request: &mut Request<Post>| {
        request
            .parts
            .json_as("application/merge-patch+json", json!({"a": null}));
    };
    let request = posted(patch);
    assert_eq!(
        request.headers()["content-type"],
        "application/merge-patch+json"
    );
    assert_eq!(request.body(), r#"{"a":null}"#);
}

#[test]
fn a_caller_chooses_the_content_type() {
    let posted = |set: fn(&mut Request<Post>)| {
        let mut request = Request::<Post>::new(&client(&Script::new([])));
        set(&mut request);
        request.into_http_request()
    };
    // It makes no difference whether it is chosen before or after the body is set.
    let before = |request: &mut Request<Post>| {
        request.parts.content_type("image/webp");
        request.parts.plain("image/png", vec![1]);
    };
    let after = |request: &mut Request<Post>| {
        request.parts.plain("image/png", vec![1]);
        request.parts.content_type("image/webp");
    };
    for set in [before, after] {
        let request = posted(set).unwrap();
        assert_eq!(request.headers()["content-type"], "image/webp");
    }
    let no_body = posted(|request| request.parts.content_type("image/webp")).unwrap();
    assert!(no_body.headers().get("content-type").is_none());
    let split = |request: &mut Request<Post>| {
        request.parts.plain("image/png", vec![1]);
        request.parts.content_type("image/png\r\nX-Secret: 1");
    };
    assert!(posted(split).unwrap_err().is_invalid_argument());
}

#[test]
fn of_several_bodies_the_last_counts() {
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    request.parts.json(Value::Null);
    request.parts.plain("text/plain", "text");
    request.parts.form(json!({"a": 1}), &[]);
    let request = to_http(request);
    assert_eq!(request.body(), "a=1");
    let types = request.headers().get_all("content-type");
    assert_eq!(types.iter().collect::<Vec<_>>(), [FORM]);
}

#[test]
fn fields_keep_reserved_characters() {
    let body = json!({"a": "/&%2F", "b": ["x/y", "z,"], "c": "/"});
    let mut request = Request::<Post>::new(&client(&Script::new([])));
    let reserved = [("a", Style::FormExplode), ("b", Style::Form)];
    request
        .parts
        .form_reserved(body, &[("c", Style::Form)], &reserved);
    let request = to_http(request);
    assert_eq!(request.body(), "a=/%26%2F&b=x/y,z%2C&c=%2F");
}
