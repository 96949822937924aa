//! YAML text to a tree, from the events of a YAML 1.2 parser.

mod lines;
mod merge;
mod reader;
mod scalar;
mod syntax;

use super::repair::Broken;
use super::{Judge, Node};
use crate::diagnostic::{Diagnostics, Reported};

/// Reads one YAML document. Aliases are copied, merge keys (`<<`) are applied.
///
/// # Errors
/// The text is no YAML, nested deeper than 128 levels, or its aliases repeat more than a million values: that is reported.
pub fn read<'s>(
    text: &'s str,
    base: usize,
    judge: Judge,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Reported> {
    if let Some(forbidden) = syntax::forbidden(text) {
        return Err(diagnostics.push(forbidden.moved(base)));
    }
    // Keys that are repeated in a text that breaks off are so because of that.
    let mut repeated = diagnostics.clone();
    let root = reader::tree(text, base, &mut repeated).map_err(|broken| match broken {
        Broken::Rule(diagnostic) => diagnostics.push(diagnostic),
        Broken::Syntax(stop) => syntax::report(text, stop, judge, &mut |problem| {
            diagnostics.push(problem.moved(base))
        }),
    })?;
    *diagnostics = repeated;
    Ok(root)
}

/// Reads YAML that is not a document of its own.
pub fn read_text(text: &str) -> Option<Node<'_>> {
    if syntax::forbidden(text).is_some() {
        return None;
    }
    reader::tree(text, 0, &mut Diagnostics::default()).ok()
}
