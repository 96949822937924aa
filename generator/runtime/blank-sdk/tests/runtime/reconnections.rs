//! Streams of events that go on after an error of the connection.

use crate::support::{Broken, Script, Step, client, response, response_with};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::event_stream::EventStream;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use blank_sdk::runtime::transport::{Body, TransportError};
use blank_sdk::runtime::unread::Delivery;
use std::sync::Arc;
use std::time::Duration;

struct Watch;

impl Operation for Watch {
    type Output = EventStream<String>;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/watch";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<EventStream<String>, Error> {
        match response.status() {
            200 => response.text_events(Some("over")),
            _ => Err(response.unexpected()),
        }
    }
}

struct Ask;

impl Operation for Ask {
    type Output = EventStream<String>;
    const METHOD: &'static str = "POST";
    const PATH: &'static str = "/ask";
    const DELIVERY: Delivery = Delivery::Streamed;

    fn decode(response: &RawResponse) -> Result<EventStream<String>, Error> {
        response.text_events(None)
    }
}

/// A response whose body breaks off after these pieces.
fn breaking(pieces: &[&'static str]) -> Step {
    let end = Some(TransportError::other("reset"));
    let chunks = pieces.iter().copied().collect();
    response_with(200, &[], Body::from_stream(Broken { chunks, end }, None))
}

/// The IDs that the requests state.
fn ids(script: &Script) -> Vec<Option<String>> {
    let requests = script.requests();
    let ids = requests
        .iter()
        .map(|request| request.headers().get("last-event-id"));
    ids.map(|id| id.map(|id| id.to_str().unwrap().to_owned()))
        .collect()
}

async fn watch(script: &Arc<Script>) -> EventStream<String> {
    let stream = Request::<Watch>::new(&client(script)).await.unwrap();
    stream.reconnecting()
}

async fn next(stream: &mut EventStream<String>) -> String {
    stream.next().await.unwrap().unwrap()
}

#[tokio::test]
async fn a_stream_goes_on_after_its_last_event() {
    let script = Script::new([
        breaking(&["retry: 70\nid: 1\ndata: a\n\ndata: cut off"]),
        breaking(&["\u{feff}data: b\n\nid: 3\n\n"]),
        response(200, "data: c\n\ndata: over\n\ndata: d\n\n"),
    ]);
    let mut stream = watch(&script).await;
    for expected in ["a", "b", "c"] {
        assert_eq!(next(&mut stream).await, expected);
    }
    assert!(stream.next().await.is_none());
    let expected = [None, Some("1".to_owned()), Some("3".to_owned())];
    assert_eq!(ids(&script), expected);
    assert_eq!(script.sleeps(), [Duration::from_millis(70); 2]);
}

#[tokio::test]
async fn an_event_that_was_cut_off_is_not_the_last_one() {
    let script = Script::new([
        breaking(&["id: 1\ndata: a\n\nid: 2\ndata: b\n"]),
        breaking(&["data: b\n\nid: 3\nda"]),
        response(200, "data: c\n\n"),
    ]);
    let mut stream = watch(&script).await;
    for expected in ["a", "b", "c"] {
        assert_eq!(next(&mut stream).await, expected);
    }
    let one = || Some("1".to_owned());
    assert_eq!(ids(&script), [None, one(), one()]);
}

#[tokio::test]
async fn a_server_may_ask_for_a_wait_before_the_first_event() {
    let script = Script::new([
        breaking(&["retry: 70\n\n"]),
        breaking(&["retry: 40\n"]),
        response(200, "data: a\n\n"),
    ]);
    let mut stream = watch(&script).await;
    assert_eq!(next(&mut stream).await, "a");
    assert_eq!(script.sleeps(), [70, 40].map(Duration::from_millis));
}

#[tokio::test]
async fn a_pause_is_an_error_of_the_connection() {
    let hanging = Broken {
        chunks: ["data: a\n\n"].into(),
        end: None,
    };
    let hanging = response_with(200, &[], Body::from_stream(hanging, None));
    let script = Script::new([hanging, response(200, "data: b\n\n")]);
    let mut stream = watch(&script).await;
    assert_eq!(next(&mut stream).await, "a");
    assert_eq!(next(&mut stream).await, "b");
    // A stream that the server ends is not begun again.
    assert!(stream.next().await.is_none());
    assert_eq!(script.sent(), 2);
}

#[tokio::test]
async fn attempts_without_an_event_are_limited() {
    let script = Script::new([
        breaking(&["data: a\n\n"]),
        breaking(&[]),
        breaking(&["data: b\n\n"]),
        breaking(&[]),
        breaking(&[": nothing\n"]),
    ]);
    let mut stream = watch(&script).await;
    assert_eq!(next(&mut stream).await, "a");
    assert_eq!(next(&mut stream).await, "b");
    assert!(stream.next().await.unwrap().unwrap_err().is_body());
    assert!(stream.next().await.is_none());
    assert_eq!(script.sent(), 5);
}

#[tokio::test]
async fn another_status_ends_the_stream() {
    let script = Script::new([breaking(&["data: a\n\n"]), response(204, "")]);
    let mut stream = watch(&script).await;
    assert_eq!(next(&mut stream).await, "a");
    assert!(stream.next().await.is_none());
    let script = Script::new([breaking(&["data: a\n\n"]), response(404, "gone")]);
    let mut events = watch(&script).await.events();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a");
    let error = events.next().await.unwrap().unwrap_err();
    assert!(error.is_status());
    assert_eq!(error.body().unwrap(), "gone");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn only_a_safe_request_is_sent_again() {
    let script = Script::new([breaking(&["data: a\n\n"])]);
    let request = Request::<Ask>::new(&client(&script));
    let mut stream = request.await.unwrap().reconnecting();
    assert_eq!(next(&mut stream).await, "a");
    assert!(stream.next().await.unwrap().unwrap_err().is_body());
    assert!(stream.next().await.is_none());
    // Nor is any request without being asked for it.
    let script = Script::new([breaking(&["data: a\n\n"])]);
    let mut stream = Request::<Watch>::new(&client(&script)).await.unwrap();
    assert_eq!(next(&mut stream).await, "a");
    assert!(stream.next().await.unwrap().unwrap_err().is_body());
}
