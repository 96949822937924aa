//! `sdkwright codegen`: reads a document, generates the SDK, and updates the output folder or reports what is stale in it.

pub mod report;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::report::Report;
use crate::{Choice, Config, OnError};

use crate::cli::document::Document;
use crate::cli::error::Error;
use crate::cli::group_by::GroupBy;
use crate::cli::overlays::{self, Overlays};
use crate::cli::project::{Place, Project};
use crate::cli::reporting::Reporting;
use crate::cli::{console, output_folder};

/// The flags of the command.
#[derive(clap::Args)]
pub struct Args {
    /// Write nothing; show what is stale and fail if anything is.
    #[arg(long)]
    check: bool,
    /// Generate again whenever a file of the document changes, until the command is interrupted.
    #[arg(long, conflicts_with = "check")]
    watch: bool,
    #[arg(long, value_name = "FILE", requires = "out")]
    #[arg(help = "The OpenAPI document to read instead of the project's own")]
    spec: Option<PathBuf>,
    /// The folder to write the crate to; a new or empty one, or one that this command wrote before.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    // Only together with a folder of its own, as everything that makes another crate: under another name, the crate of the
    // settings would no longer be the one that a workspace depends on, and cargo could not even start this command to repair it.
    /// The name of the emitted crate, instead of the one that the document gives.
    #[arg(long, value_name = "CRATE", requires = "out", value_parser = crate_name)]
    name: Option<String>,
    /// Leave out the operations and schemas that hold errors, and emit the rest.
    #[arg(long)]
    keep_going: bool,
    #[arg(long, value_name = "TAG", requires = "out")]
    #[arg(help = "Emit the operations with this tag alone; may be given several times")]
    only_tag: Vec<String>,
    #[arg(long, value_name = "ID", requires = "out")]
    #[arg(help = "Emit the operation with this operationId alone; may be given several times")]
    only_operation: Vec<String>,
    #[arg(long, value_name = "WHAT", requires = "out")]
    #[arg(help = "Put the operations of a tag on a type of their own")]
    group_by: Option<GroupBy>,
    #[command(flatten)]
    overlays: Overlays,
    #[command(flatten)]
    reporting: Reporting,
}

/// Runs the command: 0 when the folder is up to date, 1 when the document has errors or `--check` found stale files.
pub fn run(args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let open = || {
        let named = args.spec.as_deref();
        let overlays = args.overlays.of(project, named);
        overlays::add(&overlays, project.document(named)?)
    };
    let generate = |document: &mut Document| generate(document, args, project);
    if args.watch {
        return watch::watch(open, generate);
    }
    generate(&mut open()?)
}

fn generate(document: &mut Document, args: &Args, project: &Project) -> Result<ExitCode, Error> {
    let (folder, folder_name) = args.folder(project)?;
    let config = args.config(project);

    let run = |sources: &_| crate::generate(sources, &config);
    let output = document.run(run);
    let selection = args.reporting.selection(None);
    let reported = Report::new([(&document.sources, &output.diagnostics)], &selection);
    args.reporting.show(&reported, project)?;
    let found = reported.found.first().copied().unwrap_or_default();
    let Some(files) = output.files.filter(|_| found.denied == 0) else {
        console::say(&report::document_errors(document.name(), found));
        return Ok(ExitCode::FAILURE);
    };
    console::say(&report::beside(document.name(), found));
    console::say(&report::left_out(&output.left_out));

    let generated = report::Generated {
        operations: output.operations,
        files: files.len(),
        folder: &folder_name,
    };
    if !args.check {
        let plan = output_folder::update(&files, &folder)?;
        console::say(&report::written(&plan, &generated));
        return Ok(ExitCode::SUCCESS);
    }
    let plan = output_folder::plan(&files, &folder)?;
    if plan.changes.is_empty() {
        console::say(&report::fresh(&generated));
        return Ok(ExitCode::SUCCESS);
    }
    console::say(&report::stale(&plan, &generated, &args.to_fix(project)));
    Ok(ExitCode::FAILURE)
}

impl Args {
    /// The output folder, and how messages name it: as the user wrote it.
    fn folder(&self, project: &Project) -> Result<(PathBuf, String), Error> {
        if let Some(path) = &self.out {
            return Ok((path.clone(), path.display().to_string()));
        }
        let Place { path, name } = project.output()?;
        Ok((path, name.into_owned()))
    }

    fn config(&self, project: &Project) -> Config {
        let tags = self.only_tag.iter().cloned().map(Choice::Tag);
        let operations = self.only_operation.iter().cloned().map(Choice::Operation);
        Config {
            crate_name: self.package(project),
            on_error: if self.keep_going {
                OnError::LeaveOut
            } else {
                OnError::Stop
            },
            only: tags.chain(operations).collect(),
            group_by: self.group_by(project),
            examples: false,
            command: Some(project.codegen()),
        }
    }

    /// The name of the package: that of the settings belongs to the document of the settings.
    fn package(&self, project: &Project) -> Option<String> {
        let stated = project.package().filter(|_| self.spec.is_none());
        self.name.clone().or(stated.map(str::to_owned))
    }

    /// What operations are grouped by: that of the settings belongs to the document of the settings.
    fn group_by(&self, project: &Project) -> crate::GroupBy {
        let stated = project.group_by().filter(|_| self.spec.is_none());
        let group_by = self.group_by.or(stated);
        group_by.map(crate::GroupBy::from).unwrap_or_default()
    }

    /// The command that brings the folder of this run up to date.
    fn to_fix(&self, project: &Project) -> String {
        let mut words = vec![project.codegen()];
        let mut add = |flag: &str, value: &str| {
            words.extend([flag.to_owned(), shell_word(value)]);
        };
        let path = |path: &PathBuf| path.to_string_lossy().into_owned();
        self.spec.iter().for_each(|spec| add("--spec", &path(spec)));
        let overlays = self.overlays.overlay.iter();
        overlays.for_each(|overlay| add("--overlay", &path(overlay)));
        self.out.iter().for_each(|out| add("--out", &path(out)));
        self.name.iter().for_each(|name| add("--name", name));
        self.only_tag.iter().for_each(|tag| add("--only-tag", tag));
        self.only_operation
            .iter()
            .for_each(|id| add("--only-operation", id));
        if let Some(GroupBy::Tag) = self.group_by {
            words.push("--group-by tag".to_owned());
        }
        if self.keep_going {
            words.push("--keep-going".to_owned());
        }
        words.join(" ")
    }
}

/// A value as a shell takes it for one word.
fn shell_word(value: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,\\".contains(c);
    if !value.is_empty() && value.chars().all(is_plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', r"'\''"))
    }
}

/// Takes what cargo takes for the name of a package.
pub fn crate_name(value: &str) -> Result<String, String> {
    let starts_well = value.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_valid = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if starts_well && value.chars().all(is_valid) {
        Ok(value.to_owned())
    } else {
        Err("a crate's name is a letter followed by letters, digits, `-` and `_`".to_owned())
    }
}
