//! Tree to document: values held against the tables of the document's version, as the specification's objects.

mod check;
mod dialect;
mod objects;
mod reference;
mod resolve;

use std::collections::BTreeSet;

use check::Checked;
use dialect::Dialect;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::openapi::Document;
use crate::read::{Judgement, Node, Syntax, Tree};

/// What parsing gives.
pub enum Parsing<'d> {
    /// The document with all its files.
    Whole(Box<Document<'d>>),
    /// The paths of files that it refers to, as seen from its folder.
    Needs(BTreeSet<String>),
    /// Nothing: the tree is not one of an OpenAPI document.
    Failed,
}

/// What there is to say of a file that can be seen without the others, which decides how a broken text was meant.
pub fn judge<'t>(text: &'t str, root: Node<'t>) -> Judgement {
    let mut diagnostics = Diagnostics::default();
    let dialect = dialect::of(&root, &mut diagnostics).unwrap_or(Dialect::V3_0);
    let tree = Tree::new(("", text, Syntax::Yaml), root, Vec::new());
    let checked = check::check(&tree, dialect, &mut diagnostics);
    // What a part of a document refers to is elsewhere.
    let is_inside = |diagnostic: &&Diagnostic| {
        diagnostic.code.severity() == Severity::Error
            && ![Code::DanglingReference, Code::Security].contains(&diagnostic.code)
    };
    Judgement {
        errors: diagnostics
            .iter()
            .filter(is_inside)
            .map(|error| error.span)
            .collect(),
        warnings: diagnostics.warnings(),
        meaningless: checked.meaningless,
    }
}

/// Parses the trees of a document.
pub fn parse<'d>(tree: &'d Tree<'d>, diagnostics: &mut Diagnostics) -> Parsing<'d> {
    let Ok(dialect) = dialect::of(&tree.root, diagnostics) else {
        return Parsing::Failed;
    };
    let Checked { needs, objects, .. } = check::check(tree, dialect, diagnostics);
    if !needs.is_empty() {
        return Parsing::Needs(needs);
    }
    let document = objects::read(tree, dialect, &objects, diagnostics);
    Parsing::Whole(Box::new(document))
}
