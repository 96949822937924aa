//! The Paths Object and the Path Item Object.

use super::fields::{Fields, named};
use super::{Cx, extensions, operation, parameter, server};
use crate::diagnostic::{Code, Diagnostic, Reported};
use crate::openapi::{Method, MethodOperation, Named, Parsed, PathItem, Template, Text};
use crate::parse::dialect::tables::PATH_ITEM;
use crate::read::{Entry, Node};

/// How many references a path item may be made of.
const CHAIN_LIMIT: usize = 100;

/// `paths`. A path that is none is reported, and so has none of its operations.
pub fn paths<'d>(cx: &mut Cx<'d, '_>, root: Fields<'d>) -> Vec<Named<'d, PathItem<'d>>> {
    let paths = root.get("paths").into_iter().flat_map(Node::fixed_entries);
    let items = paths.map(|entry| {
        let template = template(cx, entry);
        let mut item = path_item(cx, &entry.value);
        match template {
            Ok(template) => item.template = Some(template),
            Err(reported) => fail(&mut item.operations, reported),
        }
        named(entry, item)
    });
    items.collect()
}

/// `webhooks`.
pub fn webhooks<'d>(cx: &mut Cx<'d, '_>, root: Fields<'d>) -> Vec<Named<'d, PathItem<'d>>> {
    root.map("webhooks", |node| path_item(cx, node))
}

/// A path item with what its references point to; what it says itself comes first. An error about any of these is one about
/// all of its operations.
fn path_item<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) -> PathItem<'d> {
    let mut failed = cx.fields(node, &PATH_ITEM).err();
    let mut layers = vec![Fields::new(node)];
    let mut next = node;
    while let Some(reference) = next.get("$ref").filter(|_| layers.len() < CHAIN_LIMIT) {
        match cx.follow(reference) {
            Ok(target) => next = target.node,
            Err(reported) => {
                failed = failed.or(Some(reported));
                break;
            }
        }
        failed = failed.or(cx.fields(next, &PATH_ITEM).err());
        layers.push(Fields::new(next));
    }
    let first = |key: &str| {
        layers
            .iter()
            .find(|layer| layer.get(key).is_some())
            .copied()
    };
    let mut operations = Vec::new();
    for (field, method) in Method::FIELDS {
        if let Some(node) = first(field).and_then(|layer| layer.get(field)) {
            operations.push(method_operation(cx, method, node));
        }
    }
    for entry in
        first("additionalOperations").map_or(&[][..], |layer| layer.entries("additionalOperations"))
    {
        let method = Method::Other(entry.key.to_string());
        let mut operation = method_operation(cx, method, &entry.value);
        if let Some(reported) = cx.diagnostics.error_within(entry.key_span) {
            operation.operation = Err(reported);
        }
        operations.push(operation);
    }
    if layers.iter().any(|layer| extensions::is_ignored(*layer)) {
        operations
            .iter_mut()
            .for_each(|operation| operation.is_ignored = true);
    }
    if let Some(reported) = failed {
        fail(&mut operations, reported);
    }
    let parameters = first("parameters").map_or(&[][..], |layer| layer.items("parameters"));
    PathItem {
        template: None,
        words: layers
            .iter()
            .map(|layer| layer.words())
            .find(|words| !words.is_empty())
            .unwrap_or_default(),
        servers: first("servers").and_then(|layer| server::servers(cx, layer)),
        parameters: parameters
            .iter()
            .map(|node| parameter::parameter(cx, node))
            .collect(),
        operations,
    }
}

/// Puts the proof of an error in the place of each operation.
fn fail(operations: &mut [MethodOperation<'_>], reported: Reported) {
    for operation in operations {
        operation.operation = Err(reported);
    }
}

fn method_operation<'d>(
    cx: &mut Cx<'d, '_>,
    method: Method,
    node: &'d Node<'d>,
) -> MethodOperation<'d> {
    let fields = Fields::new(node);
    MethodOperation {
        method,
        tags: fields.texts("tags"),
        id: fields.text("operationId"),
        is_ignored: extensions::is_ignored(fields),
        operation: operation::operation(cx, node),
    }
}

/// Reads the key of a path item.
fn template<'d>(cx: &mut Cx<'d, '_>, entry: &'d Entry<'d>) -> Parsed<Template<'d>> {
    let key = Text {
        text: &entry.key,
        span: entry.key_span,
    };
    let text = key.text;
    // What belongs to another object is reported.
    if let Some(reported) = cx.diagnostics.error_within(key.span) {
        return Err(reported);
    }
    let mut error = |message: String, help: &str| {
        Err(cx.report(Diagnostic::new(Code::PathTemplate, key.span, message).help(help)))
    };
    if !text.starts_with('/') {
        let is_method = Method::FIELDS.iter().any(|(method, _)| *method == text);
        let help = if is_method {
            "write the operation below a path, such as `/pets`"
        } else {
            &absolute(text)
        };
        let message = format!("the path `{text}` does not begin with a slash");
        return error(message, help);
    }
    if text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        let message = "a path holds neither white space nor control characters".to_owned();
        return error(message, "remove them, or write them percent-encoded");
    }
    // A fragment tells operations of one path apart; it is never sent (RFC 9110 section 7.1).
    let (text, fragment) = match text.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment)),
        None => (text, None),
    };
    let Some(template) = Template::read(text) else {
        let message = format!("the braces of the path `{text}` do not match");
        return error(message, "write each parameter as `{name}`");
    };
    let not_a_name = |name: &&str| name.is_empty() || name.contains('/');
    if let Some(name) = template.variables().find(not_a_name) {
        let message = format!("`{{{name}}}` is not a valid parameter");
        return error(message, "write each parameter as `{name}`");
    }
    if let Some(fragment) = fragment {
        let message = format!("the fragment `#{fragment}` is not part of a path");
        let repaired =
            Diagnostic::new(Code::Repaired, key.span, message).label("left out of the request");
        cx.report(
            repaired.help(
                "remove it; operations of one path and method cannot be told apart by the API",
            ),
        );
    }
    Ok(template)
}

/// What to write in place of a path without a slash. The host of a URL belongs into `servers`.
fn absolute(text: &str) -> String {
    // Some write the method before the path.
    if let Some((method, path)) = text.split_once(' ') {
        let method = method.to_ascii_lowercase();
        let path = path.trim();
        if Method::FIELDS.iter().any(|(known, _)| *known == method) {
            return format!("write `{path}`, and the operation as `{method}` below it");
        }
    }
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => text,
    };
    format!("write it as `/{path}`")
}
