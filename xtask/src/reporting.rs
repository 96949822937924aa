//! How the problems of a document are reported, and which of them end a run.

use std::fmt::{self, Display};

use generator::Sources;
use generator::diagnostic::{Diagnostics, Format, Severity};

use crate::console::{self, count};

/// The flags of the commands that read a document.
#[derive(clap::Args)]
pub struct Reporting {
    /// Treat every warning as an error.
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// How problems are reported: with excerpts, one per line, or as one JSON object per line on standard output.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

/// Which problems are denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum MessageFormat {
    /// Each with an excerpt of the document.
    Human,
    /// One per line.
    Short,
    /// One JSON object per line, on standard output.
    Json,
}

/// How many problems a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub errors: usize,
    pub warnings: usize,
}

impl Reporting {
    /// Reports all problems.
    pub fn report(&self, diagnostics: &Diagnostics, sources: &Sources) {
        match self.message_format {
            MessageFormat::Human => {
                let rendered = diagnostics.render(sources, Format::Human(console::style()));
                console::say(&format!("{rendered}{}", more_about(diagnostics)));
            }
            MessageFormat::Short => console::say(&diagnostics.render(sources, Format::Short)),
            MessageFormat::Json => console::print(&diagnostics.render(sources, Format::Json)),
        }
    }

    /// Whether there are warnings, and warnings are denied.
    pub fn denies(&self, found: Found) -> bool {
        self.deny == Some(Deny::Warnings) && found.warnings > 0
    }
}

/// How to read more about the worst problem; empty if there is none.
fn more_about(diagnostics: &Diagnostics) -> String {
    let first = |severity| {
        diagnostics
            .iter()
            .find(move |one| one.code.severity() == severity)
    };
    let worst = first(Severity::Error).or_else(|| first(Severity::Warning));
    let line = worst.map(|worst| {
        let (kind, id) = (worst.code.severity().word(), worst.code.id());
        format!("For more about this kind of {kind}: `cargo xtask explain {id}`\n")
    });
    line.unwrap_or_default()
}

impl Found {
    pub fn of(diagnostics: &Diagnostics) -> Self {
        Self {
            errors: diagnostics.errors(),
            warnings: diagnostics.warnings(),
        }
    }

    /// The problems that stop a run: errors, or denied warnings.
    pub fn as_a_failure(self) -> String {
        match self {
            Found {
                errors: 0,
                warnings: 0,
            } => "errors".to_owned(),
            Found {
                errors: 0,
                warnings,
            } => count(warnings, "denied warning"),
            Found {
                errors,
                warnings: 0,
            } => count(errors, "error"),
            found => found.to_string(),
        }
    }
}

/// `2 errors and 1 warning`.
impl Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = count(self.errors, "error");
        let warnings = count(self.warnings, "warning");
        write!(formatter, "{errors} and {warnings}")
    }
}
