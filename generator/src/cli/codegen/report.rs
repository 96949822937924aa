//! The report about the output folder.

use crate::report::Found;
use crate::text_diff;

use crate::cli::console::count;
use crate::cli::output_folder::{Change, Edit, Plan};

/// How many files are named, one per line, before the rest is only counted.
const NAMED_FILES: usize = 20;
/// After how many lines a report of stale files stops showing differences: more than that is not read.
const DIFF_LINES: usize = 400;

/// What the generator gave.
pub struct Generated<'a> {
    pub operations: usize,
    pub files: usize,
    /// The output folder as the user wrote it.
    pub folder: &'a str,
}

/// The last line of a run that the document stopped: by its errors, else by warnings that are denied.
pub fn document_errors(document: &str, found: Found) -> String {
    let problems = found.as_a_failure();
    format!("error: {document} has {problems}, so nothing was generated")
}

/// How much there was to say about a document of which something was generated; empty where there was nothing.
pub fn beside(document: &str, found: Found) -> String {
    match found {
        Found {
            errors: 0,
            denied: 0,
            warnings: 0,
        } => String::new(),
        Found {
            errors: 0,
            denied: 0,
            warnings,
        } => {
            format!("warning: {document} has {}", count(warnings, "warning"))
        }
        found => format!("warning: {document} has {found}; what holds errors is left out"),
    }
}

/// The operations that were left out; empty where none was.
pub fn left_out(operations: &[String]) -> String {
    if operations.is_empty() {
        return String::new();
    }
    let names = operations
        .iter()
        .map(|operation| format!("left out {operation}"));
    first_named(names.collect()).join("\n")
}

/// What a run wrote and removed.
pub fn written(plan: &Plan, generated: &Generated<'_>) -> String {
    let [mut created, mut changed, mut removed] = [0, 0, 0];
    let mut files = Vec::new();
    for change in &plan.changes {
        let (verb, number) = match &change.edit {
            Edit::Create { .. } => ("created", &mut created),
            Edit::Change { .. } => ("changed", &mut changed),
            Edit::Remove => ("removed", &mut removed),
        };
        *number += 1;
        // They are the same for every document, so nobody needs to read their changes.
        let of_runtime = change.path.starts_with("src/runtime/");
        let mark = if of_runtime { " (runtime)" } else { "" };
        files.push(format!("{verb} {}{mark}", change.path));
    }
    let mut report = first_named(files);
    report.push(format!(
        "{}: {created} created, {changed} changed, {removed} removed, {} unchanged",
        headline(generated),
        plan.unchanged
    ));
    report.join("\n")
}

/// The one line of a check that found nothing to do.
pub fn fresh(generated: &Generated<'_>) -> String {
    format!("{}: up to date", headline(generated))
}

/// What a check found: the differences up to a bound, then names, then the command that repairs it.
pub fn stale(plan: &Plan, generated: &Generated<'_>, fix: &str) -> String {
    let folder = generated.folder.trim_end_matches('/');
    let mut report = differences(&plan.changes, folder);
    report.extend(plan.foreign.iter().map(|path| {
        format!("note: {folder}/{path} does not carry the generator's mark and will not be overwritten; remove it first")
    }));
    let files = match plan.changes.len() {
        1 => "1 file is".to_owned(),
        number => format!("{number} files are"),
    };
    report.push(format!(
        "error: {files} stale; run `{fix}` and commit the result"
    ));
    report.join("\n")
}

fn differences(changes: &[Change], folder: &str) -> Vec<String> {
    let mut report = Vec::new();
    let mut changes = changes.iter();
    while report.len() < DIFF_LINES
        && let Some(change) = changes.next()
    {
        let difference = difference(change, folder);
        report.extend(difference.lines().map(str::to_owned));
    }
    if report.len() > DIFF_LINES {
        let hidden = count(report.len() - DIFF_LINES, "more line");
        report.truncate(DIFF_LINES);
        report.push(format!("… and {hidden} of this file"));
    }
    let unseen = changes.map(|change| format!("stale: {folder}/{}", change.path));
    report.extend(first_named(unseen.collect()));
    report
}

/// A unified diff from the file on disk to the file as generated; one line if there is no such pair.
fn difference(change: &Change, folder: &str) -> String {
    let path = format!("{folder}/{}", change.path);
    match &change.edit {
        Edit::Create { text } => {
            format!("missing: {path} ({})", count(text.lines().count(), "line"))
        }
        Edit::Remove => format!("superfluous: {path}"),
        // What follows a tab is a remark to tools that read diffs.
        Edit::Change { old, text } => {
            text_diff::unified(old, text, &path, &format!("{path}\t(as generated)"))
        }
    }
}

fn headline(generated: &Generated<'_>) -> String {
    let operations = count(generated.operations, "operation");
    let files = count(generated.files, "file");
    format!("codegen: {operations}, {files} in {}", generated.folder)
}

fn first_named(mut files: Vec<String>) -> Vec<String> {
    if files.len() > NAMED_FILES {
        let unnamed = files.len() - NAMED_FILES;
        files.truncate(NAMED_FILES);
        files.push(format!("and {unnamed} more"));
    }
    files
}
