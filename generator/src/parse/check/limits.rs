//! Limits of a schema that no value can keep.

use std::cmp::Ordering;

use super::Check;
use super::value::number;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// A lower limit and the upper one that belongs to it.
const PAIRS: [(&str, &str); 4] = [
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
];

/// No lower limit lies above its upper one.
pub fn limits<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    for (lower, upper) in PAIRS {
        let (Some(least), Some(most)) = (node.get(lower), node.get(upper)) else {
            continue;
        };
        let (Some(low), Some(high)) = (number(least), number(most)) else {
            continue;
        };
        // A negative count or a fraction is reported as such.
        let is_count = lower != "minimum";
        let is_told = |number: f64| number < 0.0 || number.fract() != 0.0;
        if is_count && (is_told(low) || is_told(high)) {
            continue;
        }
        let is_set = |key: &str| node.get(key).and_then(Node::as_bool) == Some(true);
        let is_open = !is_count && (is_set("exclusiveMinimum") || is_set("exclusiveMaximum"));
        match low.partial_cmp(&high) {
            Some(Ordering::Greater) => {}
            Some(Ordering::Equal) if is_open => {}
            _ => continue,
        }
        let message = format!("no value is both within `{lower}` and within `{upper}`");
        let impossible = Diagnostic::new(Code::Impossible, least.span, message)
            .label(format!("`{lower}` is above `{upper}`"))
            .related(most.span, format!("`{upper}`"));
        let impossible = if low > high {
            impossible.help("correct one of the two, or exchange them")
        } else {
            impossible
                .label("the only value left is excluded")
                .help("correct one of the two limits")
        };
        cx.report(impossible);
    }
}

/// Multiples are of a number above zero.
pub fn multiple<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    let Some(step) = node.get("multipleOf") else {
        return;
    };
    if number(step).is_some_and(|step| step <= 0.0) {
        let message = "`multipleOf` must be above zero";
        let none = Diagnostic::new(Code::Forbidden, step.span, message);
        cx.report(
            none.help("write a number above zero, or remove `multipleOf`")
                .harmless(),
        );
    }
}
