//! The problems of one overlay.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Reported, Severity};
use crate::read::Node;
use crate::source::Span;

/// Where the problems of an overlay are reported.
pub struct Problems<'p, 's> {
    root: &'p Node<'s>,
    diagnostics: &'p mut Diagnostics,
    error: Option<Reported>,
}

impl<'p, 's> Problems<'p, 's> {
    /// The problems of the overlay with this root.
    pub fn new(root: &'p Node<'s>, diagnostics: &'p mut Diagnostics) -> Self {
        Self {
            root,
            diagnostics,
            error: None,
        }
    }

    /// Reports an error that leaves an action out.
    pub fn error(&mut self, span: Span, message: impl Into<String>, help: &str) -> Reported {
        self.report(Diagnostic::new(Code::Overlay, span, message).help(help))
    }

    /// Reports a problem, with the pointer of its place in the overlay.
    pub fn report(&mut self, mut diagnostic: Diagnostic) -> Reported {
        let is_error = diagnostic.code.severity() == Severity::Error;
        diagnostic.set_pointer(self.root.pointer_to(diagnostic.span));
        let reported = self.diagnostics.push(diagnostic);
        if is_error {
            self.error = Some(reported);
        }
        reported
    }

    /// Whether the overlay can be applied.
    ///
    /// # Errors
    /// An error was reported.
    pub fn result(self) -> Result<(), Reported> {
        self.error.map_or(Ok(()), Err)
    }
}
