//! What the specification requires not to be empty.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Node, Value};

/// The lists of a schema.
pub fn of_schema<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    // JSON Schema allows it to name none.
    if !cx.dialect.has_json_schema() {
        list(cx, node, "required", "it must name at least one property");
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        list(cx, node, key, "it needs at least one schema");
    }
}

/// The responses and the name of an operation.
pub fn of_operation<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    map(
        cx,
        node,
        "responses",
        "an operation needs at least one response",
    );
    text(cx, node, "operationId", "it is the name of the operation");
}

/// The name and the content of a parameter, or the content of a header.
pub fn of_parameter<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    text(cx, node, "name", "a parameter needs a name");
    map(cx, node, "content", "it needs one media type");
}

/// What the type of a security scheme requires.
pub fn of_scheme<'d, 's>(cx: &mut Check<'d, 's, '_>, node: &'d Node<'s>) {
    match node.get("type").and_then(Node::as_str) {
        Some("apiKey") => text(
            cx,
            node,
            "name",
            "the header, the query parameter or the cookie needs a name",
        ),
        Some("http") => text(cx, node, "scheme", "`type: http` needs one"),
        Some("oauth2") => map(cx, node, "flows", "`type: oauth2` needs at least one flow"),
        Some("openIdConnect") => text(
            cx,
            node,
            "openIdConnectUrl",
            "`type: openIdConnect` needs one",
        ),
        Some(_) | None => {}
    }
}

fn list(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, key: &str, rule: &str) {
    report(
        cx,
        node,
        key,
        rule,
        |value| matches!(&value.value, Value::List(items) if items.is_empty()),
    );
}

fn map(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, key: &str, rule: &str) {
    report(cx, node, key, rule, |value| {
        matches!(value.value, Value::Map(_)) && value.fixed_entries().next().is_none()
    });
}

fn text(cx: &mut Check<'_, '_, '_>, node: &Node<'_>, key: &str, rule: &str) {
    report(cx, node, key, rule, |value| value.as_str() == Some(""));
}

/// Reports an empty value at its key.
fn report(
    cx: &mut Check<'_, '_, '_>,
    node: &Node<'_>,
    key: &str,
    rule: &str,
    is_empty: fn(&Node<'_>) -> bool,
) {
    let Some(entry) = node.entry(key).filter(|entry| is_empty(&entry.value)) else {
        return;
    };
    let help = match key {
        "responses" => "add the responses by their status, such as `\"200\": {description: Done}`",
        "required" => "name the required properties, or remove `required`",
        "allOf" | "oneOf" | "anyOf" => "add a schema, or remove the keyword",
        "content" => "add a media type with a schema, or write `schema` in place of `content`",
        "flows" => "add one of `authorizationCode`, `clientCredentials`, `password` and `implicit`",
        "scheme" => "write a scheme, such as `bearer` or `basic`",
        "operationId" => "write a name that no other operation has, or remove `operationId`",
        "openIdConnectUrl" => "write the URL of the configuration document",
        _ => "write the name",
    };
    let message = format!("`{key}` is empty, but {rule}");
    // Many programs write the empty list where no property is required.
    let code = match key {
        "required" => Code::NoEffect,
        _ => Code::Forbidden,
    };
    let empty = Diagnostic::new(code, entry.key_span, message);
    cx.report(empty.help(help).harmless());
}
