//! Decoding of JSON, with errors that say where and what, but show nothing of the text.

use crate::runtime::json_path;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use std::fmt;

/// Where a JSON text does not fit, and what would.
///
/// It stands for serde's own error, whose words quote the text: an answer is full of personal data.
pub(crate) struct DecodeError {
    path: String,
    problem: String,
    line: usize,
    column: usize,
}

/// Decodes a JSON text, whatever its content type claims to be.
pub(crate) fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DecodeError> {
    from_json_with(bytes, |deserializer| T::deserialize(deserializer))
}

/// Decodes a JSON text with a function that reads a value.
pub(crate) fn from_json_with<'de, T>(
    bytes: &'de [u8],
    read: impl FnOnce(
        &mut serde_json::Deserializer<serde_json::de::SliceRead<'de>>,
    ) -> serde_json::Result<T>,
) -> Result<T, DecodeError> {
    let text = without_byte_order_mark(bytes);
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    read(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value))
        .map_err(|error| DecodeError::new(text, &error))
}

fn without_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

impl DecodeError {
    fn new(text: &[u8], error: &serde_json::Error) -> Self {
        // Of a value that does not fit, the position is before or behind it. Of a byte that does not fit, it is behind that byte.
        let back = match error.classify() {
            Category::Data | Category::Eof | Category::Io => 0,
            Category::Syntax => 1,
        };
        let offset = json_path::offset(text, error.line(), error.column()).saturating_sub(back);
        Self {
            path: json_path::path(text, offset),
            problem: problem(error),
            line: error.line(),
            column: error.column(),
        }
    }

    /// Where the text does not fit, and what would: the end of a sentence.
    pub(crate) fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("does not fit")?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        write!(f, ": {}", self.problem)
    }

    /// A value that does not fit, of which no more is known.
    pub(crate) fn unexpected() -> Self {
        Self {
            path: String::new(),
            problem: UNEXPECTED.to_owned(),
            line: 0,
            column: 0,
        }
    }
}

const UNEXPECTED: &str = "unexpected value";

/// The part of the error's words that is known to come from the types, not from the text.
fn problem(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words
        .rfind(" at line ")
        .map_or(&*words, |end| &words[..end]);
    let known = match error.classify() {
        // These are fixed sentences.
        Category::Syntax | Category::Eof => Some(words),
        Category::Data => expectation(words),
        Category::Io => None,
    };
    known.unwrap_or(UNEXPECTED).to_owned()
}

fn expectation(words: &str) -> Option<&str> {
    if words.starts_with("missing field `") {
        return Some(words);
    }
    // Other sentences are not serde's own, or end in words of the text.
    let standard = [
        "invalid type: ",
        "invalid value: ",
        "invalid length ",
        "unknown variant `",
    ]
    .iter()
    .any(|start| words.starts_with(start));
    if !standard || words.ends_with("there are no variants") {
        return None;
    }
    let start = words.rfind(", expected ")?;
    words.get(start + 2..)
}

/// Line and column, for those who have the text: the error that holds this one names the path.
impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)?;
        match self.line {
            0 => Ok(()),
            line => write!(f, " at line {line} column {}", self.column),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("line", &self.line)
            .field("column", &self.column)
            .finish()
    }
}

impl std::error::Error for DecodeError {}
