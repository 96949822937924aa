//! Regular expressions of ECMA-262 as those of Rust's library, which needs no more time than their length times that of the text.

use std::iter::Peekable;
use std::str::Chars;

/// The same pattern; `None` if it has what the library does not know, such as lookahead, or what dialects read differently.
pub fn translate(pattern: &str) -> Option<String> {
    // It is reported as the literal of JavaScript that it is.
    if pattern.starts_with('/') && pattern.ends_with('/') {
        return None;
    }
    let mut signs = pattern.chars().peekable();
    let mut translated = String::with_capacity(pattern.len());
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => translated.push_str(&escape(&mut signs, Around::Nothing)?),
            '[' => translated.push_str(&class(&mut signs)?),
            '(' => translated.push_str(&group(&mut signs)?),
            // Some dialects read `{,3}` as a quantifier, others as text.
            '{' if signs.peek() == Some(&',') => return None,
            '.' => translated.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            other => translated.push(other),
        }
    }
    Some(translated)
}

/// What is around an escape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Class,
}

fn escape(signs: &mut Peekable<Chars<'_>>, around: Around) -> Option<String> {
    let sign = signs.next()?;
    // The digits and letters of ECMA-262 are those of ASCII.
    let (members, is_negated) = match sign {
        'd' | 'D' => ("0-9", sign == 'D'),
        'w' | 'W' => ("0-9A-Za-z_", sign == 'W'),
        _ => return other_escape(signs, sign, around),
    };
    match (around, is_negated) {
        (Around::Nothing, false) => Some(format!("[{members}]")),
        (Around::Class, false) => Some(members.to_owned()),
        (Around::Nothing | Around::Class, true) => Some(format!("[^{members}]")),
    }
}

fn other_escape(signs: &mut Peekable<Chars<'_>>, sign: char, around: Around) -> Option<String> {
    match sign {
        's' | 'S' | 't' | 'n' | 'r' | 'f' | 'v' | 'p' | 'P' => Some(format!(r"\{sign}")),
        'b' | 'B' if around == Around::Nothing => Some(format!(r"(?-u:\{sign})")),
        'x' => code(signs, 2),
        'u' => code(signs, 4),
        // References to groups, control characters, and what only other dialects know.
        _ if sign.is_ascii_alphanumeric() => None,
        _ => Some(regex::escape(&sign.to_string())),
    }
}

/// A character by its number, of this many digits.
fn code(signs: &mut Peekable<Chars<'_>>, digits: usize) -> Option<String> {
    let digits: String = signs.by_ref().take(digits).collect();
    let number = u32::from_str_radix(&digits, 16).ok()?;
    // Half of a surrogate pair is no character.
    char::from_u32(number).map(|_| format!(r"\u{{{number:x}}}"))
}

/// A class, of which the bracket is read.
fn class(signs: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut class = String::from("[");
    if signs.next_if_eq(&'^').is_some() {
        class.push('^');
    }
    // Empty in one dialect, a bracket in others.
    if signs.peek() == Some(&']') {
        return None;
    }
    loop {
        match signs.next()? {
            ']' => break,
            '\\' => class.push_str(&escape(signs, Around::Class)?),
            // In the library, a bracket begins a class within the class, and these signs twice combine classes.
            sign @ ('[' | '&' | '~') => {
                class.push('\\');
                class.push(sign);
            }
            '-' if signs.peek() == Some(&'-') => return None,
            other => class.push(other),
        }
    }
    class.push(']');
    Some(class)
}

/// The begin of a group, of which the parenthesis is read. The library looks neither ahead nor behind.
fn group(signs: &mut Peekable<Chars<'_>>) -> Option<String> {
    if signs.next_if_eq(&'?').is_none() {
        return Some("(".to_owned());
    }
    match signs.next()? {
        ':' => Some("(?:".to_owned()),
        '<' if !matches!(signs.peek(), Some('=' | '!')) => Some("(?<".to_owned()),
        _ => None,
    }
}
