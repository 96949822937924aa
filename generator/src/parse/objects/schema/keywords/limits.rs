//! The keywords that limit values.

use crate::openapi::{Bound, Count, Limits, Value};
use crate::parse::objects::fields::text;
use crate::read::{Entry, Node, number};

/// These keywords.
pub const KEYWORDS: [&str; 13] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
];

/// Adds one of them.
pub fn read<'d>(limits: &mut Limits<'d>, entry: &'d Entry<'d>) {
    let node = &entry.value;
    match entry.key.as_ref() {
        "minimum" => stricter(&mut limits.minimum, entry, false, |new, old| new > old),
        "maximum" => stricter(&mut limits.maximum, entry, false, |new, old| new < old),
        "exclusiveMinimum" => stricter(&mut limits.minimum, entry, true, |new, old| new >= old),
        "exclusiveMaximum" => stricter(&mut limits.maximum, entry, true, |new, old| new <= old),
        "multipleOf" => limits.multiple_of = Some(Value::new(node)),
        "minLength" => limits.min_length = count(node),
        "maxLength" => limits.max_length = count(node),
        "pattern" => limits.pattern = text(node),
        "minItems" => limits.min_items = count(node),
        "maxItems" => limits.max_items = count(node),
        "uniqueItems" => {
            limits.unique_items = (node.as_bool() == Some(true)).then_some(entry.key_span);
        }
        "minProperties" => limits.min_properties = count(node),
        "maxProperties" => limits.max_properties = count(node),
        _ => {}
    }
}

/// Of two limits the one counts that admits less.
fn stricter<'d>(
    bound: &mut Option<Bound<'d>>,
    entry: &'d Entry<'d>,
    is_exclusive: bool,
    is_stricter: fn(f64, f64) -> bool,
) {
    let value = Value::new(&entry.value);
    let Some(new) = value.as_f64() else {
        return;
    };
    let old = bound.and_then(|bound| bound.value.as_f64());
    if old.is_none_or(|old| is_stricter(new, old)) {
        *bound = Some(Bound {
            keyword: &entry.key,
            value,
            is_exclusive,
        });
    }
}

fn count(node: &Node<'_>) -> Option<Count> {
    let number = number(node.scalar_text()?)?;
    let whole = number.as_u64().or_else(|| {
        let value = number.as_f64()?;
        format!("{value}").parse().ok()
    });
    Some(Count {
        value: whole?,
        span: node.span,
    })
}
