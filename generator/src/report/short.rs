//! One line for each problem.

use super::Finding;
use crate::diagnostic::visible::visible;
use crate::source::lines::Place;

pub fn line(finding: &Finding<'_>) -> String {
    let Place { file, start, .. } = finding.place();
    format!(
        "{}:{}:{}: {}[{}]: {}\n",
        visible(file),
        start.line,
        start.column,
        finding.severity.word(),
        finding.diagnostic.code.id(),
        visible(&finding.diagnostic.message),
    )
}
