use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;

use sdk::{BoxFuture, Client, ClientCredentialsFlow, Internal, Oauth, Secret, SessionTenant, TokenSource};

use crate::support::{Server, block_on};

const NOTES: &str = r#"["milk"]"#;

fn client<C>(server: &Arc<Server>, credentials: C) -> Client<C> {
    let builder = Client::builder(credentials).transport(server.clone());
    builder.build().unwrap()
}

fn fetched(server: &Server, token: &str) {
    let body = format!("{{\"access_token\":\"{token}\",\"expires_in\":3600}}");
    server.respond(200, "application/json", body);
}

#[test]
fn a_token_is_fetched_and_kept() {
    let server = Server::new();
    fetched(&server, "t1");
    server.respond(200, "application/json", NOTES);
    let client = client(&server, Oauth::client_credentials("id", "secret"));
    assert_eq!(block_on(client.list_notes().into_future()).unwrap(), ["milk"]);
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer t1"));

    // A 401 has it fetched again.
    server.respond(401, "", "");
    fetched(&server, "t2");
    server.respond(200, "application/json", NOTES);
    let response = block_on(client.list_notes().send_raw()).unwrap();
    assert_eq!(response.attempts(), 2);
    assert_eq!(server.header("authorization").as_deref(), Some("Bearer t2"));
    assert_eq!(server.count(), 5);
}

#[test]
fn the_flow_may_have_scopes() {
    let server = Server::new();
    server.respond(400, "application/json", r#"{"error":"invalid_scope"}"#);
    let flow = ClientCredentialsFlow::new(Oauth::TOKEN_URL, "id", "secret").scopes(["read"]);
    let client = client(&server, Oauth::from_client_credentials(flow));
    let error = block_on(client.list_notes().send()).unwrap_err();
    assert!(error.is_token());
    assert_eq!(server.url(), "https://id.example.com/token");
    assert_eq!(server.body(), "grant_type=client_credentials&scope=read");
}

#[test]
fn a_relative_token_url_is_of_the_base_url() {
    let server = Server::new();
    server.respond(400, "application/json", r#"{"error":"invalid_client"}"#);
    let client = client(&server, Internal::client_credentials("id", "secret"));
    let error = block_on(client.list_drafts().send()).unwrap_err();
    assert!(error.is_token());
    assert_eq!(server.url(), "https://notes.example.com/oauth/token");
}

/// Tokens that count.
struct Counting(AtomicU32);

impl TokenSource for Counting {
    fn token(&self) -> BoxFuture<'_, Result<Secret, Box<dyn std::error::Error + Send + Sync>>> {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move { Ok(Secret::new(format!("t{number}"))) })
    }

    fn rejected(&self, _: &Secret) {}
}

#[test]
fn a_source_may_be_one_of_several_secrets() {
    let server = Server::new();
    let source = Counting(AtomicU32::new(1));
    let client = client(&server, SessionTenant::from_source(source, "acme"));
    for token in ["Bearer t1", "Bearer t2"] {
        server.respond(200, "application/json", NOTES);
        block_on(client.list_shared().send()).unwrap();
        assert_eq!(server.header("authorization").as_deref(), Some(token));
        assert_eq!(server.header("x-tenant").as_deref(), Some("acme"));
    }
}
