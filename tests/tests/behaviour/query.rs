//! Query parameters are sent if they are set, and only then.

use crate::support::{APP, USER, backend, body};
use rownd::Request;
use rownd::operations::UpsertUserProfile;
use rownd_tests::{Scripted, Server};
use serde_json::json;

/// The query of a PUT, with its question mark.
async fn query_of(set: fn(Request<UpsertUserProfile>) -> Request<UpsertUserProfile>) -> String {
    let server = Server::start([Scripted::json(200, "{}")]);
    let request = backend(&server).upsert_user_profile(APP, USER, body(json!({})));
    set(request).send().await.expect("the response is fine");
    let request = server.only_request();
    let target = request.target();
    target[target.find('?').unwrap_or(target.len())..].to_owned()
}

#[tokio::test]
async fn a_parameter_that_is_not_set_is_left_out() {
    // The API's default is true: a false that nobody set would turn the integrations off.
    assert_eq!(query_of(|request| request).await, "");
}

#[tokio::test]
async fn false_is_sent_like_true() {
    let set = query_of(|request| request.write_data_to_integrations(false)).await;
    assert_eq!(set, "?write_data_to_integrations=false");
    let set = query_of(|request| request.write_data_to_integrations(true)).await;
    assert_eq!(set, "?write_data_to_integrations=true");
}

#[tokio::test]
async fn a_parameter_that_is_set_twice_has_the_last_value() {
    let set = query_of(|request| {
        let request = request.write_data_to_integrations(true);
        request.write_data_to_integrations(false)
    });
    assert_eq!(set.await, "?write_data_to_integrations=false");
}
