//! Limits of values that are sent: an SDK does not check them, an API does.

use super::change::{Effect, Wire};
use crate::rust::{Bound, Limit};

/// What it means that values are limited in another way, where they are sent.
pub fn limits([old, new]: [&[Limit]; 2]) -> Effect {
    let narrower = new.iter().filter_map(|limit| {
        let is_same = |one: &&Limit| one.keyword == limit.keyword && one.of == limit.of;
        let before = old.iter().find(is_same).map(|limit| &limit.bound);
        before
            .is_none_or(|before| is_narrower(before, &limit.bound))
            .then(|| stated(before, limit))
    });
    let narrower: Vec<String> = narrower.collect();
    if narrower.is_empty() {
        return Effect::default();
    }
    let clause = format!(
        "{}: the new server can refuse what programs built with the old crate send",
        narrower.join(", ")
    );
    Effect::default().wire(Wire::of(false, true), &clause)
}

/// The limits as more words about what is sent.
pub fn listed(limits: &[Limit]) -> String {
    let words = limits.iter().map(|limit| {
        let exclusive = match limit.bound {
            Bound::MoreThan(_) | Bound::LessThan(_) => " (exclusive)",
            Bound::AtLeast(_) | Bound::AtMost(_) | Bound::Fitting(_) => "",
        };
        let value = text(&limit.bound);
        format!(", `{}`{} `{value}`{exclusive}", limit.keyword, of(limit))
    });
    words.collect()
}

/// Whether a limit leaves out values that were within it before.
fn is_narrower(before: &Bound, now: &Bound) -> bool {
    let is_greater = |one: &str, other: &str| match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(one), Ok(other)) => one > other,
        _ => one != other,
    };
    match (before, now) {
        (Bound::AtLeast(before), Bound::MoreThan(now)) => !is_greater(before, now),
        (
            Bound::AtLeast(before) | Bound::MoreThan(before),
            Bound::AtLeast(now) | Bound::MoreThan(now),
        ) => is_greater(now, before),
        (Bound::AtMost(before), Bound::LessThan(now)) => !is_greater(now, before),
        (
            Bound::AtMost(before) | Bound::LessThan(before),
            Bound::AtMost(now) | Bound::LessThan(now),
        ) => is_greater(before, now),
        (before, now) => before != now,
    }
}

/// A limit as the document states it, beside what it was.
fn stated(before: Option<&Bound>, now: &Limit) -> String {
    let (keyword, of, value) = (now.keyword, of(now), text(&now.bound));
    match before.map(text) {
        Some(before) if before == value => {
            format!("the `{keyword}`{of} `{value}` is exclusive now")
        }
        Some(before) => format!("the `{keyword}`{of} is `{value}` instead of `{before}`"),
        None => format!("the `{keyword}`{of} `{value}` is new"),
    }
}

/// What is limited, if it is not the value itself.
fn of(limit: &Limit) -> String {
    match limit.of.as_str() {
        "" => String::new(),
        of => format!(" of each {of}"),
    }
}

fn text(bound: &Bound) -> &str {
    match bound {
        Bound::AtLeast(text)
        | Bound::MoreThan(text)
        | Bound::AtMost(text)
        | Bound::LessThan(text)
        | Bound::Fitting(text) => text,
    }
}
