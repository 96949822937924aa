//! The extensions by which documents say how tools should name an operation, and what they should leave out.

use super::Cx;
use super::fields::{Fields, said};
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::OperationName;
use crate::read::{Entry, Node};

/// The extension with the name of a method, which is final: it needs no group.
const OWN_NAME: &str = "x-sdk-name";

/// The extension with the group of a method.
const OWN_GROUP: &str = "x-sdk-group";

/// The extensions of others with the name of a method in its group; the first one that is there counts.
const NAMES: [&str; 2] = ["x-speakeasy-name-override", "x-fern-sdk-method-name"];

/// The extensions with the group of a method; the first one that is there counts.
const GROUPS: [&str; 3] = [OWN_GROUP, "x-speakeasy-group", "x-fern-sdk-group-name"];

/// The extensions with which documents mark what is not for clients.
const IGNORED: [&str; 4] = [
    "x-sdk-ignore",
    "x-speakeasy-ignore",
    "x-fern-ignore",
    "x-internal",
];

/// The name and the group that extensions give an operation.
pub fn operation_name<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>) -> Option<OperationName<'d>> {
    let own = own_text(cx, fields, OWN_NAME);
    let own_group = own_text(cx, fields, OWN_GROUP);
    if let Some(method) = own {
        return Some(OperationName {
            group: own_group.into_iter().collect(),
            method: Some(method),
        });
    }
    let mut names = NAMES.iter();
    let method = names.find_map(|key| fields.get(key)?.as_str().and_then(said));
    let by_pattern = || cx.name_patterns.method(fields.text("operationId")?);
    let method = method.or_else(by_pattern);
    let group = GROUPS.iter().find_map(|key| group(fields.get(key)?));
    // Others put the operations of a tag into the group of its name.
    let tag = |_| fields.texts("tags").into_iter().take(1).collect();
    let group = group.or_else(|| method.map(tag));
    group.map(|group| OperationName { group, method })
}

/// The text of an extension of this generator.
fn own_text<'d>(cx: &mut Cx<'d, '_>, fields: Fields<'d>, key: &str) -> Option<&'d str> {
    let node = fields.get(key)?;
    let text = node.as_str().and_then(said);
    if text.is_none() {
        let message = format!("`{key}` must be a string with letters");
        let wrong = Diagnostic::new(Code::Extension, node.span, message);
        cx.report(wrong.help(format!("write words, such as `{key}: list`, or remove it")));
    }
    text
}

/// A group and those that it is in: a list, or one text.
fn group<'d>(node: &'d Node<'d>) -> Option<Vec<&'d str>> {
    let nodes = std::iter::once(node).chain(node.items());
    let words: Vec<&str> = nodes.filter_map(|node| said(node.as_str()?)).collect();
    (!words.is_empty()).then_some(words)
}

/// Whether an object is not for clients.
pub fn is_ignored(fields: Fields<'_>) -> bool {
    IGNORED.iter().any(|key| fields.is(key))
}

/// Whether the value of an entry is not for clients. That a property is left out is reported to those who ask.
pub fn is_ignored_property(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> bool {
    let is_ignored = is_ignored(Fields::new(&entry.value));
    if is_ignored {
        let message = format!("an extension leaves the property `{}` out", entry.key);
        let left_out = Diagnostic::new(Code::Unsupported, entry.key_span, message).inert();
        cx.report(left_out.help("remove the extension from the property to generate it"));
    }
    is_ignored
}
