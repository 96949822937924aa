//! Operations whose success is a stream of events or of JSON.

use crate::support::{Broken, Script, Step, client, response, response_with};
use blank_sdk::runtime::client::Client;
use blank_sdk::runtime::credentials::NoCredentials;
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::event_stream::{Event, EventStream};
use blank_sdk::runtime::json_stream::JsonStream;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::{Body, TransportError};
use blank_sdk::runtime::unread::Delivery;
use bytes::Bytes;
use futures_core::Stream;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

struct Counts;

impl Operation for Counts {
    type Output = EventStream<i64>;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/counts";
    const ACCEPT: &'static str = "text/event-stream";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<EventStream<i64>, Error> {
        match response.status() {
            200 if response.is_one_of(&["application/json"]) => Err(response.in_another_format()),
            200 => response.json_events(Some("[DONE]")),
            _ => Err(response.unexpected()),
        }
    }
}

struct Lines;

impl Operation for Lines {
    type Output = JsonStream<Vec<i64>>;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/lines";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<JsonStream<Vec<i64>>, Error> {
        match response.status() {
            200 => response.json_lines(),
            _ => Err(response.unexpected()),
        }
    }
}

/// One status has a stream, another one text, and a third one nothing.
struct Mixed;

enum MixedOutput {
    Stream(EventStream<String>),
    Text(String),
    Bytes(Bytes),
}

impl Operation for Mixed {
    type Output = MixedOutput;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/mixed";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<MixedOutput, Error> {
        match response.status() {
            200 => response.text_events(None).map(MixedOutput::Stream),
            201 => response.text().map(MixedOutput::Text),
            202 => response.bytes().map(MixedOutput::Bytes),
            _ => Err(response.unexpected()),
        }
    }
}

/// A body of these pieces, which ends with an error, or hangs.
fn pieces(
    pieces: impl IntoIterator<Item = &'static str>,
    end: Option<TransportError>,
) -> Arc<Script> {
    let chunks = pieces.into_iter().collect();
    let body = Body::from_stream(Broken { chunks, end }, None);
    Script::new([response_with(200, &[], body)])
}

async fn open(script: &Arc<Script>) -> EventStream<i64> {
    Request::<Counts>::new(&client(script)).await.unwrap()
}

#[tokio::test]
async fn items_are_there_as_soon_as_they_are_received() {
    let script = pieces(["data: 1\n\ndata", ": 2\n\n"], None);
    let mut stream = open(&script).await;
    assert_eq!(script.request().headers()["accept"], "text/event-stream");
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    assert_eq!(stream.next().await.unwrap().unwrap(), 2);
    // The time limit is that of the next piece.
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.status().unwrap(), 200);
    assert!(stream.next().await.is_none());
    assert_eq!(script.sleeps(), [Duration::from_secs(30)]);
}

#[tokio::test]
async fn a_sentinel_ends_the_stream() {
    let script = pieces(["data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"], None);
    let mut stream = open(&script).await;
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
    // Nothing was waited for.
    assert!(script.sleeps().is_empty());
}

#[tokio::test]
async fn an_item_that_does_not_match_is_one_error() {
    let script = Script::new([response(
        200,
        "data: 1\n\ndata: {\"error\": 5}\n\ndata: 2\n\n",
    )]);
    let mut stream = open(&script).await;
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "{\"error\": 5}");
    assert_eq!(error.attempts(), 1);
    assert_eq!(
        error.to_string(),
        "GET /counts received a response that cannot be decoded: expected an integer of the type i64"
    );
    assert_eq!(stream.next().await.unwrap().unwrap(), 2);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_that_breaks_off_is_incomplete() {
    let reset = TransportError::other("connection reset");
    let script = pieces(["data: 1\n\ndata: 2"], Some(reset));
    let mut stream = open(&script).await;
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_body(), "{error:?}");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn an_item_has_a_size_limit_and_the_stream_has_none() {
    let text = format!("data: 1\n\n: {}\n\n", "x".repeat(80)).repeat(100);
    let text = format!("{text}data: {}\n\ndata: 2\n\n", "1".repeat(100));
    let body = Body::from(text);
    let script = Script::new([response_with(200, &[], body)]);
    let client = Client::builder(NoCredentials)
        .transport(Arc::clone(&script))
        .max_response_bytes(90)
        .build()
        .unwrap();
    let mut stream = Request::<Counts>::new(&client).send().await.unwrap();
    for _ in 0..100 {
        assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    }
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_too_large());
    assert_eq!(stream.next().await.unwrap().unwrap(), 2);
}

#[tokio::test]
async fn whole_events_have_names_and_ids() {
    let text = "event: add\nid: 7\nretry: 10\ndata: 1\n\ndata: 2\n\ndata: x\n\ndata: [DONE]\n\n";
    let mut events = open(&Script::new([response(200, text)])).await.events();
    let first = events.next().await.unwrap().unwrap();
    let Event {
        data,
        event,
        id,
        retry,
        ..
    } = first;
    assert_eq!((data, retry), (1, Some(Duration::from_millis(10))));
    assert_eq!(event.as_deref().zip(id.as_deref()), Some(("add", "7")));
    // As a stream, too.
    let next = poll_fn(|context| Pin::new(&mut events).poll_next(context)).await;
    let next = next.unwrap().unwrap();
    assert_eq!((next.event, next.id.as_deref()), (None, Some("7")));
    assert!(events.next().await.unwrap().unwrap_err().is_decode());
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn other_responses_are_read_and_are_errors() {
    let json: &[_] = &[("content-type", "application/json")];
    let script = Script::new([
        response_with(200, json, Body::from("{\"error\":1}")),
        response(404, "not here"),
        response(503, ""),
        Step::Fail(TransportError::other("reset")),
        response(200, "data: 1\n\n"),
    ]);
    let client = client(&script);
    let call = || Request::<Counts>::new(&client).send_raw();
    let error = call().await.unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "{\"error\":1}");
    let error = call().await.unwrap_err();
    assert!(error.is_status());
    assert_eq!(error.body().unwrap(), "not here");
    // Attempts end when the stream begins.
    let response = call().await.unwrap();
    assert_eq!(response.attempts(), 3);
    let mut stream = response.into_body();
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
}

#[tokio::test]
async fn a_response_by_other_means_is_a_stream_too() {
    let response = http::Response::new(Bytes::from("data: 1\n\n"));
    let response = Request::<Counts>::from_http_response(response).unwrap();
    let mut stream = response.into_body();
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_may_be_empty() {
    let script = Script::new([response(200, "")]);
    let response = Request::<Counts>::new(&client(&script)).send_allowing_empty();
    let mut stream = response.await.unwrap().into_body().unwrap();
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn lines_of_json_are_values() {
    let script = pieces(["[1,2]\n\n[3", "]\nnull\n[4]"], None);
    let mut stream = Request::<Lines>::new(&client(&script)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), [1, 2]);
    assert_eq!(stream.next().await.unwrap().unwrap(), [3]);
    let error = stream.next().await.unwrap().unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.body().unwrap(), "null");
    assert!(stream.next().await.unwrap().unwrap_err().is_timeout());
    assert!(stream.next().await.is_none());
    let script = Script::new([response(200, "[1]\n[4]")]);
    let mut stream = Request::<Lines>::new(&client(&script)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), [1]);
    assert_eq!(stream.next().await.unwrap().unwrap(), [4]);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_success_that_is_no_stream_is_read() {
    let script = Script::new([
        response(201, "text"),
        response(202, "bytes"),
        response(200, "data: event\n\n"),
    ]);
    let client = client(&script);
    let call = || Request::<Mixed>::new(&client).send();
    let MixedOutput::Text(text) = call().await.unwrap() else {
        panic!("no text");
    };
    let MixedOutput::Bytes(bytes) = call().await.unwrap() else {
        panic!("no bytes");
    };
    let MixedOutput::Stream(mut stream) = call().await.unwrap() else {
        panic!("no stream");
    };
    assert_eq!((text.as_str(), &*bytes), ("text", &b"bytes"[..]));
    assert_eq!(stream.next().await.unwrap().unwrap(), "event");
}
