//! `readOnly` and `writeOnly`.

use super::Cx;
use crate::diagnostic::Diagnostic;
use crate::openapi::{Schema, SchemaId};

/// No property is read only and written only.
pub fn directions(cx: &mut Cx<'_, '_>, _: SchemaId, schema: &Schema<'_>) {
    let set = |name| {
        let keyword = schema.keyword(name);
        keyword.filter(|keyword| keyword.value.as_bool() == Some(true))
    };
    let (Some(read), Some(write)) = (set("readOnly"), set("writeOnly")) else {
        return;
    };
    let (first, second) = (read.span.min(write.span), read.span.max(write.span));
    let message = "a schema is not both `readOnly` and `writeOnly`";
    let both = Diagnostic::forbidden(second, message, "remove one of the two");
    cx.report(both.related(first, "the other one"));
}
