//! Brackets and braces without their partners.

use super::value;
use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// What would close the brackets and braces that a line leaves open, or make a text of them.
pub fn unclosed(line: &Line<'_>) -> Vec<Repair> {
    let (start, value) = value(line);
    let Some((at, opener)) = value
        .char_indices()
        .next()
        .filter(|(_, c)| matches!(c, '[' | '{'))
    else {
        return Vec::new();
    };
    let open = open_after(value);
    let closers: String = open.iter().rev().map(|(_, closer)| *closer).collect();
    let opened = open.last().map_or(at, |(at, _)| *at);
    let Some(closer) = closers.chars().next() else {
        return Vec::new();
    };
    let place = Span::new(0, start + opened..start + opened + 1);
    let opened = value.get(opened..=opened).unwrap_or_default();
    let explained = |repair: Repair| {
        repair.at(place).help(format!(
            "write `{closer}` where it ends, remove `{opened}`, or put the value in quotes if `{opened}` belongs to a text"
        ))
    };
    let message = format!("`{opened}` is not closed on this line");
    let end = line.content_end();
    let body = value.get(1..).unwrap_or_default().trim_start();
    let quoted = format!("'{}'", value.replace('\'', "''"));
    let mut repairs = vec![
        explained(Repair::new(end..end, closers, message.clone())),
        explained(Repair::new(start..end, quoted, message.clone())),
    ];
    // A stray opener before a key leaves the key where it is.
    repairs.push(explained(Repair::new(
        start..start + 1,
        "",
        message.clone(),
    )));
    repairs.push(explained(Repair::new(
        start..start + 1,
        " ",
        message.clone(),
    )));
    repairs.push(explained(Repair::new(
        start..end - body.len(),
        "",
        message.clone(),
    )));
    if opener != '[' || value.contains(": ") {
        let inside = value.len() - body.len();
        repairs.push(explained(Repair::new(
            start..start + inside,
            " ".repeat(inside),
            message,
        )));
    }
    repairs
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
