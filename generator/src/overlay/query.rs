//! A JSONPath (RFC 9535) of an overlay.

use serde_json_path::{JsonPath, PathElement};

use super::problems::Problems;
use super::target::{Place, Step};
use crate::diagnostic::Reported;
use crate::read::Node;
use crate::source::Span;

/// How many bytes a JSONPath may have.
const LENGTH: usize = 2_000;

/// How deep brackets may be nested: the time to read filters within filters doubles with each level.
const NESTING: usize = 6;

/// How many descendant segments (`..`) a JSONPath may have, each of which multiplies what it looks at by the depth of the document.
const DESCENDANTS: usize = 3;

/// How many selectors may select what another one in the same brackets selects already, as in `[*, *]`.
const REPEATED: usize = 4;

/// A JSONPath and where it is written.
pub struct Query<'o> {
    /// As it is written.
    pub text: &'o str,
    /// Where.
    pub span: Span,
    path: JsonPath,
}

impl<'o> Query<'o> {
    /// Reads a JSONPath.
    pub fn read(node: &'o Node<'_>, problems: &mut Problems<'_, '_>) -> Result<Self, Reported> {
        let span = node.span;
        let Some(text) = node.as_str() else {
            let message = format!("expected a JSONPath, found {}", node.kind());
            let help = "write a JSONPath as a string: `\"$.paths['/pets'].get\"`";
            return Err(problems.error(span, message, help));
        };
        if is_expensive(text) {
            let help = "select by fewer `..`, filters and brackets, in several actions if need be";
            return Err(problems.error(span, "this JSONPath is too expensive", help));
        }
        match JsonPath::parse(text) {
            Ok(path) => Ok(Self { text, span, path }),
            Err(error) => {
                let rest = text.get(error.position()..).unwrap_or_default();
                let message = match rest {
                    "" => "this is not a valid JSONPath: it ends too early".to_owned(),
                    rest => format!("this is not a valid JSONPath from `{rest}` on"),
                };
                let help = "begin with `$`, and write names that have other characters than letters, digits and `_` in brackets and quotes: `$.paths['/pets'].get`";
                Err(problems.error(span, message, help))
            }
        }
    }

    /// The places that it selects, each once.
    pub fn select(&self, document: &serde_json::Value) -> Vec<Place> {
        let selected = self.path.query_located(document);
        let place = |path: &serde_json_path::NormalizedPath<'_>| {
            let step = |element: &PathElement<'_>| match element {
                PathElement::Name(name) => Step::Key((*name).to_owned()),
                PathElement::Index(index) => Step::Item(*index),
            };
            path.iter().map(step).collect()
        };
        let mut places: Vec<Place> = selected.locations().map(place).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Whether a JSONPath can take too long to read or to follow.
fn is_expensive(text: &str) -> bool {
    let mut brackets: Vec<Brackets> = Vec::new();
    let mut descendants = 0;
    let mut repeated = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\'' | '"' => {
                while let Some(inner) = chars.next().filter(|inner| *inner != c) {
                    if inner == '\\' {
                        chars.next();
                    }
                }
            }
            '.' if chars.peek() == Some(&'.') => descendants += 1,
            '[' | '(' => brackets.push(Brackets::default()),
            ']' | ')' => repeated += brackets.pop().map_or(0, Brackets::repeated),
            ',' => brackets
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|open| open.commas += 1),
            '*' | '?' | ':' => {
                brackets
                    .iter_mut()
                    .last()
                    .into_iter()
                    .for_each(|open| open.is_open = true);
            }
            _ => {}
        }
        if brackets.len() > NESTING {
            return true;
        }
    }
    text.len() > LENGTH || descendants > DESCENDANTS || repeated > REPEATED
}

/// What is in brackets.
#[derive(Clone, Copy, Default)]
struct Brackets {
    commas: usize,
    /// Whether a selector is one of any number of values.
    is_open: bool,
}

impl Brackets {
    fn repeated(self) -> usize {
        if self.is_open { self.commas } else { 0 }
    }
}
