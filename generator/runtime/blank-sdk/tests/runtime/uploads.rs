//! Bodies of requests that are streams and files, against a server.

use crate::server::{Connection, client};
use crate::support::{Post, Put};
use blank_sdk::runtime::body::Body;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::file_part::FilePart;
use blank_sdk::runtime::request::{Operation, Request};
use bytes::Bytes;
use futures_core::Stream;
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

const LONG: Duration = Duration::from_secs(30);

/// A stream of these pieces.
struct Pieces(VecDeque<Result<&'static str, std::io::Error>>);

impl Stream for Pieces {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(|piece| piece.map(Bytes::from)))
    }
}

fn stream(pieces: &[&'static str]) -> Pieces {
    Pieces(pieces.iter().copied().map(Ok).collect())
}

type Requests = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A server that records requests, and answers the first ones with these statuses and later ones with 200.
fn recording(statuses: &'static [u16]) -> (Requests, impl Fn(usize, Connection) + Clone) {
    let requests = Requests::default();
    let record = Arc::clone(&requests);
    let serve = move |_, mut connection: Connection| {
        loop {
            let request = connection.request();
            if request.0.is_empty() {
                return;
            }
            let status = {
                let mut record = record.lock().unwrap();
                record.push(request);
                statuses.get(record.len() - 1).copied().unwrap_or(200)
            };
            connection.respond(status, "retry-after: 0\r\n", "1");
        }
    };
    (requests, serve)
}

/// What a server receives of a body, and the outcome.
async fn sent<O: Operation>(
    statuses: &'static [u16],
    body: Body,
) -> (Vec<(String, Vec<u8>)>, Result<O::Output, Error>) {
    let (requests, serve) = recording(statuses);
    let mut request = Request::<O>::new(&client(serve, LONG));
    request.parts.plain("application/octet-stream", body);
    let outcome = request.send().await;
    let requests = requests.lock().unwrap().clone();
    (requests, outcome)
}

#[tokio::test]
async fn a_stream_with_a_length() {
    let body = Body::from_stream(stream(&["ab", "", "cde"]), 5);
    assert_eq!(body.length(), Some(5));
    let (requests, outcome) = sent::<Post>(&[], body).await;
    assert_eq!(outcome.unwrap(), 1);
    let (head, body) = &requests[0];
    assert!(head.contains("content-length: 5\n"), "{head}");
    assert_eq!(body, b"abcde");
}

#[tokio::test]
async fn a_stream_without_a_length() {
    let body = Body::from_stream(stream(&["ab", "cde"]), None);
    let (requests, outcome) = sent::<Post>(&[], body).await;
    assert_eq!(outcome.unwrap(), 1);
    let (head, body) = &requests[0];
    assert!(head.contains("transfer-encoding: chunked\n"), "{head}");
    assert_eq!(body, b"abcde");
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let body = Body::from_stream(stream(&["ab"]), 2);
    let (requests, outcome) = sent::<Put>(&[503], body).await;
    let error = outcome.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), error.attempts()),
        (503, 1)
    );
    assert_eq!(requests.len(), 1);
}

#[tokio::test]
async fn what_can_be_opened_again_is_retried() {
    let body = Body::repeatable(|| stream(&["ab", "c"]), 3);
    let (requests, outcome) = sent::<Put>(&[503, 500], body).await;
    assert_eq!(outcome.unwrap(), 1);
    let bodies: Vec<_> = requests.into_iter().map(|(_, body)| body).collect();
    assert_eq!(bodies, [b"abc", b"abc", b"abc"]);
}

#[tokio::test]
async fn a_file() {
    let path = std::env::temp_dir().join(format!("upload-{}", std::process::id()));
    let content: Vec<u8> = (0..300_000_u32)
        .map(|number| number.to_le_bytes()[0])
        .collect();
    std::fs::write(&path, &content).unwrap();
    let (requests, outcome) = sent::<Put>(&[503], Body::from_file(&path).unwrap()).await;
    assert_eq!(outcome.unwrap(), 1);
    for (head, body) in &requests {
        assert!(head.contains("content-length: 300000\n"), "{head}");
        assert_eq!(*body, content);
    }
    assert_eq!(requests.len(), 2);
    // It is gone when it is sent.
    let body = Body::from_file(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(sent::<Post>(&[], body).await.1.is_err());
    assert!(Body::from_file(&path).is_err());
    assert!(Body::from_file(std::env::temp_dir()).is_err());
}

#[tokio::test]
async fn a_length_that_is_not_kept_is_an_error() {
    for (pieces, problem) in [
        (["ab", "c"], "the body is shorter than its stated length"),
        (["abc", "de"], "the body is longer than its stated length"),
    ] {
        let mut body = Body::from_stream(stream(&pieces), 4);
        let error = loop {
            match body.chunk().await {
                Ok(Some(_)) => {}
                Ok(None) => panic!("no error"),
                Err(error) => break error,
            }
        };
        let source = std::error::Error::source(&error).unwrap();
        assert_eq!(source.to_string(), problem);
        let call = sent_to_the_end(Body::from_stream(stream(&pieces), 4)).await;
        assert!(call.unwrap_err().status().is_none());
    }
}

/// The outcome of a call whose server reads the whole body first, however short.
async fn sent_to_the_end(body: Body) -> Result<serde_json::Value, Error> {
    let serve = |_, mut connection: Connection| {
        connection.head();
        let mut rest = Vec::new();
        connection.read_to_end(&mut rest);
    };
    let mut request = Request::<Post>::new(&client(serve, LONG));
    request.parts.plain("text/plain", body);
    request.send().await
}

#[tokio::test]
async fn the_error_of_a_stream_is_the_source() {
    let broken = VecDeque::from([Ok("ab"), Err(std::io::Error::other("disk on fire"))]);
    let error = sent_to_the_end(Body::from_stream(Pieces(broken), None)).await;
    let texts = crate::support::texts(&error.unwrap_err());
    assert!(texts.contains("disk on fire"), "{texts}");
}

#[tokio::test]
async fn parts_that_are_streams() {
    let (requests, serve) = recording(&[503]);
    let client = client(serve, LONG);
    let film = FilePart::from(Body::repeatable(|| stream(&["ab", "cd"]), 4)).file_name("film");
    let parts = |film: &FilePart| {
        let parts = [("film", film.clone()), ("title", FilePart::text("x"))];
        Vec::from(parts.map(|(name, part)| (name.to_owned(), part)))
    };
    let mut request = Request::<Put>::new(&client);
    request.parts.multipart("multipart/form-data", parts(&film));
    assert_eq!(request.send().await.unwrap(), 1);
    let requests = requests.lock().unwrap().clone();
    assert_eq!(requests.len(), 2);
    for (head, body) in requests {
        let length = format!("content-length: {}\n", body.len());
        assert!(head.contains(&length), "{head}");
        let (_, boundary) = head.split_once("boundary=").unwrap();
        let boundary = boundary.lines().next().unwrap();
        let mut form = multer::Multipart::with_reader(&body[..], boundary);
        let first = form.next_field().await.unwrap().unwrap();
        assert_eq!(first.file_name(), Some("film"));
        assert_eq!(first.bytes().await.unwrap(), "abcd");
        let second = form.next_field().await.unwrap().unwrap();
        assert_eq!(second.text().await.unwrap(), "x");
        assert!(form.next_field().await.unwrap().is_none());
    }
    // A stream that can be read once is in one request, and its clones are the same stream.
    let once = FilePart::from(Body::from_stream(stream(&["ab"]), None));
    assert!(once == once.clone() && once != FilePart::from("ab"));
    let mut request = Request::<Post>::new(&client);
    request.parts.multipart("multipart/form-data", parts(&once));
    assert_eq!(request.send().await.unwrap(), 1);
    let mut request = Request::<Post>::new(&client);
    request.parts.multipart("multipart/form-data", parts(&once));
    let error = request.send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "POST /things was not sent: the part `film` is a stream that has been sent already"
    );
}
