use std::sync::Arc;

use sdk::{Client, Signature, Ticket, TicketVault, Token};

use crate::support::{Server, block_on};

const DIGEST: &str = r#"Digest username="me", response="6629fae4""#;

fn client<C>(credentials: C, server: &Arc<Server>) -> Client<C> {
    let builder = Client::builder(credentials).transport(server.clone());
    builder.build().unwrap()
}

#[test]
fn a_finished_value_is_sent_as_it_is() {
    let server = Server::with(204, "", "");
    block_on(client(Signature::new(DIGEST), &server).read_signed().send()).unwrap();
    let value = server.request().headers()["authorization"].clone();
    assert_eq!(value, DIGEST);
    assert!(value.is_sensitive());
    assert!(!format!("{:?}", Signature::new(DIGEST)).contains("6629fae4"));
}

#[test]
fn it_is_an_alternative_like_any_other() {
    let server = Server::with(204, "", "");
    block_on(client(Ticket::new("Ticket 7"), &server).read_either().send()).unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Ticket 7"));
    server.respond(204, "", "");
    block_on(client(Token::new("abc"), &server).read_either().send()).unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer abc"));
    server.respond(204, "", "");
    block_on(client(TicketVault::new("Ticket 7", "key"), &server).read_both().send()).unwrap();
    assert_eq!(server.header("authorization").as_deref(), Some("Ticket 7"));
    assert_eq!(server.header("x-vault").as_deref(), Some("key"));
}

#[test]
fn a_value_that_is_no_header_is_rejected() {
    for value in ["", "Digest\nx", "Digest ü"] {
        let server = Server::new();
        let sent = client(Signature::new(value), &server).read_signed().send();
        let error = block_on(sent).unwrap_err();
        assert!(error.is_invalid_argument(), "{value}");
        assert_eq!(server.count(), 0);
    }
}

#[test]
fn it_can_only_be_set_by_the_client() {
    let request = client(Signature::new(DIGEST), &Server::new()).read_signed();
    let error = block_on(request.with_header("authorization", "x").send()).unwrap_err();
    assert!(error.is_invalid_argument());
}
