//! Diagnostics with the JSON pointers of their places, once the trees are known.

use super::in_json;
use crate::diagnostic::visible::shortened;
use crate::diagnostic::{Diagnostics, WORDS, look_alike};
use crate::read::{Syntax, Tree};

/// How many characters of a JSON pointer are kept.
const POINTER: usize = 4_000;

/// Sorts by position and gives each place its JSON pointer. Advice about JSON is spelled as JSON.
pub fn locate(diagnostics: &mut Diagnostics, tree: &Tree<'_>) {
    diagnostics.sort();
    for diagnostic in diagnostics.iter_mut() {
        let root = tree.root_of(diagnostic.span);
        diagnostic.pointer = shortened(root.pointer_to(diagnostic.span), POINTER).into();
        let help = diagnostic.help.as_deref();
        if let Some(help) = help.and_then(|help| look_alike::named(&diagnostic.message, help)) {
            diagnostic.help = Some(shortened(help, WORDS));
        }
        let help = diagnostic.help.as_deref();
        if let Some(help) = help.filter(|_| tree.syntax(diagnostic.span) == Syntax::Json) {
            diagnostic.help = Some(shortened(in_json::in_json(help), WORDS));
        }
    }
}
