//! JSON text to a tree, by a reader that knows what it expects where it stops.

mod reader;
mod syntax;

use super::repair::Broken;
use super::{Judge, Node};
use crate::diagnostic::{Diagnostics, Reported};

/// Reads JSON. Where a key is repeated, the last value is kept and the earlier one is a problem.
///
/// # Errors
/// The text is no JSON, or nested deeper than 128 levels: that is reported.
pub fn read<'s>(
    text: &'s str,
    base: usize,
    judge: Judge,
    diagnostics: &mut Diagnostics,
) -> Result<Node<'s>, Reported> {
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

/// Reads JSON that is not a document of its own.
pub fn read_text(text: &str) -> Option<Node<'_>> {
    reader::tree(text, 0, &mut Diagnostics::default()).ok()
}
