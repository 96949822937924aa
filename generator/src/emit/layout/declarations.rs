//! Items and their members.

use super::expressions;
use super::text::{STEP, fits, last_group, split_once, top_level, width};

/// A constant or an associated type. A text that fits on no line stays where it is.
pub fn constant(indent: &str, code: &str) -> Vec<String> {
    match split_once(code, " = ") {
        Some((target, value)) => {
            let (value, end) = value
                .strip_suffix(';')
                .map_or((value, ""), |value| (value, ";"));
            expressions::assignment(indent, target, value, end)
        }
        None => vec![format!("{indent}{code}")],
    }
}

/// A struct or an enum, its brace below where it does not fit.
pub fn definition(indent: &str, code: &str) -> Vec<String> {
    let line = format!("{indent}{code}");
    match code.strip_suffix(" {") {
        Some(head) if !fits(&line) => vec![format!("{indent}{head}"), format!("{indent}{{")],
        _ => vec![line],
    }
}

/// The head of an `impl`, broken before its type where it does not fit.
pub fn implementation(indent: &str, code: &str) -> Vec<String> {
    let line = format!("{indent}{code}");
    let Some(head) = code.strip_suffix(" {").filter(|_| !fits(&line)) else {
        return vec![line];
    };
    let broken = split_once(head, " for ").map(|(interface, ty)| (interface, format!("for {ty}")));
    let broken = broken.or_else(|| head.split_once(' ').map(|(word, ty)| (word, ty.to_owned())));
    let Some((first, second)) = broken else {
        return vec![line];
    };
    vec![
        format!("{indent}{first}"),
        format!("{indent}{STEP}{second}"),
        format!("{indent}{{"),
    ]
}

/// A field, its type below where it fits there, else broken.
pub fn field(indent: &str, code: &str) -> Vec<String> {
    let line = format!("{indent}{code}");
    let Some((name, ty)) = split_once(code, ": ").filter(|_| !fits(&line)) else {
        return vec![line];
    };
    let below = format!("{indent}{STEP}{ty}");
    if fits(&below) {
        return vec![format!("{indent}{name}:"), below];
    }
    let (ty, end) = ty.strip_suffix(',').map_or((ty, ""), |ty| (ty, ","));
    self::ty(indent, &format!("{name}: "), ty, end)
}

/// The head of a function: an argument a line where it does not fit.
pub fn function(indent: &str, code: &str) -> Vec<String> {
    let line = format!("{indent}{code}");
    if fits(&line) {
        return vec![line];
    }
    let (signature, output) = match split_once(code, " -> ") {
        Some((signature, output)) => (signature, Some(output)),
        None => (code, None),
    };
    let Some((name, arguments, rest)) = last_group(signature, '(', ')') else {
        return vec![line];
    };
    let inner = format!("{indent}{STEP}");
    let mut lines = vec![format!("{indent}{name}(")];
    for argument in top_level(arguments, ',') {
        let argument = argument.trim();
        match split_once(argument, ": ") {
            Some((name, ty)) => lines.extend(self::ty(&inner, &format!("{name}: "), ty, ",")),
            None => lines.push(format!("{inner}{argument},")),
        }
    }
    match output {
        Some(output) => lines.extend(returned(indent, output)),
        None => lines.push(format!("{indent}){rest}")),
    }
    lines
}

/// The end of the head of a function, from the parenthesis that closes its arguments.
fn returned(indent: &str, output: &str) -> Vec<String> {
    let (ty, brace) = output
        .strip_suffix(" {")
        .map_or((output, ""), |ty| (ty, " {"));
    let line = format!("{indent}) -> {ty}");
    // rustfmt holds the brace to the width of the body.
    if fits(&format!("{line}{brace}{indent}")) || (brace.is_empty() && fits(&line)) {
        return vec![format!("{line}{brace}")];
    }
    if fits(&line) {
        return vec![line, format!("{indent}{{")];
    }
    match self::ty(indent, ") -> ", ty, brace).as_slice() {
        // rustfmt leaves no space where nothing helps.
        [line] if !fits(line) => vec![line.replace(" {", "{")],
        lines => lines.to_vec(),
    }
}

/// A type behind what stands before it on its line: an argument a line where it does not fit.
pub fn ty(indent: &str, before: &str, code: &str, end: &str) -> Vec<String> {
    let line = format!("{indent}{before}{code}{end}");
    if fits(&line) {
        return vec![line];
    }
    let inner = format!("{indent}{STEP}");
    let Some((name, arguments, "")) = last_group(code, '<', '>') else {
        return vec![line];
    };
    // What is too wide by itself stays where it is.
    if top_level(arguments, ',')
        .iter()
        .any(|argument| is_too_wide(&inner, argument.trim()))
    {
        return vec![line];
    }
    let mut lines = vec![format!("{indent}{before}{name}<")];
    for argument in top_level(arguments, ',') {
        lines.extend(ty(&inner, "", argument.trim(), ","));
    }
    lines.push(format!("{indent}>{end}"));
    lines
}

/// Whether a type does not fit even where it is broken.
fn is_too_wide(indent: &str, code: &str) -> bool {
    match last_group(code, '<', '>') {
        Some((_, arguments, "")) => {
            let inner = format!("{indent}{STEP}");
            width(indent) + width(code) >= super::text::LINE
                && top_level(arguments, ',')
                    .iter()
                    .any(|argument| is_too_wide(&inner, argument.trim()))
        }
        _ => width(indent) + width(code) >= super::text::LINE,
    }
}
