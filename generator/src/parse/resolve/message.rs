//! What there is to say about references that do not resolve.

use super::ResolveError;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::{Node, Tree, Unread};
use crate::source::Span;

impl Tree<'_> {
    /// What there is to say about a reference that does not resolve.
    pub fn unresolved(&self, reference: &Node<'_>, error: &ResolveError<'_, '_>) -> Diagnostic {
        let text = reference.as_str().unwrap_or_default();
        let report = |code, message| Diagnostic::new(code, reference.span, message);
        let nowhere = format!("the reference `{text}` does not resolve");
        match error {
            ResolveError::Refused(refusal) => {
                report(Code::DanglingReference, refusal.message(text)).help(refusal.help())
            }
            ResolveError::Unread(_, Unread::Malformed(_)) => {
                let message = format!("the reference `{text}` leads to a file with errors");
                report(Code::DanglingReference, message).help("repair that file first")
            }
            ResolveError::Unread(other, Unread::Missing(reason)) => {
                let unread = report(Code::DanglingReference, nowhere).label(*reason);
                unread.help(self.place_of_file(reference.span, other.path))
            }
            ResolveError::Unknown(_) => {
                report(Code::DanglingReference, nowhere).help("add the file to the document")
            }
            ResolveError::NoChild(_, token) => {
                let dangling = report(Code::DanglingReference, nowhere)
                    .label(format!("there is no `{token}`"));
                dangling.help("declare what it names, or correct the reference")
            }
            ResolveError::Circular => {
                let message = format!("the reference `{text}` leads back to itself");
                let circular = report(Code::CircularReference, message);
                circular.help("let one of the references on the way name an object")
            }
        }
    }

    /// Advice about a file that is not there.
    fn place_of_file(&self, place: Span, path: &str) -> String {
        let schema = format!("#/components/schemas/{path}");
        if self.find(&schema, self.root.span).is_some() {
            return format!("did you mean `{schema}`?");
        }
        let from = self.path_of(place);
        format!("write the path of the file as seen from `{from}`")
    }
}
