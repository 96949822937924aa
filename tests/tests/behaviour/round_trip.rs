//! What was decoded can be stored and read back.

use crate::support::{APP, PROFILE, UPSERTED, USER, backend, body, decoded, json};
use rownd::models::{Error, UpsertedUserProfile, UserProfile};
use rownd_tests::{Scripted, Server};
use serde_json::json;

#[tokio::test]
async fn the_documented_response_of_the_get_survives_the_round_trip() {
    let profile = decoded(PROFILE).await;
    assert_eq!(profile.auth_level.as_deref(), Some("verified"));
    let written = serde_json::to_value(&profile).expect("a profile is JSON");
    assert_eq!(written, json(PROFILE));
}

#[tokio::test]
async fn the_documented_response_of_the_put_survives_the_round_trip() {
    let server = Server::start([Scripted::json(200, UPSERTED)]);
    let request = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
    let profile = request.send().await.expect("the response is fine");
    assert_eq!(
        profile.redacted.as_deref(),
        Some(&["<string>".to_owned()][..])
    );
    let written = serde_json::to_value(&profile).expect("a profile is JSON");
    assert_eq!(written, json(UPSERTED));
}

#[test]
fn a_stored_profile_reads_back_equal() {
    let profile: UserProfile = serde_json::from_str(PROFILE).expect("this is a profile");
    let stored = serde_json::to_string_pretty(&profile).expect("a profile is JSON");
    let back: UserProfile = serde_json::from_str(&stored).expect("this is a profile");
    assert_eq!(back, profile);

    let profile: UpsertedUserProfile = serde_json::from_str(UPSERTED).expect("this is a profile");
    let value = serde_json::to_value(&profile).expect("a profile is JSON");
    let back: UpsertedUserProfile = serde_json::from_value(value).expect("this is a profile");
    assert_eq!(back, profile);

    let bytes = serde_json::to_vec(&profile).expect("a profile is JSON");
    let back: UpsertedUserProfile = serde_json::from_reader(&bytes[..]).expect("this is a profile");
    assert_eq!(back, profile);
}

#[test]
fn an_api_error_keeps_its_wire_names() {
    // `statusCode` is camelCase amid snake_case, and `error` is a string here, not an object.
    let text = r#"{"statusCode":400,"error":"Bad Request","field_errors":{"email":["taken"]}}"#;
    let error: Error = serde_json::from_str(text).expect("this is an error");
    assert_eq!(error.status_code, Some(400));
    assert_eq!(error.error.as_deref(), Some("Bad Request"));
    assert_eq!(
        error.additional_properties["field_errors"]["email"][0],
        "taken"
    );
    let written = serde_json::to_value(&error).expect("an error is JSON");
    assert_eq!(written, json(text));
}

#[test]
fn defaults_of_the_document_are_not_written() {
    let written = serde_json::to_string(&UserProfile::default());
    assert_eq!(written.expect("a profile is JSON"), "{}");
}
