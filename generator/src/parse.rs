//! Text to document: a tree with positions, held against the specification's tables.

pub mod check;
mod conflict;
pub mod document;
mod foreign;
mod index;
mod json;
mod keys;
mod line;
pub mod piece;
mod reference;
mod repair;
mod shape;
pub mod tree;
mod version;
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
    let root = read(&main.text, 0, &main.name, diagnostics)
        .and_then(|root| version::check(&root).map(|()| root))
        .map_err(|error| diagnostics.push(error));
    let Ok(root) = root else {
        return Reading::Broken;
    };
    let others = sources.others().map(|other| Other {
        path: other.path,
        base: other.base,
        syntax: other
            .text
            .map_or(Syntax::Yaml, |text| syntax(text, other.path)),
        root: match other.text {
            Ok(text) => read(text, other.base, other.path, diagnostics)
                .map_err(|error| Unread::Malformed(diagnostics.push(error))),
            Err(reason) => Err(Unread::Missing(reason)),
        },
    });
    let name = main.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let document = Document::new(name, syntax(&main.text, name), root, others.collect());
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
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Diagnostic> {
    if text.len() > SIZE_LIMIT {
        let message = format!("the document is larger than {} MiB", SIZE_LIMIT >> 20);
        let start = tree::Span::new(base, 0..0);
        let large = Diagnostic::new(Code::Syntax, start, message);
        return Err(large.help("split the document, or remove its examples"));
    }
    let first = text.trim_start_matches('\u{feff}').trim_start();
    if is_page(first) {
        let start = text.len() - first.len();
        let span = tree::Span::new(base, start..start);
        let message = "this is a page of HTML or XML, not an OpenAPI document";
        let page = Diagnostic::new(Code::Syntax, span, message);
        return Err(
            page.help("save the document itself, as YAML or JSON, not the page that shows it")
        );
    }
    match syntax(text, name) {
        Syntax::Json => json::read(text, base, diagnostics),
        Syntax::Yaml => yaml::read(text, base, diagnostics),
    }
}

/// How a text is meant.
fn syntax(text: &str, name: &str) -> Syntax {
    if is_json(text.trim_start_matches('\u{feff}').trim_start(), name) {
        return Syntax::Json;
    }
    Syntax::Yaml
}

/// Whether a text is what a browser shows.
fn is_page(text: &str) -> bool {
    let start: String = text.chars().take(5).collect();
    matches!(
        start.to_lowercase().as_str(),
        "<!doc" | "<html" | "<?xml" | "<!-- "
    )
}

/// Whether a text is meant as JSON. YAML has objects in braces too, but mostly without quotes.
fn is_json(text: &str, name: &str) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default();
    if extension.eq_ignore_ascii_case("json") {
        return text.starts_with(['{', '[', '}', ']', '"', '\'', '“', '/', ',']);
    }
    let inner = text.strip_prefix('{').map(str::trim_start);
    inner.is_some_and(|inner| {
        inner.is_empty() || inner.starts_with(['"', '}', '{', ',', ':', '“', '/'])
    })
}

/// Reads JSON that is no document of its own.
pub fn json(text: &str) -> Option<Node<'_>> {
    json::read(text, 0, &mut Diagnostics::default()).ok()
}

/// Reads YAML that is no document of its own.
pub fn yaml(text: &str) -> Option<Node<'_>> {
    yaml::read(text, 0, &mut Diagnostics::default()).ok()
}
