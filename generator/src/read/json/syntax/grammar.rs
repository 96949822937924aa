//! The first token that is not allowed at its place.

use super::token::{Kind, Token};

/// What may be at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Value,
    /// A value, or the end of the array.
    ItemOrEnd,
    Key,
    /// A key, or the end of the object.
    KeyOrEnd,
    Colon,
    /// A comma, or the end of the object or the array.
    CommaOrEnd,
    /// Nothing: the document has ended.
    Nothing,
}

/// The first token that is wrong, by its number, and what is expected there; the number of tokens, where the text ends too early.
pub fn problem(tokens: &[Token<'_>]) -> Option<(usize, Expected)> {
    let mut open: Vec<&str> = Vec::new();
    let mut expected = Expected::Value;
    for (index, token) in tokens.iter().enumerate() {
        let after = match (token.kind, expected) {
            (Kind::Text, Expected::Key | Expected::KeyOrEnd) => Some(Expected::Colon),
            (Kind::Colon, Expected::Colon) => Some(Expected::Value),
            (Kind::Text | Kind::Word, Expected::Value | Expected::ItemOrEnd) => {
                Some(after_value(&open))
            }
            (Kind::Open, Expected::Value | Expected::ItemOrEnd) => {
                open.push(token.text);
                Some(match token.text {
                    "{" => Expected::KeyOrEnd,
                    _ => Expected::ItemOrEnd,
                })
            }
            (Kind::Comma, Expected::CommaOrEnd) => Some(match open.last() {
                Some(&"{") => Expected::Key,
                _ => Expected::Value,
            }),
            (Kind::Close, Expected::CommaOrEnd | Expected::KeyOrEnd | Expected::ItemOrEnd)
                if open.last().map(|open| closer(open)) == Some(token.text) =>
            {
                open.pop();
                Some(after_value(&open))
            }
            (
                Kind::Open
                | Kind::Close
                | Kind::Comma
                | Kind::Colon
                | Kind::Text
                | Kind::Unclosed
                | Kind::Word
                | Kind::Stray,
                _,
            ) => None,
        };
        let is_wrong = token.kind == Kind::Word && !is_word(token.text);
        match after {
            Some(after) if !is_wrong => expected = after,
            _ => return Some((index, expected)),
        }
    }
    (expected != Expected::Nothing).then_some((tokens.len(), expected))
}

/// What closes a bracket or a brace.
pub fn closer(opener: &str) -> &'static str {
    match opener {
        "{" => "}",
        _ => "]",
    }
}

/// Whether a word is a literal or a number.
fn is_word(word: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(word).is_ok()
}

fn after_value(open: &[&str]) -> Expected {
    if open.is_empty() {
        Expected::Nothing
    } else {
        Expected::CommaOrEnd
    }
}
