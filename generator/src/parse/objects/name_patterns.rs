//! Names of methods by patterns of operationIds: what an extension of Speakeasy says at the root of a document.

use regex::{Regex, RegexBuilder};

use super::Cx;
use super::fields::{Fields, said};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::Node;

/// The extension, which names one method where an operation has it.
const PATTERNS: &str = "x-speakeasy-name-override";

/// How many bytes a compiled pattern may have.
const SIZE_LIMIT: usize = 1 << 17;

/// The patterns, each with the name of the methods whose operationIds match.
#[derive(Default)]
pub struct NamePatterns<'d>(Vec<(Regex, &'d str)>);

/// Reads the patterns. What cannot be applied is reported.
pub fn name_patterns<'d>(cx: &mut Cx<'d, '_>, root: Fields<'d>) -> NamePatterns<'d> {
    let Some(list) = root.get(PATTERNS) else {
        return NamePatterns::default();
    };
    let items = match list.items() {
        [] => std::slice::from_ref(list),
        items => items,
    };
    let mut patterns = NamePatterns::default();
    for item in items {
        if let Some(pattern) = pattern(item) {
            patterns.0.push(pattern);
            continue;
        }
        let message = format!("`{PATTERNS}` cannot be applied");
        let wrong = Diagnostic::new(Code::Unsupported, item.span, message);
        cx.report(wrong.help(
            "write a list of objects with `operationId`, a regular expression, and `methodNameOverride`, a name",
        ));
    }
    patterns
}

fn pattern<'d>(node: &'d Node<'d>) -> Option<(Regex, &'d str)> {
    let text = |key| node.get(key)?.as_str();
    let mut builder = RegexBuilder::new(text("operationId")?);
    let pattern = builder.size_limit(SIZE_LIMIT).build().ok()?;
    Some((pattern, said(text("methodNameOverride")?)?))
}

impl<'d> NamePatterns<'d> {
    /// The name of the method of an operation, by the first pattern that its operationId matches.
    pub fn method(&self, id: &str) -> Option<&'d str> {
        let mut patterns = self.0.iter();
        let (_, name) = patterns.find(|(pattern, _)| pattern.is_match(id))?;
        Some(name)
    }
}
