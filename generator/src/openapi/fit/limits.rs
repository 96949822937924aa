//! The limits of values.

use std::cmp::Ordering;

use super::{Fits, Misfit};
use crate::openapi::{Bound, Count, Schema, Value};
use crate::source::Span;

/// The limits of the schema for values of this kind.
pub fn limits(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    let limits = schema.limits();
    if value.as_number().is_some() {
        bound(value, limits.minimum, Ordering::Less)?;
        bound(value, limits.maximum, Ordering::Greater)?;
        return multiple(value, schema);
    }
    let (size, what, least, most) = if let Some(text) = value.as_str() {
        let least = (limits.min_length, "minLength");
        let most = (limits.max_length, "maxLength");
        (text.chars().count(), "the length", least, most)
    } else if let Some(items) = value.items() {
        let least = (limits.min_items, "minItems");
        let most = (limits.max_items, "maxItems");
        (items.len(), "the number of items", least, most)
    } else if let Some(members) = value.members() {
        let least = (limits.min_properties, "minProperties");
        let most = (limits.max_properties, "maxProperties");
        (members.len(), "the number of properties", least, most)
    } else {
        return Ok(());
    };
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    for ((limit, keyword), side) in [(least, Ordering::Less), (most, Ordering::Greater)] {
        let is_beyond = |limit: &Count| size.cmp(&limit.value) == side;
        if let Some(limit) = limit.filter(is_beyond) {
            return Err(beyond(value, what, side, keyword, limit.span));
        }
    }
    Ok(())
}

fn bound(value: Value<'_>, bound: Option<Bound<'_>>, side: Ordering) -> Fits {
    let Some(bound) = bound else {
        return Ok(());
    };
    let both = value.as_f64().zip(bound.value.as_f64());
    let order = both.and_then(|(number, limit)| number.partial_cmp(&limit));
    let span = bound.value.span();
    match order {
        Some(order) if order == side => Err(beyond(value, "the number", side, bound.keyword, span)),
        Some(Ordering::Equal) if bound.is_exclusive => Err(misfit(
            value,
            "the number is the limit itself, which is excluded".to_owned(),
            span,
        )),
        Some(Ordering::Less | Ordering::Equal | Ordering::Greater) | None => Ok(()),
    }
}

fn beyond(value: Value<'_>, what: &str, side: Ordering, keyword: &str, span: Span) -> Misfit {
    let side = if side.is_lt() { "below" } else { "above" };
    misfit(value, format!("{what} is {side} `{keyword}`"), span)
}

fn misfit(value: Value<'_>, message: String, expected: Span) -> Misfit {
    Misfit::new(value, message, "correct the value, or the limit", expected)
}

/// The `multipleOf` of the schema.
fn multiple(value: Value<'_>, schema: &Schema<'_>) -> Fits {
    let Some(step) = schema.limits().multiple_of else {
        return Ok(());
    };
    let (Some(number), Some(of)) = (value.as_number(), step.as_number()) else {
        return Ok(());
    };
    if is_multiple(number, of).unwrap_or(true) {
        return Ok(());
    }
    let message = format!("`{number}` is not a multiple of `{of}`");
    let help = "correct the value, or `multipleOf`";
    Err(Misfit::new(value, message, help, step.span()))
}

/// Decimals are rounded: 0.3 is a multiple of 0.1.
const TOLERANCE: f64 = 1e-9;

/// Whether a number is a multiple of another one; `None` if inconclusive.
fn is_multiple(number: &str, of: &str) -> Option<bool> {
    let (number, of) = (crate::read::number(number)?, crate::read::number(of)?);
    if let (Some(number), Some(of)) = (number.as_i128(), of.as_i128()) {
        return (of > 0).then(|| number % of == 0);
    }
    let (number, of) = (number.as_f64()?, of.as_f64()?);
    let times = number / of;
    let is_known = of > 0.0 && times.is_finite();
    is_known.then(|| (times - times.round()).abs() <= TOLERANCE * times.abs().max(1.0))
}
