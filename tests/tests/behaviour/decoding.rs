//! Unusual but valid bodies are decoded: no habit of the server makes a response unreadable.

use crate::support::{
    APP, PROFILE, USER, backend, decoded, kept, profile_from, status_of, undecodable,
};
use rownd::models::{UpsertUserProfileRequest, UserProfile};
use rownd_tests::{Scripted, Server};

const JSON: &str = r#"{"rownd_user":"user_1"}"#;

#[tokio::test]
async fn an_empty_object_is_an_empty_profile() {
    // Nothing in a response is guaranteed: guests have hardly any fields.
    assert_eq!(decoded("{}").await, UserProfile::default());
}

#[tokio::test]
async fn null_means_absent_everywhere() {
    let nulls = r#"{
        "rownd_user": null, "state": null, "auth_level": null, "attributes": null, "data": null,
        "verified_data": null, "groups": null, "meta": null, "connection_map": null
    }"#;
    assert_eq!(decoded(nulls).await, UserProfile::default());

    let nested = decoded(
        r#"{
            "groups": [
                { "group": null, "member": null },
                { "group": { "id": null, "member_count": null, "admission_policy": null, "meta": null },
                  "member": { "roles": null, "state": null, "profile": null } }
            ],
            "meta": { "created": null, "last_sign_in_method": null }
        }"#,
    )
    .await;
    let plain = decoded(r#"{"groups":[{},{"group":{},"member":{}}],"meta":{}}"#).await;
    assert_eq!(nested, plain);
}

#[tokio::test]
async fn a_null_in_a_list_or_a_map_is_left_out() {
    let profile = decoded(
        r#"{
            "groups": [null, { "member": { "roles": ["owner", null] } }],
            "attributes": { "a": null, "b": ["x", null] }
        }"#,
    )
    .await;
    let same = r#"{"groups":[{"member":{"roles":["owner"]}}],"attributes":{"b":["x"]}}"#;
    assert_eq!(profile, decoded(same).await);
}

#[tokio::test]
async fn unknown_fields_are_ignored_at_every_depth() {
    let profile = decoded(
        r#"{
            "rownd_user": "user_1",
            "new": { "deep": [1, { "x": null }] },
            "groups": [{
                "new": true,
                "group": { "id": "group_1", "new": "x" },
                "member": { "id": "member_1", "app_id": "1", "updated_at": "2024-10-15T19:46:13.985Z" }
            }]
        }"#,
    )
    .await;
    assert_eq!(profile.rownd_user.as_deref(), Some("user_1"));
    let group = profile.groups.expect("there are groups").remove(0);
    assert_eq!(
        group.group.expect("there is a group").id.as_deref(),
        Some("group_1")
    );
    assert_eq!(
        group.member.expect("there is a member").id.as_deref(),
        Some("member_1")
    );
}

#[tokio::test]
async fn fields_of_the_put_in_the_response_of_the_get_are_ignored() {
    // Both operations respond with one schema upstream, so either may show the other's fields.
    let profile =
        decoded(r#"{"redacted":["email"],"revoke_after":{},"retain_until":{},"state":"enabled"}"#);
    assert_eq!(profile.await, decoded(r#"{"state":"enabled"}"#).await);
}

#[tokio::test]
async fn the_response_of_the_put_is_read_as_leniently() {
    let responses = [
        ("{}", "{}"),
        (
            r#"{"redacted":null,"revoke_after":null,"retain_until":null,"meta":null}"#,
            "{}",
        ),
        (
            r#"{"redacted":["a",null],"revoke_after":{}}"#,
            r#"{"redacted":["a"],"revoke_after":{}}"#,
        ),
        // The live API responds with fields that the page of the PUT does not show.
        (
            r#"{"state":"enabled","auth_level":"verified","attributes":{"a":["b"]}}"#,
            "{}",
        ),
        (
            "\u{feff}{\"retain_until\":{\"email\":null}}",
            r#"{"retain_until":{"email":null}}"#,
        ),
    ];
    for (body, written) in responses {
        let server = Server::start([Scripted::json(200, body)]);
        let put = backend(&server).upsert_user_profile(APP, USER, UpsertUserProfileRequest::new());
        let profile = put.send().await.expect(body);
        assert_eq!(
            serde_json::to_string(&profile).expect("a profile is JSON"),
            written
        );
    }
}

#[tokio::test]
async fn of_duplicate_keys_the_last_wins() {
    let profile = decoded(
        r#"{
            "rownd_user": "first", "rownd_user": "last",
            "state": "enabled", "state": null,
            "data": { "a": 1, "a": 2 },
            "attributes": { "k": ["first"], "k": ["last"] },
            "meta": { "extra": 1, "extra": 2 }
        }"#,
    )
    .await;
    let same =
        r#"{"rownd_user":"last","data":{"a":2},"attributes":{"k":["last"]},"meta":{"extra":2}}"#;
    assert_eq!(profile, decoded(same).await);
}

#[tokio::test]
async fn a_byte_order_mark_is_skipped() {
    let profile = decoded(&format!("\u{feff}{JSON}")).await;
    assert_eq!(profile.rownd_user.as_deref(), Some("user_1"));
}

#[tokio::test]
async fn white_space_around_the_body_is_skipped() {
    let profile = decoded(&format!("\r\n\t {JSON} \r\n")).await;
    assert_eq!(profile.rownd_user.as_deref(), Some("user_1"));
}

#[tokio::test]
async fn any_or_no_content_type_is_accepted() {
    for kind in [
        "Application/JSON; charset=UTF-8",
        "application/json;charset=utf-8",
        "application/problem+json",
        "text/plain",
        "text/html",
        "nonsense",
    ] {
        let response = Scripted::new(200).header("Content-Type", kind).body(JSON);
        let profile = profile_from(response).await.expect(kind);
        assert_eq!(profile.rownd_user.as_deref(), Some("user_1"), "{kind}");
    }
    let profile = profile_from(Scripted::new(200).body(JSON)).await;
    assert!(profile.is_ok(), "{profile:?}");
}

#[tokio::test]
async fn a_body_in_chunks_of_any_size_is_decoded() {
    let whole = decoded(PROFILE).await;
    for response in [
        Scripted::json(200, PROFILE).chunked(1),
        Scripted::json(200, PROFILE).chunked(1000),
        Scripted::json(200, PROFILE).until_close(),
    ] {
        assert_eq!(
            profile_from(response).await.expect("the body is whole"),
            whole
        );
    }
}

#[tokio::test]
async fn keys_and_texts_with_escapes_are_read() {
    let profile =
        decoded(r#"{"rownd\u005fuser":"\u005a\u006f\u00eb \ud83e\udd80","st\u0061te":"enabled"}"#)
            .await;
    assert_eq!(profile.rownd_user.as_deref(), Some("Zoë 🦀"));
    assert_eq!(profile.state, Some("enabled".into()));
}

#[tokio::test]
async fn a_body_that_is_not_a_json_object_is_a_decode_error() {
    for body in [
        "",
        " ",
        "null",
        "true",
        "1",
        "\"text\"",
        "[]",
        "[{}]",
        "{",
        "{} {}",
        "{}x",
        "{'rownd_user':'x'}",
        r#"{"rownd_user":"x",}"#,
    ] {
        let error = undecodable(body).await;
        assert_eq!(status_of(&error), Some(200), "{body}");
        assert_eq!(kept(&error), Some(body.as_bytes()), "{body}");
    }
}

/// A name that was cut in the middle of an emoji.
#[tokio::test]
async fn half_a_surrogate_pair_costs_no_more_than_itself() {
    let profile = decoded(r#"{"rownd_user":"Gary \ud83d","data":{"a":"\udc00","b":1e400}}"#).await;
    assert_eq!(profile.rownd_user.as_deref(), Some("Gary \u{fffd}"));
    let data = profile.data.unwrap_or_default();
    assert_eq!(data.get("a"), Some(&"\u{fffd}".into()));
    assert_eq!(data.get("b"), Some(&"1e400".into()));
}

#[tokio::test]
async fn a_body_that_is_not_utf8_is_a_decode_error() {
    let error = profile_from(Scripted::json(200, b"{\"rownd_user\":\"\xff\"}")).await;
    assert!(error.expect_err("this is not UTF-8").is_decode());
}

#[tokio::test]
async fn an_endlessly_nested_body_is_a_decode_error_and_not_a_crash() {
    for depth in [1_000, 200_000] {
        let nested = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        undecodable(&format!(r#"{{"data":{{"a":{nested}}}}}"#)).await;
        // Where nothing is kept, nothing grows with the depth.
        assert_eq!(
            decoded(&format!(r#"{{"new":{nested}}}"#)).await,
            UserProfile::default()
        );
    }
}
