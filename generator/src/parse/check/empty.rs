//! What the specification requires not to be empty.

use super::Cx;
use super::keyword::may_be;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::tables::{
    HEADER, OPERATION, Object, PARAMETER, SCHEMA, SECURITY_SCHEME,
};
use crate::read::{Node, Value};

/// Reports the values of an object that are empty and must not be, at their keys.
pub fn check(cx: &mut Cx<'_, '_>, node: &Node<'_>, object: &'static Object) {
    for entry in node.fixed_entries() {
        let is_empty = match &entry.value.value {
            Value::String(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(_) => entry.value.fixed_entries().next().is_none(),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        };
        let field = cx.dialect.field(object, &entry.key);
        let is_right = field.is_some_and(|field| may_be(&entry.value, field.expected));
        let help = help(node, object, &entry.key);
        let Some(help) = help.filter(|_| is_empty && is_right) else {
            continue;
        };
        // Many programs write the empty list where no property is required, which JSON Schema allows.
        let code = match entry.key.as_ref() {
            "required" if cx.dialect.has_json_schema() => continue,
            "required" => Code::NoEffect,
            _ => Code::Forbidden,
        };
        let message = format!("`{}` of {} must not be empty", entry.key, object.name);
        let empty = Diagnostic::new(code, entry.key_span, message).harmless();
        cx.report(empty.help(help));
    }
}

/// What to do about an empty field; `None` where it may be empty.
fn help(node: &Node<'_>, object: &'static Object, key: &str) -> Option<&'static str> {
    let of_scheme = || {
        node.get("type")
            .filter(|_| object.is(&SECURITY_SCHEME))?
            .as_str()
    };
    Some(match key {
        "responses" if object.is(&OPERATION) => {
            "add the responses by their status, such as `\"200\": {description: Done}`"
        }
        "operationId" if object.is(&OPERATION) => {
            "write a name that no other operation has, or remove `operationId`"
        }
        "required" if object.is(&SCHEMA) => "name the required properties, or remove `required`",
        "allOf" | "oneOf" | "anyOf" if object.is(&SCHEMA) => "add a schema, or remove the keyword",
        "content" if object.is(&PARAMETER) || object.is(&HEADER) => {
            "add a media type with a schema, or write `schema` in place of `content`"
        }
        "name" if object.is(&PARAMETER) || of_scheme() == Some("apiKey") => "write the name",
        "scheme" if of_scheme() == Some("http") => "write a scheme, such as `bearer` or `basic`",
        "flows" if of_scheme() == Some("oauth2") => {
            "add one of `authorizationCode`, `clientCredentials`, `password` and `implicit`"
        }
        "openIdConnectUrl" if of_scheme() == Some("openIdConnect") => {
            "write the URL of the configuration document"
        }
        _ => return None,
    })
}
