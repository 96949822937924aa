//! Bodies of successes that are read piece by piece, from a server.

use crate::server::{Connection, client};
use blank_sdk::runtime::byte_stream::ByteStream;
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::response::Response;
use bytes::Bytes;
use futures_core::Stream;
use std::future::poll_fn;
use std::pin::Pin;
use std::thread;
use std::time::Duration;

struct Download;

impl Operation for Download {
    type Output = Bytes;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/file";

    fn decode(response: &RawResponse) -> Result<Bytes, Error> {
        match response.status() {
            200 if response.is_one_of(&["application/json"]) => Err(response.in_another_format()),
            200 => response.bytes(),
            _ => Err(response.unexpected()),
        }
    }
}

const LONG: Duration = Duration::from_secs(30);

/// Longer than a pause of the server, shorter than several.
const SHORT: Duration = Duration::from_millis(400);

const PAUSE: Duration = Duration::from_millis(250);

fn pausing(_: usize, mut connection: Connection) {
    connection.head();
    connection.write("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n");
    for piece in ["ab", "cd", "ef"] {
        thread::sleep(PAUSE);
        connection.write(piece);
    }
}

fn stalling(_: usize, mut connection: Connection) {
    connection.head();
    connection.write("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nab");
    thread::sleep(LONG);
}

async fn open(client: &Client<NoCredentials>) -> Result<Response<ByteStream>, Error> {
    Request::<Download>::new(client).send_streaming().await
}

/// All pieces, or the error that ends them.
async fn read(stream: &mut ByteStream) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    while let Some(piece) = stream.next().await {
        all.extend(piece?);
    }
    Ok(all)
}

#[tokio::test]
async fn the_time_limit_counts_between_the_pieces() {
    let client = client(pausing, SHORT);
    // In a task of its own, which may move between threads.
    let task = tokio::spawn(async move {
        let response = open(&client).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-length"], "6");
        let mut stream = response.into_body();
        assert_eq!(stream.length(), Some(6));
        let all = read(&mut stream).await.unwrap();
        (all, stream.length())
    });
    assert_eq!(task.await.unwrap(), (b"abcdef".to_vec(), Some(0)));
}

#[tokio::test]
async fn a_piece_that_does_not_come_is_a_timeout() {
    let response = open(&client(stalling, SHORT)).await.unwrap();
    let mut stream = response.into_body();
    assert_eq!(stream.next().await.unwrap().unwrap(), "ab");
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(
        error.to_string(),
        "GET /file timed out while reading the response"
    );
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_head_that_does_not_come_is_a_timeout() {
    let silent = |_, mut connection: Connection| {
        connection.head();
        thread::sleep(LONG);
    };
    let error = open(&client(silent, SHORT)).await.unwrap_err();
    assert!(error.is_timeout() && error.status().is_none());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_incomplete() {
    let breaking = |_, mut connection: Connection| {
        connection.head();
        connection.write("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nab");
    };
    let mut stream = open(&client(breaking, LONG)).await.unwrap().into_body();
    let error = read(&mut stream).await.unwrap_err();
    assert!(error.is_body(), "{error:?}");
    assert_eq!(error.status().unwrap(), 200);
    let next = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await;
    assert!(next.is_none());
}

#[tokio::test]
async fn attempts_end_when_the_body_begins() {
    let serve = |number, mut connection: Connection| {
        connection.head();
        match number {
            0 => {}
            1 => connection.respond(503, "connection: close\r\n", ""),
            _ => connection.respond(200, "", "abc"),
        }
    };
    let response = open(&client(serve, LONG)).await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(read(&mut response.into_body()).await.unwrap(), b"abc");
}

#[tokio::test]
async fn other_responses_are_the_errors_that_they_would_be_otherwise() {
    let missing = |_, mut connection: Connection| {
        connection.head();
        connection.respond(404, "", "no such file");
    };
    let error = open(&client(missing, LONG)).await.unwrap_err();
    assert!(error.is_status());
    assert_eq!(error.body().unwrap(), "no such file");
    let json = |_, mut connection: Connection| {
        connection.head();
        connection.respond(200, "content-type: application/json\r\n", "{}");
    };
    let error = open(&client(json, LONG)).await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "{}");
}

#[tokio::test]
async fn the_size_limit_is_that_of_errors_alone() {
    let serve = |number, mut connection: Connection| {
        connection.head();
        let status = if number == 0 { 200 } else { 404 };
        let headers = "connection: close\r\n";
        connection.respond(status, headers, &"x".repeat(20 * 1024 * 1024));
    };
    let client = client(serve, LONG);
    let mut stream = open(&client).await.unwrap().into_body();
    assert_eq!(read(&mut stream).await.unwrap().len(), 20 * 1024 * 1024);
    assert!(open(&client).await.unwrap_err().is_too_large());
}
