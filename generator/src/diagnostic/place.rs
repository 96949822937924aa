//! What is known of the place of a problem once the document is read.

use super::Diagnostic;
use super::visible::shortened;
use crate::source::Span;

/// How many characters of a JSON pointer are kept.
const POINTER: usize = 4_000;

impl Diagnostic {
    /// Says what the JSON pointer of the place is.
    pub(crate) fn set_pointer(&mut self, pointer: String) {
        self.pointer = shortened(pointer, POINTER).into();
    }

    /// Says where a document was written that overlays changed: `origin` gives it for a place, and `word` for the place of one
    /// word, whose text an edit can replace.
    pub(crate) fn trace(
        &mut self,
        origin: impl Fn(Span) -> Span,
        word: impl Fn(Span) -> Option<Span>,
    ) {
        self.span = origin(self.span);
        if let Some(related) = &mut self.related {
            related.0 = origin(related.0);
        }
        let edit = self.edit.take();
        self.edit = edit.and_then(|edit| edit.traced(word)).map(Box::new);
    }
}
