//! The IDs that servers give requests.

use crate::support::{Script, get, refused, response, response_with};
use blank_sdk::runtime::transport::Body;

async fn id_of(headers: &[(&'static str, &str)]) -> Option<String> {
    let script = Script::new([response_with(200, headers, Body::from("1"))]);
    let response = get(&script).send_raw().await.unwrap();
    response.request_id().map(str::to_owned)
}

#[tokio::test]
async fn usual_headers_have_the_id() {
    for name in [
        "x-request-id",
        "request-id",
        "x-amzn-requestid",
        "x-amz-request-id",
        "x-ms-request-id",
        "x-goog-request-id",
        "x-correlation-id",
        "x-trace-id",
        "cf-ray",
    ] {
        assert_eq!(
            id_of(&[(name, "r1")]).await.as_deref(),
            Some("r1"),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_header_about_the_request_alone_comes_first() {
    let headers = [
        ("cf-ray", "ray"),
        ("x-correlation-id", "c"),
        ("x-request-id", "r"),
    ];
    assert_eq!(id_of(&headers).await.as_deref(), Some("r"));
}

#[tokio::test]
async fn an_empty_header_and_one_that_is_not_text_do_not_count() {
    let headers = [
        ("x-request-id", " "),
        ("request-id", "ü"),
        ("cf-ray", " 7d\t"),
    ];
    assert_eq!(id_of(&headers).await.as_deref(), Some("7d"));
    assert_eq!(id_of(&[("date", "today")]).await, None);
}

#[tokio::test]
async fn an_error_with_a_response_has_its_id_and_does_not_show_it() {
    let headers = [("x-request-id", "r7")];
    let script = Script::new([response_with(404, &headers, Body::from("{}"))]);
    let error = get(&script).send().await.unwrap_err();
    assert_eq!(error.request_id(), Some("r7"));
    assert!(!format!("{error} {error:?}").contains("r7"));

    let script = Script::new([response(404, "")]);
    assert_eq!(get(&script).send().await.unwrap_err().request_id(), None);
    let script = Script::new([refused()]);
    let error = get(&script).with_retries(0).send().await.unwrap_err();
    assert_eq!(error.request_id(), None);
}
