//! What prettyplease has broken into lines, on one line again.

use super::text::{indentation, is_comment};

/// Joins each group of brackets, each chain and each value that was broken; the bodies of items and functions stay.
pub fn join(mut lines: Vec<String>) -> Vec<String> {
    // From the end, so that inner groups are joined before outer ones.
    for at in (0..lines.len()).rev() {
        while lines
            .get(at + 1)
            .is_some_and(|next| continues(&lines[at], next))
        {
            let next = lines.remove(at + 1);
            let is_chain = next.trim_start().starts_with('.');
            if !is_chain {
                lines[at].push(' ');
            }
            lines[at].push_str(next.trim_start());
        }
        join_group(&mut lines, at);
        join_arm(&mut lines, at);
    }
    lines
}

/// Whether a line goes on with what the line before it began.
fn continues(line: &str, next: &str) -> bool {
    let (code, next) = (line.trim_start(), next.trim_start());
    if is_comment(code) {
        return false;
    }
    next.starts_with('.')
        || code.ends_with(" =")
        || (code.starts_with("impl") && next.starts_with("for "))
}

fn join_group(lines: &mut Vec<String>, at: usize) {
    let Some(close) = closing(&lines[at]) else {
        return;
    };
    let closer = format!("{}{close}", indentation(&lines[at]));
    let is_closer = |line: &String| line.starts_with(&closer);
    let Some(length) = lines[at + 1..].iter().position(is_closer) else {
        return;
    };
    let end = at + 1 + length;
    let is_plain = |line: &String| !line.ends_with('{') && !is_comment(line.trim_start());
    if !lines[at + 1..end].iter().all(is_plain) {
        return;
    }
    let inner: Vec<&str> = lines[at + 1..end].iter().map(|line| line.trim()).collect();
    let inner = inner.join(" ");
    let inner = inner.strip_suffix(',').unwrap_or(&inner);
    let space = if close == '}' { " " } else { "" };
    let joined = format!(
        "{}{space}{inner}{space}{}",
        lines[at],
        lines[end].trim_start()
    );
    lines.splice(at..=end, [joined]);
}

/// An arm whose only expression was put into a block.
fn join_arm(lines: &mut Vec<String>, at: usize) {
    let Some(pattern) = lines[at].strip_suffix("=> {") else {
        return;
    };
    let (Some(value), Some(end)) = (lines.get(at + 1), lines.get(at + 2)) else {
        return;
    };
    let is_end = end.trim_start() == "}" && indentation(end) == indentation(&lines[at]);
    if is_end && !value.ends_with([';', '{', '}']) {
        let joined = format!("{pattern}=> {},", value.trim_start());
        lines.splice(at..=at + 2, [joined]);
    }
}

/// The bracket that closes what the line leaves open; braces only of struct literals.
fn closing(line: &str) -> Option<char> {
    let code = line.trim();
    match code.chars().last()? {
        _ if is_comment(code) => None,
        '(' => Some(')'),
        '[' => Some(']'),
        '<' => Some('>'),
        '{' if code == "Self {" => Some('}'),
        _ => None,
    }
}
