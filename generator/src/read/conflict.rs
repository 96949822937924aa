//! The marks of a merge that was not finished.

use super::line::Line;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// The error of the first mark.
pub fn conflict(lines: &[Line<'_>], language: &str) -> Option<Diagnostic> {
    let is_mark = |line: &&Line<'_>, mark: char| {
        let rest = line.text.trim_start_matches(mark);
        line.text.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
    };
    // Seven equals signs underline a title, too.
    let line = lines
        .iter()
        .find(|line| is_mark(line, '<') || is_mark(line, '>'))
        .or_else(|| lines.iter().find(|line| line.text == "======="))?;
    let mark = line.text.get(..7).unwrap_or_default();
    let message =
        format!("this is not valid {language}: `{mark}` marks a merge that is not finished");
    let conflict = Diagnostic::new(Code::Syntax, Span::new(0, line.span()), message);
    Some(conflict.help(
        "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    ))
}
