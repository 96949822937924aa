use std::collections::BTreeMap;
use std::sync::Arc;

use sdk::bytes::Bytes;
use sdk::models::{Book, PrintBody, Shelf, ShelfOwner, State};
use sdk::operations::{GetCatalogue, GetCatalogueError};
use sdk::{Client, FilePart, NoCredentials, Nullable};
use serde_json::json;

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<NoCredentials> {
    Client::builder(NoCredentials).transport(server.clone()).build().unwrap()
}

#[test]
fn each_format_is_asked_for_and_read() {
    let server = Server::with(200, "application/json", r#"{"title":"Emma"}"#);
    let book = block_on(client(&server).get_catalogue().page(2).send()).unwrap();
    assert_eq!(book.title.as_deref(), Some("Emma"));
    assert_eq!(server.header("accept").unwrap(), "application/json");

    let server = Server::with(200, "text/csv; header=present", "title\nEmma\n");
    let text: String = block_on(client(&server).get_catalogue_as_csv().page(2).send()).unwrap();
    assert_eq!(text, "title\nEmma\n");
    assert_eq!(server.header("accept").unwrap(), "text/csv");
    assert!(server.url().ends_with("/catalogue?page=2"));

    let server = Server::with(200, "", &b"%PDF\xff"[..]);
    let bytes: Bytes = block_on(client(&server).get_catalogue_as_pdf().send()).unwrap();
    assert_eq!(bytes, &b"%PDF\xff"[..]);
}

#[test]
fn another_format_than_the_one_asked_for_is_not_read_as_it() {
    let server = Server::with(200, "application/json", r#"{"title":"Emma"}"#);
    let error = block_on(client(&server).get_catalogue_as_csv().send()).unwrap_err();
    assert!(error.is_decode());
    assert!(error.to_string().contains("its media type is `application/json`"), "{error}");
    assert_eq!(error.body().unwrap(), r#"{"title":"Emma"}"#);

    // What is not documented is what was asked for.
    let server = Server::with(200, "application/octet-stream", "title\n");
    assert_eq!(block_on(client(&server).get_catalogue_as_csv().send()).unwrap(), "title\n");
}

#[test]
fn failures_are_read_in_all_their_formats() {
    for (media_type, body, expected) in [
        ("application/json", "{}", GetCatalogueError::NotFound(Box::new(Book::default()))),
        ("text/plain", "gone", GetCatalogueError::NotFoundPlain("gone".to_owned())),
    ] {
        let server = Server::with(404, media_type, body);
        let error = block_on(client(&server).get_catalogue_as_csv().send()).unwrap_err();
        assert_eq!(error.api_error::<GetCatalogue>(), Some(expected));
    }
}

#[test]
fn parameters_distinguish_media_types() {
    let server = Server::with(200, "application/JSON; Charset=utf-8; Revision=2", r#"["Emma"]"#);
    let titles = block_on(client(&server).get_revision_as_json_revision_2().send()).unwrap();
    assert_eq!(titles, ["Emma"]);
    assert_eq!(server.header("accept").unwrap(), "application/json;revision=2");

    let server = Server::with(200, "application/json; revision=\"2\"", "{}");
    assert!(block_on(client(&server).get_revision().send()).unwrap_err().is_decode());

    let server = Server::with(204, "", "");
    let titles = vec!["Emma".to_owned()];
    block_on(client(&server).set_revision_as_json_revision_2(titles).send()).unwrap();
    assert_eq!(server.header("content-type").unwrap(), "application/json;revision=2");
}

#[test]
fn any_media_type_is_read_as_what_is_stated() {
    for (media_type, body, expected) in [
        ("text/plain", "\"to be\" ", "\"to be\" "),
        ("application/json", "\"to be\"", "to be"),
        ("application/vnd.motto+json", "\"to be\"", "to be"),
        ("", "to be", "to be"),
    ] {
        let server = Server::with(200, media_type, body);
        assert_eq!(block_on(client(&server).get_motto().send()).unwrap(), expected);
    }
}

#[test]
fn a_charset_is_decoded_or_reported() {
    let latin = &b"\xfcber"[..];
    for media_type in ["text/plain; charset=ISO-8859-1", "text/plain", "text/plain;charset=\"latin1\""] {
        let server = Server::with(200, media_type, latin);
        assert_eq!(block_on(client(&server).put_motto("é").send()).unwrap(), "über");
        assert_eq!(server.request().body(), &b"\xe9"[..]);
    }
    let server = Server::with(200, "text/plain; charset=shift_jis", latin);
    let error = block_on(client(&server).put_motto("").send()).unwrap_err();
    assert!(error.to_string().contains("the charset `shift_jis` is not supported"), "{error}");
    assert_eq!(error.body().unwrap(), latin);

    let server = Server::with(200, "text/plain", latin);
    assert!(block_on(client(&server).get_motto().send()).unwrap_err().is_decode());

    let server = Server::new();
    let error = block_on(client(&server).put_motto("€").send()).unwrap_err();
    assert!(error.is_invalid_argument());
}

#[test]
fn scalars_are_parsed_and_written_as_text() {
    let server = Server::with(200, "text/plain", "42\n");
    assert_eq!(block_on(client(&server).get_count().send()).unwrap(), 42);
    for body in ["many", "3000000000"] {
        let server = Server::with(200, "text/plain", body);
        assert!(block_on(client(&server).get_count().send()).unwrap_err().is_decode());
    }
    let server = Server::with(204, "", "");
    block_on(client(&server).put_count(7).send()).unwrap();
    assert_eq!(server.body(), "7");
    assert_eq!(server.header("content-type").unwrap(), "text/plain");

    let server = Server::with(200, "text/plain", "open\n");
    assert_eq!(block_on(client(&server).get_state().send()).unwrap(), State::Open);
}

#[test]
fn bytes_are_left_as_they_are() {
    let server = Server::with(200, "application/json", &b"\xff\x00"[..]);
    assert_eq!(block_on(client(&server).get_scan().send()).unwrap(), &b"\xff\x00"[..]);
    let server = Server::with(204, "", "");
    block_on(client(&server).put_scan(Bytes::from_static(b"\xff\x00")).send()).unwrap();
    assert_eq!(server.request().body(), &b"\xff\x00"[..]);
    assert_eq!(server.header("content-type").unwrap(), "application/json");

    let server = Server::with(200, "image/jpeg", "x");
    block_on(client(&server).get_cover().send()).unwrap();
    assert_eq!(server.header("accept").unwrap(), "image/png, image/jpeg");
    server.respond(200, "image/jpeg", "x");
    block_on(client(&server).get_cover().with_header("accept", "image/jpeg").send()).unwrap();
    assert_eq!(server.header("accept").unwrap(), "image/jpeg");
}

#[test]
fn a_merge_patch_removes_at_every_level() {
    let server = Server::with(204, "", "");
    let sizes = BTreeMap::from([("small".to_owned(), None), ("large".to_owned(), Some(3))]);
    let owner = ShelfOwner::new().name("Ann").phone(Nullable::Null);
    let shelf = Shelf::new().label(Nullable::Null).sizes(sizes).owner(owner);
    block_on(client(&server).patch_shelf(shelf).send()).unwrap();
    assert_eq!(
        server.json(),
        json!({"label": null, "sizes": {"small": null, "large": 3}, "owner": {"name": "Ann", "phone": null}})
    );
}

#[test]
fn a_part_is_a_file_or_a_text() {
    let server = Server::with(204, "", "");
    server.respond(204, "", "");
    let text = FilePart::text("https://example.com/page");
    block_on(client(&server).print(PrintBody::new(text)).send()).unwrap();
    assert!(server.body().contains("name=\"page\"\r\n\r\nhttps://example.com/page\r\n"));
    block_on(client(&server).print(PrintBody::new("%PDF")).send()).unwrap();
    assert!(server.body().contains("name=\"page\"; filename=\"blob\"\r\n"));
}
