use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;
use sdk::{Body, Client, FilePart, NoCredentials, TransportError, models};

use crate::support::{Server, block_on};

fn client(server: &Arc<Server>) -> Client<NoCredentials> {
    let builder = Client::builder(NoCredentials).transport(server.clone());
    builder.build().unwrap()
}

/// A stream of these pieces.
struct Pieces(VecDeque<&'static str>);

impl Stream for Pieces {
    type Item = Result<&'static str, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

fn stream() -> Body {
    Body::from_stream(Pieces(VecDeque::from(["one", "two"])), 6)
}

#[test]
fn a_body_is_bytes_or_a_stream() {
    let bodies = [Body::from(b"onetwo".to_vec()), Body::from("onetwo"), stream()];
    for body in bodies {
        let server = Server::with(204, "", "");
        block_on(client(&server).replace_film("7", body).send()).unwrap();
        assert_eq!(server.body(), "onetwo");
        assert_eq!(server.header("content-type").as_deref(), Some("video/mp4"));
    }
    // What converts into a body is given as it is.
    let server = Server::with(204, "", "");
    block_on(client(&server).replace_film("7", "film").send()).unwrap();
    assert_eq!(server.body(), "film");
}

#[test]
fn a_stream_is_sent_once() {
    let server = Server::new();
    server.respond_with(503, &[("retry-after", "0")], "");
    let error = block_on(client(&server).replace_film("7", stream()).send()).unwrap_err();
    assert_eq!((error.attempts(), server.count()), (1, 1));
}

#[test]
fn a_part_is_a_stream() {
    let server = Server::with(201, "", "");
    let film = FilePart::from(stream()).file_name("film.mp4");
    let body = models::AddFilmBody::new(film).title("Two");
    block_on(client(&server).add_film(body).send()).unwrap();
    let sent = server.body();
    assert!(sent.contains("filename=\"film.mp4\"\r\n"), "{sent}");
    assert!(sent.contains("\r\n\r\nonetwo\r\n--"), "{sent}");
}

#[test]
fn a_success_is_read_piece_by_piece() {
    let server = Server::new();
    server.respond_with_body(200, &[("content-type", "video/mp4")], stream());
    let response = block_on(client(&server).read_film("7").send_streaming()).unwrap();
    assert_eq!(response.status(), 200);
    let mut film = response.into_body();
    assert_eq!(film.length(), Some(6));
    assert_eq!(block_on(film.next()).unwrap().unwrap(), "one");
    assert_eq!(block_on(film.next()).unwrap().unwrap(), "two");
    assert!(block_on(film.next()).is_none());
}

#[test]
fn a_failure_is_read_at_once() {
    let server = Server::with(404, "application/json", r#"{"code":"lost"}"#);
    let call = client(&server).read_film("7").send_streaming();
    let error = block_on(call).unwrap_err();
    assert_eq!(error.api_error().unwrap().code, "lost");
}
