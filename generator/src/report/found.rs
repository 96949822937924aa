//! How many problems a document has.

use std::fmt::{self, Display};

use super::Finding;
use crate::diagnostic::Severity;

/// How many problems a document has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The errors.
    pub errors: usize,
    /// The warnings that are reported as errors.
    pub denied: usize,
    /// The other warnings.
    pub warnings: usize,
}

impl Found {
    /// Whether there is an error, or a warning that is one.
    pub fn fails(self) -> bool {
        self.errors + self.denied > 0
    }

    /// The problems of a run that they stopped.
    pub fn as_a_failure(self) -> String {
        let counts = [
            (self.errors, "error"),
            (self.denied, "denied warning"),
            (self.warnings, "warning"),
        ];
        let counts = counts.into_iter().filter(|(number, _)| *number > 0);
        let counts: Vec<String> = counts.map(|(number, noun)| count(number, noun)).collect();
        match counts.as_slice() {
            [] => "errors".to_owned(),
            [first, second, third] => format!("{first}, {second} and {third}"),
            counts => counts.join(" and "),
        }
    }

    pub(super) fn add(&mut self, finding: &Finding<'_>) {
        match finding.severity {
            Severity::Warning => self.warnings += 1,
            Severity::Error if finding.is_denied() => self.denied += 1,
            Severity::Error => self.errors += 1,
        }
    }
}

/// `2 errors and 1 warning`.
impl Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = count(self.errors + self.denied, "error");
        let warnings = count(self.warnings, "warning");
        write!(formatter, "{errors} and {warnings}")
    }
}

/// A number with its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
