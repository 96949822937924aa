//! prettyplease's text as rustfmt would lay it out.
//!
//! The two agree on most lines. They differ in the width of a line (89 columns, 100), in that rustfmt holds calls, chains
//! and literals to widths of their own, and in that prettyplease leaves no blank lines between the members of an `impl`.
//! So what prettyplease has broken is joined, and broken again by rustfmt's rules: those that the generator's code needs.

/// The width of a line.
const LINE: usize = 100;
/// The width of a chain of method calls, and of the arguments of one call.
const CHAIN: usize = 60;
/// The width of the fields of a struct literal.
const STRUCT_LITERAL: usize = 18;

/// Lays out one item.
pub fn layout(item: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in join(item.lines().map(str::to_owned).collect()) {
        for line in split(&line) {
            if lines.last().is_some_and(|last| needs_blank(last, &line)) {
                lines.push(String::new());
            }
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Whether a blank line belongs between two lines: after a member of an `impl`, before one that has a body or docs.
fn needs_blank(last: &str, line: &str) -> bool {
    let is_member = |start: &str| {
        line.strip_prefix("    ")
            .is_some_and(|member| member.starts_with(start))
    };
    let begins_member = ["///", "#[", "pub fn", "fn", "pub async fn"]
        .iter()
        .any(|start| is_member(start));
    let ends_member = last == "    }"
        || (last.starts_with("    ") && !last.starts_with("     ") && last.ends_with(';'));
    begins_member && ends_member
}

/// Puts each group of brackets that was broken into lines on one line again; braces and comments stay.
fn join(mut lines: Vec<String>) -> Vec<String> {
    let mut at = lines.len();
    // From the end, so that inner groups are joined before outer ones.
    while at > 0 {
        at -= 1;
        let Some(close) = closing(&lines[at]) else {
            continue;
        };
        let closer = format!("{}{close}", indentation(&lines[at]));
        let Some(length) = lines[at + 1..]
            .iter()
            .position(|line| line.starts_with(&closer))
        else {
            continue;
        };
        let inner = &lines[at + 1..at + 1 + length];
        let is_plain = |line: &String| !line.ends_with('{') && !line.trim_start().starts_with("//");
        if !inner.iter().all(is_plain) {
            continue;
        }
        let inner: Vec<&str> = inner.iter().map(|line| line.trim()).collect();
        let inner = inner.join(" ");
        let (before, after) = match close {
            '}' => (" ", " "),
            _ => ("", ""),
        };
        let joined = format!(
            "{}{before}{}{after}{}",
            lines[at],
            inner.trim_end_matches(','),
            lines[at + 1 + length].trim_start()
        );
        lines.splice(at..=at + 1 + length, [joined]);
    }
    lines
}

/// The bracket that closes what the line leaves open; braces only of struct literals.
fn closing(line: &str) -> Option<char> {
    let text = line.trim();
    match text.chars().last()? {
        _ if text.starts_with("//") => None,
        '(' => Some(')'),
        '[' => Some(']'),
        '<' => Some('>'),
        '{' if text == "Self {" => Some('}'),
        _ => None,
    }
}

/// Breaks one line by rustfmt's rules.
fn split(line: &str) -> Vec<String> {
    let text = line.trim_start();
    let indent = indentation(line);
    if text.starts_with("//") || text.starts_with("#[") {
        return vec![line.to_owned()];
    }
    if let Some(fields) = text
        .strip_prefix("Self { ")
        .and_then(|rest| rest.strip_suffix(" }"))
    {
        if fields.len() > STRUCT_LITERAL {
            return vertical("Self {", fields, "}", indent);
        }
        return vec![line.to_owned()];
    }
    if text.starts_with("pub fn ") || text.starts_with("fn ") {
        return if line.len() > LINE {
            split_arguments(line, indent)
        } else {
            vec![line.to_owned()]
        };
    }
    if text.starts_with("pub ") || text.starts_with("const ") || text.starts_with("let ") {
        return split_declaration(line, indent);
    }
    split_expression(line, indent)
}

/// A declaration that is too long is broken before its value, or before the type of a field.
fn split_declaration(line: &str, indent: &str) -> Vec<String> {
    if let Some((head, rest)) = line.split_once(" = &[") {
        let items = rest.trim_end_matches("];");
        if items.len() > CHAIN || line.len() > LINE {
            return vertical(&format!("{} = &[", head.trim_start()), items, "];", indent);
        }
    }
    if line.len() <= LINE {
        return vec![line.to_owned()];
    }
    let (head, value) = match line.split_once(" = ") {
        Some((head, value)) => (format!("{head} ="), value),
        None => match line.split_once(": ") {
            Some((head, ty)) => (format!("{head}:"), ty),
            None => return vec![line.to_owned()],
        },
    };
    vec![head, format!("{indent}    {value}")]
}

/// A statement or a tail expression: a chain is broken before its dots, a call between its arguments.
fn split_expression(line: &str, indent: &str) -> Vec<String> {
    let text = line.trim_start();
    let (expression, end) = match text.strip_suffix([';', ',']) {
        Some(expression) => (expression, &text[expression.len()..]),
        None => (text, ""),
    };
    if !expression.ends_with(')') {
        return vec![line.to_owned()];
    }
    let links = links(expression);
    if links.len() <= 2 || (expression.len() <= CHAIN && line.len() <= LINE) {
        return split_call(line, expression, end, indent);
    }
    // A short first word keeps its first link.
    let short = links.first().is_some_and(|first| first.len() <= 4);
    let first_line: usize = if short { 2 } else { 1 };
    let mut lines = vec![format!("{indent}{}", links[..first_line].concat())];
    let inner = format!("{indent}    ");
    for (index, link) in links.iter().enumerate().skip(first_line) {
        let end = if index + 1 == links.len() { end } else { "" };
        lines.extend(split_call(
            &format!("{inner}{link}{end}"),
            link,
            end,
            &inner,
        ));
    }
    lines
}

/// A call whose arguments are too wide is broken between them.
fn split_call(line: &str, call: &str, end: &str, indent: &str) -> Vec<String> {
    let Some(open) = call.find('(') else {
        return vec![line.to_owned()];
    };
    let arguments = &call[open + 1..call.len() - 1];
    if line.len() <= LINE && (arguments.len() <= CHAIN || top_level(arguments, ',').len() < 2) {
        return vec![line.to_owned()];
    }
    vertical(&call[..=open], arguments, &format!("){end}"), indent)
}

fn split_arguments(line: &str, indent: &str) -> Vec<String> {
    let text = line.trim_start();
    let Some(open) = text.find('(') else {
        return vec![line.to_owned()];
    };
    let Some(close) = matching(text, open) else {
        return vec![line.to_owned()];
    };
    vertical(
        &text[..=open],
        &text[open + 1..close],
        &text[close..],
        indent,
    )
}

/// One part a line, each with a comma.
fn vertical(head: &str, parts: &str, tail: &str, indent: &str) -> Vec<String> {
    let parts = top_level(parts, ',');
    let parts = parts
        .iter()
        .map(|part| format!("{indent}    {},", part.trim()));
    std::iter::once(format!("{indent}{head}"))
        .chain(parts)
        .chain(std::iter::once(format!("{indent}{tail}")))
        .collect()
}

/// The links of a chain: `self`, `.parts`, `.query(…)`.
fn links(expression: &str) -> Vec<&str> {
    top_level_at(expression, '.')
        .into_iter()
        .chain(std::iter::once(expression.len()))
        .scan(0, |start, end| {
            let link = &expression[*start..end];
            *start = end;
            Some(link)
        })
        .collect()
}

fn top_level(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in top_level_at(text, separator) {
        parts.push(&text[start..at]);
        start = at + separator.len_utf8();
    }
    if !text[start..].trim().is_empty() {
        parts.push(&text[start..]);
    }
    parts
}

/// Where a character stands outside all brackets and strings.
fn top_level_at(text: &str, wanted: char) -> Vec<usize> {
    let mut places = Vec::new();
    let mut depth = 0_i32;
    scan(text, |at, c| {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth -= 1,
            c if c == wanted && depth == 0 => places.push(at),
            _ => {}
        }
        true
    });
    places
}

/// The bracket that closes the one at `open`.
fn matching(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_i32;
    let mut found = None;
    scan(&text[open..], |at, c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            found = Some(open + at);
        }
        depth > 0
    });
    found
}

/// Calls `visit` with each character outside strings, until it says no. The arrow of a return type is no bracket.
fn scan(text: &str, mut visit: impl FnMut(usize, char) -> bool) {
    let mut in_string = false;
    let mut escaped = false;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let is_arrow = c == '>' && matches!(previous, '-' | '=');
        previous = c;
        if in_string {
            in_string = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            continue;
        }
        if c == '"' {
            in_string = true;
            continue;
        }
        if !is_arrow && !visit(at, c) {
            return;
        }
    }
}

fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}
