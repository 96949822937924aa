//! What `format` says of one value.

mod time;

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Fits, Misfit};
use crate::openapi::{Kind, Schema, Value};

/// How long a string may be to be shown in a message.
const SHORT: usize = 40;

/// The `format` of the schema, where it is one that goes with its `type` and leaves no doubt.
pub fn format(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    let Some(format) = schema.format else {
        return Ok(());
    };
    let help = match (schema.kind(), value.as_str(), value.as_number()) {
        (Some(Kind::String), Some(text), _) => of_text(text, format.text),
        (Some(Kind::Integer | Kind::Number), _, Some(text)) => of_number(text, format.text),
        _ => None,
    };
    let Some(help) = help else {
        return Ok(());
    };
    let message = format!("{} is not a valid `{}`", shown(value), format.text);
    Err(Misfit::new(value, message, help, format.span))
}

/// What to do about a text that is not of its format.
fn of_text(text: &str, format: &str) -> Option<&'static str> {
    let (holds, help) = match format {
        "date-time" => (
            time::is_date_time(text),
            "write it like `2024-05-31T09:30:00Z`, or correct `format`",
        ),
        "date" => (
            time::is_date(text),
            "write it like `2024-05-31`, or correct `format`",
        ),
        "uuid" => (
            is_uuid(text),
            "write it like `7d444840-9dc0-11d1-b245-5ffdce74fad2`, or correct `format`",
        ),
        "ipv4" => (
            text.parse::<Ipv4Addr>().is_ok(),
            "write it like `192.0.2.1`, or correct `format`",
        ),
        "ipv6" => (
            text.parse::<Ipv6Addr>().is_ok(),
            "write it like `2001:db8::1`, or correct `format`",
        ),
        _ => return None,
    };
    (!holds).then_some(help)
}

/// Five groups of hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let is_group =
        |group: &str, length| group.len() == length && group.bytes().all(|b| b.is_ascii_hexdigit());
    let mut groups = text.split('-');
    let mut lengths = [8, 4, 4, 4, 12].into_iter();
    lengths.all(|length| groups.next().is_some_and(|group| is_group(group, length)))
        && groups.next().is_none()
}

/// 2^63, above the largest integer of 64 bits.
const ABOVE_INT64: f64 = 9_223_372_036_854_775_808.0;

/// What to do about a number that is not within the range of its format.
fn of_number(text: &str, format: &str) -> Option<&'static str> {
    let number = crate::read::number(text)?;
    match format {
        "int32" => {
            let range = f64::from(i32::MIN)..=f64::from(i32::MAX);
            let is_within = number.as_f64().is_none_or(|number| range.contains(&number));
            (!is_within).then_some("write a smaller number, or `format: int64`")
        }
        "int64" => {
            // What is written with a point or an exponent is rounded, and 2^63 may have been one less.
            let range = -ABOVE_INT64..=ABOVE_INT64;
            let is_rounded_within = number.is_f64()
                && number
                    .as_f64()
                    .is_none_or(|number| number.is_nan() || range.contains(&number));
            let is_within = number.is_i64() || is_rounded_within;
            (!is_within).then_some("write a smaller number, or remove `format`")
        }
        _ => None,
    }
}

/// The value itself where it is short.
pub fn shown(value: Value<'_>) -> String {
    match value.scalar_text() {
        Some("") => "an empty string".to_owned(),
        Some(text) if text.chars().count() <= SHORT && !text.contains(['`', '\n']) => {
            format!("`{text}`")
        }
        _ => "the value".to_owned(),
    }
}
