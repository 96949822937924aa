//! Text of code: brackets, strings and widths.

/// The width of a line.
pub const LINE: usize = 100;

/// How far a block is indented.
pub const STEP: &str = "    ";

/// How many columns a text takes.
pub fn width(text: &str) -> usize {
    text.chars().count()
}

/// Whether a line is not too long.
pub fn fits(line: &str) -> bool {
    width(line) <= LINE
}

/// The white space before the code of a line.
pub fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Whether a line is a comment, docs included.
pub fn is_comment(code: &str) -> bool {
    code.starts_with("//")
}

/// The two sides of the first ` = ` that stands outside brackets and strings, or of another separator.
pub fn split_once<'t>(code: &'t str, separator: &str) -> Option<(&'t str, &'t str)> {
    let first = separator.chars().next()?;
    let mut places = top_level_at(code, first).into_iter();
    let at = places.find(|at| code[*at..].starts_with(separator))?;
    Some((&code[..at], &code[at + separator.len()..]))
}

/// The parts between separators outside brackets and strings; a last one that is empty is none.
pub fn top_level(code: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in top_level_at(code, separator) {
        parts.push(&code[start..at]);
        start = at + separator.len_utf8();
    }
    if !code[start..].trim().is_empty() {
        parts.push(&code[start..]);
    }
    parts
}

/// Where a character stands outside all brackets and strings.
pub fn top_level_at(code: &str, wanted: char) -> Vec<usize> {
    let mut places = Vec::new();
    let mut depth = 0_i32;
    scan(code, |at, c| match c {
        c if c == wanted && depth == 0 => places.push(at),
        '(' | '[' | '{' | '<' => depth += 1,
        ')' | ']' | '}' | '>' => depth -= 1,
        _ => {}
    });
    places
}

/// What stands before the last group of brackets, what is in it, and what follows.
pub fn last_group(code: &str, open: char, close: char) -> Option<(&str, &str, &str)> {
    let mut depth = 0_i32;
    let mut start = 0;
    let mut found = None;
    scan(code, |at, c| {
        if c == open {
            if depth == 0 {
                start = at;
            }
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                found = Some((start, at));
            }
        }
    });
    let (start, end) = found?;
    Some((&code[..start], &code[start + 1..end], &code[end + 1..]))
}

/// Calls `visit` with each character outside strings. The arrows of functions and matches are no brackets.
fn scan(code: &str, mut visit: impl FnMut(usize, char)) {
    let mut in_string = false;
    let mut escaped = false;
    let mut previous = ' ';
    for (at, c) in code.char_indices() {
        let is_arrow = c == '>' && matches!(previous, '-' | '=');
        previous = c;
        if in_string {
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
        } else if c == '"' {
            in_string = true;
            visit(at, c);
        } else if !is_arrow {
            visit(at, c);
        }
    }
}
