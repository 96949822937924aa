use std::sync::Arc;

use sdk::{Client, NoCredentials};

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<NoCredentials> {
    let builder = Client::builder(NoCredentials).transport(server.clone());
    builder.build().unwrap()
}

#[test]
fn a_call_is_retried_with_its_key() {
    let server = Server::new();
    let mut keys = Vec::new();
    for call in 1..3 {
        server.respond(500, "", "");
        server.respond(204, "", "");
        let response = block_on(client(&server).pay(7).send_raw()).unwrap();
        assert_eq!((response.attempts(), server.count()), (2, 2 * call));
        keys.extend(server.header("idempotency-key"));
    }
    assert!(keys[0].len() == 36 && keys[0] != keys[1], "{keys:?}");
}

#[test]
fn the_caller_may_choose_it() {
    let server = Server::with(204, "", "");
    block_on(client(&server).pay(7).idempotency_key("mine").send()).unwrap();
    assert_eq!(server.header("idempotency-key").as_deref(), Some("mine"));
}
