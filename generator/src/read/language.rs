//! A language that documents are written in: how it is read, and what is said of text that is none.

use std::ops::Range;

use super::repair::{Broken, Trial, WHOLE};
use super::{Judge, Node};
use crate::diagnostic::{Diagnostic, Diagnostics, Reported};
use crate::source::Span;

/// How many problems of a text are reported.
const MOST: usize = 5;

/// How many lines are readable between problems that have nothing to do with each other.
const APART: usize = 20;

/// A language.
pub struct Language {
    pub name: &'static str,
    /// Reads a text that begins at a position, as far as it is valid.
    pub tree: for<'s> fn(&'s str, usize, &mut Diagnostics) -> Result<Node<'s>, Broken>,
    /// Finds the changes that may help where a text cannot be read.
    pub trial: fn(&str, Range<usize>) -> Trial,
}

impl Language {
    /// Reads a document.
    ///
    /// # Errors
    /// It cannot be read, or not be held, for example because it is nested too deep: that is reported.
    pub fn read<'s>(
        &self,
        text: &'s str,
        base: usize,
        judge: Judge,
        diagnostics: &mut Diagnostics,
    ) -> Result<Node<'s>, Reported> {
        // Keys that are repeated in a text that breaks off are so because of that.
        let mut repeated = diagnostics.clone();
        match (self.tree)(text, base, &mut repeated) {
            Ok(root) => {
                *diagnostics = repeated;
                Ok(root)
            }
            Err(Broken::Rule(rule)) => Err(diagnostics.push(rule)),
            Err(Broken::Syntax(stop)) => Err(self.report(text, stop, judge, &mut |problem| {
                diagnostics.push(problem.moved(base))
            })),
        }
    }

    /// Reads what is not a document of its own.
    pub fn read_text<'s>(&self, text: &'s str) -> Option<Node<'s>> {
        (self.tree)(text, 0, &mut Diagnostics::default()).ok()
    }

    /// Whether a text can be read, without repeating keys.
    pub fn check<'s>(&self, text: &'s str) -> Result<Node<'s>, Broken> {
        let mut diagnostics = Diagnostics::default();
        let root = (self.tree)(text, 0, &mut diagnostics)?;
        match diagnostics.iter().next() {
            Some(repeated) => Err(Broken::Rule(repeated.clone())),
            None => Ok(root),
        }
    }

    /// Reports what is wrong with a text that cannot be read at a place, and goes on after what a change makes readable.
    fn report(
        &self,
        text: &str,
        mut stop: Range<usize>,
        judge: Judge,
        report: &mut dyn FnMut(Diagnostic) -> Reported,
    ) -> Reported {
        if let Some(known) = WHOLE.find_anywhere(text).into_iter().next() {
            return report(known.diagnostic(self.name));
        }
        let mut current = text.to_owned();
        let mut number = 0;
        loop {
            number += 1;
            let trial = (self.trial)(&current, stop.clone());
            let repair = trial.best(&current, stop.end, (self, judge));
            let changed = repair.applied(&current).unwrap_or_default();
            let end = repair.end();
            let mut diagnostic = repair.diagnostic(self.name);
            if number > 1 {
                // The place is as far from the end as before the changes; what is related may be before them.
                let moved = |byte: usize| (byte + text.len()).saturating_sub(current.len());
                let place = diagnostic.span.bytes();
                diagnostic.span = Span::new(0, moved(place.start)..moved(place.end));
                diagnostic.related = None;
                diagnostic.edit = None;
            }
            let reported = report(diagnostic);
            stop = match self.check(&changed) {
                Err(Broken::Syntax(stop)) if number < MOST => stop,
                Ok(_) | Err(Broken::Syntax(_) | Broken::Rule(_)) => return reported,
            };
            let between = changed.get(end..stop.end).unwrap_or_default();
            if between.lines().count() < APART {
                return reported;
            }
            current = changed;
        }
    }
}
