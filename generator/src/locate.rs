//! Diagnostics with the JSON pointers of their places, once the trees are known.

mod in_json;

use crate::diagnostic::visible::shortened;
use crate::diagnostic::{Diagnostic, Diagnostics, WORDS, look_alike};
use crate::read::{Syntax, Tree};

/// Sorts by position and gives each place its JSON pointer. Advice about JSON is spelled as JSON.
pub fn locate(diagnostics: &mut Diagnostics, tree: &Tree<'_>) {
    diagnostics.sort();
    // What was said before overlays changed the document has its pointer.
    let new = diagnostics.iter_mut();
    new.filter(|diagnostic| diagnostic.pointer.is_empty())
        .for_each(|diagnostic| complete(diagnostic, tree));
    trace(diagnostics, tree);
}

/// Says where a document was written that overlays changed, and sorts by that.
pub fn trace(diagnostics: &mut Diagnostics, tree: &Tree<'_>) {
    let origins = tree.origins();
    for diagnostic in diagnostics.iter_mut() {
        diagnostic.trace(|place| origins.origin(place), |place| origins.word(place));
    }
    diagnostics.sort();
}

fn complete(diagnostic: &mut Diagnostic, tree: &Tree<'_>) {
    let place = diagnostic.span;
    let pointer = tree.root_of(place).pointer_to(place);
    diagnostic.set_pointer(pointer);
    let help = diagnostic.help.as_deref();
    if let Some(help) = help.and_then(|help| look_alike::named(&diagnostic.message, help)) {
        diagnostic.help = Some(shortened(help, WORDS));
    }
    let help = diagnostic.help.as_deref();
    if let Some(help) = help.filter(|_| tree.syntax(place) == Syntax::Json) {
        diagnostic.help = Some(shortened(in_json::in_json(help), WORDS));
    }
}
