//! A strict reader of JSON, which knows what it expects where it stops.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::read::repair::Broken;
use crate::read::{DEPTH_LIMIT, Entry, Keys, Node, Value, too_deep};
use crate::source::Span;

/// What some editors put before the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads JSON as far as it is valid.
pub fn tree<'s>(
    text: &'s str,
    base: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Broken> {
    let start = text.len() - text.trim_start_matches(BYTE_ORDER_MARK).len();
    let mut reader = Reader {
        text,
        base,
        at: start,
        last: start..start,
        depth: 0,
        diagnostics,
    };
    let root = reader.value()?;
    match reader.next() {
        None => Ok(root),
        Some(_) => Err(reader.stop()),
    }
}

struct Reader<'s, 'd> {
    text: &'s str,
    /// The position of the text's first byte.
    base: usize,
    at: usize,
    /// The last token.
    last: Range<usize>,
    /// How many brackets and braces are open.
    depth: usize,
    diagnostics: &'d mut Diagnostics,
}

impl<'s> Reader<'s, '_> {
    fn value(&mut self) -> Result<Node<'s>, Broken> {
        let first = self.next();
        let start = self.at;
        if self.depth > DEPTH_LIMIT {
            return Err(Broken::Rule(too_deep(Span::new(self.base, start..start))));
        }
        let value = match first {
            Some(b'{') => self.map()?,
            Some(b'[') => self.list()?,
            Some(b'"') => Value::String(self.string()?),
            _ => self.scalar()?,
        };
        let span = Span::new(self.base, start..self.at);
        Ok(Node { span, value })
    }

    fn map(&mut self) -> Result<Value<'s>, Broken> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut keys = Keys::default();
        let before = self.text.get(..self.at).unwrap_or_default().trim_end();
        let is_item = before.ends_with(['[', ',']);
        let mut goes_on = self.opens(b'}');
        while goes_on {
            if self.next() != Some(b'"') {
                return Err(self.stop());
            }
            let start = self.at;
            let key = self.string()?;
            let key_span = Span::new(self.base, start..self.at);
            if !self.passes(b':') {
                return Err(self.stop());
            }
            let value = self.value()?;
            let entry = Entry {
                key,
                key_span,
                value,
            };
            keys.insert(&mut entries, entry);
            goes_on = self.goes_on(b'}')?;
        }
        keys.report(is_item.then_some("}, {"), self.diagnostics);
        Ok(Value::Map(entries))
    }

    fn list(&mut self) -> Result<Value<'s>, Broken> {
        let mut items = Vec::new();
        let mut goes_on = self.opens(b']');
        while goes_on {
            items.push(self.value()?);
            goes_on = self.goes_on(b']')?;
        }
        Ok(Value::List(items))
    }

    /// Passes over what opens an object or an array, and says whether there is something in it.
    fn opens(&mut self, closer: u8) -> bool {
        self.depth += 1;
        self.pass(1);
        let is_empty = self.passes(closer);
        self.depth -= usize::from(is_empty);
        !is_empty
    }

    /// Passes over a comma, or what closes an object or an array, and says whether something follows in it.
    fn goes_on(&mut self, closer: u8) -> Result<bool, Broken> {
        if self.passes(b',') {
            return Ok(true);
        }
        if !self.passes(closer) {
            return Err(self.stop());
        }
        self.depth -= 1;
        Ok(false)
    }

    fn string(&mut self) -> Result<Cow<'s, str>, Broken> {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let mut length = 1;
        let mut escaped = false;
        loop {
            match rest.get(length) {
                Some(b'"') => break,
                Some(b'\\') if is_escape(rest.get(length + 1..).unwrap_or_default()) => {
                    escaped = true;
                    length += 2;
                }
                Some(byte) if *byte >= b' ' && *byte != b'\\' => length += 1,
                _ => {
                    self.last = start..start + length;
                    self.at = start + length;
                    return Err(self.stop());
                }
            }
        }
        self.pass(length + 1);
        let quoted = self.text.get(self.last.clone()).unwrap_or_default();
        if !escaped {
            let unquoted = quoted.get(1..quoted.len() - 1).unwrap_or_default();
            return Ok(Cow::Borrowed(unquoted));
        }
        serde_json::from_str(quoted).map(Cow::Owned).map_err(|_| {
            // Of what is an escape, only a surrogate may be wrong.
            let message = "this string holds half of a surrogate pair";
            let span = Span::new(self.base, self.last.clone());
            let half = Diagnostic::new(Code::Syntax, span, message);
            Broken::Rule(
                half.help("write both halves of the pair as `\\u…\\u…`, or the character itself"),
            )
        })
    }

    fn scalar(&mut self) -> Result<Value<'s>, Broken> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let word = word(rest);
        let value = match word {
            "null" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            number if serde_json::from_str::<IgnoredAny>(number).is_ok() => {
                Value::Number(Cow::Borrowed(number))
            }
            _ => return Err(self.stop()),
        };
        self.pass(word.len());
        Ok(value)
    }

    /// Passes over a sign, if it is next.
    fn passes(&mut self, sign: u8) -> bool {
        let is_next = self.next() == Some(sign);
        if is_next {
            self.pass(1);
        }
        is_next
    }

    /// Passes over a token.
    fn pass(&mut self, length: usize) {
        self.last = self.at..self.at + length;
        self.at += length;
    }

    /// Passes over white space to the next byte; `None` at the end of the text.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let space = rest.iter().position(|byte| !is_space(byte));
        self.at += space.unwrap_or(rest.len());
        self.text.as_bytes().get(self.at).copied()
    }

    fn stop(&self) -> Broken {
        Broken::Syntax(self.last.start..self.at)
    }
}

/// Whether bytes after a backslash make an escape of it.
fn is_escape(after: &[u8]) -> bool {
    match after {
        [b'u', a, b, c, d, ..] => [a, b, c, d].into_iter().all(u8::is_ascii_hexdigit),
        [byte, ..] => b"\"\\/bfnrt".contains(byte),
        [] => false,
    }
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '+' | '-');
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
