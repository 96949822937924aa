//! Open enums of integers.

use blank_sdk::runtime::open_integer_enum::wire_integer_enum;
use serde_json::{from_str, to_string};

#[derive(Clone, Debug)]
enum Priority {
    Low,
    High,
    Other(i64),
}

wire_integer_enum! {
    Priority {
        Low: -1,
        High: 2,
    }
}

#[test]
fn values_are_read_and_written_unchanged() {
    for (json, value) in [
        ("-1", Priority::Low),
        ("2", Priority::High),
        ("3", Priority::Other(3)),
        ("-9223372036854775808", Priority::Other(i64::MIN)),
    ] {
        assert_eq!(from_str::<Priority>(json).unwrap(), value);
        assert_eq!(to_string(&value).unwrap(), json);
        assert_eq!(value.to_string(), json);
        assert_eq!(Priority::from(value.as_i64()), value);
    }
    assert_eq!(from_str::<Priority>("2.0").unwrap(), Priority::High);
    assert_eq!(Priority::Other(2), Priority::High);
}

#[test]
fn other_values_are_errors() {
    for json in ["\"2\"", "2.5", "null", "9223372036854775808"] {
        assert!(from_str::<Priority>(json).is_err(), "{json}");
    }
}
