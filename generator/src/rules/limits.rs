//! Limits of a schema that no value can keep.

use std::cmp::Ordering;

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::{Bound, Schema, SchemaId};
use crate::source::Span;

/// A lower limit or an upper one: its keyword and its place.
type Limit<'m> = (&'m str, Span);

/// No lower limit is above its upper one, and multiples are of a number above zero.
pub fn limits(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let limits = schema.limits();
    numbers(cx, limits.minimum, limits.maximum);
    for (what, least, most) in [
        ("Length", limits.min_length, limits.max_length),
        ("Items", limits.min_items, limits.max_items),
        ("Properties", limits.min_properties, limits.max_properties),
    ] {
        if let (Some(least), Some(most)) = (least, most)
            && least.value > most.value
        {
            let (lower, upper) = (format!("min{what}"), format!("max{what}"));
            above(cx, (&lower, least.span), (&upper, most.span));
        }
    }
    if let Some(step) = limits.multiple_of
        && step.as_f64().is_some_and(|step| step <= 0.0)
    {
        let message = "`multipleOf` must be above zero";
        let help = "write a number above zero, or remove `multipleOf`";
        cx.report(Diagnostic::forbidden(step.span(), message, help));
    }
}

fn numbers(cx: &mut Cx<'_, '_>, least: Option<Bound<'_>>, most: Option<Bound<'_>>) {
    let (Some(least), Some(most)) = (least, most) else {
        return;
    };
    let both = least.value.as_f64().zip(most.value.as_f64());
    let order = both.and_then(|(low, high)| low.partial_cmp(&high));
    let lower = (least.keyword, least.value.span());
    let upper = (most.keyword, most.value.span());
    match order {
        Some(Ordering::Greater) => above(cx, lower, upper),
        Some(Ordering::Equal) if least.is_exclusive || most.is_exclusive => {
            let excluded = impossible(lower, upper).label("the only value left is excluded");
            cx.report(excluded.help("correct one of the two limits"));
        }
        Some(Ordering::Less | Ordering::Equal) | None => {}
    }
}

fn above(cx: &mut Cx<'_, '_>, lower: Limit<'_>, upper: Limit<'_>) {
    let label = format!("`{}` is above `{}`", lower.0, upper.0);
    let above = impossible(lower, upper).label(label);
    cx.report(above.help("correct one of the two, or exchange them"));
}

fn impossible((lower, least): Limit<'_>, (upper, most): Limit<'_>) -> Diagnostic {
    let message = format!("no value is both within `{lower}` and within `{upper}`");
    Diagnostic::new(Code::Impossible, least, message).related(most, format!("`{upper}`"))
}
