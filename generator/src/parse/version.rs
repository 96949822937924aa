//! The version of OpenAPI that a document says to be of.

use super::foreign;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Node, Value};

/// Sees that the document says to be of OpenAPI 3.0.
///
/// # Errors
/// It is of another version, or something else.
pub fn check(root: &Node<'_>) -> Result<(), Diagnostic> {
    const SUPPORTED: &str = "(OpenAPI 3.0.0 to 3.0.4 are supported)";
    let wrong = |span, message: String, help: &str| {
        let help = format!("{help} {SUPPORTED}");
        Err(Diagnostic::new(Code::Version, span, message).help(help))
    };
    if let Some(swagger) = root.entry("swagger") {
        let message = "this is a Swagger 2.0 document".to_owned();
        return wrong(swagger.key_span, message, "convert it to OpenAPI 3.0");
    }
    if matches!(root.value, Value::Null) {
        let message = "the document is empty".to_owned();
        return wrong(
            root.span,
            message,
            "start the document with `openapi: 3.0.3`",
        );
    }
    if !matches!(root.value, Value::Map(_)) {
        let message = format!(
            "this is no OpenAPI document: the root is {}, not an object",
            root.kind()
        );
        return wrong(
            root.span,
            message,
            "start the document with `openapi: 3.0.3`",
        );
    }
    let Some(version) = root.entry("openapi") else {
        if let Some((mark, kind, help)) = foreign::recognized(root) {
            return wrong(
                mark.key_span,
                format!("this is {kind}, not an OpenAPI document"),
                help,
            );
        }
        let keys = root.entries().iter().map(|entry| entry.key.as_ref());
        let typo = nearest("openapi", keys).and_then(|key| root.entry(key));
        if let Some(typo) = typo {
            let message = format!("the OpenAPI object has no field `{}`", typo.key);
            return wrong(typo.key_span, message, "did you mean `openapi`?");
        }
        let message = "this is no OpenAPI document: the root object has no field `openapi`";
        return wrong(
            root.span,
            message.to_owned(),
            "start the document with `openapi: 3.0.3`",
        );
    };
    let Some(text) = version.value.scalar_text() else {
        let message = format!("expected a version, found {}", version.value.kind());
        return wrong(version.value.span, message, "write `openapi: 3.0.3`");
    };
    if is_supported(text) {
        return Ok(());
    }
    if is_supported(&text.replace(['O', 'o'], "0")) {
        let message = format!("the version `{text}` is written with the letter O");
        return wrong(version.value.span, message, "write the digit 0");
    }
    let is_version = text.split('.').all(|part| part.parse::<u32>().is_ok());
    let message = if is_version {
        format!("OpenAPI {text} is not supported")
    } else {
        format!("`{text}` is no version of OpenAPI")
    };
    let help = if text.starts_with("3.1") || text.starts_with("3.2") {
        "write the document in OpenAPI 3.0: `nullable: true` in place of the type `null`, `enum` of one value in place of `const`"
    } else if text.starts_with('2') {
        "convert it to OpenAPI 3.0"
    } else {
        "write `openapi: 3.0.3`"
    };
    wrong(version.value.span, message, help)
}

/// Whether a version is 3.0, with or without the number of a patch.
fn is_supported(version: &str) -> bool {
    let Some(patch) = version.strip_prefix("3.0") else {
        return false;
    };
    let digits = patch.strip_prefix('.');
    patch.is_empty()
        || digits.is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
}
