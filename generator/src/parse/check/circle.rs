//! References that lead back to themselves.

use std::borrow::Cow;

use super::Cx;
use crate::parse::reference::{pointer, tokens};
use crate::read::Node;

/// How many references are followed: a longer circle is reported where it is resolved.
const LIMIT: usize = 100;

/// How many names of a circle are shown.
const SHORT: usize = 5;

/// The names on the way from a reference back to it, `A → B → A` where they are few; `None` where it does not lead back.
pub fn circle<'d>(cx: &mut Cx<'d, '_>, start: &'d Node<'d>) -> Option<String> {
    let mut names = Vec::new();
    let mut next = start;
    for _ in 0..LIMIT {
        let pointer = pointer(next.as_str()?);
        names.extend(tokens(&pointer).last().map(Cow::into_owned));
        next = cx.find(next)?.get("$ref")?;
        if next.span == start.span {
            // The last one leads to the object in which the first reference is.
            names.splice(0..0, names.last().cloned());
            let shown = format!("`{}`", names.join(" → "));
            return Some(if names.len() <= SHORT + 1 {
                shown
            } else {
                String::new()
            });
        }
    }
    None
}
