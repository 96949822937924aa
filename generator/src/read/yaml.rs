//! YAML text to a tree, from the events of a YAML 1.2 parser.

mod forbidden;
mod key;
mod lines;
mod merge;
mod reader;
mod scalar;
mod syntax;

use super::language::Language;

/// YAML. Aliases are copied, merge keys (`<<`) are applied.
pub const YAML: Language = Language {
    name: "YAML",
    tree: reader::tree,
    trial: syntax::trial,
};
