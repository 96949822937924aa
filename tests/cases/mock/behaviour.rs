use std::panic::{UnwindSafe, catch_unwind};

use sdk::models::{Missing, Parcel};
use sdk::operations::{AddParcel, DropParcel, FindParcel, PrintLabel, WatchMoves};
use sdk::{Client, Mock, NoCredentials};
use serde_json::{Value, json};

use crate::support::block_on;

fn parcel() -> Value {
    json!({
        "number": 7,
        "received": "today",
        "content": {"kind": "Box", "litres": 3},
        "route": {"from": "here", "truck": "T"},
    })
}

fn client(mock: &Mock) -> Client<NoCredentials> {
    mock.client(NoCredentials).unwrap()
}

fn is_refused(add: impl FnOnce() -> Mock + UnwindSafe) -> bool {
    catch_unwind(add).is_err()
}

#[test]
fn a_model_is_a_response_and_a_body() {
    let model: Parcel = serde_json::from_value(parcel()).unwrap();
    let mock = Mock::new().on::<AddParcel>().respond(201, &model);
    let added = block_on(client(&mock).add_parcel(model.clone()).send()).unwrap();
    assert_eq!(added, model);
    let calls = mock.calls::<AddParcel>();
    let sent: Parcel = calls[0].json().unwrap();
    assert_eq!((sent.number, sent.received), (7, None), "what is read-only is not sent");
    assert!(is_refused(|| Mock::new().on::<AddParcel>().respond(200, &parcel())));
    assert!(is_refused(|| Mock::new().on::<AddParcel>().respond(201, &json!({"number": 7, "size": 1}))));
    assert!(is_refused(|| Mock::new().on::<AddParcel>().respond(500, &json!({}))));
}

#[test]
fn each_failure_has_the_type_of_its_status() {
    let mock = Mock::new();
    let missing: Missing = serde_json::from_value(json!({"reason": "lost"})).unwrap();
    mock.on::<FindParcel>().respond(404, &missing);
    let credentials = sdk::DepotKey::client_credentials("id", "secret");
    let client = mock.client(credentials).unwrap();
    let error = block_on(client.find_parcel("d 1", 7).fields(["a", "b"]).send()).unwrap_err();
    assert!(error.api_error::<FindParcel>().is_some());
    let calls = mock.all_calls();
    assert_eq!(calls.len(), 1, "the request for the token is not recorded");
    assert_eq!((calls[0].path("depot"), calls[0].path("number")), (Some("d 1"), Some("7")));
    assert_eq!(calls[0].query("fields"), Some("a"));
    assert_eq!(calls[0].header("authorization"), None);
    let on = || Mock::new().on::<FindParcel>();
    on().respond_as(502, "text/plain", "broken");
    assert!(is_refused(|| on().respond(502, &missing)));
    assert!(is_refused(|| on().respond(404, &json!({"cause": "lost"}))));
    assert!(is_refused(|| on().respond_as(404, "text/plain", "lost")));
}

#[test]
fn each_success_has_the_type_of_its_status() {
    let on = || Mock::new().on::<DropParcel>();
    on().respond_empty(204);
    on().respond(202, &json!({"at": 5}));
    on().respond_empty(409);
    assert!(is_refused(|| on().respond_empty(202)));
    assert!(is_refused(|| on().respond_empty(404)));
}

#[test]
fn streams_and_files() {
    let mock = Mock::new();
    mock.on::<WatchMoves>().respond_as(200, "text/event-stream", "data: {\"number\": 1}\n\ndata: {\"number\": 2}\n\n");
    mock.on::<PrintLabel>().respond_as(200, "application/pdf", &b"%PDF"[..]);
    let client = client(&mock);
    let mut moves = block_on(client.watch_moves().send()).unwrap();
    assert_eq!(block_on(moves.next()).unwrap().unwrap().number, 1);
    assert_eq!(block_on(moves.next()).unwrap().unwrap().number, 2);
    assert!(block_on(moves.next()).is_none());
    assert_eq!(block_on(client.print_label().send()).unwrap(), "%PDF");
    assert!(is_refused(|| Mock::new().on::<WatchMoves>().respond_as(206, "text/event-stream", "")));
}
