//! Timestamps, kept as the text that they came as.

use crate::runtime::wire::Wire;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// A point in time, kept as the text that it came as.
///
/// No timestamp, however odd, makes an answer unreadable, and none loses a digit. The features `jiff` and `chrono` convert it from
/// and to the types of these crates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp {
    text: String,
    form: Form,
}

/// How the timestamp travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    String,
    Number,
}

impl Timestamp {
    /// The text, as it came; the digits of a number.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl AsRef<str> for Timestamp {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        let form = Form::String;
        Self { text, form }
    }
}

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl FromStr for Timestamp {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::from(text))
    }
}

impl Wire for Timestamp {}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TimestampVisitor)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.form == Form::Number {
            if let Ok(number) = self.text.parse::<serde_json::Number>() {
                return number.serialize(serializer);
            }
        }
        serializer.serialize_str(&self.text)
    }
}

struct TimestampVisitor;

impl TimestampVisitor {
    fn number(number: impl Into<serde_json::Number>) -> Timestamp {
        Timestamp {
            text: number.into().to_string(),
            form: Form::Number,
        }
    }
}

impl de::Visitor<'_> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp as a string or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<Timestamp, E> {
        Ok(Timestamp::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Timestamp, E> {
        Ok(Timestamp::from(text))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Timestamp, E> {
        Ok(Self::number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Timestamp, E> {
        Ok(Self::number(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Timestamp, E> {
        match serde_json::Number::from_f64(number) {
            Some(number) => Ok(Self::number(number)),
            None => Err(E::invalid_value(de::Unexpected::Float(number), &self)),
        }
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(timestamp: jiff::Timestamp) -> Self {
        Self::from(timestamp.to_string())
    }
}

/// It fails where the text is no point in time with an offset. A number does too: nothing says what it counts.
#[cfg(feature = "jiff")]
impl TryFrom<&Timestamp> for jiff::Timestamp {
    type Error = jiff::Error;

    fn try_from(timestamp: &Timestamp) -> Result<Self, jiff::Error> {
        timestamp.text.parse()
    }
}

#[cfg(feature = "chrono")]
impl<Z> From<chrono::DateTime<Z>> for Timestamp
where
    Z: chrono::TimeZone<Offset: fmt::Display>,
{
    fn from(timestamp: chrono::DateTime<Z>) -> Self {
        Self::from(timestamp.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

/// It fails where the text is no point in time with an offset. A number does too: nothing says what it counts.
#[cfg(feature = "chrono")]
impl TryFrom<&Timestamp> for chrono::DateTime<chrono::FixedOffset> {
    type Error = chrono::ParseError;

    fn try_from(timestamp: &Timestamp) -> Result<Self, chrono::ParseError> {
        Self::parse_from_rfc3339(&timestamp.text)
    }
}
