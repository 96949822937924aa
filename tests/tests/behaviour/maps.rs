//! Free-form objects and maps keep what they hold, byte for byte.

use crate::support::{decoded, object};
use rownd::models::{Group, UserMeta};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The group in this JSON.
fn group(value: Value) -> Group {
    serde_json::from_value(value).expect("this is a group")
}

#[tokio::test]
async fn attributes_are_lists_of_strings_under_keys_that_stay_as_they_are() {
    let profile = decoded(
        r#"{"attributes": {
            "rownd:app_variants": ["app_variant_1", "app_variant_2"],
            "myapp:loyalty_points": ["100"],
            "myapp:none": []
        }}"#,
    )
    .await;
    let strings = |values: &[&str]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
    let attributes = BTreeMap::from([
        (
            "rownd:app_variants".to_owned(),
            strings(&["app_variant_1", "app_variant_2"]),
        ),
        ("myapp:loyalty_points".to_owned(), strings(&["100"])),
        ("myapp:none".to_owned(), strings(&[])),
    ]);
    assert_eq!(profile.attributes, Some(attributes));
}

#[tokio::test]
async fn profile_data_holds_any_value() {
    // Verified data may be booleans, and large integers must not go through floating point.
    let data = json!({
        "email": "gary@foo.com",
        "phone_number": true,
        "removed": null,
        "largest": u64::MAX,
        "smallest": i64::MIN,
        "beyond_f64": 9_007_199_254_740_993_u64,
        "nested": { "list": [1, "two", null, { "deep": [[]] }] },
        "rownd:key with spaces": "",
    });
    let body = json!({
        "data": data,
        "verified_data": data,
        "connection_map": data,
        "groups": [{ "group": { "meta": data }, "member": { "profile": data } }],
    });
    let profile = decoded(&body.to_string()).await;
    assert_eq!(profile.data, Some(object(data.clone())));
    assert_eq!(profile.verified_data, Some(object(data)));
    assert_eq!(
        serde_json::to_value(&profile).expect("a profile is JSON"),
        body
    );
}

#[tokio::test]
async fn an_empty_object_is_an_empty_map() {
    let body = r#"{"attributes":{},"connection_map":{},"data":{},"groups":[],"verified_data":{}}"#;
    let profile = decoded(body).await;
    assert_eq!(profile.connection_map, Some(object(json!({}))));
    assert_eq!(profile.attributes, Some(BTreeMap::new()));
    assert_eq!(profile.groups, Some(Vec::new()));
    assert_eq!(
        serde_json::to_value(&profile).ok(),
        serde_json::from_str(body).ok()
    );
}

#[test]
fn absent_null_and_empty_metadata_of_a_group_are_all_fine() {
    // Absent and null both mean none, and writing invents no null.
    assert_eq!(group(json!({})).meta, None);
    assert_eq!(group(json!({ "meta": null })).meta, None);
    assert_eq!(group(json!({ "meta": {} })).meta, Some(object(json!({}))));
    let written = serde_json::to_value(group(json!({ "meta": null })));
    assert_eq!(written.expect("a group is JSON"), json!({}));
}

#[tokio::test]
async fn the_two_objects_called_meta_are_two_types() {
    let body = json!({
        "meta": { "created": "2023-11-07T05:31:56Z" },
        "groups": [{ "group": { "meta": { "created": 5 } } }],
    });
    let profile = decoded(&body.to_string()).await;
    let created = profile.meta.clone().and_then(|meta| meta.created);
    assert_eq!(created, Some("2023-11-07T05:31:56Z".into()));
    assert_eq!(
        serde_json::to_value(&profile).expect("a profile is JSON"),
        body
    );
}

#[tokio::test]
async fn metadata_of_a_user_keeps_what_the_document_does_not_name() {
    let meta = json!({
        "created": "2023-11-07T05:31:56Z",
        "app_variants": { "app_variant_1": { "last_sign_in": "2024-10-15T19:46:13.985Z" } },
        "auth_level": "verified",
        "verified_date": null,
    });
    let body = json!({ "meta": meta });
    let profile = decoded(&body.to_string()).await;
    let kept = profile
        .meta
        .clone()
        .expect("there is meta")
        .additional_properties;
    assert_eq!(kept["auth_level"], "verified");
    assert_eq!(kept["verified_date"], Value::Null);
    assert!(!kept.contains_key("created"));
    assert_eq!(
        serde_json::to_value(&profile).expect("a profile is JSON"),
        body
    );
}

#[test]
fn no_key_is_ever_written_twice() {
    let mut meta = UserMeta::default();
    meta.created = Some("2023-11-07T05:31:56Z".into());
    meta.additional_properties
        .insert("created".to_owned(), json!("never"));
    let written = serde_json::to_string(&meta).expect("meta is JSON");
    assert_eq!(written, r#"{"created":"2023-11-07T05:31:56Z"}"#);
}
