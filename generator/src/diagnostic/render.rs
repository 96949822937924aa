//! Problems as text.

mod human;
mod json;
mod short;

use super::Diagnostics;
use crate::Sources;
use crate::source::lines::Lines;

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: with an excerpt of the source, and with what is repeated summed up.
    Human(Style),
    /// For logs: one line each, `file:line:column: error[E0006]: message`.
    Short,
    /// For programs: one JSON object a line. Its fields are described in the project's `docs/diagnostics`.
    Json,
}

/// Whether text has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// It has none.
    Plain,
    /// It has those of ANSI terminals.
    Colored,
}

impl Format {
    /// For people, without colours.
    pub const PLAIN: Self = Self::Human(Style::Plain);
}

impl Diagnostics {
    /// All of them as text of whole lines, in the order of the document; empty where there are none.
    pub fn render(&self, sources: &Sources, format: Format) -> String {
        let lines = Lines::new(sources);
        match format {
            Format::Human(style) => human::render(self, &lines, style),
            Format::Short => self.iter().map(|one| short::line(one, &lines)).collect(),
            Format::Json => self.iter().map(|one| json::line(one, &lines)).collect(),
        }
    }
}
