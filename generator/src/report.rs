//! What is reported of documents, as text: for people, for logs, and for programs.

mod baseline;
mod cause;
mod found;
mod github;
mod human;
mod json;
mod sarif;
mod selection;
mod short;
mod table;

pub use baseline::Baseline;
pub use found::Found;
pub use selection::{Deny, Inert, Level, Selection};

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::fix;
use crate::source::lines::{Lines, Place};
use crate::source::{Sources, Span};

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: each cause once, with an excerpt of the source and with the other places; errors last, then a table.
    Human(Style),
    /// For people: each problem with an excerpt of the source, in the order of the document.
    Full(Style),
    /// For logs: one line each, `file:line:column: error[E0006]: message`, errors last.
    Short,
    /// For programs: one JSON object a line, and a last one that sums up. The project's `generator/docs/diagnostics` describes the fields.
    Json,
    /// For services that show the results of analyses: SARIF 2.1.0.
    Sarif,
    /// For workflows of GitHub: a command each, which annotates the line.
    Github,
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
    /// Every problem for people, without colours.
    pub const PLAIN: Self = Self::Full(Style::Plain);
}

/// What is reported of one document or several.
#[derive(Debug)]
pub struct Report<'a> {
    findings: Vec<Finding<'a>>,
    /// How many problems each document has.
    pub found: Vec<Found>,
    /// What is not shown.
    pub hidden: Hidden,
}

/// How many problems are not reported, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// They are valid and have no effect.
    pub inert: usize,
    /// The baseline has them.
    pub known: usize,
    /// What the baseline has, and no document any more.
    pub gone: usize,
}

/// A problem that is reported.
#[derive(Clone, Debug)]
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    /// As the caller chose it: a denied warning is an error.
    severity: Severity,
    /// Which of the documents it is about.
    document: usize,
    lines: Rc<Lines<'a>>,
}

impl<'a> Report<'a> {
    /// What is selected of the problems of documents.
    pub fn new(
        documents: impl IntoIterator<Item = (&'a Sources, &'a Diagnostics)>,
        selection: &Selection,
    ) -> Self {
        let mut findings = Vec::new();
        let mut hidden = Hidden::default();
        let mut count = 0;
        for (document, (sources, diagnostics)) in documents.into_iter().enumerate() {
            count += 1;
            let lines = Rc::new(Lines::new(sources));
            for diagnostic in diagnostics.iter() {
                if selection.hides(diagnostic) {
                    hidden.inert += 1;
                } else if let Some(severity) = selection.severity(diagnostic) {
                    findings.push(Finding {
                        diagnostic,
                        severity,
                        document,
                        lines: Rc::clone(&lines),
                    });
                }
            }
        }
        if let Some(baseline) = &selection.baseline {
            (hidden.known, hidden.gone) = baseline.take_known(&mut findings);
        }
        let mut found = vec![Found::default(); count];
        for finding in &findings {
            if let Some(found) = found.get_mut(finding.document) {
                found.add(finding);
            }
        }
        findings.retain(|finding| selection.level.shows(finding.severity));
        drop_repeated(&mut findings);
        Self {
            findings,
            found,
            hidden,
        }
    }

    /// All of it as text of whole lines; empty where there is nothing to report and the format has nothing else to say.
    pub fn render(&self, format: Format) -> String {
        match format {
            Format::Human(style) => human::grouped(&self.findings, style),
            Format::Full(style) => human::each(&self.findings, style),
            Format::Short => self.errors_last().map(short::line).collect(),
            Format::Json => {
                let lines: String = self.findings.iter().map(json::line).collect();
                format!("{lines}{}", json::summary(self))
            }
            Format::Sarif => sarif::log(&self.findings),
            Format::Github => self.findings.iter().map(github::command).collect(),
        }
    }

    /// The first of the worst problems: what it is reported as, and its code.
    pub fn worst(&self) -> Option<(Severity, Code)> {
        let worst = self.findings.iter().min_by_key(|finding| finding.severity);
        worst.map(|finding| (finding.severity, finding.diagnostic.code))
    }

    /// How many problems have an edit that is known to be right.
    pub fn fixable(&self) -> usize {
        let is_certain =
            |finding: &&Finding<'_>| fix::is_certain(finding.lines.sources, finding.diagnostic);
        self.findings.iter().filter(is_certain).count()
    }

    fn errors_last(&self) -> impl Iterator<Item = &Finding<'a>> {
        [Severity::Warning, Severity::Error]
            .into_iter()
            .flat_map(|severity| {
                let of_severity = move |finding: &&Finding<'_>| finding.severity == severity;
                self.findings.iter().filter(of_severity)
            })
    }
}

impl Diagnostics {
    /// All of them as text.
    pub fn render(&self, sources: &Sources, format: Format) -> String {
        let selection = Selection {
            inert: Inert::Shown,
            ..Selection::default()
        };
        Report::new([(sources, self)], &selection).render(format)
    }
}

impl<'a> Finding<'a> {
    fn place(&self) -> Place<'a> {
        self.lines.place(self.diagnostic.span)
    }

    fn place_of(&self, span: Span) -> Place<'a> {
        self.lines.place(span)
    }

    /// Whether it is a warning that the caller made an error.
    fn is_denied(&self) -> bool {
        self.severity != self.diagnostic.code.severity()
    }
}

/// Documents may share files: what is wrong with one of these is reported once.
fn drop_repeated(findings: &mut Vec<Finding<'_>>) {
    let mut met = BTreeSet::new();
    findings.retain(|finding| {
        let Diagnostic {
            span,
            code,
            message,
            ..
        } = finding.diagnostic;
        met.insert((finding.lines.origin(*span), *code, message.as_str()))
    });
}
