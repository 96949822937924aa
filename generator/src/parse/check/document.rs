//! The document as a whole.

use super::Cx;
use super::missing::{self, Missing};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::dialect::Dialect;
use crate::parse::dialect::tables::OPENAPI;
use crate::read::Node;

/// The document describes something.
pub fn parts<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    let fields = ["paths", "components", "webhooks"];
    let is_there = fields.iter().any(|field| node.entry(field).is_some());
    // In 3.0, `paths` is required by its table.
    if is_there || !cx.dialect.has(&OPENAPI, "webhooks") {
        return;
    }
    let message = "the OpenAPI object needs one of the fields `paths`, `webhooks` and `components`";
    missing::note(cx, Missing::new(node, &OPENAPI, "paths", message));
}

/// The base URI of the document, and the dialect of its schemas.
pub fn uris<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    if let Some(itself) = node.get("$self")
        && itself.as_str().is_some_and(|text| text.contains('#'))
    {
        let message = "`$self` has a fragment";
        cx.report(Diagnostic::forbidden(
            itself.span,
            message,
            "remove what follows `#`",
        ));
    }
    schema_dialect(cx, node, "jsonSchemaDialect");
}

/// The dialect that a schema declares for itself.
pub fn schema<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>) {
    schema_dialect(cx, node, "$schema");
}

fn schema_dialect<'d>(cx: &mut Cx<'d, '_>, node: &'d Node<'d>, field: &str) {
    let Some((uri, text)) = node.get(field).and_then(|uri| Some((uri, uri.as_str()?))) else {
        return;
    };
    if Dialect::is_of_schemas(text) {
        return;
    }
    let message = format!("the schema dialect `{text}` is not supported");
    let other = Diagnostic::new(Code::Unsupported, uri.span, message);
    let help = format!(
        "remove `{field}` if the schemas use no keywords but those of {}",
        cx.dialect.name()
    );
    cx.report(other.label("read as JSON Schema 2020-12").help(help));
}
