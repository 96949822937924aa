//! Characters that no YAML holds, and signs of other languages and tools.

use crate::diagnostic::{Code, Diagnostic};
use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};
use crate::source::Span;

/// The error of a character that YAML does not allow.
pub fn forbidden(text: &str) -> Option<Diagnostic> {
    let is_forbidden = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
    let at = text
        .bytes()
        .position(|byte| is_forbidden(char::from(byte)))?;
    let c = text.get(at..)?.chars().next()?;
    let span = Span::new(0, at..at + c.len_utf8());
    let number = u32::from(c);
    let (message, help) = match c {
        '\0' if text.matches('\0').count() > text.len() / 4 => (
            "the text is encoded as UTF-16".to_owned(),
            "save the document as UTF-8",
        ),
        _ => (
            format!("the control character U+{number:04X} may not stand in YAML"),
            "remove it, or write it as an escape in double quotes",
        ),
    };
    let message = format!("this is not valid YAML: {message}");
    Some(Diagnostic::new(Code::Syntax, span, message).help(help))
}

/// What would make a comment of a line that begins like one of another language.
pub fn comment(line: &Line<'_>) -> Option<Repair> {
    let content = line.content();
    let sign = ["//", "/*", "*/", "--", "<!--", ";"]
        .into_iter()
        .find(|sign| content.starts_with(sign))?;
    let start = line.content_start();
    let message = format!("`{sign}` begins no comment");
    let repair = Repair::new(start..start + sign.len(), "#", message);
    Some(repair.help("begin comments with `#`"))
}

/// What would indent a line by spaces.
pub fn margin(line: &Line<'_>) -> Option<Repair> {
    let margin = line.margin();
    let white = line.text.get(..margin.len())?;
    let odd = white.find(|c| c != ' ')?;
    let c = white.get(odd..)?.chars().next()?;
    let with: String = white.chars().map(|_| ' ').collect();
    let message = match c {
        '\t' => "a tab cannot indent a line".to_owned(),
        '\u{a0}' => "a no-break space cannot indent a line".to_owned(),
        c => format!("the character U+{:04X} cannot indent a line", u32::from(c)),
    };
    let place = line.start + odd;
    let repair = Repair::new(margin, with, message);
    Some(
        repair
            .at(Span::new(0, place..place + c.len_utf8()))
            .help("indent with spaces"),
    )
}

/// What would take a sign away that is before or after what a line says.
pub fn stray(line: &Line<'_>) -> Vec<Repair> {
    let content = line.content();
    let is_sign = |c: &char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '-' | '#');
    let first = content.chars().next().filter(is_sign);
    // A colon at the end makes the line a key.
    let last = content.chars().next_back().filter(is_sign);
    let last = last.filter(|sign| *sign != ':');
    let removed = |at: usize, sign: char| {
        let message = format!("the character `{sign}` has no place here");
        Repair::new(at..at + sign.len_utf8(), "", message)
            .help("remove it, or put the text that it belongs to in quotes")
    };
    let first = first.map(|sign| removed(line.content_start(), sign));
    let last = last.map(|sign| removed(line.content_end() - sign.len_utf8(), sign));
    first.into_iter().chain(last).collect()
}

/// What would begin a new line before a second key.
pub fn joined(line: &Line<'_>) -> Option<Repair> {
    let content = line.content();
    let (_, rest) = content.split_once(':')?;
    let key_end = rest
        .strip_suffix(':')
        .map(str::len)
        .or_else(|| rest.rfind(": "))?;
    let before = rest.get(..key_end)?;
    let key_start = before.rfind(' ')? + 1;
    let margin = key_start - before.get(..key_start)?.trim_end().len();
    if margin < 2 && !rest.ends_with(':') {
        return None;
    }
    let start = line.content_end() - rest.len() + key_start;
    let key = before.get(key_start..)?;
    let indent = if margin > 1 { margin } else { line.indent() };
    let with = format!("\n{}", " ".repeat(indent));
    let message = format!("the key `{}` is on the line of another one", excerpt(key));
    let repair = Repair::new(start - margin..start, with, message);
    let place = Span::new(0, start..start + key.len());
    Some(
        repair
            .at(place)
            .help("begin a new line before it, or put the value in quotes"),
    )
}

/// What would leave out a line that says nothing.
pub fn junk(line: &Line<'_>) -> Option<Repair> {
    if line.is_empty() {
        return None;
    }
    let message = "this line is neither a key with a value nor an item of a list";
    let repair = Repair::new(line.start..line.end(), "", message).at(line.span());
    Some(repair.help("write `key: value` or `- item`, or remove the line"))
}
