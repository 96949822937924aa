//! Enums are open: a value that the document does not list is kept.

use crate::support::decoded;
use rownd::models::{GroupAdmissionPolicy, GroupMemberState, UserProfile, UserState};
use serde_json::json;

/// The state of the first membership.
fn member_state(profile: UserProfile) -> Option<GroupMemberState> {
    profile.groups?.into_iter().next()?.member?.state
}

#[tokio::test]
async fn documented_values_have_names() {
    let profile = decoded(
        r#"{
            "state": "disabled",
            "groups": [{ "group": { "admission_policy": "open" }, "member": { "state": "invite_pending" } }]
        }"#,
    )
    .await;
    assert_eq!(profile.state, Some(UserState::Disabled));
    let group = profile
        .groups
        .clone()
        .and_then(|mut groups| groups.remove(0).group);
    let policy = group.and_then(|group| group.admission_policy);
    assert_eq!(policy, Some(GroupAdmissionPolicy::Open));
    assert_eq!(member_state(profile), Some(GroupMemberState::InvitePending));
}

#[tokio::test]
async fn an_unknown_value_does_not_fail_the_response() {
    // The guides name member states (`suspended`, `invited`) that the reference does not list.
    let body = json!({
        "state": "archived",
        "groups": [{ "group": { "admission_policy": "by_request" }, "member": { "state": "suspended" } }],
    });
    let profile = decoded(&body.to_string()).await;
    assert_eq!(profile.state, Some(UserState::Other("archived".to_owned())));
    let written = serde_json::to_value(&profile).expect("a profile is JSON");
    assert_eq!(written, body);

    let state = member_state(profile).expect("there is a state");
    assert_eq!(state, GroupMemberState::Other("suspended".to_owned()));
    assert_eq!(state.as_str(), "suspended");
    assert_eq!(state.to_string(), "suspended");
}

#[tokio::test]
async fn the_two_states_are_two_types() {
    let profile = decoded(r#"{"state":"active","groups":[{"member":{"state":"enabled"}}]}"#).await;
    assert_eq!(profile.state, Some(UserState::Other("active".to_owned())));
    let state = member_state(profile);
    assert_eq!(state, Some(GroupMemberState::Other("enabled".to_owned())));
}

#[tokio::test]
async fn spelling_counts() {
    for state in ["Enabled", "ENABLED", " enabled", ""] {
        let profile = decoded(&json!({ "state": state }).to_string()).await;
        assert_eq!(profile.state, Some(UserState::Other(state.to_owned())));
        let written = serde_json::to_value(&profile).expect("a profile is JSON");
        assert_eq!(written, json!({ "state": state }));
    }
}

#[test]
fn every_value_has_a_text_and_back() {
    for (value, text) in [
        (GroupMemberState::Active, "active"),
        (GroupMemberState::InvitePending, "invite_pending"),
        (GroupMemberState::InviteRejected, "invite_rejected"),
        (GroupMemberState::Other("new".to_owned()), "new"),
    ] {
        assert_eq!(value.as_str(), text);
        assert_eq!(value.to_string(), text);
        assert_eq!(format!("{value:>20}"), format!("{text:>20}"));
        assert_eq!(GroupMemberState::from(text), value);
        assert_eq!(serde_json::to_value(&value).ok(), Some(json!(text)));
        assert_eq!(serde_json::from_value(json!(text)).ok(), Some(value));
    }
}

#[tokio::test]
async fn the_authentication_level_is_a_plain_string() {
    for level in ["instant", "guest", "unverified", "verified", "high"] {
        let profile = decoded(&json!({ "auth_level": level }).to_string()).await;
        assert_eq!(profile.auth_level.as_deref(), Some(level));
    }
}
