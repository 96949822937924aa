//! Commands of GitHub's workflows, which annotate lines of a file.

use super::Finding;
use crate::diagnostic::Severity;
use crate::source::lines::Place;
use crate::workflow::{line, property};

/// `::error file=…,line=…,col=…,title=…::message`, a line.
pub fn command(finding: &Finding<'_>) -> String {
    let diagnostic = finding.diagnostic;
    let Place { file, start, end } = finding.place();
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let title = format!("{}: {}", diagnostic.code.id(), diagnostic.code.title());
    // Columns are those of one line.
    let end_column = if start.line == end.line {
        format!(",endColumn={}", end.column)
    } else {
        String::new()
    };
    let mut message = diagnostic.message.clone();
    if !diagnostic.label.is_empty() {
        message.push_str(&format!(" ({})", diagnostic.label));
    }
    let help = diagnostic.help.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> = std::iter::once(message)
        .chain(help)
        .map(|text| line(&text))
        .collect();
    format!(
        "::{command} file={},line={},endLine={},col={}{end_column},title={}::{}\n",
        property(file),
        start.line,
        end.line,
        start.column,
        property(&title),
        lines.join("%0A"),
    )
}
