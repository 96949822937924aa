//! `sdkwright check`: reads documents and reports their problems, without generating anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::report::{Baseline, Report};
use crate::{Config, Diagnostics};

use crate::cli::FAILED;
use crate::cli::console::{self, count};
use crate::cli::document::{Document, Documents};
use crate::cli::error::Error;
use crate::cli::overlays::{self, Overlays};
use crate::cli::project::Project;
use crate::cli::reporting::Reporting;

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    documents: Documents,
    #[command(flatten)]
    overlays: Overlays,
    #[command(flatten)]
    reporting: Reporting,
    /// Report only problems that this file does not have.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all problems to the file of `--baseline`.
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
}

/// Runs the command: 0 when the documents are sound, 1 when one has errors or warnings that are denied.
pub fn run(args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let mut checked = Vec::new();
    let mut is_unread = false;
    for given in args.documents.given() {
        let overlays = args.overlays.of(project, given);
        let opened = project.document(given);
        let mut document = match opened.and_then(|opened| overlays::add(&overlays, opened)) {
            Ok(document) => document,
            Err(error) => {
                // The others are checked all the same.
                is_unread = true;
                console::say(&format!("error: {error}"));
                continue;
            }
        };
        let run = |sources: &_| crate::check(sources, &Config::default());
        let diagnostics = document.run(run).diagnostics;
        checked.push((document, diagnostics));
    }
    if let Some(path) = args.baseline.as_deref().filter(|_| args.write_baseline) {
        return write_baseline(args, &checked, path);
    }
    let baseline = args.baseline.as_deref().map(read_baseline).transpose()?;
    let report = Report::new(pairs(&checked), &args.reporting.selection(baseline));
    args.reporting.show(&report, project)?;
    if let Some(path) = &args.baseline {
        console::say(&beside(path, &report));
    }
    for ((document, _), found) in checked.iter().zip(&report.found) {
        let name = document.name();
        console::say(&if found.fails() {
            format!("error: {name} has {}", found.as_a_failure())
        } else {
            format!("check: {name} has {found}")
        });
    }
    let fails = report.found.iter().any(|found| found.fails());
    Ok(match (is_unread, fails) {
        (true, _) => ExitCode::from(FAILED),
        (false, true) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    })
}

fn pairs(
    checked: &[(Document, Diagnostics)],
) -> impl Iterator<Item = (&crate::Sources, &Diagnostics)> {
    let pairs = checked.iter();
    pairs.map(|(document, diagnostics)| (&document.sources, diagnostics))
}

fn read_baseline(path: &Path) -> Result<Baseline, Error> {
    let text = fs::read_to_string(path).map_err(|cause| Error::io("read", path, &cause))?;
    Baseline::read(&text)
        .map_err(|cause| Error::new(format!("{} is not a baseline: {cause}", path.display())))
}

fn write_baseline(
    args: &Args,
    checked: &[(Document, Diagnostics)],
    path: &Path,
) -> Result<ExitCode, Error> {
    let report = Report::new(pairs(checked), &args.reporting.selection(None));
    let baseline = Baseline::of(&report);
    fs::write(path, baseline.write()).map_err(|cause| Error::io("write", path, &cause))?;
    let problems = count(baseline.len(), "problem");
    console::say(&format!("check: {problems} written to {}", path.display()));
    Ok(ExitCode::SUCCESS)
}

/// What the baseline has to do with the problems; empty where it has none.
fn beside(path: &Path, report: &Report<'_>) -> String {
    let path = path.display();
    let mut lines = Vec::new();
    if report.hidden.known > 0 {
        let known = count(report.hidden.known, "known problem");
        lines.push(format!("check: {known} in {path} not shown"));
    }
    if report.hidden.gone > 0 {
        let gone = count(report.hidden.gone, "problem");
        let them = if report.hidden.gone == 1 {
            "it"
        } else {
            "them"
        };
        lines.push(format!(
            "check: {gone} of {path} no longer found; `--write-baseline` drops {them}"
        ));
    }
    lines.join("\n")
}
