//! Brackets and braces without their partners.

use super::value;
use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// What would close the brackets and braces that a line leaves open, or make a text of them.
pub fn unclosed(line: &Line<'_>) -> Vec<Repair> {
    let (start, value) = value(line);
    let open = open_after(value);
    let (true, Some((opened, closer))) = (value.starts_with(['[', '{']), open.last().copied())
    else {
        return Vec::new();
    };
    let closers: String = open.iter().rev().map(|(_, closer)| *closer).collect();
    let place = Span::new(0, start + opened..start + opened + 1);
    let opened = value.get(opened..=opened).unwrap_or_default();
    let help = format!(
        "write `{closer}` where it ends, remove `{opened}`, or put the value in quotes if `{opened}` belongs to a text"
    );
    let message = format!("`{opened}` is not closed on this line");
    let end = line.content_end();
    let inside = end - value.get(1..).unwrap_or_default().trim_start().len();
    let mut changes = vec![
        (end..end, closers),
        (start..end, format!("'{}'", value.replace('\'', "''"))),
        // A stray opener before a key leaves the key where it is.
        (start..start + 1, String::new()),
        (start..start + 1, " ".to_owned()),
        (start..inside, String::new()),
    ];
    if value.starts_with('{') || value.contains(": ") {
        changes.push((start..inside, " ".repeat(inside - start)));
    }
    let repairs = changes.into_iter().map(|(range, with)| {
        Repair::new(range, with, message.clone())
            .at(place)
            .help(help.clone())
    });
    repairs.collect()
}

/// What removes a closing bracket or brace without a partner.
pub fn unopened(line: &Line<'_>) -> Vec<Repair> {
    let brackets = line.text.match_indices([']', '}', '[', '{']);
    let removed = brackets.map(|(at, bracket)| {
        let start = line.start + at;
        let message = format!("`{bracket}` has no partner");
        let help = format!(
            "remove `{bracket}`, or put the value in quotes if it belongs to a text: `{}`",
            excerpt(line.content())
        );
        Repair::new(start..start + 1, "", message).help(help)
    });
    removed.take(8).collect()
}

/// The brackets and braces that a value leaves open, each with what closes it.
fn open_after(value: &str) -> Vec<(usize, char)> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (Some(open_quote), _) if c == open_quote && before != '\\' => quote = None,
            (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',' | ':') => quote = Some(c),
            (None, '[') => open.push((at, ']')),
            (None, '{') => open.push((at, '}')),
            (None, ']' | '}') => {
                open.pop();
            }
            (None, '#') if before == ' ' => break,
            (Some(_) | None, _) => {}
        }
        before = c;
    }
    open
}
