//! Text to document: a tree with positions, held against the specification's tables.

pub mod check;
pub mod document;
mod json;
mod keys;
pub mod piece;
mod shape;
pub mod tree;
mod yaml;

use document::Document;
use keys::Keys;
use shape::Shape;
use tree::Node;

use crate::Source;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The largest source that is read: ten times the largest known document.
const SIZE_LIMIT: usize = 128 * 1024 * 1024;

/// How deep values may be nested.
const DEPTH_LIMIT: usize = 128;

/// The error of values that are nested deeper.
fn too_deep(span: tree::Span) -> Diagnostic {
    let message = format!("values are nested deeper than {DEPTH_LIMIT} levels");
    Diagnostic::new(Code::Syntax, span, message)
}

/// Reads a document. `None` where there is no tree, or where it is none of an OpenAPI 3.0 document.
pub fn parse<'s>(source: &'s Source, diagnostics: &mut Diagnostics) -> Option<Document<'s>> {
    let root = match read(&source.text, diagnostics) {
        Ok(root) => root,
        Err(error) => {
            diagnostics.push(error);
            return None;
        }
    };
    if let Err(error) = check_version(&root) {
        diagnostics.push(error);
        return None;
    }
    check::check(&root, Shape::Object(&shape::OPENAPI), diagnostics);
    Some(Document::new(root))
}

fn read<'s>(text: &'s str, diagnostics: &mut Diagnostics) -> Result<Node<'s>, Diagnostic> {
    if text.len() > SIZE_LIMIT {
        let message = format!("the document is larger than {} MiB", SIZE_LIMIT >> 20);
        return Err(Diagnostic::new(
            Code::Syntax,
            tree::Span::default(),
            message,
        ));
    }
    let first = text.trim_start_matches('\u{feff}').trim_start();
    if first.starts_with('{') {
        return json::read(text, diagnostics);
    }
    yaml::read(text, diagnostics)
}

fn check_version(root: &Node<'_>) -> Result<(), Diagnostic> {
    const SUPPORTED: &str = "OpenAPI 3.0.0 to 3.0.4 are supported";
    if let Some(swagger) = root.entry("swagger") {
        let message = "this is a Swagger 2.0 document";
        return Err(Diagnostic::new(Code::Version, swagger.key_span, message)
            .help(format!("convert it to OpenAPI 3.0; {SUPPORTED}")));
    }
    let Some(version) = root.get("openapi") else {
        let message = "this is no OpenAPI document: the root object has no field `openapi`";
        return Err(
            Diagnostic::new(Code::Version, root.span, message).help(format!(
                "start the document with `openapi: 3.0.3`; {SUPPORTED}"
            )),
        );
    };
    let text = version.scalar_text().unwrap_or_default();
    if text == "3.0" || text.starts_with("3.0.") {
        return Ok(());
    }
    let message = format!("OpenAPI {text} is not supported");
    Err(Diagnostic::new(Code::Version, version.span, message).help(SUPPORTED))
}
