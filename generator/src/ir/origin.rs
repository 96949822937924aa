//! Where the document states a thing.

use std::hash::{Hash, Hasher};

use crate::source::Span;

/// The place of a thing in the document. It takes no part in comparisons: two things that differ in nothing else are equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin(pub Span);

impl Origin {
    /// The place; `None` for what the document does not state.
    pub fn place(self) -> Option<Span> {
        Some(self.0).filter(|span| *span != Span::default())
    }
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
