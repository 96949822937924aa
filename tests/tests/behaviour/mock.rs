//! A program that uses the SDK is tested without a network.

use crate::support::{APP, KEY, SECRET, TOKEN, USER};
use rownd::models::{UpsertUserProfileRequest, UpsertedUserProfile, UserProfile};
use rownd::operations::{GetMyProfile, UpsertUserProfile};
use rownd::{AppCredentials, Client, Error, Mock, UserToken};
use serde_json::json;

/// The program: it greets the signed-in user.
async fn greeting(client: &Client<UserToken>) -> Result<String, Error> {
    let profile = client.get_my_profile(APP).send().await?;
    let name = profile
        .data
        .and_then(|data| data.get("first_name").cloned());
    Ok(format!("Hello, {}", name.unwrap_or_default()))
}

#[tokio::test]
async fn a_program_greets() -> Result<(), Error> {
    let mut profile = UserProfile::default();
    profile.data = Some(rownd::to_map(json!({"first_name": "Gary"}))?);
    let mock = Mock::new();
    mock.on::<GetMyProfile>()
        .respond(401, &json!({"message": "no"}));
    mock.on::<GetMyProfile>().respond(200, &profile);
    let client = mock.client(UserToken::new(TOKEN))?;
    let error = greeting(&client).await.expect_err("the token is rejected");
    let message = error.api_error().and_then(|error| error.message);
    assert_eq!(message.as_deref(), Some("no"));
    assert_eq!(greeting(&client).await?, "Hello, \"Gary\"");
    let calls = mock.calls::<GetMyProfile>();
    assert_eq!(calls.len(), 2);
    assert_eq!(calls[1].path("app"), Some(APP));
    assert!(mock.calls::<UpsertUserProfile>().is_empty());
    let shown = format!("{mock:?} {calls:?} {:?}", calls[0].headers());
    assert!(!shown.contains(TOKEN) && !shown.contains(APP), "{shown}");
    Ok(())
}

#[tokio::test]
async fn a_program_stores() -> Result<(), Error> {
    let mock = Mock::new()
        .on::<UpsertUserProfile>()
        .respond(200, &UpsertedUserProfile::default());
    let client = mock.client(AppCredentials::new(KEY, SECRET))?;
    let fields = rownd::to_map(json!({"first_name": "Gary"}))?;
    let body = UpsertUserProfileRequest::new().data(fields);
    let request = client.upsert_user_profile(APP, USER, body.clone());
    request.write_data_to_integrations(false).await?;
    let calls = mock.calls::<UpsertUserProfile>();
    assert_eq!(calls[0].json::<UpsertUserProfileRequest>()?, body);
    assert_eq!(calls[0].query("write_data_to_integrations"), Some("false"));
    Ok(())
}

#[test]
#[should_panic = "200 is not a response of `GetMyProfile`: it has an unknown property at `$.usr`"]
fn a_response_is_checked_against_the_document() {
    Mock::new()
        .on::<GetMyProfile>()
        .respond(200, &json!({"usr": "user_1"}));
}

#[tokio::test]
async fn an_operation_without_a_response_is_named() -> Result<(), Error> {
    let mock = Mock::new().on::<GetMyProfile>().respond(200, &json!({}));
    let client = mock.client(AppCredentials::new(KEY, SECRET))?;
    let request = client.upsert_user_profile(APP, USER, UpsertUserProfileRequest::new());
    let shown = format!("{:?}", request.await.expect_err("there is no response"));
    assert!(
        shown.contains("no response for `UpsertUserProfile`"),
        "{shown}"
    );
    assert!(!shown.contains(USER) && !shown.contains(SECRET), "{shown}");
    Ok(())
}
