//! Timestamps: kept as they were received.

use blank_sdk::runtime::timestamp::Timestamp;

fn read(json: &str) -> Timestamp {
    serde_json::from_str(json).unwrap()
}

#[test]
fn all_texts_and_numbers_survive_the_round_trip() {
    for json in [
        r#""2023-11-07T05:31:56Z""#,
        r#""2023-11-07T05:31:56.123456789012+02:00""#,
        r#""yesterday""#,
        r#""""#,
        "1699335116",
        "-1",
        "18446744073709551615",
        "1699335116.5",
        "0.0",
    ] {
        assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
        assert_eq!(read(json).as_str(), json.trim_matches('"'));
    }
}

#[test]
fn other_types_are_not_timestamps() {
    for json in ["null", "true", "[]", "{}"] {
        assert!(serde_json::from_str::<Timestamp>(json).is_err(), "{json}");
    }
}

#[test]
fn texts_and_numbers_differ() {
    assert_ne!(read("1"), read("\"1\""));
    assert_eq!(read("\"1\""), Timestamp::from("1"));
}

#[test]
fn conversions() {
    let timestamp: Timestamp = "2023".parse().unwrap();
    assert_eq!(timestamp, Timestamp::from(String::from("2023")));
    assert_eq!(format!("{timestamp}|{timestamp:>6}"), "2023|  2023");
    assert_eq!(timestamp.as_ref(), "2023");
}

#[cfg(feature = "jiff")]
#[test]
fn jiff() {
    let text = Timestamp::from("2023-11-07T07:31:56.5+02:00");
    let instant = jiff::Timestamp::try_from(&text).unwrap();
    assert_eq!(Timestamp::from(instant).as_str(), "2023-11-07T05:31:56.5Z");
    for invalid in [
        Timestamp::from("yesterday"),
        Timestamp::from(""),
        read("1699335116"),
    ] {
        assert!(jiff::Timestamp::try_from(&invalid).is_err());
    }
}

#[cfg(feature = "chrono")]
#[test]
fn chrono() {
    use chrono::{DateTime, FixedOffset, Utc};
    let text = Timestamp::from("2023-11-07T07:31:56.500+02:00");
    let instant: DateTime<FixedOffset> = (&text).try_into().unwrap();
    assert_eq!(Timestamp::from(instant), text);
    assert_eq!(
        Timestamp::from(instant.with_timezone(&Utc)).as_str(),
        "2023-11-07T05:31:56.500Z"
    );
    for invalid in [
        Timestamp::from("yesterday"),
        Timestamp::from(""),
        read("1699335116"),
    ] {
        assert!(DateTime::<FixedOffset>::try_from(&invalid).is_err());
    }
}
