//! A page that calls the SDK in a browser, and shows what comes of it: a line for each call, as `harness` expects.

mod counts;

use rownd::models::UpsertUserProfileRequest;
use rownd::serde_json::json;
use rownd::{AppCredentials, Client, Error, UserToken, to_map};
use std::error::Error as _;
use std::time::Duration;
use wasm_bindgen::prelude::wasm_bindgen;

/// Calls the server of this URL, and returns the text of the page.
#[wasm_bindgen]
pub async fn run(api: String) -> String {
    calls(&api)
        .await
        .unwrap_or_else(|error| format!("no calls: {error}"))
}

async fn calls(api: &str) -> Result<String, Error> {
    let client = Client::builder(UserToken::new("a-token"))
        .base_url(api)
        .build()?;
    let unreachable = Client::builder(UserToken::new("a-token")).base_url("http://127.0.0.1:1");
    let lines = [
        profile(&client, "app").await,
        profile(&client, "unknown").await,
        profile(&client, "busy").await,
        profile(&client, "redirecting").await,
        compressed(&client).await?,
        saved(&client).await?,
        profile(&unreachable.max_retries(0).build()?, "app").await,
        // The server receives it, and does not respond.
        profile(&client, "silent").await,
        counts::read(api).await,
    ];
    Ok(lines.join("\n"))
}

/// Whose profile it is.
async fn profile(client: &Client<UserToken>, app: &str) -> String {
    let limit = Duration::from_secs(5);
    match client.get_my_profile(app).with_timeout(limit).await {
        Ok(profile) => format!("{app}: {:?}", profile.rownd_user),
        Err(error) => format!("{app}: {}", with_source(&error)),
    }
}

/// A body that the browser has decoded, and the headers that describe it.
async fn compressed(client: &Client<UserToken>) -> Result<String, Error> {
    let profile = client.get_my_profile("compressed").send_raw().await?;
    let header = |name| profile.headers().get(name);
    let (media_type, coding) = (header("content-type"), header("content-encoding"));
    let user = &profile.body().rownd_user;
    Ok(format!("compressed: {user:?} {media_type:?} {coding:?}"))
}

/// A request with a body, and with the credentials of an application.
async fn saved(client: &Client<UserToken>) -> Result<String, Error> {
    let client = client.with_credentials(AppCredentials::new("a-key", "a-secret"));
    let fields = to_map(json!({ "first_name": "Zoë" }))?;
    let body = UpsertUserProfileRequest::new().data(fields);
    let saved = client.upsert_user_profile("app", "user", body).await?;
    Ok(format!("saved: {:?}", saved.rownd_user))
}

/// A client may be shared by all that a program does, in a browser as elsewhere.
const fn is_shared<T: Send + Sync>() {}
const _: () = is_shared::<Client<UserToken>>();
const _: () = is_shared::<Error>();

fn with_source(error: &Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
