//! Text to values with positions: YAML and JSON, and nothing of OpenAPI.

mod identifiers;
mod index;
mod json;
mod json_text;
mod keys;
mod language;
mod line;
mod node;
mod origins;
mod repair;
mod tree;
mod uri;
mod yaml;

pub use json_text::JsonLayout;
pub use node::{Entry, Node, Value, number};
pub use origins::Origins;
pub use tree::{Other, Syntax, Tree, Unread};

use json::JSON;
use keys::Keys;
use yaml::YAML;

use crate::Sources;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported};
use crate::source::Span;

/// The largest source that is read: ten times the largest known document.
const SIZE_LIMIT: usize = 128 * 1024 * 1024;

/// How deep values may be nested.
pub const DEPTH_LIMIT: usize = 128;

/// What there is to say of a text that can be read, by which the changes that make it readable are compared.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// Where it has errors.
    pub errors: Vec<Span>,
    /// How many warnings it has.
    pub warnings: usize,
    /// How many of its values mean nothing where they are.
    pub meaningless: usize,
}

/// What judges a text that can be read.
pub type Judge = for<'t> fn(&'t str, Node<'t>) -> Judgement;

/// The error of values that are nested deeper.
fn too_deep(span: Span) -> Diagnostic {
    let message = format!("values are nested deeper than {DEPTH_LIMIT} levels");
    Diagnostic::new(Code::Syntax, span, message).help("move inner schemas to `components.schemas`")
}

/// Reads the files of a document. Those beside the main one are parsed as far as they can be.
///
/// # Errors
/// The main file has no tree: that is reported.
pub fn read<'s>(
    sources: &'s Sources,
    judge: Judge,
    diagnostics: &mut Diagnostics,
) -> Result<Tree<'s>, Reported> {
    let main = sources.main();
    let root = file(&main.text, (0, &main.name), judge, diagnostics)?;
    let others = sources.others().map(|other| Other {
        path: other.path,
        base: other.base,
        text: other.text.unwrap_or_default(),
        syntax: other
            .text
            .map_or(Syntax::Yaml, |text| syntax(text, other.path)),
        root: match other.text {
            Ok(text) => {
                let place = (other.base, other.path);
                file(text, place, judge, diagnostics).map_err(Unread::Malformed)
            }
            Err(reason) => Err(Unread::Missing(reason)),
        },
    });
    let others = others.collect();
    let name = main.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let main = (name, main.text.as_str(), syntax(&main.text, name));
    Ok(Tree::new(main, root, others))
}

/// Reads one file, which begins at the position `base`.
///
/// # Errors
/// It is neither YAML nor JSON: that is reported.
pub fn file<'s>(
    text: &'s str,
    (base, name): (usize, &str),
    judge: Judge,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Reported> {
    if text.len() > SIZE_LIMIT {
        let message = format!("the document is larger than {} MiB", SIZE_LIMIT >> 20);
        let start = Span::new(base, 0..0);
        let large = Diagnostic::new(Code::Syntax, start, message);
        return Err(diagnostics.push(large.help("split the document, or remove its examples")));
    }
    let first = text.trim_start_matches('\u{feff}').trim_start();
    if is_page(first) {
        let start = text.len() - first.len();
        let message = "this is a page of HTML or XML, not an OpenAPI document";
        let page = Diagnostic::new(Code::Syntax, Span::new(base, start..start), message);
        let help = "save the document itself, as YAML or JSON, not the page that shows it";
        return Err(diagnostics.push(page.help(help)));
    }
    match syntax(text, name) {
        Syntax::Json => JSON.read(text, base, judge, diagnostics),
        Syntax::Yaml => YAML.read(text, base, judge, diagnostics),
    }
}

/// How a text is meant.
pub fn syntax(text: &str, name: &str) -> Syntax {
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

/// Reads JSON that is not a document of its own.
pub fn json(text: &str) -> Option<Node<'_>> {
    JSON.read_text(text)
}

/// Reads YAML that is not a document of its own.
pub fn yaml(text: &str) -> Option<Node<'_>> {
    YAML.read_text(text)
}
