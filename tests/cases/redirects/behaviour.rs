use std::sync::Arc;

use sdk::operations::MakeReportOutput;
use sdk::{Client, NoCredentials, headers};

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<NoCredentials> {
    let builder = Client::builder(NoCredentials).transport(server.clone());
    builder.build().unwrap()
}

#[test]
fn a_documented_redirect_is_a_success_with_typed_headers() {
    let server = Server::new();
    // Not even to the same origin.
    server.respond_with(302, &[("location", "/elsewhere"), ("x-uses", "7")], "");
    let response = block_on(client(&server).open_link("a").send_raw()).unwrap();
    assert_eq!(response.status(), 302);
    assert_eq!(response.header(headers::LOCATION).as_deref(), Some("/elsewhere"));
    assert_eq!(response.header(headers::X_USES), Some(7));
    assert_eq!(server.count(), 1);

    server.respond_with(303, &[("location", "/links/1")], "");
    let response = block_on(client(&server).add_link().send_raw()).unwrap();
    assert_eq!(response.header(headers::LOCATION).as_deref(), Some("/links/1"));
}

#[test]
fn what_is_not_documented_as_a_success_is_none() {
    let server = Server::new();
    server.respond(200, "application/json", "{}");
    let error = block_on(client(&server).open_link("a").send()).unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    server.respond(500, "application/json", r#"{"code":"full"}"#);
    let error = block_on(client(&server).add_link().send()).unwrap_err();
    assert_eq!(error.api_error().unwrap().code, "full");
}

#[test]
fn beside_a_success_redirects_are_followed() {
    let server = Server::new();
    server.respond_with(307, &[("location", "/moved/page")], "");
    server.respond(200, "application/json", r#""text""#);
    assert_eq!(block_on(client(&server).read_page().send()).unwrap(), "text");
    assert_eq!(server.url(), "https://links.example.com/moved/page");
    assert_eq!(server.count(), 2);

    server.respond_with(304, &[("etag", "x")], "");
    let error = block_on(client(&server).read_page().send()).unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(304));
    assert_eq!(error.header(headers::ETAG).as_deref(), Some("x"));

    server.respond_with(307, &[("location", "https://other.example.com/page")], "");
    let error = block_on(client(&server).read_page().send()).unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(307));
    assert_eq!(server.count(), 4);
}

#[test]
fn an_empty_success_can_be_allowed() {
    let server = Server::new();
    server.respond_with(202, &[("retry-after", "5")], "");
    let response = block_on(client(&server).make_report().send_allowing_empty()).unwrap();
    assert_eq!(response.status(), 202);
    assert_eq!(response.headers()["retry-after"], "5");
    assert_eq!(*response.body(), None);

    server.respond(202, "application/json", r#"{"queue":3}"#);
    let response = block_on(client(&server).make_report().send_allowing_empty()).unwrap();
    assert!(matches!(response.body(), Some(MakeReportOutput::Accepted(body)) if body.queue == 3));

    server.respond(202, "application/json", "");
    let error = block_on(client(&server).make_report().send()).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.status().map(|status| status.as_u16()), Some(202));
}
