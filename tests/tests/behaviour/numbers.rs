//! Integers are read in any notation, and never rounded.

use crate::support::undecodable;
use rownd::models::Group;
use serde_json::json;

fn group(count: &str) -> Result<Group, serde_json::Error> {
    serde_json::from_str(&format!(r#"{{"member_count":{count}}}"#))
}

#[test]
#[expect(deprecated)]
fn an_integer_may_be_written_as_a_fraction() {
    for (text, count) in [
        ("0", 0),
        ("123", 123),
        ("3.0", 3),
        ("3e0", 3),
        ("-3.0", -3),
        ("1e3", 1000),
        ("-0.0", 0),
        ("5000000000", 5_000_000_000),
        ("9007199254740993", 9_007_199_254_740_993),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
    ] {
        let group = group(text).expect(text);
        assert_eq!(group.member_count, Some(count), "{text}");
        let written = serde_json::to_value(&group).expect("a group is JSON");
        assert_eq!(written, json!({ "member_count": count }));
    }
}

#[tokio::test]
async fn a_fraction_is_an_error_and_never_rounded() {
    for count in [
        "3.5",
        "1e300",
        "9223372036854775808",
        "\"3\"",
        "true",
        "[]",
        "{}",
    ] {
        assert!(group(count).is_err(), "{count}");
        undecodable(&format!(
            r#"{{"groups":[{{"group":{{"member_count":{count}}}}}]}}"#
        ))
        .await;
    }
}

#[tokio::test]
async fn identifiers_are_strings_and_never_numbers() {
    // This ID is beyond 2^53: as a number it would be rounded to another one.
    let group: Group = serde_json::from_str(r#"{"app_id":"327677849595019856"}"#).expect("a group");
    assert_eq!(group.app_id.as_deref(), Some("327677849595019856"));
    undecodable(r#"{"groups":[{"group":{"app_id":327677849595019856}}]}"#).await;
}
