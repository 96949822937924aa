//! Characters and words that are out of place.

use super::entry::Entry;
use crate::diagnostic::Diagnostic;
use crate::read::line::Line;
use crate::read::repair::{Repair, excerpt};

/// What is written in place of a colon.
const SEPARATORS: [char; 6] = [':', ';', '=', ',', '：', '→'];

/// How many spaces a tab may stand for, the most usual first.
const WIDTHS: [usize; 6] = [2, 4, 8, 6, 3, 1];

/// The error of a character that YAML does not allow.
pub fn forbidden(text: &str) -> Option<Diagnostic> {
    let is_forbidden = |byte: u8| byte.is_ascii_control() && !b"\t\n\r".contains(&byte);
    let at = text.bytes().position(is_forbidden)?;
    let number = text.as_bytes().get(at)?;
    let message = format!("the control character U+{number:04X} may not stand in YAML");
    let repair = Repair::new(at..at + 1, "", message);
    let help = "remove it, write it as an escape in double quotes, or save the document as UTF-8";
    Some(repair.help(help).diagnostic("YAML", text))
}

/// What would indent a line by spaces, as many as a tab may stand for.
pub fn margins(line: &Line<'_>) -> Option<Vec<Repair>> {
    let white = line.text.get(..line.margin().len())?;
    let (odd, c) = white.char_indices().find(|(_, c)| *c != ' ')?;
    let what = match c {
        '\t' => "a tab".to_owned(),
        c => format!("the character U+{:04X}", u32::from(c)),
    };
    let place = line.start + odd..line.start + odd + c.len_utf8();
    let message = format!("{what} cannot indent a line");
    let indented = |width: usize| {
        let spaces = white.replace(c, &" ".repeat(width));
        let help = format!("indent with spaces: this line by {}", spaces.len());
        let repair = Repair::new(line.margin(), spaces, message.as_str());
        repair.at(place.clone()).help(help)
    };
    let unknown = indented(1).help("indent with spaces");
    Some(WIDTHS.into_iter().map(indented).chain([unknown]).collect())
}

/// What would make a comment of a line of another language.
pub fn other_language(line: &Line<'_>) -> Option<Repair> {
    let signs = ["//", "/*", "*/", "<!--", ";", "{%", "{{", "..."];
    let content = line.content();
    let sign = signs.into_iter().find(|sign| content.starts_with(sign))?;
    let (message, help) = match sign {
        "{%" | "{{" => ("belongs to a template", "check what the template makes"),
        "..." => ("ends a document", "remove the line"),
        _ => ("begins no comment", "begin comments with `#`"),
    };
    let range = line.content_start()..line.content_start() + sign.len();
    Some(Repair::new(range, "#", format!("`{sign}` {message}")).help(help))
}

/// What is said of lines that begin with their numbers.
pub fn line_numbers(lines: &[Line<'_>]) -> Option<Repair> {
    let is_numbered = |(line, number): (&Line<'_>, usize)| {
        let rest = line.content().strip_prefix(&number.to_string());
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let first = lines.first().filter(|_| lines.len() > 2)?;
    let repair = Repair::new(first.span(), "", "each line begins with its number");
    let are_numbered = lines.iter().take(9).zip(1..).all(is_numbered);
    are_numbered.then(|| repair.help("remove the numbers at the beginnings of the lines"))
}

/// What would take away what is before a key, or make an item of it.
pub fn before_key(entry: Entry<'_>) -> Option<Repair> {
    let text = entry.text;
    let rest = text.trim_start_matches(|c| "@`%,]}>|&*!?-".contains(c));
    let sign = text.strip_suffix(rest).filter(|sign| !sign.is_empty())?;
    let key = rest.trim_start();
    let item = format!("write `- {}`", excerpt(key));
    let (with, message, help) = match sign {
        "-" => ("- ", "a space is missing after `-`".to_owned(), item),
        _ if sign.starts_with('-') => ("- ", "one `-` too many begins this item".to_owned(), item),
        _ => {
            let message = format!("the character `{sign}` has no place here");
            let help = "remove it, or put the text that it belongs to in quotes";
            ("", message, help.to_owned())
        }
    };
    let repair = Repair::new(entry.start..entry.end() - key.len(), with, message);
    Some(repair.at(entry.start..entry.start + sign.len()).help(help))
}

/// What would make one item of two, the second of which begins right after the dash of the first.
pub fn second_dash(first: Entry<'_>, second: Entry<'_>) -> Option<Repair> {
    let item = second.item()?;
    let message = "one `-` too many begins this item";
    let repair = Repair::new(first.start..second.start, "", message);
    Some(repair.help(format!("write `- {}`", excerpt(item.text))))
}

/// What would make an item of a line, in the list with this indentation.
pub fn item(line: &Line<'_>, indent: usize) -> Repair {
    let message = "a `-` is missing before this item of the list";
    let item = Repair::new(line.margin(), [&" ".repeat(indent), "- "].concat(), message);
    let content = excerpt(line.content());
    let help = format!("write `- {content}`, and indent it like the other items");
    let start = line.content_start();
    item.at(start..start).help(help)
}

/// What would make a key of an item, or remove a line that is neither a key nor an item.
pub fn neither(entry: Entry<'_>) -> Repair {
    if let Some(item) = entry.item() {
        let message = "there is an item of a list among the keys of an object";
        return Repair::new(entry.start..item.start, "", message).help("remove `- `");
    }
    let message = "this line is neither a key with a value nor an item of a list";
    let help = "write `key: value` or `- item`, or remove the line";
    Repair::new(entry.start..entry.end(), "", message).choice(help)
}

/// What would make a key of the first word of a line where the key seems to have a bracket, which rather begins its value.
pub fn colon_before_bracket(entry: Entry<'_>) -> Option<Repair> {
    let is_bracketed = entry.first_key()?.contains(['{', '[']);
    colon(entry).filter(|_| is_bracketed)
}

/// What would make a key of the first word of a line, or of the text in quotes with which it begins.
pub fn colon(entry: Entry<'_>) -> Option<Repair> {
    if let Some(item) = entry.item() {
        return colon(item);
    }
    let text = entry.text;
    let is_end = |c: char| c.is_whitespace() || SEPARATORS.contains(&c);
    let length = match text.chars().next()? {
        quote @ ('"' | '\'') => text.get(1..)?.find(quote)? + 2,
        _ => text.find(is_end).unwrap_or(text.len()),
    };
    let (name, rest) = text.split_at_checked(length)?;
    let value = rest.trim_start().trim_start_matches(SEPARATORS);
    // An arrow may be in place of the colon, and the sign of a text after it.
    let begins_text = value.trim_start_matches(['>', '|', '-', '+']).is_empty();
    let value = if begins_text {
        value
    } else {
        value.trim_start_matches('>').trim_start()
    };
    let name = excerpt(name);
    let message = match rest.strip_suffix(value)?.trim() {
        "" => format!("a colon is missing after `{name}`"),
        ":" => format!("a space is missing after `{name}:`"),
        other => format!("the key `{name}` is followed by `{other}` in place of a colon"),
    };
    let end = entry.start + length;
    let with = if value.is_empty() { ":" } else { ": " };
    let help = format!("write `{name}{with}{}`", excerpt(value));
    let repair = Repair::new(end..entry.end() - value.len(), with, message);
    let is_name = name.contains(char::is_alphanumeric);
    is_name.then(|| repair.at(entry.start..end).help(help))
}
