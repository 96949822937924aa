//! Items and their members.

use super::text::{STEP, fits, last_group, split_once, top_level, width};
use super::{expressions, types};

/// A constant or an associated type. Its type is broken where its head does not fit; a text that fits on no line stays where it is.
pub fn constant(indent: &str, code: &str) -> Vec<String> {
    match split_once(code, " = ") {
        Some((target, value)) => {
            let (value, end) = value
                .strip_suffix(';')
                .map_or((value, ""), |value| (value, ";"));
            let head = format!("{target} =");
            let typed = split_once(target, ": ").filter(|_| !fits(&format!("{indent}{head}")));
            let Some((name, ty)) = typed else {
                return expressions::assignment(indent, &head, value, end);
            };
            let mut lines = types::layout(indent, &format!("{name}: "), ty, " =");
            let last = lines.pop().unwrap_or(head);
            lines.extend(expressions::assignment(
                indent,
                last.trim_start(),
                value,
                end,
            ));
            lines
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
    let Some(head) = code.strip_suffix(" {") else {
        return vec![line];
    };
    let inner = format!("{indent}{STEP}");
    if types::has_wide_tuple(head)
        && let Some((interface, ty)) = split_once(head, " for ")
    {
        let interface = interface.trim_start_matches("impl ");
        let whole = types::layout(&inner, "", interface, &format!(" for {ty}"));
        let mut lines = vec![format!("{indent}impl")];
        if whole.last().is_some_and(|last| fits(last)) {
            lines.extend(whole);
        } else {
            lines.extend(types::layout(&inner, "", interface, ""));
            lines.push(format!("{inner}for {ty}"));
        }
        lines.push(format!("{indent}{{"));
        return lines;
    }
    if fits(&line) {
        return vec![line];
    }
    let broken = split_once(head, " for ").map(|(interface, ty)| (interface, format!("for {ty}")));
    let broken = broken.or_else(|| head.split_once(' ').map(|(word, ty)| (word, ty.to_owned())));
    let Some((first, second)) = broken else {
        return vec![line];
    };
    vec![
        format!("{indent}{first}"),
        format!("{inner}{second}"),
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
    types::layout(indent, &format!("{name}: "), ty, end)
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
            Some((name, ty)) => lines.extend(types::layout(&inner, &format!("{name}: "), ty, ",")),
            None => lines.push(format!("{inner}{argument},")),
        }
    }
    match output {
        Some(output) => lines.extend(returned(indent, output)),
        None => lines.push(format!("{indent}){rest}")),
    }
    lines
}

/// How wide the line of a return type may be, without and with a brace behind it. rustfmt counts so.
const UNBROKEN: usize = 102;
const WITH_BRACE: usize = 94;

/// The end of the head of a function, from the parenthesis that closes its arguments.
fn returned(indent: &str, output: &str) -> Vec<String> {
    let (ty, brace) = output
        .strip_suffix(" {")
        .map_or((output, ""), |ty| (ty, " {"));
    let line = format!("{indent}) -> {ty}");
    if width(&line)
        <= if brace.is_empty() {
            UNBROKEN
        } else {
            WITH_BRACE
        }
    {
        return vec![format!("{line}{brace}")];
    }
    if width(&line) <= UNBROKEN {
        return vec![line, format!("{indent}{{")];
    }
    match types::layout(indent, ") -> ", ty, brace).as_slice() {
        // rustfmt leaves no space where nothing helps.
        [line] if !fits(line) => vec![line.replace(" {", "{")],
        lines => lines.to_vec(),
    }
}
