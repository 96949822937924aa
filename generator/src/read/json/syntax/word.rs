//! Words in the place of a key or a value that are neither.

use super::grammar::Expected;
use super::token::{Kind, Token};
use crate::diagnostic::suggest;
use crate::read::repair::{Repair, excerpt};
use crate::text::is_invisible;

/// What is wrong with a token by itself.
pub fn repair(text: &str, token: &Token<'_>, expected: Expected) -> Option<Repair> {
    match token.kind {
        Kind::Word => Some(word(token, expected)),
        Kind::Stray => Some(stray(text, token)),
        Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::Text | Kind::Unclosed => None,
    }
}

fn word(token: &Token<'_>, expected: Expected) -> Repair {
    const LITERALS: [&str; 3] = ["true", "false", "null"];
    let word = token.text;
    let quoted = format!("\"{word}\"");
    let explained =
        |message: String, help: String| Repair::new(token.range(), "", message).help(help);
    let shown_word = excerpt(word);
    if matches!(expected, Expected::Key | Expected::KeyOrEnd) {
        let message = format!("the key `{shown_word}` is not in double quotes");
        return explained(message, format!("write `{}`", excerpt(&quoted)));
    }
    let lower = word.to_lowercase();
    let literal = match lower.as_str() {
        "none" | "nil" | "undefined" | "nan" => Some("null"),
        "yes" | "on" => Some("true"),
        "no" | "off" => Some("false"),
        lower => suggest::nearest(lower, LITERALS),
    };
    let digits = word.trim_start_matches(['+', '-']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if expected == Expected::Nothing || expected == Expected::Colon {
        let message = format!("`{shown_word}` has no place here");
        return explained(message, "remove it".to_owned());
    }
    if is_number {
        let (message, help) = number(word, digits);
        return explained(format!("the number `{shown_word}` {message}"), help);
    }
    if serde_json::from_str::<serde::de::IgnoredAny>(word).is_ok() {
        return explained(
            format!("a comma is missing before `{shown_word}`"),
            "write the comma".to_owned(),
        );
    }
    match literal {
        Some(literal) => explained(
            format!("`{shown_word}` is not a valid value"),
            format!("did you mean `{literal}`?"),
        ),
        None => explained(
            format!("the text `{shown_word}` is not in double quotes"),
            format!("write `{}`", excerpt(&quoted)),
        ),
    }
}

fn number(word: &str, digits: &str) -> (&'static str, String) {
    let lower = digits.to_ascii_lowercase();
    if lower.starts_with("0x") {
        let help = "write it in decimal digits".to_owned();
        return ("is not written in decimal digits", help);
    }
    if word.starts_with('+') {
        let help = format!("write `{}`", excerpt(word.trim_start_matches('+')));
        return ("begins with `+`", help);
    }
    let shorter = digits.trim_start_matches('0');
    if shorter.len() < digits.len() && shorter.chars().all(|c| c.is_ascii_digit()) {
        let sign = if word.starts_with('-') { "-" } else { "" };
        let shorter = excerpt(shorter);
        let help = format!("write `{sign}{shorter}`, or put it in double quotes");
        return ("begins with a zero", help);
    }
    (
        "cannot be read",
        "write it like `-1.5`, or put it in double quotes if it is a text".to_owned(),
    )
}

fn stray(text: &str, token: &Token<'_>) -> Repair {
    let rest = text.get(token.start..).unwrap_or_default();
    let sign = token.text;
    let is_comment = rest.starts_with("//") || rest.starts_with("/*") || sign == "#";
    let (message, help) = match sign {
        _ if is_comment => (
            "JSON has no comments".to_owned(),
            "remove the comment, or write what it says as a `description`",
        ),
        "'" => (
            "strings are in double quotes, not in single ones".to_owned(),
            "write `\"` in place of `'` before and after the string",
        ),
        "`" => (
            "strings are in double quotes, not in backticks".to_owned(),
            "write `\"` before and after the string",
        ),
        "“" | "”" | "„" | "‘" | "’" | "«" | "»" => (
            format!("`{sign}` is a curly quote: strings are in straight ones"),
            "write `\"` before and after the string",
        ),
        "=" | ";" => (
            format!("`{sign}` has no place here"),
            "write `:` between a key and its value, and `,` between values",
        ),
        _ if sign.contains(|c: char| c.is_whitespace() || is_invisible(c)) => {
            let code = sign.chars().map(u32::from).next().unwrap_or_default();
            let message = format!("the invisible character U+{code:04X} has no place here");
            (message, "remove it")
        }
        _ => (
            format!("the character `{sign}` has no place here"),
            "remove it",
        ),
    };
    Repair::new(token.range(), "", message).help(help)
}
