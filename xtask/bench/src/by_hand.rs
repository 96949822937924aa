//! What one would write without an SDK: structs with serde's derives, and a call through reqwest.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::ACCEPT;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A client of the service.
pub struct Client {
    http: reqwest::Client,
    base_url: String,
    token: String,
}

impl Client {
    /// A client with the settings that the SDK has by default.
    pub fn new(base_url: &str, token: &str) -> reqwest::Result<Self> {
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30))
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .user_agent("by-hand/0.1.0")
            .build()?;
        Ok(Self {
            http,
            base_url: base_url.to_owned(),
            token: token.to_owned(),
        })
    }

    /// The profile of the current user.
    pub async fn profile(&self, app: &str) -> Result<Profile, Box<dyn std::error::Error>> {
        let url = format!("{}/me/applications/{app}/data", self.base_url);
        let request = self.http.get(url).header(ACCEPT, "application/json");
        let response = request.bearer_auth(&self.token).send().await?;
        let bytes = response.error_for_status()?.bytes().await?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

/// `UserProfile` of the SDK, as the structs below are its other models: the same fields, with strings for timestamps, and with enums that
/// know no further values.
#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding is what is measured")]
pub struct Profile {
    rownd_user: Option<String>,
    data: Option<Map<String, Value>>,
    verified_data: Option<Map<String, Value>>,
    groups: Option<Vec<Membership>>,
    meta: Option<Meta>,
    connection_map: Option<Map<String, Value>>,
    state: Option<UserState>,
    auth_level: Option<String>,
    attributes: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding is what is measured")]
struct Meta {
    created: Option<String>,
    modified: Option<String>,
    first_sign_in: Option<String>,
    first_sign_in_method: Option<String>,
    last_sign_in: Option<String>,
    last_sign_in_method: Option<String>,
    last_active: Option<String>,
    last_passkey_registration_prompt: Option<String>,
    #[serde(flatten)]
    additional_properties: Map<String, Value>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding is what is measured")]
struct Membership {
    group: Option<Group>,
    member: Option<Member>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding is what is measured")]
struct Group {
    id: Option<String>,
    name: Option<String>,
    member_count: Option<i64>,
    app_id: Option<String>,
    admission_policy: Option<AdmissionPolicy>,
    meta: Option<Map<String, Value>>,
    created_at: Option<String>,
    updated_at: Option<String>,
    created_by: Option<String>,
    updated_by: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding is what is measured")]
struct Member {
    id: Option<String>,
    user_id: Option<String>,
    roles: Option<Vec<String>>,
    state: Option<MemberState>,
    invited_by: Option<String>,
    added_by: Option<String>,
    profile: Option<Map<String, Value>>,
    group_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum UserState {
    Enabled,
    Disabled,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum AdmissionPolicy {
    InviteOnly,
    Open,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum MemberState {
    Active,
    InvitePending,
    InviteRejected,
}
