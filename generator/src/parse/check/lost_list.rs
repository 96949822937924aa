//! A list whose last items belong to another one: the line between them was lost.

use super::Cx;
use super::keyword::may_be;
use super::resemblance::resembles;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{Expected, Field, Object};
use crate::read::{Node, Value};

/// Reports the first item that is one of another list, which the object lacks, and gives the number of those before it.
pub fn before_lost_line(
    cx: &mut Cx<'_, '_>,
    node: &Node<'_>,
    object: &'static Object,
    field: &Field,
    list: &Node<'_>,
) -> Option<usize> {
    let Expected::List(own) = field.expected else {
        return None;
    };
    let dialect = cx.dialect;
    let others: Vec<(&str, Expected)> = dialect
        .fields(object)
        .filter(|other| node.entry(other.name).is_none())
        .filter_map(|other| match other.expected {
            Expected::List(item) if item.object().is_some() => Some((other.name, *item)),
            _ => None,
        })
        .collect();
    let owner = |item: &Node<'_>| {
        let mut owners = others
            .iter()
            .filter(|(_, other)| resembles(dialect, item, *other));
        owners.next().filter(|_| !is_own(cx, item, *own))
    };
    let mut found = list.items().iter().enumerate();
    let (index, item, name) =
        found.find_map(|(index, item)| Some((index, item, owner(item)?.0)))?;
    let message = format!("this item belongs to `{name}`, not to `{}`", field.name);
    let lost = Diagnostic::new(Code::Misspelled, item.span, message);
    cx.report(lost.help(format!(
        "write `{name}:` on a line before it: the items from here on are those of `{name}`"
    )));
    for item in list.items().iter().skip(index) {
        cx.diagnostics.explain(item.span);
    }
    Some(index)
}

/// Whether an item is what the list should hold.
fn is_own(cx: &Cx<'_, '_>, item: &Node<'_>, expected: Expected) -> bool {
    match (expected, &item.value) {
        (Expected::Map(inner), Value::Map(entries)) => {
            entries.iter().all(|entry| may_be(&entry.value, *inner))
        }
        _ if expected.object().is_some() => resembles(cx.dialect, item, expected),
        _ => may_be(item, expected),
    }
}
