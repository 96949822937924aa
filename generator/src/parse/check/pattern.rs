//! `pattern`: a regular expression of ECMA-262. Only what no dialect of it can read is reported.

mod scan;

use scan::Flaw;

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// The pattern is a regular expression.
pub fn pattern<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let pattern = node.get("pattern");
    let Some((pattern, text)) = pattern.and_then(|pattern| Some((pattern, pattern.as_str()?)))
    else {
        return;
    };
    let Err(flaw) = scan::scan(text) else {
        return;
    };
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
    let broken = Diagnostic::new(Code::Pattern, pattern.span, message);
    cx.report(broken.help(help).harmless());
}
