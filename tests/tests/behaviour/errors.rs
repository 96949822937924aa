//! An error reports what went wrong, and keeps the response of the server.

use crate::support::{
    APP, chain, kept, kinds, profile_from, refused, signed_in, signed_in_at, status_of, undecodable,
};
use rownd::Error;
use rownd_tests::{Scripted, Server};
use serde_json::{Value, json};

#[tokio::test]
async fn a_decode_error_names_the_path() {
    for (body, path) in [
        (r#"{"rownd_user":5}"#, "rownd_user"),
        (r#"{"groups":{}}"#, "groups"),
        (r#"{"groups":[{},7]}"#, "groups[1]"),
        (
            r#"{"groups":[{"member":{"roles":"owner"}}]}"#,
            "groups[0].member.roles",
        ),
        (
            r#"{"groups":[{"member":{"roles":["a",1]}}]}"#,
            "groups[0].member.roles[1]",
        ),
        (r#"{"meta":{"created":{}}}"#, "meta.created"),
        (
            r#"{"attributes":{"rownd:app_variants":["a",{}]}}"#,
            r#"attributes["rownd:app_variants"][1]"#,
        ),
        (r#"{"state":1}"#, "state"),
        (
            "{ \"data\": {\"a\": [1, \"]\\\"}\"]},\n\n  \"auth_level\" : [] }",
            "auth_level",
        ),
    ] {
        let error = undecodable(body).await;
        assert!(
            chain(&error).contains(&format!("`{path}`")),
            "{body}: {}",
            chain(&error)
        );
    }
}

#[tokio::test]
async fn wrong_types_are_decode_errors_that_keep_status_headers_and_body() {
    let body = r#"{"data":"gary@foo.com"}"#;
    let response = Scripted::json(200, body).header("x-request-id", "req_1");
    let error = profile_from(response)
        .await
        .expect_err("data is not a text");
    assert_eq!(kinds(&error), ["decode"]);
    assert_eq!(status_of(&error), Some(200));
    assert_eq!(
        error.headers().expect("there are headers")["x-request-id"],
        "req_1"
    );
    assert_eq!(kept(&error), Some(body.as_bytes()));
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn html_with_status_200_is_a_decode_error() {
    // A proxy's login page: the response of a server that is not the API.
    let page = "<html><body>Sign in as gary@foo.com</body></html>";
    let response = Scripted::new(200)
        .header("content-type", "text/html")
        .body(page);
    let error = profile_from(response)
        .await
        .expect_err("this is not a profile");
    assert_eq!(kinds(&error), ["decode"]);
    let text = error.to_string();
    assert!(text.ends_with("is `text/html`, not JSON"), "{text}");
    assert_eq!(status_of(&error), Some(200));
    assert_eq!(kept(&error), Some(page.as_bytes()));
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn html_with_status_502_is_an_error_of_that_status() {
    let page = "<html><body>Bad Gateway</body></html>";
    let response = Scripted::new(502)
        .header("content-type", "text/html")
        .body(page);
    let error = profile_from(response)
        .await
        .expect_err("the gateway is bad");
    assert_eq!(kinds(&error), [""; 0]);
    assert_eq!(status_of(&error), Some(502));
    assert_eq!(
        error.headers().expect("there are headers")["content-type"],
        "text/html"
    );
    assert_eq!(kept(&error), Some(page.as_bytes()));
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn an_empty_body_is_an_error_of_its_status() {
    let error = profile_from(Scripted::new(200))
        .await
        .expect_err("there is no profile");
    assert_eq!(kinds(&error), ["decode"]);
    assert_eq!(kept(&error), Some(&b""[..]));

    let error = profile_from(Scripted::new(500))
        .await
        .expect_err("the server failed");
    assert_eq!(kinds(&error), [""; 0]);
    assert_eq!(kept(&error), Some(&b""[..]));
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn the_error_body_of_a_failure_is_decoded() {
    let body = json!({
        "statusCode": 400,
        "error": "Bad Request",
        "code": "E_USER_UPDATE_FAILED",
        "message": "the profile was rejected",
        "messages": ["email is taken"],
        "field_errors": { "email": ["is taken"] },
    });
    let response = Scripted::json(400, body.to_string());
    let error = profile_from(response)
        .await
        .expect_err("the request was rejected");
    assert_eq!(status_of(&error), Some(400));
    let api = error.api_error().expect("the API explains itself");
    assert_eq!(api.status_code, Some(400));
    assert_eq!(api.error.as_deref(), Some("Bad Request"));
    assert_eq!(api.code.as_deref(), Some("E_USER_UPDATE_FAILED"));
    assert_eq!(api.message.as_deref(), Some("the profile was rejected"));
    assert_eq!(
        api.messages.as_deref(),
        Some(&["email is taken".to_owned()][..])
    );
    assert_eq!(
        api.additional_properties["field_errors"]["email"][0],
        "is taken"
    );
    assert_eq!(serde_json::to_value(&api).expect("an error is JSON"), body);
}

#[tokio::test]
async fn every_field_of_an_api_error_may_be_missing() {
    // Frameworks, gateways and older servers each omit other fields.
    for body in [
        r#"{"statusCode":401,"error":"Unauthorized"}"#,
        r#"{"message":"no","messages":null}"#,
        r#"{"error":null,"name":"NotFound"}"#,
        "{}",
    ] {
        let error = profile_from(Scripted::json(401, body)).await;
        let error = error.expect_err("the request was rejected");
        assert!(error.api_error().is_some(), "{body}");
    }
    for body in [
        "",
        "null",
        "[]",
        "\"no\"",
        "<html>",
        r#"{"error":{"message":"no"}}"#,
    ] {
        let error = profile_from(Scripted::json(401, body)).await;
        let error = error.expect_err("the request was rejected");
        assert_eq!(error.api_error(), None, "{body}");
        assert_eq!(kept(&error), Some(body.as_bytes()));
    }
}

#[tokio::test]
async fn a_response_that_reports_no_failure_is_not_an_api_error() {
    let body = r#"{"groups":5,"message":"this is a profile"}"#;
    assert_eq!(undecodable(body).await.api_error(), None);
}

#[tokio::test]
async fn a_body_of_a_failure_decodes_into_any_type() {
    let error = profile_from(Scripted::json(409, r#"{"mine":[1,2]}"#)).await;
    let error = error.expect_err("there is a conflict");
    assert_eq!(error.decode::<Value>(), Some(json!({ "mine": [1, 2] })));
    assert_eq!(error.decode::<Vec<u8>>(), None);
}

#[tokio::test]
async fn a_refused_connection_is_a_connect_error() {
    let client = signed_in_at(&refused())
        .build()
        .expect("the client is sound");
    let request = client.get_my_profile(APP).with_retries(0);
    let error = request.send().await.expect_err("nobody listens");
    assert_eq!(kinds(&error), ["connect"]);
    assert_eq!(error.status(), None);
    assert!(error.headers().is_none() && error.body().is_none());
    assert_eq!(error.attempts(), 1);
    assert_eq!(error.api_error(), None);
}

#[tokio::test]
async fn a_connection_that_ends_without_a_response_is_not_a_connect_error() {
    // The request was sent, so it may have been processed.
    let server = Server::always(&Scripted::hang_up());
    let request = signed_in(&server).get_my_profile(APP).with_retries(0);
    let error = request.send().await.expect_err("there is no response");
    assert!(!error.is_connect(), "{error:?}");
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn the_text_of_an_error_is_one_short_line_with_operation_and_status() {
    let error = profile_from(Scripted::json(404, r#"{"message":"gone"}"#)).await;
    let shown = error.expect_err("the user is gone").to_string();
    assert!(shown.contains("GET /me/applications/{app}/data"), "{shown}");
    assert!(shown.contains("404"), "{shown}");
    assert!(shown.lines().count() == 1 && shown.len() < 200, "{shown}");
}

#[test]
fn an_error_converts_into_the_usual_error_types() {
    fn is_error<E: std::error::Error + Send + Sync + 'static>() {}
    is_error::<Error>();
    assert!(size_of::<Error>() <= size_of::<usize>());
}
