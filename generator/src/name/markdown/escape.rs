//! Text that stays text.

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::text::is_invisible;

/// The text without what rustc or rustdoc refuse: control characters, and the marks that turn the direction of writing.
pub fn clean(text: &str) -> Cow<'_, str> {
    // Most texts are clean.
    if text.bytes().all(|b| matches!(b, b'\n' | b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let is_hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', "    ")
        .replace(is_hidden, "")
        .into()
}

pub fn is_absolute(url: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

/// Whether an address leads to another page of the same site.
pub fn is_relative(url: &str) -> bool {
    let has_scheme = url
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'));
    url.contains('/') && !url.starts_with('#') && !has_scheme
}

/// An address that ends neither a link nor an autolink.
pub fn address(url: &str) -> String {
    url.chars()
        .map(|c| match c {
            ' ' => "%20".to_owned(),
            '(' => "%28".to_owned(),
            ')' => "%29".to_owned(),
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            '`' => "%60".to_owned(),
            '\\' => "%5C".to_owned(),
            c if is_invisible(c) => {
                utf8_percent_encode(&c.to_string(), NON_ALPHANUMERIC).to_string()
            }
            c => c.to_string(),
        })
        .collect()
}

/// Plain text that stays plain text; addresses become links.
pub fn escape(text: &str, in_table: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest
        .find("http://")
        .into_iter()
        .chain(rest.find("https://"))
        .min()
    {
        let (before, from) = rest.split_at(at);
        escape_plain(before, in_table, &mut escaped);
        let end = from
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | ')' | ']' | '|' | '\\')
            })
            .unwrap_or(from.len());
        let url = from[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
        escaped.push_str(&format!("<{url}>"));
        rest = &from[url.len()..];
    }
    escape_plain(rest, in_table, &mut escaped);
    escaped
}

pub fn escape_plain(text: &str, in_table: bool, escaped: &mut String) {
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let is_word = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(|c| c.is_alphanumeric())
        };
        let is_within_word = is_word(at.checked_sub(1)) && is_word(Some(at + 1));
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            '_' => !is_within_word,
            '&' => chars
                .get(at + 1)
                .is_some_and(|next| next.is_alphanumeric() || *next == '#'),
            '|' => in_table,
            '~' => chars.get(at + 1) == Some(&'~'),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}
