//! The document as a whole.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::check::Cx;
use crate::parse::dialect::Dialect;
use crate::read::Node;

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
