//! prettyplease's text as rustfmt would lay it out.
//!
//! The two agree on most lines. They differ in the width of a line (89 columns, 100), in that rustfmt holds calls, chains
//! and literals to widths of their own, and in that prettyplease leaves no blank lines between the members of an `impl`.
//! So what prettyplease has broken is joined, and broken again by rustfmt's rules: those that the generator's code needs.

mod declarations;
mod expressions;
mod join;
mod text;
mod types;

use text::{indentation, is_comment};

/// Lays out one item.
pub fn layout(item: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut last = String::new();
    for line in join::join(item.lines().map(str::to_owned).collect()) {
        if needs_blank(&last, &line) {
            lines.push(String::new());
        }
        lines.extend(split(&line));
        last = line;
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
    begins_member && ends_member && !is_comment(last.trim_start())
}

/// Breaks one line by rustfmt's rules.
fn split(line: &str) -> Vec<String> {
    let indent = indentation(line);
    let code = line.trim_start();
    if is_comment(code) || code.starts_with("#[") {
        return vec![line.to_owned()];
    }
    if let Some(fields) = code
        .strip_prefix("Self { ")
        .and_then(|rest| rest.strip_suffix(" }"))
    {
        return expressions::literal(indent, fields);
    }
    let visible = code
        .strip_prefix("pub(crate) ")
        .or_else(|| code.strip_prefix("pub "));
    let declared = visible.unwrap_or(code);
    match declared.split([' ', '<']).next().unwrap_or_default() {
        "fn" => declarations::function(indent, code),
        "impl" => declarations::implementation(indent, code),
        "struct" | "enum" => declarations::definition(indent, code),
        "const" | "type" => declarations::constant(indent, code),
        "C:" => types::layout(indent, "", code.trim_end_matches(','), ","),
        _ if visible.is_some() || is_field(code) => declarations::field(indent, code),
        _ => expressions::statement(indent, code),
    }
}

/// Whether a line is a field: `name: Type,`.
fn is_field(code: &str) -> bool {
    code.ends_with(',') && text::split_once(code, ": ").is_some_and(|(name, _)| !name.contains(' '))
}
