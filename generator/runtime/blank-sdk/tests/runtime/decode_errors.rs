//! Decode errors name the path and the expected type, and show nothing of the text.

use crate::support::{Get, texts};
use blank_sdk::runtime::error::Error;
use blank_sdk::runtime::object::wire_object;
use blank_sdk::runtime::open_enum::wire_enum;
use blank_sdk::runtime::raw_response::RawResponse;
use blank_sdk::runtime::request::{Operation, Request};
use bytes::Bytes;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Default)]
struct Profile {
    groups: Option<Vec<Membership>>,
    attributes: Option<BTreeMap<String, Vec<String>>>,
    meta: Option<Map<String, Value>>,
    state: Option<State>,
    a_very_long_name_that_somebody_has_chosen_for_a_field_of_an_object: Option<bool>,
}

wire_object! {
    Profile {
        groups: "groups",
        attributes: "attributes",
        meta: "rownd:meta",
        state: "state",
        a_very_long_name_that_somebody_has_chosen_for_a_field_of_an_object:
            "a_very_long_name_that_somebody_has_chosen_for_a_field_of_an_object",
    }
}

struct Membership {
    member: Member,
}

wire_object! { Membership { member: "member" } }

#[derive(Default)]
struct Member {
    id: Option<i64>,
    roles: Option<Vec<String>>,
}

wire_object! {
    Member {
        id: "id",
        roles: "roles",
    }
}

#[derive(Clone)]
enum State {
    Other(String),
}

wire_enum! { State {} }

struct GetProfile;

impl Operation for GetProfile {
    type Output = Profile;
    const METHOD: &'static str = "GET";
    const PATH: &'static str = "/me/{app}";

    fn decode(response: &RawResponse) -> Result<Profile, Error> {
        response.json()
    }
}

fn error(json: &str) -> Error {
    let response = http::Response::new(Bytes::copy_from_slice(json.as_bytes()));
    let error = Request::<GetProfile>::from_http_response(response).unwrap_err();
    assert!(error.is_decode());
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body().unwrap(), json);
    error
}

fn problem(json: &str) -> String {
    let text = error(json).to_string();
    text.strip_prefix("GET /me/{app} received a response that cannot be decoded")
        .unwrap()
        .to_owned()
}

#[test]
fn the_path_is_named() {
    let cases = [
        ("[]", ": expected an object"),
        (r#""zzz""#, ": expected an object"),
        (r#"{"groups": 1}"#, " at `groups`: expected a list"),
        (r#"{"groups": {"a": 1}}"#, " at `groups`: expected a list"),
        (
            r#"{"groups": "zzz", "state": "a"}"#,
            " at `groups`: expected a list",
        ),
        (
            r#"{"groups": [{"member": {"roles": "zzz"}}]}"#,
            " at `groups[0].member.roles`: expected a list",
        ),
        (
            r#"{"groups": [{"member": {}}, {"member": {"id": "zzz"}}]}"#,
            " at `groups[1].member.id`: expected an integer of the type i64",
        ),
        (
            r#"{"groups": [{"member": {"roles": ["a", "b", 3]}}]}"#,
            " at `groups[0].member.roles[2]`: expected a string",
        ),
        (
            r#"{"groups": [{"member": {}}, {}]}"#,
            " at `groups[1]`: missing field `member`",
        ),
        (
            r#"{"groups": [{"member": null}]}"#,
            " at `groups[0].member`: null, expected an object",
        ),
        (
            r#"{"groups": [true]}"#,
            " at `groups[0]`: expected an object",
        ),
        (
            r#"{"rownd:meta": 3}"#,
            " at `[\"rownd:meta\"]`: expected an object",
        ),
        (r#"{"state": {"a": 1}}"#, " at `state`: expected a string"),
        (
            r#"{"attributes": {"a b": 1}}"#,
            " at `attributes[\"a b\"]`: expected a list",
        ),
        (
            r#"{"attributes": {"zz\"]\n": [1]}}"#,
            " at `attributes[\"zz\\\"]\\n\"][0]`: expected a string",
        ),
        (
            r#"{"attributes": {"": 1}}"#,
            " at `attributes[\"\"]`: expected a list",
        ),
        (
            "{\n  \"state\": \"a\",\n\n  \"groups\":\n [{\"member\": 7}]}",
            " at `groups[0].member`: expected an object",
        ),
        (
            r#"{"x": [{"y": "}],{"}], "groups": 3}"#,
            " at `groups`: expected a list",
        ),
    ];
    for (json, expected) in cases {
        assert_eq!(problem(json), expected, "{json}");
    }
}

#[test]
fn keys_that_may_be_personal_are_hidden() {
    for key in [
        "gary@foo.com".to_owned(),
        "+19199993333".to_owned(),
        "user_1234567".to_owned(),
        "z".repeat(65),
    ] {
        let problem = problem(&format!(r#"{{"attributes": {{"{key}": [1]}}}}"#));
        assert_eq!(problem, " at `attributes[…][0]`: expected a string");
    }
}

#[test]
fn invalid_json_is_reported() {
    let cases = [
        ("<html>zzz</html>", ": expected value"),
        (r#"{"groups": [}"#, " at `groups[0]`: expected value"),
        (
            r#"{"groups": ["#,
            " at `groups[0]`: EOF while parsing a list",
        ),
        (
            r#"{"state": "zz"#,
            " at `state`: EOF while parsing a string",
        ),
        (
            r#"{"groups": [{"member": }]}"#,
            " at `groups[0].member`: expected value",
        ),
        ("{} zzz", ": trailing characters"),
    ];
    for (json, expected) in cases {
        assert_eq!(problem(json), expected, "{json}");
    }
}

#[test]
fn deep_paths_are_shortened() {
    let json = format!(r#"{{"rownd:meta": {}"#, r#"{"a": "#.repeat(40));
    let problem = problem(&json);
    assert!(problem.starts_with(" at `….a.a.a."), "{problem}");
    assert!(problem.len() < 100, "{problem}");
    assert!(crate::decode_errors::problem(&"[".repeat(1000)).contains("expected an object"));
}

#[test]
fn bytes_that_are_not_utf8_do_not_panic() {
    let bodies: [&[u8]; 6] = [
        b"\xff\xfe",
        b"{\"state\": \"\xff\"}",
        b"{\"\xff\": 1, \"groups\": 1}",
        b"\xef\xbb\xbf",
        b"\xef\xbb\xbf{\"groups\": 1}",
        b"{\"groups\\",
    ];
    for body in bodies {
        let response = http::Response::new(Bytes::from_static(body));
        assert!(
            Request::<GetProfile>::from_http_response(response)
                .unwrap_err()
                .is_decode()
        );
    }
}

#[test]
fn bytes_that_are_not_utf8_are_an_error_only_where_they_are_read() {
    let decode = |body: &'static [u8]| {
        let response = http::Response::new(Bytes::from_static(body));
        Request::<GetProfile>::from_http_response(response)
    };
    let error = decode(b"{\"zzz\": \"\xe9\", \"groups\": [], \"state\": \"\xe9\"}").unwrap_err();
    let expected = " at `state`: the text is not valid UTF-8";
    assert!(error.to_string().ends_with(expected), "{error}");
    let profile = decode(b"{\"zzz\": \"\xe9\", \"groups\": []}")
        .unwrap()
        .into_body();
    assert_eq!(profile.groups.map(|groups| groups.len()), Some(0));
}

#[test]
fn nothing_of_the_text_is_shown() {
    let bodies = [
        r#"{"groups": "zzz"}"#,
        r#"{"groups": ", expected zzz"}"#,
        r#"{"groups": [{"member": {"id": 777777}}, "777777"]}"#,
        r#"{"groups": [{"member": {"id": 777777.5}}]}"#,
        r#"{"state": 777777}"#,
        "zzz",
    ];
    for body in bodies {
        let texts = texts(&error(body));
        assert!(
            !texts.contains("zzz") && !texts.contains("777777"),
            "{texts}"
        );
    }
}

#[test]
fn the_source_has_line_and_column() {
    let error = error("{\n \"groups\": 1}");
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "expected a list at line 2 column 12");
}

#[test]
fn types_of_the_user_leak_nothing_either() {
    #[derive(Debug)]
    struct Loud;

    impl<'de> serde::Deserialize<'de> for Loud {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(serde::de::Error::custom(format!(
                "bad text {text}, expected {text}"
            )))
        }
    }

    let map = serde_json::from_str(r#"{"a": "zzz"}"#).unwrap();
    let error = blank_sdk::runtime::map::from_map::<BTreeMap<String, Option<Loud>>>(
        &map as &Map<String, Value>,
    )
    .unwrap_err();
    assert!(!texts(&error).contains("zzz"), "{}", texts(&error));
    assert!(error.to_string().ends_with("unexpected value"));
}

#[test]
fn other_outputs_are_lenient_too() {
    let response = http::Response::new(Bytes::from_static(b"null"));
    assert_eq!(
        Request::<Get>::from_http_response(response)
            .unwrap()
            .into_body(),
        Value::Null
    );
}
