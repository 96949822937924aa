//! `sdkwright fix`: shows the edits of documents that are known to be right, and applies them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use crate::fix::{self, Fixed};
use crate::report::{Report, Selection};
use crate::{Config, Diagnostics, Role, Sources, text_diff};

use crate::cli::console::{self, count};
use crate::cli::document::{Document, Documents};
use crate::cli::error::Error;
use crate::cli::file::{beside, replace};
use crate::cli::overlays::{self, Overlays};
use crate::cli::project::Project;

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    documents: Documents,
    #[command(flatten)]
    overlays: Overlays,
    /// Apply the edits; without it, they are only shown.
    #[arg(long)]
    write: bool,
    /// Fail if there are edits.
    #[arg(long, conflicts_with = "write")]
    check: bool,
}

/// Runs the command: 0 when there is nothing to do or it is done, 1 when `--check` found edits or an edit was refused.
pub fn run(args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let mut code = ExitCode::SUCCESS;
    for given in args.documents.given() {
        let overlays = args.overlays.of(project, given);
        let mut document = overlays::add(&overlays, project.document(given)?)?;
        let check = |sources: &_| crate::check(sources, &Config::default());
        let before = document.run(check).diagnostics;
        let sources = document.sources.clone();
        let fixed = fix::fix(&sources, &before, |edited| {
            document.run_on(edited, check).diagnostics
        });
        let changes = changes(&sources, &fixed.sources);
        for change in &changes {
            console::print_diff(&change.diff())?;
        }
        for refused in &fixed.refused {
            console::say(&format!(
                "warning: {}:{}: an edit was refused, since it would bring an error: {}",
                refused.file, refused.line, refused.error
            ));
        }
        if args.write {
            changes
                .iter()
                .try_for_each(|change| change.write(&document))?;
        }
        console::say(&summary(&document, &before, &fixed, changes.len(), args));
        if !fixed.refused.is_empty() || args.check && !changes.is_empty() {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// A file with edits.
struct Change<'s> {
    role: Role<'s>,
    name: &'s str,
    old: &'s str,
    new: &'s str,
}

fn changes<'s>(before: &'s Sources, after: &'s Sources) -> Vec<Change<'s>> {
    let changes = before.files().filter_map(|(role, old)| {
        let (_, new) = after.files().find(|(other, _)| *other == role)?;
        (old.text != new.text).then_some(Change {
            role,
            name: &old.name,
            old: &old.text,
            new: &new.text,
        })
    });
    changes.collect()
}

impl Change<'_> {
    fn diff(&self) -> String {
        // What follows a tab is a remark to tools that read diffs.
        let fixed = format!("{}\t(fixed)", self.name);
        text_diff::unified(self.old, self.new, self.name, &fixed)
    }

    /// Writes the file, if it is still as it was read: it may have another encoding, or have been edited meanwhile.
    fn write(&self, document: &Document) -> Result<(), Error> {
        let name = Path::new(self.name);
        let Some(path) = document.path_of(self.role) else {
            return Err(Error::new("standard input cannot be written to"));
        };
        let bytes = fs::read(&path).map_err(|cause| Error::io("read", name, &cause))?;
        if bytes != self.old.as_bytes() {
            let name = self.name;
            return Err(Error::new(format!(
                "{name} is not written: it is not UTF-8, or has changed meanwhile"
            )));
        }
        // A link stays one: what it leads to is replaced.
        let path = path
            .canonicalize()
            .map_err(|cause| Error::io("write", name, &cause))?;
        replace(&path, self.new, &beside(&path))
    }
}

/// What was done with a document, and what is left of its problems.
fn summary(
    document: &Document,
    before: &Diagnostics,
    fixed: &Fixed,
    files: usize,
    args: &Args,
) -> String {
    let name = document.name();
    let left = problems(&fixed.sources, &fixed.diagnostics);
    if files == 0 {
        let left = count(left, "problem");
        return format!("fix: {name} has {left}, and no edit is certain");
    }
    let gone = problems(&document.sources, before).saturating_sub(left);
    let edits = count(fixed.edits, "edit");
    let files = count(files, "file");
    let gone = count(gone, "problem");
    match args {
        Args { write: true, .. } => {
            format!("fix: {edits} of {name} applied to {files}: {gone} gone, {left} left")
        }
        Args { check: true, .. } => {
            format!(
                "error: {name} has {edits} in {files} that `--write` applies: {gone} would be gone, {left} left"
            )
        }
        Args { .. } => {
            format!(
                "fix: {name} has {edits} in {files} that `--write` applies: {gone} would be gone, {left} left"
            )
        }
    }
}

/// How many problems there are to speak of.
fn problems(sources: &Sources, diagnostics: &Diagnostics) -> usize {
    let report = Report::new([(sources, diagnostics)], &Selection::default());
    let found = report.found.iter();
    found
        .map(|found| found.errors + found.denied + found.warnings)
        .sum()
}
