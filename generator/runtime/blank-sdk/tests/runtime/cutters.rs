//! How events and texts of JSON are cut out of bytes, however these are split.

use blank_sdk::runtime::event_cutter::{EventCutter, RawEvent};
use blank_sdk::runtime::items::{Cutter, TooLarge};
use blank_sdk::runtime::json_cutter::{JsonCutter, Separator};
use bytes::Bytes;
use std::time::Duration;

/// What is cut out of these pieces.
fn cut<C: Cutter>(mut cutter: C, pieces: &[&[u8]]) -> Vec<Result<C::Item, TooLarge>> {
    let mut items = Vec::new();
    for piece in pieces {
        let mut piece = Bytes::copy_from_slice(piece);
        while let Some(item) = cutter.cut(&mut piece) {
            items.push(item);
        }
        assert!(piece.is_empty());
    }
    items.extend(cutter.last().map(Ok));
    items
}

/// What is cut out of a text, which must be the same wherever it is split.
fn split_anywhere<C: Cutter>(new: impl Fn() -> C, text: &[u8]) -> Vec<Result<C::Item, TooLarge>>
where
    C::Item: PartialEq + std::fmt::Debug,
{
    let whole = cut(new(), &[text]);
    for at in 0..=text.len() {
        let (start, end) = text.split_at(at);
        assert_eq!(cut(new(), &[start, end]), whole, "split at {at}");
        assert_eq!(cut(new(), &[start, b"", end]), whole, "split at {at}");
    }
    let bytes: Vec<&[u8]> = text.chunks(1).collect();
    assert_eq!(cut(new(), &bytes), whole, "byte by byte");
    whole
}

fn events(text: &str) -> Vec<RawEvent> {
    let events = split_anywhere(|| EventCutter::new(usize::MAX), text.as_bytes());
    events.into_iter().map(Result::unwrap).collect()
}

/// The data of the events.
fn data(text: &str) -> Vec<String> {
    events(text).into_iter().map(|event| event.data).collect()
}

fn event(data: &str) -> RawEvent {
    RawEvent {
        data: data.to_owned(),
        event: String::new(),
        id: String::new(),
        retry: None,
    }
}

#[test]
fn lines_end_in_three_ways() {
    let expected = ["one\ntwo", "three"];
    for end in ["\n", "\r", "\r\n"] {
        let lines = ["data: one", "data: two", "", "data: three", "", ""];
        assert_eq!(data(&lines.join(end)), expected, "{end:?}");
    }
    assert_eq!(data("data: one\rdata: two\n\r\ndata: three\n\r"), expected);
}

#[test]
fn a_byte_order_mark_is_removed_once() {
    assert_eq!(data("\u{feff}data: a\n\n"), ["a"]);
    assert_eq!(data("\u{feff}\u{feff}data: a\n\ndata: b\n\n"), ["b"]);
    assert_eq!(data("\n\u{feff}data: a\n\n"), [""; 0]);
    assert_eq!(data("\u{feff}\n\ndata: \u{feff}a\n\n"), ["\u{feff}a"]);
}

#[test]
fn a_character_may_be_split() {
    assert_eq!(data("data: zażółć 🦀\n\n"), ["zażółć 🦀"]);
}

#[test]
fn text_that_is_not_valid_is_replaced() {
    let text = b"data: a\xFFb\xE2\x82\n\n";
    let events = split_anywhere(|| EventCutter::new(usize::MAX), text);
    assert_eq!(events, [Ok(event("a\u{fffd}b\u{fffd}"))]);
}

#[test]
fn one_space_after_the_colon_is_removed() {
    assert_eq!(data("data:a\n\ndata: a\n\ndata:  a\n\n"), ["a", "a", " a"]);
    assert_eq!(data("data: a: b\n\n"), ["a: b"]);
}

#[test]
fn an_event_without_data_is_none() {
    assert_eq!(data("event: ping\n\nid: 1\n\n: comment\n\n\n"), [""; 0]);
    assert_eq!(data("data\n\ndata\ndata\n\ndata:\n"), ["", "\n"]);
}

#[test]
fn names_of_fields_are_exact() {
    let text = "Data: a\n data: b\ndata : c\ndatum: d\ndata: e\n\n";
    assert_eq!(data(text), ["e"]);
}

#[test]
fn comments_are_ignored() {
    assert_eq!(data(": one\ndata: a\n:\n:data: b\ndata: c\n\n"), ["a\nc"]);
}

#[test]
fn an_event_has_a_name_and_keeps_the_last_id() {
    let text = "event: add\nid: 7\ndata: a\n\ndata: b\n\nid: 8\n\nevent: x\nevent\ndata: c\n\nid\ndata: d\n\n";
    let with = |event: RawEvent, name: &str, id: &str| RawEvent {
        event: name.to_owned(),
        id: id.to_owned(),
        ..event
    };
    let expected = [
        with(event("a"), "add", "7"),
        with(event("b"), "", "7"),
        with(event("c"), "", "8"),
        with(event("d"), "", ""),
    ];
    assert_eq!(events(text), expected);
}

#[test]
fn an_id_with_nul_is_ignored() {
    let all = events("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n");
    let ids: Vec<&str> = all.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["1", "1"]);
}

#[test]
fn the_time_before_another_connection_is_a_number() {
    let text = "retry: 1500\ndata: a\n\nretry: 1s\nretry: -1\nretry:\nretry: 1.5\ndata: b\n\nretry: 99999999999999999999\ndata: c\n\n";
    let times: Vec<Option<Duration>> = events(text).iter().map(|event| event.retry).collect();
    assert_eq!(times, [Some(Duration::from_millis(1500)), None, None]);
}

#[test]
fn an_event_that_is_not_ended_is_discarded() {
    assert_eq!(data("data: a\n\ndata: b\n"), ["a"]);
    assert_eq!(data("data: a\n\ndata: b"), ["a"]);
}

#[test]
fn an_event_that_is_too_large_is_skipped() {
    let small = |text: &str| {
        let events = split_anywhere(|| EventCutter::new(10), text.as_bytes());
        let data = events
            .into_iter()
            .map(|event| event.map(|event| event.data));
        data.collect::<Vec<_>>()
    };
    let (a, b) = (Ok("a".to_owned()), Ok("b".to_owned()));
    let error = Err(TooLarge);
    let one_line = "data: a\n\ndata: 12345\n\ndata: b\n\n";
    assert_eq!(small(one_line), [a.clone(), error.clone(), b.clone()]);
    // All lines count.
    let lines = "data: a\n\ndata:1\ndata:2\ndata:3\ndata:4\n\r\n\ndata: b\n\n";
    assert_eq!(small(lines), [a.clone(), error.clone(), b.clone()]);
    let comment = "data: a\n\n: a long comment\ndata: c\n\ndata: b\n\n";
    assert_eq!(small(comment), [a, error, b]);
}

fn texts(separator: Separator, text: &str) -> Vec<Result<String, TooLarge>> {
    let cutter = || JsonCutter::new(separator, 12);
    let texts = split_anywhere(cutter, text.as_bytes()).into_iter();
    let text = |text: Bytes| String::from_utf8(text.to_vec()).unwrap();
    texts.map(|item| item.map(text)).collect()
}

#[test]
fn lines_of_json_are_split() {
    let text = "{\"a\": \"ż🦀\"}\n\r\n[1]\r\n \n2\n\n3";
    let expected = ["{\"a\": \"ż🦀\"}", "[1]\r", "2", "3"].map(|text| Ok(text.to_owned()));
    let all = split_anywhere(|| JsonCutter::new(Separator::Line, 100), text.as_bytes());
    let all = all
        .into_iter()
        .map(|text| String::from_utf8(text.unwrap().to_vec()));
    let all: Vec<Result<String, TooLarge>> = all.map(|text| Ok(text.unwrap())).collect();
    assert_eq!(all, expected);
    assert_eq!(texts(Separator::Line, ""), []);
}

#[test]
fn a_sequence_of_json_is_split() {
    let text = "\u{1e}{\n\"a\": 1}\n\u{1e}\u{1e}\n\u{1e}2\n\u{1e}3";
    let expected = ["{\n\"a\": 1}\n", "2\n", "3"].map(|text| Ok(text.to_owned()));
    assert_eq!(texts(Separator::Record, text), expected);
}

#[test]
fn a_text_that_is_too_large_is_skipped() {
    let text = "123456789012\n1234567890123\n1\n1234567890123";
    let ok = |text: &str| Ok(text.to_owned());
    let expected = [ok("123456789012"), Err(TooLarge), ok("1"), Err(TooLarge)];
    assert_eq!(texts(Separator::Line, text), expected);
}
