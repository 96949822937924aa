//! Applies the edits that are known to be right.

mod certain;

pub use certain::is_certain;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Replacement, Severity};
use crate::source::Sources;
use crate::source::lines::Lines;

/// How often a document is read again: an edit can show what the next one is about.
const ROUNDS: usize = 10;

/// What becomes of a document.
#[derive(Debug)]
pub struct Fixed {
    /// The files after the edits.
    pub sources: Sources,
    /// The problems that are left.
    pub diagnostics: Diagnostics,
    /// How many edits were applied.
    pub edits: usize,
    /// The edits that were not.
    pub refused: Vec<Refused>,
}

/// An edit that would make the document worse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The file, by the name that the user gave it.
    pub file: String,
    /// The line that it would change.
    pub line: usize,
    /// The error.
    pub error: String,
}

/// Applies the certain edits of a document, but none that makes it worse. `check` gives the problems of edited files, to which
/// it adds those that they need.
pub fn fix(
    sources: &Sources,
    diagnostics: &Diagnostics,
    mut check: impl FnMut(&mut Sources) -> Diagnostics,
) -> Fixed {
    let mut fixed = Fixed {
        sources: sources.clone(),
        diagnostics: diagnostics.clone(),
        edits: 0,
        refused: Vec::new(),
    };
    for _ in 0..ROUNDS {
        let edits = certain(&fixed.sources, &fixed.diagnostics);
        // An edit that was refused would be refused again.
        if edits.is_empty() || !fixed.refused.is_empty() {
            break;
        }
        if fixed.attempt(&edits, &mut check, first_new).is_err() {
            fixed.one_by_one(edits, &mut check);
        }
    }
    fixed
}

impl Fixed {
    /// Applies edits, or none of them if they are `refused` because of an error, and gives its message.
    fn attempt(
        &mut self,
        edits: &[Replacement],
        check: &mut impl FnMut(&mut Sources) -> Diagnostics,
        refused: impl Fn(&Diagnostics, &Diagnostics) -> Option<String>,
    ) -> Result<(), String> {
        let mut sources = apply(&self.sources, edits);
        let diagnostics = check(&mut sources);
        if let Some(error) = refused(&self.diagnostics, &diagnostics) {
            return Err(error);
        }
        self.sources = sources;
        self.diagnostics = diagnostics;
        self.edits += edits.len();
        Ok(())
    }

    /// Applies each edit that does not make the document worse. They are tried from the last to the first, since an edit moves what is
    /// after it.
    fn one_by_one(
        &mut self,
        edits: Vec<Replacement>,
        check: &mut impl FnMut(&mut Sources) -> Diagnostics,
    ) {
        for edit in edits.into_iter().rev() {
            if let Err(error) = self.attempt(std::slice::from_ref(&edit), check, worse) {
                let place = Lines::new(&self.sources).place(edit.span);
                self.refused.push(Refused {
                    file: place.file.to_owned(),
                    line: place.start.line,
                    error,
                });
            }
        }
    }
}

/// The first error that a document has after edits and did not have before.
fn first_new(before: &Diagnostics, after: &Diagnostics) -> Option<String> {
    let new = new_errors(before, after).into_iter().next();
    new.map(|error| error.message.clone())
        .or_else(|| useless(before, after))
}

/// What is said of edits after which every problem is still there: they are not what was meant.
fn useless(before: &Diagnostics, after: &Diagnostics) -> Option<String> {
    let is_gone = !additional(after, before.iter()).is_empty();
    (!is_gone).then(|| "no problem is gone with it".to_owned())
}

/// The first new error, if an edit makes a document worse: if less of it can be read, or if it has more errors. An edit that corrects
/// one error may show another one that was hidden by it.
fn worse(before: &Diagnostics, after: &Diagnostics) -> Option<String> {
    let new = new_errors(before, after);
    let is_unread = |error: &&&Diagnostic| UNREAD.contains(&error.code);
    let error = match new.iter().find(is_unread) {
        Some(unread) => Some(unread),
        None if after.errors() > before.errors() => new.first(),
        None => None,
    };
    error
        .map(|error| error.message.clone())
        .or_else(|| useless(before, after))
}

/// The errors of a document that is not read to its end.
const UNREAD: [Code; 3] = [Code::Syntax, Code::DuplicateKey, Code::Version];

/// The certain edits of a document, in its order. Of two that overlap, the first: the other one is found again in the edited document.
fn certain(sources: &Sources, diagnostics: &Diagnostics) -> Vec<Replacement> {
    let is_certain =
        |diagnostic: &&Diagnostic| !diagnostic.inert && is_certain(sources, diagnostic);
    let edits = diagnostics.iter().filter(is_certain);
    let edits = edits.filter_map(|diagnostic| diagnostic.edit.as_ref()?.replacement(sources));
    let mut edits: Vec<Replacement> = edits.collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let is_free = edit.span.start >= end;
        if is_free {
            end = edit.span.end;
        }
        is_free
    });
    edits
}

/// The files after edits that do not overlap, in the order of their places.
#[must_use]
pub fn apply(sources: &Sources, edits: &[Replacement]) -> Sources {
    sources.edited(|base, text| {
        let end = base + text.len();
        let mut edited = String::with_capacity(text.len());
        let mut read = 0;
        for edit in edits {
            let range = edit.span.bytes();
            if range.start < base || range.end > end {
                continue;
            }
            edited.push_str(text.get(read..range.start - base).unwrap_or_default());
            edited.push_str(&edit.text);
            read = range.end - base;
        }
        edited.push_str(text.get(read..).unwrap_or_default());
        edited
    })
}

/// The errors that a document has after an edit and did not have before.
fn new_errors<'a>(before: &'a Diagnostics, after: &'a Diagnostics) -> Vec<&'a Diagnostic> {
    let is_error = |diagnostic: &&Diagnostic| diagnostic.code.severity() == Severity::Error;
    additional(before, after.iter().filter(is_error))
}

/// The problems among some that others do not have.
fn additional<'a>(
    others: &Diagnostics,
    problems: impl Iterator<Item = &'a Diagnostic>,
) -> Vec<&'a Diagnostic> {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for problem in others.iter() {
        *known
            .entry((problem.code, problem.message.clone()))
            .or_default() += 1;
    }
    let mut is_known = |problem: &&'a Diagnostic| {
        let count = known.get_mut(&(problem.code, problem.message.clone()));
        match count {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            Some(_) | None => false,
        }
    };
    problems.filter(|problem| !is_known(problem)).collect()
}
