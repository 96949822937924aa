//! One line for each problem.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::visible::visible;
use crate::source::lines::{Lines, Place};

pub fn line(diagnostic: &Diagnostic, lines: &Lines<'_>) -> String {
    let Place { file, start, .. } = lines.place(diagnostic.span);
    format!(
        "{}:{}:{}: {}[{}]: {}\n",
        visible(file),
        start.line,
        start.column,
        diagnostic.code.severity().word(),
        diagnostic.code.id(),
        visible(&diagnostic.message),
    )
}
