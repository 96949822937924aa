//! Words in the case of their role.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use super::Role;

/// The words in the case of their role.
pub fn cased(words: &str, role: Role) -> String {
    let words = with_whole_acronyms(words);
    match role {
        Role::Type | Role::Variant => upper_camel(&words),
        Role::Field | Role::Method | Role::Argument | Role::Module => words.to_snake_case(),
        Role::Constant => words.to_shouty_snake_case(),
    }
}

/// The words in small letters.
pub fn words(text: &str) -> Vec<String> {
    let snake = with_whole_acronyms(text).to_snake_case();
    snake.split('_').map(str::to_owned).collect()
}

/// The words in upper camel case, where numbers that are apart stay so: `O3_2025_04_16` is a date, `O320250416` is not.
fn upper_camel(words: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut name = String::new();
    for word in words.to_snake_case().split('_') {
        if name.ends_with(is_digit) && word.starts_with(is_digit) {
            name.push('_');
        }
        name.push_str(&word.to_upper_camel_case());
    }
    name
}

/// The words, with the small letter of `IPs` and `IPv6` as large as the acronym before it: what changes the case begins a word.
fn with_whole_acronyms(words: &str) -> String {
    let mut whole = String::new();
    let mut capitals = 0;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let is_plural = c == 's' && !next.is_some_and(char::is_lowercase);
        let is_version = c == 'v' && next.is_some_and(|next| next.is_ascii_digit());
        if capitals > 1 && (is_plural || is_version) {
            whole.push(c.to_ascii_uppercase());
            if is_plural {
                whole.push(' ');
            }
        } else {
            whole.push(c);
        }
        capitals = if c.is_uppercase() { capitals + 1 } else { 0 };
    }
    whole
}
