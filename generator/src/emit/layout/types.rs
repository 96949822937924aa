//! Types that are too wide for a line.

use super::text::{LINE, STEP, fits, last_group, top_level, width};

/// The width of a tuple.
const TUPLE: usize = 60;

/// A type with what stands before and after it: an argument a line where it does not fit.
pub fn layout(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    let line = format!("{indent}{before}{code}{end}");
    // rustfmt measures a bound without the indentation of its line in the list.
    let is_bound = code.starts_with("impl ") && width(&line) <= LINE + width(STEP);
    // It does not count the last bracket of one that names an associated type.
    let is_bound = is_bound
        || code.starts_with("impl IntoIterator<Item = ") && width(&line) <= LINE + width(STEP) + 1;
    let is_whole = is_bound || fits(&line) && !has_wide_tuple(code);
    if is_whole {
        return vec![line];
    }
    let Some((open, arguments, close)) = parts(code) else {
        return vec![line];
    };
    let inner = format!("{indent}{STEP}");
    // What is too wide by itself stays where it is.
    if arguments
        .iter()
        .any(|argument| is_too_wide(&inner, argument))
    {
        return vec![line];
    }
    let mut lines = vec![format!("{indent}{before}{open}")];
    for argument in arguments {
        lines.extend(layout(&inner, "", argument, ","));
    }
    lines.push(format!("{indent}{close}{end}"));
    lines
}

/// Whether a tuple in a type is wider than a line of arguments may be.
pub fn has_wide_tuple(code: &str) -> bool {
    last_group(code, '(', ')').is_some_and(|(_, elements, _)| width(elements) > TUPLE)
}

/// A type with arguments: what opens it, the arguments, and what closes it.
fn parts(code: &str) -> Option<(String, Vec<&str>, &'static str)> {
    let split = |arguments| {
        top_level(arguments, ',')
            .into_iter()
            .map(str::trim)
            .collect()
    };
    let tuple = |code: &'_ str| Some(code.strip_prefix('(')?.strip_suffix(')')?.len());
    if tuple(code).is_some() {
        return Some(("(".to_owned(), split(&code[1..code.len() - 1]), ")"));
    }
    let (name, arguments, "") = last_group(code, '<', '>')? else {
        return None;
    };
    // The brackets of a tuple that stands alone stay with those around it.
    if tuple(arguments).is_some() && top_level(arguments, ',').len() == 1 {
        let elements = &arguments[1..arguments.len() - 1];
        return Some((format!("{name}<("), split(elements), ")>"));
    }
    Some((format!("{name}<"), split(arguments), ">"))
}

/// Whether a type does not fit even where it is broken.
fn is_too_wide(indent: &str, code: &str) -> bool {
    if width(indent) + width(code) < LINE {
        return false;
    }
    let inner = format!("{indent}{STEP}");
    match parts(code) {
        Some((_, arguments, _)) => arguments
            .iter()
            .any(|argument| is_too_wide(&inner, argument)),
        None => true,
    }
}
