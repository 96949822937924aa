//! `encoding`: how the properties of a form or of a multipart body are written.

use super::Cx;
use super::properties;
use crate::diagnostic::suggest::with_suggestion_or;
use crate::diagnostic::{Code, Diagnostic};
use crate::openapi::MediaType;

/// Each encoding belongs to a property of the schema.
pub fn properties(cx: &mut Cx<'_, '_>, media_type: &MediaType<'_>) {
    let Some(schema) = media_type
        .schema
        .filter(|_| !media_type.encoding.is_empty())
    else {
        return;
    };
    let properties = properties::properties(cx.document, schema);
    for encoding in &media_type.encoding {
        let key = encoding.name;
        if properties.is_open || properties.names.contains(key) {
            continue;
        }
        let message = format!("the schema has no property `{key}`");
        let unknown = Diagnostic::new(Code::NoEffect, encoding.span, message).label("ignored");
        let otherwise = format!("add `{key}` to `properties`, or remove its encoding");
        let encodings = &media_type.encoding;
        let names = properties.names.iter().copied();
        let names = names.filter(|name| encodings.iter().all(|encoding| encoding.name != *name));
        cx.report(with_suggestion_or(unknown, key, names, otherwise));
    }
}
