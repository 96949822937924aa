//! One object of a list that is written as several items.

use super::Cx;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{Expected, Need};
use crate::read::{Entry, Node};

/// Reports a list whose items have one field each, and none of them all that it needs: the fields of one object.
pub fn is_split(cx: &mut Cx<'_, '_>, list: &Node<'_>, item: Expected) -> bool {
    let Some(object) = item.object() else {
        return false;
    };
    let fields: Vec<&Entry<'_>> = list
        .items()
        .iter()
        .filter_map(|item| match item.entries() {
            [field] => Some(field),
            _ => None,
        })
        .collect();
    let required = cx
        .dialect
        .fields(object)
        .filter(|field| field.need == Need::Required);
    let is_there = |name: &str| fields.iter().any(|field| field.key == name);
    let required: Vec<&str> = required.map(|field| field.name).collect();
    let is_split = required.len() > 1
        && fields.len() == list.items().len()
        && required.iter().all(|name| is_there(name));
    let Some(first) = fields.first().filter(|_| is_split) else {
        return false;
    };
    let message = format!(
        "`{}` and the keys after it are fields of one object, not items of a list",
        first.key
    );
    let split = Diagnostic::new(Code::WrongType, first.key_span, message);
    cx.report(split.help(format!(
        "begin with `- ` at `{}` only, and indent the other keys like it",
        first.key
    )));
    for item in list.items() {
        cx.diagnostics.explain(item.span);
    }
    true
}
