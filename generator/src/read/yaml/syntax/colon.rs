//! A colon that is missing, or is something else: the parser only notices it on a later line.

use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// What is written in place of a colon.
const SEPARATORS: [char; 5] = [';', '=', ',', '：', '→'];

/// What would make a key of a line that has none.
pub fn repair(line: &Line<'_>) -> Option<Repair> {
    let (start, content) = super::entry(line);
    let key_length = key_length(content)?;
    let (key, rest) = content.split_at_checked(key_length)?;
    let sign = rest.trim_start();
    if key.is_empty() || sign == ":" || sign.starts_with(": ") || key.starts_with(['#', '[', ']']) {
        return None;
    }
    let value = sign
        .trim_start_matches(':')
        .trim_start_matches(SEPARATORS)
        .trim_start_matches(['>', ':'])
        .trim();
    let separator = sign
        .get(..sign.len() - value.len())
        .unwrap_or_default()
        .trim();
    let is_key_later = value.contains(": ") || value.ends_with(':');
    if separator.is_empty() && is_key_later {
        return None;
    }
    let message = match separator {
        "" => format!("a colon is missing after `{}`", excerpt(key)),
        ":" => format!("a space is missing after `{}:`", excerpt(key)),
        other => format!(
            "the key `{}` is followed by `{other}` in place of a colon",
            excerpt(key)
        ),
    };
    let is_empty = value.is_empty() || value.starts_with('#');
    let (with, help) = if is_empty {
        (":", format!("write `{}:`", excerpt(key)))
    } else {
        (
            ": ",
            format!("write `{}: {}`", excerpt(key), excerpt(value)),
        )
    };
    let key_end = start + key_length;
    let value_start = start + content.len() - value.len();
    let repair = Repair::new(key_end..value_start, with, message);
    Some(repair.at(Span::new(0, start..key_end)).help(help))
}

/// How long the first word is, or the text in quotes.
fn key_length(content: &str) -> Option<usize> {
    if let Some(quote) = content.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let end = content.get(1..)?.find(quote)?;
        return Some(end + 2);
    }
    let is_end = |c: char| c.is_whitespace() || c == ':' || SEPARATORS.contains(&c);
    Some(content.find(is_end).unwrap_or(content.len()))
}
