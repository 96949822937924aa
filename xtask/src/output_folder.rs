//! The folder that an SDK is written to.
//!
//! [`plan`] compares the folder with the generated files and rejects whatever must not be written; [`apply`] carries the plan out.
//! Only files that are known to be the generator's own are ever overwritten or removed.

mod emitted;
mod existing;
mod write;

use std::path::Path;

use sdkwright::File;

use crate::error::Error;
use existing::Existing;

/// What has to be done to make a folder equal to the generated files.
#[derive(Debug, Default)]
pub struct Plan {
    /// Sorted by path.
    pub changes: Vec<Change>,
    /// How many files are already as they should be.
    pub unchanged: usize,
    /// The paths of the changes that would overwrite a file which somebody else wrote.
    pub foreign: Vec<String>,
}

/// One file that is not as it should be.
#[derive(Debug)]
pub struct Change {
    /// Its path below the folder, with `/`.
    pub path: String,
    pub edit: Edit,
}

/// What has to be done with a file.
#[derive(Debug)]
pub enum Edit {
    Create {
        text: String,
    },
    /// `old` is the current text of the file, with LF line ends.
    Change {
        old: String,
        text: String,
    },
    Remove,
}

/// Compares a folder with the generated files, or rejects the folder or the files; nothing is written.
pub fn plan(files: &[File], folder: &Path) -> Result<Plan, Error> {
    let existing = Existing::scan(folder)?;
    emitted::check(files)?;

    let mut plan = Plan::default();
    for File { path, text } in files {
        let edit = match existing.read(path)? {
            None => Edit::Create { text: text.clone() },
            Some(old) if old == with_line_feeds(text) => {
                plan.unchanged += 1;
                continue;
            }
            Some(old) => {
                // Licence texts and the runtime, which is copied as it is, are emitted without a mark; nobody can ask for one
                // there. That the whole folder is the generator's own has to do for them.
                if carries_mark(text) && !carries_mark(&old) {
                    plan.foreign.push(path.clone());
                }
                let text = text.clone();
                Edit::Change { old, text }
            }
        };
        let path = path.clone();
        plan.changes.push(Change { path, edit });
    }
    for path in existing.marked_files_beside(files)? {
        let edit = Edit::Remove;
        plan.changes.push(Change { path, edit });
    }
    plan.changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(plan)
}

/// Carries out a plan, or rejects it as a whole if it would overwrite a file that the generator did not write.
pub fn apply(plan: &Plan, folder: &Path) -> Result<(), Error> {
    if !plan.foreign.is_empty() {
        return Err(Error::new(format!(
            "not overwriting what does not carry the mark \"{}\" in its first lines: {}; remove it or choose another folder",
            sdkwright::MARK,
            plan.foreign.join(", ")
        )));
    }
    write::write(&plan.changes, folder)
}

/// Whether a text carries the generator's mark. A mark further down is only a text about it.
fn carries_mark(text: &str) -> bool {
    text.lines()
        .take(3)
        .any(|line| line.contains(sdkwright::MARK))
}

/// A checkout may have converted line ends to CRLF; that does not count as a difference.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests;
