//! Dates: kept as they were received.

use blank_sdk::runtime::date::Date;

fn read(json: &str) -> Date {
    serde_json::from_str(json).unwrap()
}

#[test]
fn all_texts_and_numbers_survive_the_round_trip() {
    for json in [
        r#""2023-11-07""#,
        r#""2023-11-07T00:00:00Z""#,
        r#""yesterday""#,
        r#""""#,
        "20231107",
        "-1",
        "18446744073709551615",
        "2023.5",
        "0.0",
    ] {
        assert_eq!(serde_json::to_string(&read(json)).unwrap(), json);
        assert_eq!(read(json).as_str(), json.trim_matches('"'));
    }
}

#[test]
fn other_types_are_not_dates() {
    for json in ["null", "true", "[]", "{}"] {
        assert!(serde_json::from_str::<Date>(json).is_err(), "{json}");
    }
}

#[test]
fn texts_and_numbers_differ() {
    assert_ne!(read("1"), read("\"1\""));
    assert_eq!(read("\"1\""), Date::from("1"));
}

#[test]
fn conversions() {
    let date: Date = "2023".parse().unwrap();
    assert_eq!(date, Date::from(String::from("2023")));
    assert_eq!(format!("{date}|{date:>6}"), "2023|  2023");
    assert_eq!(date.as_ref(), "2023");
}

#[cfg(feature = "jiff")]
#[test]
fn jiff() {
    let text = Date::from("2023-11-07");
    let day = jiff::civil::Date::try_from(&text).unwrap();
    assert_eq!((day.year(), day.month(), day.day()), (2023, 11, 7));
    assert_eq!(Date::from(day), text);
    for invalid in ["yesterday", "", "2023-02-30"] {
        assert!(jiff::civil::Date::try_from(&Date::from(invalid)).is_err());
    }
}

#[cfg(feature = "chrono")]
#[test]
fn chrono() {
    let text = Date::from("2023-11-07");
    let day = chrono::NaiveDate::try_from(&text).unwrap();
    assert_eq!(Some(day), chrono::NaiveDate::from_ymd_opt(2023, 11, 7));
    assert_eq!(Date::from(day), text);
    for invalid in ["yesterday", "", "2023-02-30"] {
        assert!(chrono::NaiveDate::try_from(&Date::from(invalid)).is_err());
    }
}
