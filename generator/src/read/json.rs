//! JSON text to a tree. `serde_json` judges the text first, so that the reader below meets valid JSON only.

mod syntax;

use std::borrow::Cow;

use serde::de::IgnoredAny;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

use super::{DEPTH_LIMIT, Keys, too_deep};
use crate::read::{Entry, Node, Value};
use crate::source::Span;

/// What some editors put before the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads JSON. Where a key is repeated, the last value is kept and the earlier one is a problem.
///
/// # Errors
/// The text is no JSON, or nested deeper than 128 levels.
pub fn read<'s>(
    text: &'s str,
    base: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Diagnostic> {
    let start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    if let Err(error) = serde_json::from_str::<IgnoredAny>(&text[start..]) {
        return Err(syntax_error(text, base, start, &error));
    }
    let mut reader = Reader {
        text,
        base,
        at: start,
        diagnostics,
    };
    reader.value(0)
}

fn syntax_error(text: &str, base: usize, start: usize, error: &serde_json::Error) -> Diagnostic {
    let line_start: usize = text[start..]
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let at = (start + line_start + error.column().saturating_sub(1)).min(text.len());
    syntax::error(text, start, at).moved(base)
}

/// A position in text that is known to be valid JSON.
struct Reader<'s, 'd> {
    text: &'s str,
    /// The position of the text's first byte.
    base: usize,
    at: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'s> Reader<'s, '_> {
    fn value(&mut self, depth: usize) -> Result<Node<'s>, Diagnostic> {
        self.skip_space();
        let start = self.at;
        if depth > DEPTH_LIMIT {
            return Err(too_deep(Span::new(self.base, start..start)));
        }
        let value = match self.peek() {
            b'{' => self.map(depth)?,
            b'[' => self.list(depth)?,
            b'"' => Value::String(self.string()?),
            _ => self.scalar(),
        };
        let span = Span::new(self.base, start..self.at);
        Ok(Node { span, value })
    }

    fn map(&mut self, depth: usize) -> Result<Value<'s>, Diagnostic> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut keys = Keys::default();
        let before = self.text.get(..self.at).unwrap_or_default().trim_end();
        let is_item = before.ends_with(['[', ',']);
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                b'"' => {
                    let start = self.at;
                    let key = self.string()?;
                    let key_span = Span::new(self.base, start..self.at);
                    self.skip_space();
                    self.at += 1; // the colon
                    let value = self.value(depth + 1)?;
                    let entry = Entry {
                        key,
                        key_span,
                        value,
                    };
                    keys.insert(&mut entries, entry);
                }
                b',' => self.at += 1,
                _ => break,
            }
        }
        self.at += 1;
        keys.report(is_item.then_some("}, {"), self.diagnostics);
        Ok(Value::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Value<'s>, Diagnostic> {
        let mut items = Vec::new();
        self.at += 1;
        loop {
            self.skip_space();
            match self.peek() {
                b',' => self.at += 1,
                b']' | 0 => break,
                _ => items.push(self.value(depth + 1)?),
            }
        }
        self.at += 1;
        Ok(Value::List(items))
    }

    fn string(&mut self) -> Result<Cow<'s, str>, Diagnostic> {
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
        if !escaped {
            let unquoted = quoted.get(1..quoted.len() - 1).unwrap_or_default();
            return Ok(Cow::Borrowed(unquoted));
        }
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| {
            // What passes over a string does not look at its surrogates; what reads it does.
            let message = "this string holds half of a surrogate pair";
            let span = Span::new(self.base, start..self.at);
            Diagnostic::new(Code::Syntax, span, message)
                .help("write both halves of the pair as `\\u…\\u…`, or the character itself")
        })
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
