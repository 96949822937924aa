//! What users see: names, types and traits.

use crate::support::{APP, KEY, SECRET, TOKEN, USER};
use rownd::bytes::Bytes;
use rownd::http::{HeaderMap, StatusCode};
use rownd::models::{
    self, Group, GroupAdmissionPolicy, GroupMember, GroupMemberState, GroupMembership,
    UpsertUserProfileRequest, UpsertedUserProfile, UserMeta, UserProfile, UserState,
};
use rownd::operations::{GetMyProfile, UpsertUserProfile};
use rownd::serde_json::{Map, Value};
use rownd::{
    AppCredentials, Body, Client, ClientBuilder, Error, NoCredentials, Request, Response,
    Timestamp, TransportError, UserToken,
};
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::time::Duration;

fn is_shared<T: Send + Sync + 'static>() {}

fn is_model<T>()
where
    T: Clone + Debug + Default + PartialEq + Send + Sync + Unpin + 'static,
{
}

fn is_open_enum<T>()
where
    T: Clone + Debug + Display + Eq + Hash + Send + Sync + 'static,
    T: for<'a> From<&'a str>,
{
}

#[test]
fn models_have_the_usual_traits() {
    is_model::<Group>();
    is_model::<GroupMember>();
    is_model::<GroupMembership>();
    is_model::<UpsertUserProfileRequest>();
    is_model::<UpsertedUserProfile>();
    is_model::<UserMeta>();
    is_model::<UserProfile>();
    is_model::<models::Error>();
    is_open_enum::<UserState>();
    is_open_enum::<GroupAdmissionPolicy>();
    is_open_enum::<GroupMemberState>();
}

#[test]
fn whatever_is_kept_can_be_shared() {
    fn is_clone<T: Clone + Debug>() {}
    is_clone::<Client<AppCredentials>>();
    is_clone::<Client<UserToken>>();
    is_clone::<Client<NoCredentials>>();
    is_shared::<Client<AppCredentials>>();
    is_shared::<ClientBuilder<AppCredentials>>();
    is_shared::<Request<UpsertUserProfile>>();
    is_shared::<Response<UserProfile>>();
    is_shared::<Error>();
    is_shared::<TransportError>();
    is_shared::<Timestamp>();
}

#[test]
fn a_call_can_be_sent_to_another_task() {
    fn is_send<T: Send>(_: &T) {}
    let client = Client::new(UserToken::new(TOKEN)).expect("the client is sound");
    is_send(&client.get_my_profile(APP).send());
    is_send(&client.get_my_profile(APP).send_raw());
    // A call owns what it needs: the client may be gone before it is sent.
    let call = client.get_my_profile(APP);
    drop(client);
    is_send(&call.send());
}

#[test]
fn the_builder_takes_every_setting() {
    let builder = Client::builder(AppCredentials::new(KEY, SECRET))
        .base_url("https://api.us-east-2.dev.rownd.io")
        .timeout(Duration::from_secs(10))
        .user_agent("backend/1.0")
        .max_response_bytes(1 << 20)
        .max_retries(1)
        .reqwest(rownd::reqwest::Client::builder());
    let client: Client<AppCredentials> = builder.build().expect("the client is sound");
    let call: Request<UpsertUserProfile> = client
        .upsert_user_profile(APP, String::from(USER), UpsertUserProfileRequest::new())
        .write_data_to_integrations(true)
        .with_timeout(Duration::from_secs(1))
        .with_header("x-request-id", String::from("one"))
        .with_retries(0);
    assert!(call.into_http_request().is_ok());
    let _: Request<GetMyProfile> = client
        .with_credentials(UserToken::new(TOKEN))
        .get_my_profile(APP);
}

#[test]
fn an_error_offers_all_accessors() {
    let client = Client::new(UserToken::new(TOKEN)).expect("the client is sound");
    let error: Error = client
        .get_my_profile("")
        .into_http_request()
        .expect_err("the app is empty");
    let status: Option<StatusCode> = error.status();
    let headers: Option<&HeaderMap> = error.headers();
    let body: Option<&Bytes> = error.body();
    let api: Option<models::Error> = error.api_error();
    let attempts: u32 = error.attempts();
    let request_id: Option<&str> = error.request_id();
    assert!(status.is_none() && headers.is_none() && body.is_none() && api.is_none());
    assert!(request_id.is_none());
    assert_eq!(attempts, 0);
    assert!(error.is_invalid_argument() && !error.is_decode() && !error.is_body());
    assert!(!error.is_timeout() && !error.is_connect() && !error.is_too_large());
}

#[test]
#[expect(deprecated)]
fn fields_have_the_documented_types() {
    let mut group = Group::default();
    group.id = Some(String::new());
    group.member_count = Some(0_i64);
    group.admission_policy = Some(GroupAdmissionPolicy::InviteOnly);
    group.meta = Some(Map::new());
    group.created_at = Some(Timestamp::from("2023-11-07T05:31:56Z"));

    let mut member = GroupMember::default();
    member.roles = Some(vec!["owner".to_owned()]);
    member.state = Some(GroupMemberState::Active);
    member.profile = Some(Map::new());

    let mut membership = GroupMembership::default();
    membership.group = Some(group);
    membership.member = Some(member);

    let mut meta = UserMeta::default();
    meta.last_active = Some("2023-11-07T05:31:56Z".into());
    meta.last_sign_in_method = Some("email".to_owned());
    meta.additional_properties
        .insert("new".to_owned(), Value::Null);

    let mut profile = UserProfile::default();
    profile.attributes = Some(BTreeMap::from([("a:b".to_owned(), vec!["c".to_owned()])]));
    profile.auth_level = Some("verified".to_owned());
    profile.connection_map = Some(Map::new());
    profile.groups = Some(vec![membership.clone()]);
    profile.meta = Some(meta);
    profile.state = Some(UserState::Enabled);
    assert_eq!(profile, profile.clone());

    let mut upserted = UpsertedUserProfile::default();
    upserted.groups = Some(vec![membership]);
    upserted.redacted = Some(vec!["email".to_owned()]);
    upserted.retain_until = Some(Map::new());
    upserted.revoke_after = Some(Map::new());
    assert_ne!(upserted, UpsertedUserProfile::default());
}

#[test]
fn a_body_is_made_of_whatever_holds_bytes() {
    let _ = [
        Body::empty(),
        Body::from("text"),
        Body::from(String::from("text")),
        Body::from(vec![1_u8]),
        Body::from(Bytes::from_static(b"bytes")),
    ];
}
