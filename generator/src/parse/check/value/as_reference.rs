//! Texts where an object belongs, that say which one is meant.

use crate::parse::check::Check;
use crate::parse::check::reference::section;
use crate::parse::dialect::tables::Object;
use crate::read::{Node, Value};

/// What to write in place of the text of a reference, or of the name of a component.
pub fn as_reference(cx: &Check<'_, '_, '_>, node: &Node<'_>, object: &Object) -> Option<String> {
    let section = section(cx.dialect, object)?;
    let text = match &node.value {
        Value::String(text) => text.as_ref(),
        Value::List(items) => match items.as_slice() {
            [item] => item.as_str()?,
            _ => return None,
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Map(_) => return None,
    };
    if text.starts_with("#/") {
        return Some(format!("write `{{$ref: '{text}'}}` in its place"));
    }
    let components = cx.document.root.get("components")?;
    cx.document.entry(components.get(section)?, text)?;
    let name = text.replace('~', "~0").replace('/', "~1");
    Some(format!(
        "write `{{$ref: '#/components/{section}/{name}'}}` in its place"
    ))
}
