//! JSON text to a tree, by a reader that knows the place of each value.

mod reader;
mod syntax;

use super::language::Language;

/// JSON. Where a key is repeated, the last value is kept and the earlier one is a problem.
pub const JSON: Language = Language {
    name: "JSON",
    tree: reader::tree,
    trial: syntax::trial,
};
