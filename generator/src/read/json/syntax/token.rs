//! The tokens of text that may be no JSON.

use std::ops::Range;

/// A token.
#[derive(Clone, Copy, Debug)]
pub struct Token<'s> {
    pub kind: Kind,
    pub start: usize,
    pub text: &'s str,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Open,
    Close,
    Comma,
    Colon,
    /// A string.
    Text,
    /// What begins with a quote that is not closed on its line.
    Unclosed,
    /// A number, a literal, or something that should be one.
    Word,
    /// A character that no token begins with.
    Stray,
}

impl Token<'_> {
    /// Where the token ends.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where the token is.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end()
    }
}

/// The tokens of a text from a byte on.
pub fn tokens(text: &str, start: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = start;
    while let Some(rest) = text.get(at..) {
        let Some(offset) = rest.find(|c: char| !c.is_ascii_whitespace()) else {
            break;
        };
        at += offset;
        let rest = rest.get(offset..).unwrap_or_default();
        let (kind, length) = first(rest);
        let token = rest.get(..length).unwrap_or(rest);
        tokens.push(Token {
            kind,
            start: at,
            text: token,
        });
        at += token.len().max(1);
    }
    tokens
}

/// What a text begins with, and how long that is.
fn first(text: &str) -> (Kind, usize) {
    let c = text.chars().next().unwrap_or_default();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '+' | '-');
    match c {
        '{' | '[' => (Kind::Open, 1),
        '}' | ']' => (Kind::Close, 1),
        ',' => (Kind::Comma, 1),
        ':' => (Kind::Colon, 1),
        '"' => string(text),
        c if is_word(c) => {
            let length = text.find(|c| !is_word(c)).unwrap_or(text.len());
            (Kind::Word, length)
        }
        c => (Kind::Stray, c.len_utf8()),
    }
}

fn string(text: &str) -> (Kind, usize) {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'\n' => {
                let line = text.get(..at).unwrap_or_default();
                return (Kind::Unclosed, line.trim_end().len());
            }
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return (Kind::Text, at + 1),
            _ => {}
        }
    }
    (Kind::Unclosed, text.trim_end().len())
}
