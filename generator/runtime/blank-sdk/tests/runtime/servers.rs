//! Which server an operation is sent to.

use crate::support::{Get, Script, url};
use blank_sdk::runtime::builder::ClientBuilder;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::server::Server;

macro_rules! operations {
    ($($name:ident $server:literal,)*) => {$(
        #[derive(Debug)]
        struct $name;

        impl Operation for $name {
            type Output = ();
            const METHOD: &'static str = "GET";
            const PATH: &'static str = "/things";
            const SERVER: Option<&'static str> = Some($server);

            fn decode(_: &RawResponse) -> Result<(), Error> {
                Ok(())
            }
        }
    )*};
}

operations! {
    Absolute "https://upload.example.com/u/",
    SameHost "//files.example.com",
    Rooted "/files-api",
    Sibling "v2",
    Above "../x/",
    Same "",
}

/// The servers of an API: one of the root, and one of an operation.
const ROOT: Server = Server::new("https://eu.example.com/v1");
const OWN: Server<Absolute> = Server::new("https://other.example.com");

fn builder() -> ClientBuilder<NoCredentials> {
    Client::builder(NoCredentials).transport(Script::new([]))
}

fn urls(builder: ClientBuilder<NoCredentials>) -> [String; 7] {
    let client = builder.build().unwrap();
    [
        url(Request::<Get>::new(&client)),
        url(Request::<Absolute>::new(&client)),
        url(Request::<SameHost>::new(&client)),
        url(Request::<Rooted>::new(&client)),
        url(Request::<Sibling>::new(&client)),
        url(Request::<Above>::new(&client)),
        url(Request::<Same>::new(&client)),
    ]
}

#[test]
fn the_own_server_of_an_operation_is_seen_from_the_first_server_of_the_api() {
    assert_eq!(
        urls(builder()),
        [
            "https://api.example.com/things",
            "https://upload.example.com/u/things",
            "https://files.example.com/things",
            "https://api.example.com/files-api/things",
            "https://api.example.com/v2/things",
            "https://api.example.com/x/things",
            "https://api.example.com/things",
        ]
    );
}

#[test]
fn a_chosen_server_leaves_the_absolute_ones_of_operations_alone() {
    assert_eq!(
        urls(builder().server(ROOT)),
        [
            "https://eu.example.com/v1/things",
            "https://upload.example.com/u/things",
            "https://files.example.com/things",
            "https://eu.example.com/files-api/things",
            "https://eu.example.com/v2/things",
            "https://eu.example.com/x/things",
            "https://eu.example.com/v1/things",
        ]
    );
}

#[test]
fn a_base_url_moves_every_operation() {
    assert_eq!(
        urls(
            builder()
                .server(ROOT)
                .base_url("http://127.0.0.1:8080/a/b/")
        ),
        [
            "http://127.0.0.1:8080/a/b/things",
            "http://127.0.0.1:8080/a/b/things",
            "http://127.0.0.1:8080/a/b/things",
            "http://127.0.0.1:8080/files-api/things",
            "http://127.0.0.1:8080/a/b/v2/things",
            "http://127.0.0.1:8080/a/x/things",
            "http://127.0.0.1:8080/a/b/things",
        ]
    );
}

/// Even if it is the URL that the document gives.
#[test]
fn a_base_url_that_is_a_server_of_the_api_moves_every_operation_too() {
    let [_, absolute, ..] = urls(builder().base_url("https://api.example.com"));
    assert_eq!(absolute, "https://api.example.com/things");
}

#[test]
fn a_request_can_have_another_server() {
    let sent = |builder: ClientBuilder<NoCredentials>, server| {
        let client = builder.build().unwrap();
        url(Request::<Absolute>::new(&client).with_server(server))
    };
    assert_eq!(sent(builder(), OWN), "https://other.example.com/things");
    let values = Server::with_variables("/eu/u".to_owned());
    assert_eq!(
        sent(builder(), values),
        "https://api.example.com/eu/u/things"
    );
    let moved = builder().base_url("http://127.0.0.1:8080");
    assert_eq!(sent(moved, OWN), "http://127.0.0.1:8080/things");
}

#[test]
fn a_relative_server_of_the_api_is_resolved_against_the_base_url() {
    let relative = || builder().server(Server::new("/v2"));
    assert!(relative().build().unwrap_err().is_invalid_argument());
    let [first, ..] = urls(relative().base_url("https://a.example/v1"));
    assert_eq!(first, "https://a.example/v2/things");
}

#[test]
fn a_server_that_is_not_http_is_rejected() {
    let client = builder().build().unwrap();
    let server = Server::with_variables("wss://a.example".to_owned());
    let request = Request::<Absolute>::new(&client).with_server(server);
    let error = request.into_http_request().unwrap_err();
    assert!(error.is_invalid_argument());
}

#[test]
fn a_server_shows_its_url() {
    assert_eq!(ROOT.as_str(), "https://eu.example.com/v1");
    assert_eq!(ROOT.to_string(), "https://eu.example.com/v1");
    assert_eq!(
        format!("{:?}", ROOT.clone()),
        r#"Server("https://eu.example.com/v1")"#
    );
}
