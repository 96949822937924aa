//! Which problems are reported, and as what.

use std::collections::BTreeSet;

use super::Baseline;
use crate::diagnostic::{Code, Diagnostic, Severity};

/// What the caller wants to know.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The warnings that are errors.
    pub deny: BTreeSet<Deny>,
    /// The codes that are not reported.
    pub allow: BTreeSet<Code>,
    /// How bad a problem must be.
    pub level: Level,
    /// What becomes of what is valid and has no effect.
    pub inert: Inert,
    /// The problems that are known and not reported again.
    pub baseline: Option<Baseline>,
}

/// Warnings that are errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deny {
    /// All of them.
    Warnings,
    /// Those with a code.
    Code(Code),
}

/// How bad a problem must be to be reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// Errors and warnings.
    #[default]
    All,
    /// Errors alone.
    Errors,
}

/// What becomes of what is valid and has no effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inert {
    /// It is counted, no more.
    #[default]
    Hidden,
    /// It is reported as any other problem.
    Shown,
}

impl Selection {
    /// What a problem is reported as, if it is. A code that is both allowed and denied is allowed: `--deny warnings` means the others.
    pub(super) fn severity(&self, diagnostic: &Diagnostic) -> Option<Severity> {
        if self.allow.contains(&diagnostic.code) {
            return None;
        }
        let is_denied = self.denies(diagnostic.code) || self.deny.contains(&Deny::Warnings);
        Some(if is_denied {
            Severity::Error
        } else {
            diagnostic.code.severity()
        })
    }

    /// Whether a problem is not reported since it is valid and has no effect, and nobody asked for it.
    pub(super) fn hides(&self, diagnostic: &Diagnostic) -> bool {
        let is_hidden = self.inert == Inert::Hidden && !self.denies(diagnostic.code);
        diagnostic.inert && is_hidden && !self.allow.contains(&diagnostic.code)
    }

    fn denies(&self, code: Code) -> bool {
        self.deny.contains(&Deny::Code(code))
    }
}

impl Level {
    pub(super) fn shows(self, severity: Severity) -> bool {
        match self {
            Level::All => true,
            Level::Errors => severity == Severity::Error,
        }
    }
}
