//! Timestamps keep their text: an invalid one never makes the response unreadable.

use crate::support::decoded;
use rownd::Timestamp;
use serde_json::json;

#[tokio::test]
async fn invalid_timestamps_are_kept_as_they_were_received() {
    for created in [
        json!("2023-11-07T05:31:56Z"),
        json!("2024-10-15T19:46:13.985Z"),
        json!("2024-10-15T19:46:13.985123456+02:00"),
        json!("2024-10-15t19:46:13z"),
        json!("2024-10-15 19:46:13"),
        json!("2024-10-15"),
        json!("2016-12-31T23:59:60Z"),
        json!("0000-00-00T00:00:00Z"),
        json!("yesterday"),
        json!(""),
        json!(1_700_000_000),
        json!(1_700_000_000_123_u64),
        json!(-1),
        json!(1_700_000_000.5),
    ] {
        let body = json!({
            "groups": [{ "group": { "created_at": created, "updated_at": created } }],
            "meta": { "created": created, "last_passkey_registration_prompt": created },
        });
        let profile = decoded(&body.to_string()).await;
        let written = serde_json::to_value(&profile).expect("a profile is JSON");
        assert_eq!(written, body, "{created}");
    }
}

#[tokio::test]
async fn a_number_is_kept_as_its_text() {
    let profile = decoded(r#"{"meta":{"created":1700000000}}"#).await;
    let created = profile
        .meta
        .and_then(|meta| meta.created)
        .expect("there is a time");
    assert_eq!(created.as_str(), "1700000000");
    assert_eq!(created.to_string(), "1700000000");
}

#[tokio::test]
async fn the_methods_among_the_times_are_plain_strings() {
    let profile =
        decoded(r#"{"meta":{"first_sign_in_method":"email","last_sign_in_method":""}}"#).await;
    let meta = profile.meta.expect("there is meta");
    assert_eq!(meta.first_sign_in_method.as_deref(), Some("email"));
    assert_eq!(meta.last_sign_in_method.as_deref(), Some(""));
}

#[test]
fn a_timestamp_is_made_from_its_text() {
    let text = "2024-10-15T19:46:13.985Z";
    let timestamp = Timestamp::from(text);
    assert_eq!(timestamp.as_str(), text);
    assert_eq!(timestamp.to_string(), text);
    assert_eq!(timestamp, Timestamp::from(text.to_owned()));
    assert_eq!(text.parse(), Ok(timestamp.clone()));
    assert_eq!(serde_json::to_value(&timestamp).ok(), Some(json!(text)));
    assert_ne!(timestamp, Timestamp::from("2024-10-15T19:46:13Z"));
}
