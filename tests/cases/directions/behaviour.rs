use sdk::models::{Line, Note, Order};
use sdk::{Client, NoCredentials};
use serde_json::{Value, from_value, json, to_value};

use crate::support::{Server, block_on};

/// An order as the API gives it: without what is only written.
fn order() -> Value {
    json!({
        "id": "o1",
        "price": 7,
        "audit": {"by": "me"},
        "wrapped": {"by": "you"},
        "beside": {"text": "t"},
        "lines": [{"id": 1, "amount": 2}],
        "byName": {"first": {"id": 1, "amount": 2}},
    })
}

fn server(body: &Value) -> (std::sync::Arc<Server>, Client<NoCredentials>) {
    let server = Server::with(200, "application/json", body.to_string());
    let client = Client::builder(NoCredentials).transport(server.clone()).build().unwrap();
    (server, client)
}

#[test]
fn what_was_read_is_put_back_without_what_is_read_only() {
    let (server, client) = server(&order());
    let read: Order = from_value(order()).unwrap();
    let received = block_on(client.put_order(read).send()).unwrap();
    assert_eq!(server.json(), json!({"lines": [{"amount": 2}], "byName": {"first": {"amount": 2}}}));
    // Nothing is lost when a response is stored.
    assert_eq!(to_value(received).unwrap(), order());
}

#[test]
fn what_is_only_written_is_required_in_requests_alone() {
    let note = json!({"id": "n1", "line": {"id": 3, "amount": 4}});
    let (server, client) = server(&note);
    let sent = Note::new(Line::new(4, "c"));
    let received = block_on(client.add_note(sent).send()).unwrap();
    assert_eq!(server.body(), "line=%7B%22amount%22%3A4%2C%22code%22%3A%22c%22%7D");
    assert_eq!(to_value(received).unwrap(), note);
}
