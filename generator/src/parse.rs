//! Text to document: a tree with positions, held against the specification's tables.

pub mod check;
pub mod document;
mod index;
mod json;
mod keys;
pub mod piece;
mod reference;
mod shape;
pub mod tree;
mod yaml;

use std::collections::BTreeSet;

use document::{Document, Other, Syntax, Unread};
use keys::Keys;
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
    Diagnostic::new(Code::Syntax, span, message).help("move inner schemas to `components.schemas`")
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
        syntax: other.text.map_or(Syntax::Yaml, syntax),
        root: match other.text {
            Ok(text) => read(text, other.base, diagnostics)
                .map_err(|error| Unread::Malformed(diagnostics.push(error))),
            Err(reason) => Err(Unread::Missing(reason)),
        },
    });
    let name = main.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let document = Document::new(name, syntax(&main.text), root, others.collect());
    let needs = check::check(&document, diagnostics);
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
        let large = Diagnostic::new(Code::Syntax, start, message);
        return Err(large.help("split the document, or remove its examples"));
    }
    match syntax(text) {
        Syntax::Json => json::read(text, base, diagnostics),
        Syntax::Yaml => yaml::read(text, base, diagnostics),
    }
}

fn syntax(text: &str) -> Syntax {
    // YAML has objects in braces too, but mostly without quotes.
    let first = text.trim_start_matches('\u{feff}').trim_start();
    let inner = first.strip_prefix('{').map(str::trim_start);
    if inner.is_some_and(|inner| inner.is_empty() || inner.starts_with(['"', '}'])) {
        return Syntax::Json;
    }
    Syntax::Yaml
}

/// Reads JSON that is no document of its own.
pub fn json(text: &str) -> Option<Node<'_>> {
    json::read(text, 0, &mut Diagnostics::default()).ok()
}

/// Reads YAML that is no document of its own.
pub fn yaml(text: &str) -> Option<Node<'_>> {
    yaml::read(text, 0, &mut Diagnostics::default()).ok()
}

fn check_version(root: &Node<'_>) -> Result<(), Diagnostic> {
    const SUPPORTED: &str = "(OpenAPI 3.0.0 to 3.0.4 are supported)";
    let wrong = |span, message: String, help: &str| {
        let help = format!("{help} {SUPPORTED}");
        Err(Diagnostic::new(Code::Version, span, message).help(help))
    };
    if let Some(swagger) = root.entry("swagger") {
        let message = "this is a Swagger 2.0 document".to_owned();
        return wrong(swagger.key_span, message, "convert it to OpenAPI 3.0");
    }
    let Some(version) = root.entry("openapi") else {
        let keys = root.entries().iter().map(|entry| entry.key.as_ref());
        let typo = check::suggest::nearest("openapi", keys).and_then(|key| root.entry(key));
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
    if text == "3.0" || text.starts_with("3.0.") {
        return Ok(());
    }
    let message = format!("OpenAPI {text} is not supported");
    let help = if text.starts_with("3.1") || text.starts_with("3.2") {
        "write the document in OpenAPI 3.0: `nullable: true` in place of the type `null`, `enum` of one value in place of `const`"
    } else if text.starts_with('2') {
        "convert it to OpenAPI 3.0"
    } else {
        "write `openapi: 3.0.3`"
    };
    wrong(version.value.span, message, help)
}
