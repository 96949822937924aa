//! Path templates: `/pets/{id}`.

use super::{Cx, Lowered};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Method, PathTemplate};
use crate::read::Entry;

/// Reads the template that is the key of a path item.
pub fn template(cx: &mut Cx<'_, '_>, entry: &Entry<'_>) -> Lowered<PathTemplate> {
    let text = entry.key.as_ref();
    // Reading the document has reported it.
    if let Some(reported) = cx.diagnostics.error_within(entry.key_span) {
        return Err(reported);
    }
    let mut error = |message: String, help: &str| {
        Err(cx.report(Diagnostic::new(Code::PathTemplate, entry.key_span, message).help(help)))
    };
    if !text.starts_with('/') {
        let is_method = Method::ALL.iter().any(|(method, _)| *method == text);
        let help = if is_method {
            "write the operation below a path, such as `/pets`"
        } else {
            &absolute(text)
        };
        return error(
            format!("the path `{text}` does not begin with a slash"),
            help,
        );
    }
    if text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        let message = "a path holds neither white space nor control characters".to_owned();
        return error(message, "remove them, or write them percent-encoded");
    }
    // A fragment tells operations of one path apart; it is never sent (RFC 9110 section 7.1).
    let text = text.split_once('#').map_or(text, |(path, _)| path);
    let mut parameters: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let Some((name, after)) = rest[open..]
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'))
        else {
            return error(
                format!("the braces of the path `{text}` do not match"),
                "write each parameter as `{name}`",
            );
        };
        if name.is_empty() || name.contains(['{', '/']) {
            return error(
                format!("`{{{name}}}` is no parameter"),
                "write each parameter as `{name}`",
            );
        }
        if !parameters.iter().any(|known| known == name) {
            parameters.push(name.to_owned());
        }
        rest = after;
    }
    Ok(PathTemplate {
        text: text.to_owned(),
        parameters,
    })
}

/// What to write in place of a path without a slash. The host of a URL belongs into `servers`.
fn absolute(text: &str) -> String {
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => text,
    };
    format!("write it as `/{path}`")
}
