//! JSON text to a tree. `serde_json` judges the text first, so that the reader below meets valid JSON only.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

use super::Keys;
use super::tree::{Entry, Node, Span, Value};

/// Reads JSON. Where a key is repeated, the last value is kept and the earlier one is a problem.
///
/// # Errors
/// The text is no JSON, or nested deeper than 128 levels.
pub fn read<'s>(text: &'s str, diagnostics: &mut Diagnostics) -> Result<Node<'s>, Diagnostic> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(syntax_error(text, &error));
    }
    let mut reader = Reader {
        text,
        at: 0,
        diagnostics,
    };
    Ok(reader.value())
}

fn syntax_error(text: &str, error: &serde_json::Error) -> Diagnostic {
    let line_start: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = (line_start + error.column().saturating_sub(1)).min(text.len());
    let message = error.to_string();
    // The position is shown by the excerpt; serde_json repeats it in its text.
    let message = message.split(" at line ").next().unwrap_or(&message);
    Diagnostic::new(
        Code::Syntax,
        Span::new(at..at),
        format!("this is not valid JSON: {message}"),
    )
}

/// A position in text that is known to be valid JSON.
struct Reader<'s, 'd> {
    text: &'s str,
    at: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'s> Reader<'s, '_> {
    fn value(&mut self) -> Node<'s> {
        self.skip_space();
        let start = self.at;
        let value = match self.peek() {
            b'{' => self.map(),
            b'[' => self.list(),
            b'"' => Value::String(self.string()),
            _ => self.scalar(),
        };
        let span = Span::new(start..self.at);
        Node { span, value }
    }

    fn map(&mut self) -> Value<'s> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut keys = Keys::default();
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                b'"' => {
                    let start = self.at;
                    let key = self.string();
                    let key_span = Span::new(start..self.at);
                    self.skip_space();
                    self.at += 1; // the colon
                    let value = self.value();
                    let entry = Entry {
                        key,
                        key_span,
                        value,
                    };
                    keys.insert(&mut entries, entry, self.diagnostics);
                }
                b',' => self.at += 1,
                _ => break,
            }
        }
        self.at += 1;
        Value::Map(entries)
    }

    fn list(&mut self) -> Value<'s> {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                b',' => self.at += 1,
                b']' | 0 => break,
                _ => items.push(self.value()),
            }
        }
        self.at += 1;
        Value::List(items)
    }

    fn string(&mut self) -> Cow<'s, str> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at += 1;
        while self.peek() != b'"' && self.at < bytes.len() {
            if self.peek() == b'\\' {
                escaped = true;
                self.at += 1;
            }
            self.at += 1;
        }
        self.at += 1;
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        if escaped {
            return Cow::Owned(serde_json::from_str(quoted).unwrap_or_default());
        }
        Cow::Borrowed(quoted.get(1..quoted.len() - 1).unwrap_or_default())
    }

    fn scalar(&mut self) -> Value<'s> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest
            .find(|c: char| matches!(c, ',' | ']' | '}') || c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let word = &rest[..end];
        self.at += end;
        match word {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            number => Value::Number(Cow::Borrowed(number)),
        }
    }

    fn skip_space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// The byte here; 0, which valid JSON never holds, at the end of the text.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}
