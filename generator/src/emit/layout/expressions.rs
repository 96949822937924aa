//! Statements, chains, calls and literals.

use super::text::{LINE, STEP, fits, last_group, split_once, top_level, top_level_at, width};
use super::types;

/// The width of a chain, of the arguments of a call, and of the elements of an array.
const NARROW: usize = 60;

/// The width of the fields of a struct literal.
const STRUCT_LITERAL: usize = 18;

/// From how many lines on the arguments of a call may stand below a chain that is on one line, however short they are.
const TALL: usize = 5;

/// A statement, an arm of a match, or an expression at the end of a block.
pub fn statement(indent: &str, code: &str) -> Vec<String> {
    if let Some((pattern, value)) = split_once(code, " => ").filter(|_| code.ends_with(',')) {
        return arm(indent, pattern, value.trim_end_matches(','));
    }
    let end = [";", ","]
        .into_iter()
        .find(|end| code.ends_with(end))
        .unwrap_or_default();
    let code = &code[..code.len() - end.len()];
    match split_once(code, " = ") {
        Some((target, value)) => assignment(indent, &format!("{target} ="), value, end),
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
            Some((name, value)) => initial(&inner, name, value),
            None => vec![format!("{inner}{},", field.trim())],
        });
    }
    lines.push(format!("{indent}}}"));
    lines
}

/// A field of a struct literal: its value is on the next line where it fits in no form on this one.
fn initial(indent: &str, name: &str, value: &str) -> Vec<String> {
    let here = expression(indent, &format!("{name}: "), value, ",");
    // Where it is broken, rustfmt keeps a column for the comma.
    if is_whole(&here) || here.iter().all(|line| width(line) < LINE) {
        return here;
    }
    let mut lines = vec![format!("{indent}{name}:")];
    lines.extend(expression(&format!("{indent}{STEP}"), "", value, ","));
    lines
}

/// A value that follows an equals sign: on the next line where it is whole there and would not be here.
pub fn assignment(indent: &str, target: &str, value: &str, end: &str) -> Vec<String> {
    let here = expression(indent, &format!("{target} "), value, end);
    let below = expression(&format!("{indent}{STEP}"), "", value, end);
    if !is_better_below(&here, &below) {
        return here;
    }
    let mut lines = vec![format!("{indent}{target}")];
    lines.extend(below);
    lines
}

/// An arm of a match: its value in a block where it is whole there and would not be here.
fn arm(indent: &str, pattern: &str, value: &str) -> Vec<String> {
    let here = expression(indent, &format!("{pattern} => "), value, ",");
    // rustfmt keeps a column for the comma that the block makes needless.
    let mut below = expression(&format!("{indent}{STEP}"), "", value, ",");
    if !is_better_below(&here, &below) {
        return here;
    }
    if let Some(last) = below.last_mut() {
        last.pop();
    }
    let mut lines = vec![format!("{indent}{pattern} => {{")];
    lines.extend(below);
    lines.push(format!("{indent}}}"));
    lines
}

/// Whether a value should begin on the next line: it is whole there and not here, or fits there and not here.
fn is_better_below(here: &[String], below: &[String]) -> bool {
    let all_fit = |lines: &[String]| lines.iter().all(|line| fits(line));
    !is_whole(here) && (is_whole(below) || (all_fit(below) && !all_fit(here)))
}

fn is_whole(lines: &[String]) -> bool {
    matches!(lines, [line] if fits(line))
}

/// An array: an element a line where it is wide.
fn array(indent: &str, before: &str, elements: &str, end: &str) -> Vec<String> {
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

/// The elements of an array.
fn elements(code: &str) -> Option<&str> {
    code.strip_prefix("&[")?.strip_suffix(']')
}

/// An expression with what stands before and after it on its lines.
fn expression(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    if let Some(elements) = elements(code) {
        return array(indent, before, elements, end);
    }
    if code.ends_with('>') {
        return types::layout(indent, before, code, end);
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
    let is_short = rest.len() > 1 && width(rest[0]) <= STEP.len();
    let (head, links) = rest.split_at(if is_short { 2 } else { 1 });
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
    let Some((_, inner, "")) = last_group(code, '(', ')') else {
        return vec![line];
    };
    let is_narrow = match top_level(inner, ',').as_slice() {
        [] => return vec![line],
        [argument] => match elements(argument) {
            Some(elements) => width(elements) <= NARROW || top_level(elements, ',').len() == 1,
            None => !is_call(argument) || width(inner) <= NARROW,
        },
        _ => width(inner) <= NARROW,
    };
    if is_narrow && fits(&line) {
        return vec![line];
    }
    broken(indent, before, code, end)
}

/// A call with an argument a line.
fn broken(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    let Some((name, inner, "")) = last_group(code, '(', ')') else {
        return vec![format!("{indent}{before}{code}{end}")];
    };
    let arguments = top_level(inner, ',');
    if let [argument] = arguments.as_slice()
        && let Some(elements) = elements(argument)
    {
        let head = format!("{before}{name}(");
        return array(indent, &head, elements, &format!("){end}"));
    }
    if let [argument] = arguments.as_slice()
        && is_call(argument)
        && has_room(&format!("{indent}{before}{name}("), argument)
    {
        // The brackets of both calls stay together.
        return broken(
            indent,
            &format!("{before}{name}("),
            argument,
            &format!("){end}"),
        );
    }
    let head = format!("{indent}{before}{name}(");
    if !fits(&head) && name.ends_with('>') {
        return types::layout(indent, before, name, &format!("({inner}){end}"));
    }
    let mut lines = vec![head];
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

/// Whether a call within another one can begin on its line: rustfmt keeps two columns for the brackets that close both.
fn has_room(before: &str, call: &str) -> bool {
    let name = last_group(call, '(', ')').map_or(call, |(name, ..)| name);
    width(before) + width(name) + 3 <= LINE
}

/// Whether an argument is a call, and no chain of calls.
fn is_call(code: &str) -> bool {
    code.ends_with(')') && links(code).len() == 1 && !code.starts_with('(')
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
