//! Statements, chains, calls and literals.

use super::declarations;
use super::text::{STEP, fits, last_group, split_once, top_level, top_level_at, width};

/// The width of a chain, of the arguments of a call, and of the elements of an array.
const NARROW: usize = 60;

/// The width of the fields of a struct literal.
const STRUCT_LITERAL: usize = 18;

/// From how many lines on the arguments of a call may stand below a chain that is on one line, however short they are.
const TALL: usize = 5;

/// A statement, an arm of a match, or an expression at the end of a block.
pub fn statement(indent: &str, code: &str) -> Vec<String> {
    if let Some((pattern, value)) = split_once(code, " => ").filter(|_| code.ends_with(',')) {
        let value = value.trim_end_matches(',');
        return expression(indent, &format!("{pattern} => "), value, ",");
    }
    let end = [";", ","]
        .into_iter()
        .find(|end| code.ends_with(end))
        .unwrap_or_default();
    let code = &code[..code.len() - end.len()];
    match split_once(code, " = ") {
        Some((target, value)) => assignment(indent, target, value, end),
        None => expression(indent, "", code, end),
    }
}

/// A struct literal that ends a block.
pub fn literal(indent: &str, fields: &str) -> Vec<String> {
    if width(fields) <= STRUCT_LITERAL {
        return vec![format!("{indent}Self {{ {fields} }}")];
    }
    let inner = format!("{indent}{STEP}");
    let mut lines = vec![format!("{indent}Self {{")];
    for field in top_level(fields, ',') {
        lines.extend(match split_once(field.trim(), ": ") {
            Some((name, value)) => expression(&inner, &format!("{name}: "), value, ","),
            None => vec![format!("{inner}{},", field.trim())],
        });
    }
    lines.push(format!("{indent}}}"));
    lines
}

/// A value that follows an equals sign: on the next line where it is whole there and would not be here.
pub fn assignment(indent: &str, target: &str, value: &str, end: &str) -> Vec<String> {
    let here = expression(indent, &format!("{target} = "), value, end);
    let below = expression(&format!("{indent}{STEP}"), "", value, end);
    let is_whole = |lines: &[String]| matches!(lines, [line] if fits(line));
    if is_whole(&here) || !is_whole(&below) {
        return here;
    }
    let mut lines = vec![format!("{indent}{target} =")];
    lines.extend(below);
    lines
}

/// An array: an element a line where it is wide.
pub fn array(indent: &str, before: &str, elements: &str, end: &str) -> Vec<String> {
    let line = format!("{indent}{before}&[{elements}]{end}");
    if width(elements) <= NARROW && fits(&line) {
        return vec![line];
    }
    let elements = top_level(elements, ',').into_iter();
    let elements = elements.map(|element| format!("{indent}{STEP}{},", element.trim()));
    std::iter::once(format!("{indent}{before}&["))
        .chain(elements)
        .chain(std::iter::once(format!("{indent}]{end}")))
        .collect()
}

/// An expression with what stands before and after it on its lines.
fn expression(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    if let Some(elements) = code
        .strip_prefix("&[")
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return array(indent, before, elements, end);
    }
    if code.ends_with('>') {
        return declarations::ty(indent, before, code, end);
    }
    let links = links(code);
    match links.split_last() {
        Some((last, rest)) if !rest.is_empty() => chain(indent, before, rest, last, end),
        _ => call(indent, before, code, end),
    }
}

/// A chain is whole, or broken in its last call, or broken before its dots.
fn chain(indent: &str, before: &str, rest: &[&str], last: &str, end: &str) -> Vec<String> {
    let start = rest.concat();
    let whole = call(indent, &format!("{before}{start}"), last, end);
    // A single link is as wide as its line.
    let budget = if rest.len() == 1 {
        usize::MAX
    } else {
        NARROW.saturating_sub(width(&start))
    };
    let first = match last_group(last, '(', ')') {
        Some((name, ..)) if whole.len() > 1 => width(name) + 1,
        _ => width(last),
    };
    let inner = format!("{indent}{STEP}");
    let below = call(&inner, "", last, end);
    let is_good = if whole.len() == 1 {
        fits(&whole[0])
    } else {
        whole.len() >= TALL || below.len() >= whole.len()
    };
    if first <= budget && fits(&whole[0]) && is_good {
        return whole;
    }
    // A word as short as an indentation keeps its first link.
    let kept = rest
        .iter()
        .take(2)
        .map(|link| width(link))
        .next()
        .filter(|first| *first <= STEP.len() && rest.len() > 1);
    let (head, links) = rest.split_at(if kept.is_some() { 2 } else { 1 });
    let mut lines = vec![format!("{indent}{before}{}", head.concat())];
    for link in links {
        lines.extend(call(&inner, "", link, ""));
    }
    lines.extend(below);
    lines
}

/// A call: an argument a line where they are too wide together.
fn call(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    let line = format!("{indent}{before}{code}{end}");
    let Some((name, inner, "")) = last_group(code, '(', ')') else {
        return vec![line];
    };
    let arguments = top_level(inner, ',');
    let is_narrow = width(inner) <= NARROW || arguments.len() < 2;
    if arguments.is_empty() || (is_narrow && fits(&line)) {
        return vec![line];
    }
    let mut lines = vec![format!("{indent}{before}{name}(")];
    for argument in arguments {
        lines.extend(expression(
            &format!("{indent}{STEP}"),
            "",
            argument.trim(),
            ",",
        ));
    }
    lines.push(format!("{indent}){end}"));
    lines
}

/// The links of a chain: `self`, `.parts`, `.query(…)`.
fn links(code: &str) -> Vec<&str> {
    let mut links = Vec::new();
    let mut start = 0;
    for end in top_level_at(code, '.').into_iter().chain([code.len()]) {
        links.push(&code[start..end]);
        start = end;
    }
    links
}
