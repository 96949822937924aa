//! Text to document: a tree with positions, held against the specification's tables.

pub mod check;
pub mod document;
mod json;
mod keys;
pub mod piece;
mod reference;
mod shape;
mod targets;
pub mod tree;
mod yaml;

use std::collections::BTreeSet;

use check::Checks;
use document::{Document, Other, Unread};
use keys::Keys;
use shape::Shape;
use tree::Node;

use crate::Sources;
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

/// What reading gives.
pub enum Reading<'s> {
    /// The document with all its files.
    Whole(Document<'s>),
    /// The paths of files that it refers to, as seen from its folder.
    Needs(BTreeSet<String>),
    /// Nothing: there is no tree, or it is none of an OpenAPI 3.0 document.
    Broken,
}

/// Reads a document.
pub fn parse<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Reading<'s> {
    let main = sources.main();
    let root = read(&main.text, 0, diagnostics)
        .and_then(|root| check_version(&root).map(|()| root))
        .map_err(|error| diagnostics.push(error));
    let Ok(root) = root else {
        return Reading::Broken;
    };
    let others = sources.others().map(|other| Other {
        path: other.path,
        base: other.base,
        root: match other.text {
            Ok(text) => read(text, other.base, diagnostics)
                .map_err(|error| Unread::Malformed(diagnostics.push(error))),
            Err(reason) => Err(Unread::Missing(reason)),
        },
    });
    let document = Document {
        root,
        others: others.collect(),
        name: main.name.rsplit(['/', '\\']).next().unwrap_or_default(),
    };
    let mut checks = Checks {
        diagnostics,
        references: Vec::new(),
    };
    let shape = Shape::Object(&shape::OPENAPI);
    check::check(&document.root, shape, &mut checks);
    let references = checks.references;
    let needs = targets::check_targets(&document, references, diagnostics);
    if needs.is_empty() {
        Reading::Whole(document)
    } else {
        Reading::Needs(needs)
    }
}

fn read<'s>(
    text: &'s str,
    base: usize,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Diagnostic> {
    if text.len() > SIZE_LIMIT {
        let message = format!("the document is larger than {} MiB", SIZE_LIMIT >> 20);
        let start = tree::Span::new(base, 0..0);
        return Err(Diagnostic::new(Code::Syntax, start, message));
    }
    // YAML has objects in braces too, but mostly without quotes.
    let first = text.trim_start_matches('\u{feff}').trim_start();
    let inner = first.strip_prefix('{').map(str::trim_start);
    if inner.is_some_and(|inner| inner.is_empty() || inner.starts_with(['"', '}'])) {
        return json::read(text, base, diagnostics);
    }
    yaml::read(text, base, diagnostics)
}

/// Reads JSON that is no document of its own.
pub fn json(text: &str) -> Option<Node<'_>> {
    json::read(text, 0, &mut Diagnostics::default()).ok()
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
