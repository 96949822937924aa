//! The body of the PUT is what the caller gave, wrapped as the API expects it.

use crate::support::{APP, USER, backend, body, json, object, signed_in};
use rownd::models::UpsertUserProfileRequest;
use rownd_tests::{Recorded, Scripted, Server};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The PUT with this body, as the server received it.
async fn put(body: UpsertUserProfileRequest) -> Recorded {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = backend(&server).upsert_user_profile(APP, USER, body);
    request.send().await.expect("the response is fine");
    server.only_request()
}

#[tokio::test]
async fn the_fields_are_wrapped_in_data() {
    // Sending the bare map is the classic bug of the older SDKs.
    let request = put(body(json!({ "first_name": "Gary" }))).await;
    assert_eq!(request.text(), r#"{"data":{"first_name":"Gary"}}"#);
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("content-length"), Some("30"));
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn an_explicit_null_is_sent() {
    // A null in `data` deletes a field: it must not be treated as absent.
    let request = put(body(
        json!({ "nickname": null, "nested": { "deep": [null] } }),
    ))
    .await;
    let data = json!({ "data": { "nickname": null, "nested": { "deep": [null] } } });
    assert_eq!(json(request.text()), data);
}

#[tokio::test]
async fn absent_data_is_left_out() {
    assert_eq!(put(UpsertUserProfileRequest::new()).await.text(), "{}");
    assert_eq!(put(UpsertUserProfileRequest::default()).await.text(), "{}");
}

#[tokio::test]
async fn empty_data_is_an_empty_object() {
    assert_eq!(put(body(json!({}))).await.text(), r#"{"data":{}}"#);
}

#[tokio::test]
async fn values_of_every_kind_arrive_unchanged() {
    let data = json!({
        "text": "Zoë \"quoted\" \\ \n \u{0} 🦀 </script>",
        "phone_number": "+19199993333",
        "largest": u64::MAX,
        "smallest": i64::MIN,
        "beyond_f64": 9_007_199_254_740_993_u64,
        "fraction": 0.1,
        "yes": true,
        "nested": { "list": [1, "two", [3], { "four": 4 }] },
        "empty": [{}, []],
    });
    let request = put(body(data.clone())).await;
    assert_eq!(json(request.text()), json!({ "data": data }));
}

#[tokio::test]
async fn keys_arrive_byte_for_byte() {
    let data = json!({ "rownd:app_variants": 1, "a.b/c": 2, "": 3, "snake_case": 4, "camelCase": 5, "ключ": 6 });
    let request = put(body(data.clone())).await;
    assert_eq!(json(request.text()), json!({ "data": data }));
    assert!(request.text().contains(r#""rownd:app_variants":1"#));
}

#[tokio::test]
async fn the_get_sends_no_body_and_says_nothing_about_one() {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = signed_in(&server).get_my_profile(APP);
    request.send().await.expect("the response is fine");

    let request = server.only_request();
    assert_eq!(request.body, b"");
    assert_eq!(request.header("content-type"), None);
    assert_eq!(request.header("content-length"), None);
    assert_eq!(request.header("transfer-encoding"), None);
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn nothing_is_sent_that_was_not_set() {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
    request.send().await.expect("the response is fine");

    let request = server.only_request();
    let mut names: Vec<_> = request
        .headers
        .iter()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    names.sort();
    let expected = [
        "accept",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-rownd-app-key",
        "x-rownd-app-secret",
    ];
    assert_eq!(names, expected);
    let agent = request.header("user-agent").expect("the agent is named");
    assert!(agent.starts_with("rownd/"), "{agent}");
}

#[tokio::test]
async fn a_type_of_the_caller_is_converted_to_data_and_back() {
    let mine = BTreeMap::from([("email", "gary@foo.com"), ("first_name", "Gary")]);
    let data = rownd::to_map(&mine).expect("a map is an object");
    let request = put(UpsertUserProfileRequest::new().data(data)).await;
    let sent = json!({ "data": { "email": "gary@foo.com", "first_name": "Gary" } });
    assert_eq!(json(request.text()), sent);

    let data = object(json(request.text())["data"].take());
    let back: BTreeMap<String, String> = rownd::from_map(data).expect("the map matches");
    assert_eq!(back["email"], "gary@foo.com");
}

#[test]
fn only_objects_become_maps() {
    for value in [json!([1]), json!("gary@foo.com"), json!(1), Value::Null] {
        let error = rownd::to_map(&value).expect_err("this is not an object");
        assert!(error.is_invalid_argument(), "{error:?}");
        assert!(!format!("{error} {error:?}").contains("gary"), "{error:?}");
    }
}

#[test]
fn a_map_of_another_shape_is_a_decode_error_without_its_content() {
    let map = object(json!({ "age": "gary@foo.com" }));
    let error = rownd::from_map::<BTreeMap<String, u8>>(&map).expect_err("a text is not a number");
    assert!(error.is_decode(), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("gary"), "{error:?}");
}
