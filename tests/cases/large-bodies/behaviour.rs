use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_core::Stream;
use sdk::bytes::Bytes;
use sdk::operations::ReadArchiveOutput;
use sdk::{Body, ByteStream, Client, FilePart, NoCredentials, Streamable, TransportError, models, operations};

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

#[test]
fn one_of_several_successes_is_read_piece_by_piece() {
    let server = Server::new();
    server.respond_with_body(200, &[("content-type", "application/zip")], stream());
    let response = block_on(client(&server).read_archive().send_streaming()).unwrap();
    assert_eq!(response.status(), 200);
    let ReadArchiveOutput::Ok(mut films) = response.into_body() else {
        panic!("not the archive");
    };
    assert_eq!(films.length(), Some(6));
    assert_eq!(block_on(films.next()).unwrap().unwrap(), "one");
    assert_eq!(block_on(films.next()).unwrap().unwrap(), "two");
    assert!(block_on(films.next()).is_none());
}

/// What `send_streaming` gives for a response.
fn streamed(status: u16, content_type: &'static str, body: &'static str) -> ReadArchiveOutput<ByteStream> {
    let server = Server::with(status, content_type, body);
    let output = block_on(client(&server).read_archive().send_streaming());
    output.unwrap().into_body()
}

#[test]
fn the_other_successes_are_read_at_once() {
    let job = streamed(202, "application/json", r#"{"id":"7"}"#).into_accepted();
    assert_eq!(job.unwrap().id, "7");
    let place = streamed(203, "text/plain", "shelf 7").into_non_authoritative_information();
    assert_eq!(place.unwrap(), "shelf 7");
    assert!(matches!(streamed(204, "", ""), ReadArchiveOutput::NoContent));
    let server = Server::with(202, "application/json", "{}");
    let error = block_on(client(&server).read_archive().send_streaming()).unwrap_err();
    assert!(error.is_decode(), "{error}");
    assert_eq!(error.body().unwrap(), "{}");
    let server = Server::with(404, "application/json", r#"{"code":"lost"}"#);
    let error = block_on(client(&server).read_archive().send_streaming()).unwrap_err();
    assert_eq!(error.api_error().unwrap().code, "lost");
}

#[test]
fn all_successes_may_be_read_at_once() {
    let server = Server::with(200, "application/zip", "onetwo");
    let output: ReadArchiveOutput = block_on(client(&server).read_archive().send()).unwrap();
    assert_eq!(output, ReadArchiveOutput::Ok(Bytes::from("onetwo")));
    assert_eq!(output.clone().into_ok().unwrap(), "onetwo");
    let server = Server::with(204, "", "");
    let output = block_on(client(&server).read_archive().send()).unwrap();
    assert_eq!(output, ReadArchiveOutput::NoContent);
}

#[test]
fn a_download_is_of_one_type_for_generic_code() {
    fn is_send(_: impl Future + Send) {}
    fn download<O: Streamable>(request: sdk::Request<O>) -> impl Future + Send {
        request.send_streaming()
    }
    let server = Server::new();
    is_send(download::<operations::ReadArchive>(client(&server).read_archive()));
    is_send(download::<operations::ReadFilm>(client(&server).read_film("7")));
}
