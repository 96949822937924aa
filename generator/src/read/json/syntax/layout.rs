//! Lines whose indentation contradicts the brackets and braces: the parser often notices it at the end of the text.

use std::ops::Range;

use super::grammar::closer;
use super::token::{Kind, Token};
use crate::read::line::{Line, index_of};
use crate::read::repair::Repair;
use crate::source::Span;

/// How many contradictions are looked at.
const LIMIT: usize = 24;

/// A bracket or a brace that is open.
struct Open<'s> {
    start: usize,
    text: &'s str,
    line: usize,
    indent: usize,
    /// Whether the same is right beside it.
    is_doubled: bool,
    /// How its lines are indented.
    inside: Option<usize>,
}

/// What would bring the brackets and braces in line with the indentation, from the beginning of the text up to a byte.
pub fn repairs(text: &str, lines: &[Line<'_>], tokens: &[Token<'_>], at: usize) -> Vec<Repair> {
    let indented = lines
        .iter()
        .filter(|line| line.indent() > 0 || line.text.starts_with('\t'));
    if indented.count() * 2 < lines.len() {
        return Vec::new();
    }
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut found = Vec::new();
    let mut before: Option<(&Token<'_>, usize)> = None;
    let last = index_of(lines, at) + 1;
    for token in tokens {
        let index = index_of(lines, token.start);
        let Some(line) = lines
            .get(index)
            .filter(|_| index <= last && found.len() < LIMIT)
        else {
            break;
        };
        let indent = line.text.len() - line.text.trim_start().len();
        let is_first = before.is_none_or(|(_, line)| line != index);
        let is_closing = token.kind == Kind::Close;
        if is_first
            && let Some((previous, _)) = before
            && let Some(inner) = open.last_mut()
        {
            if indent < inner.indent || indent == inner.indent && !is_closing && inner.line != index
            {
                found.extend(unclosed(lines, previous, token, inner));
            } else if !is_closing && inner.inside.is_some_and(|inside| indent > inside)
                || !is_closing && inner.inside.is_none() && indent > inner.indent + step(lines)
            {
                found.extend(unopened(previous, token));
            }
            if !is_closing {
                inner.inside.get_or_insert(indent);
            }
        }
        match token.kind {
            Kind::Open => {
                let is_doubled =
                    before.is_some_and(|(before, line)| line == index && before.text == token.text);
                if let Some(outer) = open.last_mut().filter(|_| is_doubled) {
                    outer.is_doubled = true;
                }
                open.push(Open {
                    start: token.start,
                    text: token.text,
                    line: index,
                    indent,
                    is_doubled,
                    inside: None,
                });
            }
            Kind::Close => {
                let inner = open.last();
                if inner.is_none_or(|inner| inner.line != index && inner.indent != indent) {
                    found.extend(surplus(text, lines, token, inner.is_some()));
                }
                open.pop();
            }
            Kind::Comma | Kind::Colon | Kind::Text | Kind::Unclosed | Kind::Word | Kind::Stray => {}
        }
        before = Some((token, index));
    }
    found
}

/// How many characters of white space a level has.
fn step(lines: &[Line<'_>]) -> usize {
    let indents = lines
        .iter()
        .map(|line| line.text.len() - line.text.trim_start().len());
    indents
        .filter(|indent| *indent > 0)
        .take(64)
        .min()
        .unwrap_or(2)
}

/// What would close what is open before a line that is further to the left.
fn unclosed(
    lines: &[Line<'_>],
    previous: &Token<'_>,
    token: &Token<'_>,
    open: &Open<'_>,
) -> Vec<Repair> {
    let closer = closer(open.text);
    let previous_line = index_of(lines, previous.start);
    // A line on which the bracket stood may be left.
    let mut between = previous_line + 1..index_of(lines, token.start);
    let blank = between.find_map(|index| lines.get(index));
    let place = match blank {
        Some(blank) => blank.end(),
        None if open.line == previous_line => previous.end(),
        None => token.start,
    };
    let opener = Span::new(0, open.start..open.start + 1);
    let message = format!(
        "`{closer}` is missing before this: the `{}` above is not closed",
        open.text
    );
    let explained = |range: Range<usize>, with: &str| {
        Repair::new(range, with, message.clone())
            .at(Span::new(0, place..place))
            .help(format!("write `{closer}`"))
            .related(opener, "opened here")
    };
    let end = previous.end();
    let mut repairs = vec![
        explained(end..end, closer),
        explained(end..end, &format!("{closer},")),
    ];
    if previous.kind == Kind::Comma {
        repairs.push(explained(previous.start..previous.start, closer));
        repairs.push(explained(previous.range(), closer));
    }
    if open.is_doubled {
        let message = format!("`{}` is there twice", open.text);
        let doubled = Repair::new(open.start..open.start + 1, "", message);
        repairs.insert(0, doubled.help("remove one of the two"));
    }
    repairs
}

/// What would open something before a line that is further to the right.
fn unopened(previous: &Token<'_>, token: &Token<'_>) -> Vec<Repair> {
    let start = token.start;
    if previous.kind == Kind::Colon {
        return opened(previous);
    }
    let openers = [
        ("\"\": {", "a key with `{`"),
        ("{", "`{`"),
        ("\"\": [", "a key with `[`"),
        ("[", "`[`"),
    ];
    let repairs = openers.map(|(with, what)| {
        let message = format!(
            "this line is indented further than those around it: {what} is missing above it"
        );
        let help = format!("write {what} before this line, or remove what closes it");
        Repair::new(start..start, with, message).help(help)
    });
    repairs.into()
}

/// What would open an object or an array after a colon.
pub fn opened(colon: &Token<'_>) -> Vec<Repair> {
    let end = colon.end();
    ["{", "["]
        .map(|opener| {
            let message = format!("`{opener}` is missing after this colon");
            Repair::new(end..end, opener, message)
                .at(Span::new(0, colon.range()))
                .help(format!("write `{opener}` after the colon"))
        })
        .into()
}

/// What would take a closing bracket away, alone or with the comma after it.
fn surplus(text: &str, lines: &[Line<'_>], token: &Token<'_>, has_opener: bool) -> Vec<Repair> {
    let index = index_of(lines, token.start);
    let above = index.checked_sub(1).and_then(|index| lines.get(index));
    let plain = |line: &Line<'_>| line.text.trim_end_matches(',').to_owned();
    let place = match (above, lines.get(index)) {
        (Some(above), Some(line)) if has_opener && plain(above) == plain(line) => above.span(),
        _ => Span::new(0, token.range()),
    };
    let end = token.end();
    let comma = text
        .get(end..)
        .filter(|rest| rest.starts_with(','))
        .map(|_| end + 1);
    let message = format!(
        "one `{}` too many is here, as the indentation shows",
        token.text
    );
    let ends = std::iter::once(end).chain(comma);
    ends.map(|end| {
        Repair::new(token.start..end, "", message.clone())
            .at(place)
            .help(format!("remove one `{}`", token.text))
    })
    .collect()
}
