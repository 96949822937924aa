//! Regular expressions of ECMA-262. Only what no dialect of them can read is reported.

mod scan;

use scan::Flaw;

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Schema, SchemaId};
use crate::source::Span;

/// `pattern` and the keys of `patternProperties` are regular expressions.
pub fn patterns(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    if let Some(pattern) = schema.limits().pattern {
        check(cx, pattern.text, pattern.span);
    }
    for properties in &schema.pattern_properties {
        check(cx, properties.name, properties.span);
    }
}

fn check(cx: &mut Cx<'_, '_>, text: &str, span: Span) {
    match scan::scan(text) {
        Ok(()) => literal(cx, text, span),
        Err(flaw) => broken(cx, flaw, span),
    }
}

/// Between slashes, an anchor is hardly meant: nothing comes before the start or after the end of a text.
fn literal(cx: &mut Cx<'_, '_>, text: &str, span: Span) {
    let body = text
        .strip_prefix('/')
        .and_then(|text| text.rsplit_once('/'));
    let Some((body, flags)) = body else {
        return;
    };
    let is_anchored = body.starts_with('^') || body.ends_with('$');
    if !is_anchored || !flags.chars().all(|flag| "dgimsuvy".contains(flag)) {
        return;
    }
    let message = "the pattern is written as a literal of JavaScript";
    let literal = Diagnostic::new(Code::Repaired, span, message)
        .label("the slashes are part of the pattern: no text matches it");
    cx.report(literal.help(format!("write it without the slashes: `{body}`")));
}

fn broken(cx: &mut Cx<'_, '_>, flaw: Flaw, span: Span) {
    let (label, help) = match flaw {
        Flaw::OpenGroup => (
            "a `(` is not closed",
            "write the missing `)`, or `\\(` for the sign itself",
        ),
        Flaw::ClosedGroup => (
            "a `)` closes nothing",
            "remove it, write the missing `(`, or `\\)` for the sign itself",
        ),
        Flaw::OpenClass => (
            "a `[` is not closed",
            "write the missing `]`, or `\\[` for the sign itself",
        ),
        Flaw::Range => (
            "a range ends before it begins",
            "write the lower sign of the range first, such as `a-z`",
        ),
        Flaw::NothingToRepeat => (
            "a `*`, `+`, `?` or `{…}` has nothing before it to repeat",
            "write what is repeated before it, such as `.*`, or a backslash before the sign itself",
        ),
        Flaw::Counts => (
            "a repetition ends before it begins",
            "write the lower number first, such as `{1,3}`",
        ),
        Flaw::OpenCounts => (
            "a `{` is not closed",
            "write the missing `}`, or `\\{` for the sign itself",
        ),
        Flaw::Backslash => (
            "the last backslash has nothing after it",
            "write `\\\\` for the sign itself, or remove it",
        ),
    };
    let message = format!("the pattern is not a valid regular expression: {label}");
    let broken = Diagnostic::new(Code::Pattern, span, message);
    cx.report(broken.help(help).harmless());
}
