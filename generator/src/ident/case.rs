//! Words in the case of their role.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use super::Role;

/// Names of one word that have capitals within: `oauth`, not `o_auth`.
const ONE_WORD: [&str; 14] = [
    "GitHub",
    "GitLab",
    "GraphQL",
    "IoT",
    "JavaScript",
    "LinkedIn",
    "MySQL",
    "OAuth",
    "OpenID",
    "PayPal",
    "PostgreSQL",
    "TypeScript",
    "WhatsApp",
    "YouTube",
];

/// Those that begin with a small letter, of which types keep no capital but the first.
const ONE_SMALL_WORD: [&str; 2] = ["iOS", "macOS"];

/// The words in the case of their role.
pub fn cased(words: &str, role: Role) -> String {
    let words = with_whole_names(&with_whole_acronyms(words), &ONE_SMALL_WORD);
    match role {
        Role::Type | Role::Variant => upper_camel(&words),
        Role::Field | Role::Method | Role::Argument | Role::Module => {
            with_whole_names(&words, &ONE_WORD).to_snake_case()
        }
        Role::Constant => with_whole_names(&words, &ONE_WORD).to_shouty_snake_case(),
    }
}

/// The words in small letters.
pub fn words(text: &str) -> Vec<String> {
    let snake = cased(text, Role::Field);
    snake.split('_').map(str::to_owned).collect()
}

/// The words, in which these names are words: a large letter and small ones. What only looks like such a name stays.
fn with_whole_names(words: &str, names: &[&str]) -> String {
    let mut whole = words.to_owned();
    for name in names {
        let places: Vec<usize> = whole.match_indices(name).map(|(at, _)| at).collect();
        for at in places {
            let end = at + name.len();
            let before = whole.get(..at).and_then(|text| text.chars().next_back());
            let after = whole.get(end..).and_then(|text| text.chars().next());
            let is_within = if name.starts_with(char::is_uppercase) {
                before.is_some_and(char::is_uppercase)
            } else {
                before.is_some_and(char::is_alphanumeric)
            };
            if !is_within && !after.is_some_and(char::is_lowercase) {
                let (first, rest) = name.split_at(1);
                let word = first.to_ascii_uppercase() + &rest.to_ascii_lowercase();
                whole.replace_range(at..end, &word);
            }
        }
    }
    whole
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
