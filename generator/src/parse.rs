//! Tree to document: values held against the tables of the document's version, as the specification's objects.

pub mod check;
pub mod dialect;
mod in_json;
mod locate;
pub mod piece;
mod reference;
pub mod resolve;

use std::collections::BTreeSet;

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
    /// Nothing: there is no tree, or it is not one of an OpenAPI document.
    Broken,
}

/// Reads a document.
pub fn parse<'s>(sources: &'s Sources, diagnostics: &mut Diagnostics) -> Reading<'s> {
    let Ok(tree) = read::read(sources, diagnostics) else {
        return Reading::Broken;
    };
    let Ok(dialect) = dialect::of(&tree.root, diagnostics) else {
        return Reading::Broken;
    };
    let needs = check::check(&tree, dialect, diagnostics);
    if needs.is_empty() {
        Reading::Whole(tree)
    } else {
        Reading::Needs(needs)
    }
}

#[cfg(test)]
mod tests;
