//! Tree to document: values held against the tables of the document's version, as the specification's objects.

pub mod check;
mod foreign;
mod in_json;
mod locate;
mod objects;
pub mod piece;
mod reference;
pub mod resolve;
mod rules;
mod shape;
mod version;

use std::collections::BTreeSet;

use check::Checked;
pub use locate::locate;

use crate::Sources;
use crate::diagnostic::Diagnostics;
use crate::read::{self, Tree};

/// What reading gives.
pub enum Reading<'s> {
    /// The document with all its files.
    Whole(Tree<'s>),
    /// The paths of files that it refers to, as seen from its folder.
    Needs(BTreeSet<String>),
    /// Nothing: there is no tree, or it is none of an OpenAPI document.
    Broken,
}

/// Reads a document.
pub fn parse<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Reading<'s> {
    let Ok(tree) = read::read(sources, diagnostics) else {
        return Reading::Broken;
    };
    if let Err(error) = version::check(&tree.root) {
        diagnostics.push(error);
        return Reading::Broken;
    }
    let Checked { needs, objects } = check::check(&tree, diagnostics);
    if !needs.is_empty() {
        return Reading::Needs(needs);
    }
    let mut document = objects::read(&tree, &objects, diagnostics);
    rules::check(&mut document, diagnostics);
    Reading::Whole(tree)
}
