//! Response headers, with their types.

use crate::support::Get;
use blank_sdk::runtime::header::Header;
use blank_sdk::runtime::open_enum::wire_enum;
use blank_sdk::runtime::request::Request;
use blank_sdk::runtime::timestamp::Timestamp;
use blank_sdk::runtime::wire::Wire;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Clone)]
enum Kind {
    Big,
    Other(String),
}

wire_enum! { Kind { Big: "big" } }

fn headers(lines: &[&str]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append("x", HeaderValue::from_bytes(line.as_bytes()).unwrap());
    }
    headers
}

#[track_caller]
fn check<T: Wire + Debug + PartialEq>(lines: &[&str], expected: Option<T>) {
    let [found, expected] = [Header::new("X").of(&headers(lines)), expected];
    assert_eq!(found, expected, "{lines:?}");
}

#[test]
fn words() {
    check(&["a, b"], Some("a, b".to_owned()));
    check(&["a", " b "], Some("a, b".to_owned()));
    check(&["gr\u{fc}n"], Some("gr\u{fc}n".to_owned()));
    check(&[""], Some(String::new()));
    check::<String>(&[], None);
    check(&["TRUE"], Some(true));
    check(&["false"], Some(false));
    check::<bool>(&["1"], None);
    check(
        &["Wed, 21 Oct 2015"],
        Some(Timestamp::from("Wed, 21 Oct 2015")),
    );
    check(&["big"], Some(Kind::Big));
    check(&["huge"], Some(Kind::Other("huge".to_owned())));
}

#[test]
fn numbers() {
    check(&["17"], Some(17_i32));
    check(&["-17"], Some(-17_i64));
    check(&["3.0"], Some(3_i64));
    check(&["18446744073709551615"], Some(u64::MAX));
    check(&["0.5"], Some(0.5_f64));
    check(&["3"], Some(3.0_f32));
    for text in ["", "x", "17 apples", "1, 2", "3.5", "99999999999"] {
        check::<i32>(&[text], None);
    }
    check::<u32>(&["-1"], None);
    for text in ["NaN", "inf", "1e999"] {
        check::<f64>(&[text], None);
    }
}

#[test]
fn lists() {
    check(&["1, 2,3", "4"], Some(vec![1_i64, 2, 3, 4]));
    check(&["", ","], Some(Vec::<i64>::new()));
    check::<Vec<i64>>(&["1, x"], None);
    check(
        &["big,small"],
        Some(vec![Kind::Big, Kind::Other("small".to_owned())]),
    );
    check::<Vec<i64>>(&[], None);
}

#[test]
fn json() {
    let header = Header::<BTreeMap<String, i64>>::json("x");
    let expected = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(header.of(&headers(&["{\"a\": 1}"])), Some(expected));
    assert_eq!(header.of(&headers(&["a"])), None);
    assert_eq!(header.of(&headers(&[])), None);
}

/// A comma does not separate cookies (RFC 9110 section 5.3).
#[test]
fn cookies() {
    let mut headers = HeaderMap::new();
    for line in ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b=2"] {
        headers.append("set-cookie", line.parse().unwrap());
    }
    let all = Header::<Vec<String>>::new("set-cookie")
        .of(&headers)
        .unwrap();
    assert_eq!(all, ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT", "b=2"]);
    let first = Header::<String>::new("Set-Cookie").of(&headers).unwrap();
    assert_eq!(first, all[0]);
}

#[test]
fn bytes_that_are_not_utf8() {
    let mut headers = HeaderMap::new();
    headers.append("x", HeaderValue::from_bytes(b"\xff").unwrap());
    assert_eq!(Header::<String>::new("x").of(&headers), None);
}

#[test]
fn of_responses_and_errors() {
    const LEFT: Header<u32> = Header::new("x-left");
    let response = |body| {
        let mut response = http::Response::new(Bytes::from_static(body));
        response.headers_mut().insert("x-left", 7.into());
        Request::<Get>::from_http_response(response)
    };
    assert_eq!(response(b"1").unwrap().header(LEFT), Some(7));
    assert_eq!(response(b"?").unwrap_err().header(LEFT), Some(7));
    assert_eq!(LEFT.name(), "x-left");
    assert_eq!(format!("{LEFT:?}"), "Header(\"x-left\")");
}
