//! How problems are reported, which of them, and which end a run.

use crate::diagnostic::{Code, Severity};
use crate::report::{Baseline, Deny, Format, Inert, Level, Report, Selection};

use crate::cli::console;
use crate::cli::error::Error;
use crate::cli::project::Project;

/// The flags of the commands that read a document.
#[derive(clap::Args)]
pub struct Reporting {
    /// Treat warnings as errors: those with this code, or all `warnings`; may be given several times.
    #[arg(long, value_name = "CODE", value_parser = denied)]
    deny: Vec<Deny>,
    /// Do not report the warnings with this code; may be given several times.
    #[arg(long, value_name = "CODE", value_parser = allowed)]
    allow: Vec<Code>,
    /// Report errors alone.
    #[arg(long)]
    errors_only: bool,
    /// Also report what is valid and has no effect.
    #[arg(long)]
    inert: bool,
    /// How problems are reported.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum MessageFormat {
    /// Each cause once, with an excerpt of the document and its other places.
    Human,
    /// Each problem with an excerpt of the document.
    Full,
    /// One per line.
    Short,
    /// One JSON object per line, on standard output.
    Json,
    /// One log of SARIF 2.1.0, on standard output.
    Sarif,
    /// Annotations of a GitHub workflow, on standard output.
    Github,
}

impl Reporting {
    /// What is reported of documents, beside what a baseline has.
    pub fn selection(&self, baseline: Option<Baseline>) -> Selection {
        Selection {
            deny: self.deny.iter().copied().collect(),
            allow: self.allow.iter().copied().collect(),
            level: if self.errors_only {
                Level::Errors
            } else {
                Level::All
            },
            inert: if self.inert {
                Inert::Shown
            } else {
                Inert::Hidden
            },
            baseline,
        }
    }

    /// Reports all problems.
    pub fn show(&self, report: &Report<'_>, project: &Project) -> Result<(), Error> {
        let style = console::style();
        let for_people = |format| {
            let rendered = report.render(format);
            console::show(&format!("{rendered}{}", more_about(report, project)));
        };
        match self.message_format {
            MessageFormat::Human => for_people(Format::Human(style)),
            MessageFormat::Full => for_people(Format::Full(style)),
            MessageFormat::Short => console::show(&report.render(Format::Short)),
            MessageFormat::Json => console::print(&report.render(Format::Json))?,
            MessageFormat::Sarif => console::print(&report.render(Format::Sarif))?,
            MessageFormat::Github => console::print(&report.render(Format::Github))?,
        }
        Ok(())
    }
}

/// What applies edits, and how to read more about the worst problem; empty if there is none.
fn more_about(report: &Report<'_>, project: &Project) -> String {
    let Some((severity, code)) = report.worst() else {
        return String::new();
    };
    let fixes = match report.fixable() {
        0 => String::new(),
        fixable => format!(
            "`{}` corrects {fixable} of these problems\n",
            project.typed("fix")
        ),
    };
    let kind = severity.word();
    let explain = project.typed(&format!("explain {}", code.id()));
    format!("{fixes}For more about this kind of {kind}: `{explain}`\n")
}

fn denied(value: &str) -> Result<Deny, String> {
    match value {
        "warnings" => Ok(Deny::Warnings),
        _ => code(value).map(Deny::Code),
    }
}

/// Nothing can be generated of a document with an error, so that its reason is always reported.
fn allowed(value: &str) -> Result<Code, String> {
    let code = code(value)?;
    match code.severity() {
        Severity::Warning => Ok(code),
        Severity::Error => Err(format!(
            "{} is an error, and only warnings can be allowed",
            code.id()
        )),
    }
}

fn code(value: &str) -> Result<Code, String> {
    Code::parse(value).ok_or("there is no such code; the command `explain` lists all".to_owned())
}
