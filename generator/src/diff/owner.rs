//! An operation of both crates, and changes of it as a whole.

use super::Cx;
use super::change::{Change, Effect};
use super::spelling::{item, signature};
use crate::rust::Operation;

/// An operation in both crates.
pub struct Owner<'a> {
    /// As it was.
    pub old: &'a Operation,
    /// As it is.
    pub new: &'a Operation,
}

impl Owner<'_> {
    /// The path of the entry method.
    pub fn item(&self) -> String {
        item(self.new, &self.new.method)
    }

    /// Adds a change of the operation as a whole.
    pub fn push(&self, cx: &mut Cx<'_>, effect: Effect) {
        let (before, after) = (signature(self.old), signature(self.new));
        self.push_texts(cx, effect, before, after);
    }

    /// Adds a change of the operation as a whole, with what it looks like.
    pub fn push_texts(&self, cx: &mut Cx<'_>, effect: Effect, before: String, after: String) {
        cx.changes.push(
            Change::new(effect, self.item())
                .shown(Some(before), Some(after))
                .at(self.old.origin, self.new.origin)
                .used(1),
        );
    }
}
