//! Changes that make a text readable. Where one does, it shows what is wrong, and on which line.

mod trial;

pub use trial::Trial;

use std::ops::Range;

use super::conflict::conflict;
use super::line::{Line, index_of, lines};
use super::{Judge, Node};
use crate::diagnostic::{Code, Diagnostic, Edit, Reported};
use crate::source::Span;

/// Why a text has no tree.
pub enum Broken<S> {
    /// A reader cannot go on at this byte, and knows this of it.
    Syntax(usize, S),
    /// The text can be read, and is not allowed all the same.
    Rule(Diagnostic),
}

impl<S> From<Diagnostic> for Broken<S> {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Rule(diagnostic)
    }
}

/// What reads a text.
pub type Read<S> = for<'t> fn(&'t str) -> Result<Node<'t>, Broken<S>>;

/// What to do about a text that a change makes readable.
#[derive(Clone)]
enum Advice {
    /// To make the change.
    Change,
    /// The same, in these words.
    Words(String),
    /// One of several things, of which the change is one.
    Choice(String),
}

/// A change, and what is said where it is needed.
#[derive(Clone)]
pub struct Repair {
    /// What is replaced.
    range: Range<usize>,
    /// What is there instead.
    with: String,
    /// The place that is reported.
    place: Range<usize>,
    message: String,
    /// What to do.
    advice: Advice,
    /// Another place that belongs to it, and what it has to do with it.
    related: Option<(Range<usize>, String)>,
    /// Whether what it writes only stands for what is missing.
    is_stand_in: bool,
    /// Whether all can be read after the change.
    is_enough: bool,
}

impl Repair {
    /// A change that is reported where it is made.
    pub fn new(range: Range<usize>, with: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            place: range.clone(),
            range,
            with: with.into(),
            message: message.into(),
            advice: Advice::Change,
            related: None,
            is_stand_in: false,
            is_enough: false,
        }
    }

    /// The same, reported at another place.
    pub fn at(mut self, place: Range<usize>) -> Self {
        self.place = place;
        self
    }

    /// The same with advice that says more than the change.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.advice = Advice::Words(help.into());
        self
    }

    /// The same with advice that leaves the choice between several changes.
    pub fn choice(mut self, help: impl Into<String>) -> Self {
        self.advice = Advice::Choice(help.into());
        self
    }

    /// The same with another place that belongs to it.
    pub fn related(mut self, place: Range<usize>, what: impl Into<String>) -> Self {
        self.related = Some((place, what.into()));
        self
    }

    /// The same where only the author knows what is missing: what is written stands for it.
    pub fn stand_in(mut self) -> Self {
        self.is_stand_in = true;
        self
    }

    /// Whether it changes white space alone.
    fn is_layout(&self, text: &str) -> bool {
        let removed = text.get(self.range.clone()).unwrap_or_default();
        removed.split_whitespace().eq(self.with.split_whitespace())
    }

    /// By how many columns it moves its first line. How far a tab moved it is not known, and a line of a text has no level.
    fn shift(&self, text: &str) -> usize {
        let indent = |text: &str| text.len() - text.trim_start_matches(' ').len();
        let removed = text.get(self.range.clone()).unwrap_or_default();
        let before = text.get(..self.range.start).unwrap_or_default();
        let begins_line = before.is_empty() || before.ends_with('\n');
        let moved = indent(&self.with).abs_diff(indent(removed));
        let is_text = !removed.contains(':') && !removed.trim_start().starts_with('-');
        if begins_line && !removed.contains('\t') && !is_text {
            moved
        } else {
            0
        }
    }

    /// A text after the change.
    fn applied(&self, text: &str) -> Option<String> {
        let before = text.get(..self.range.start)?;
        let after = text.get(self.range.end..)?;
        Some([before, &self.with, after].concat())
    }

    /// Whether it is on the line of a byte, or on one of the two before: it is believed even if it leaves other errors.
    pub fn is_near(&self, lines: &[Line<'_>], at: usize) -> bool {
        index_of(lines, self.place.start) + 2 >= index_of(lines, at)
    }

    /// What is said in a text of this language.
    pub fn diagnostic(&self, language: &str, text: &str) -> Diagnostic {
        let message = format!("this is not valid {language}: {}", self.message);
        let removed = text.get(self.range.clone()).unwrap_or_default();
        let change = match self.with.as_str() {
            "" => format!("remove `{}`", excerpt(removed)),
            with => format!("write `{}`", excerpt(with)),
        };
        let place = Span::new(0, self.place.clone());
        let is_known = self.is_enough && !matches!(self.advice, Advice::Choice(_));
        let help = match &self.advice {
            Advice::Change => change,
            Advice::Words(help) | Advice::Choice(help) => help.clone(),
        };
        let edit = Edit::Write {
            span: Span::new(0, self.range.clone()),
            text: self.with.clone(),
        };
        let diagnostic = Diagnostic::new(Code::Syntax, place, message).help(help);
        let diagnostic = diagnostic.edit(is_known.then_some(edit));
        match &self.related {
            Some((place, what)) => diagnostic.related(Span::new(0, place.clone()), what.as_str()),
            None => diagnostic,
        }
    }
}

/// Reports what is wrong with a text that cannot be read at a byte, and goes on after what the change makes readable.
///
/// `trial` finds the changes that may help there, and `read` whether and where a text cannot be read.
pub fn report<S>(
    (language, text): (&str, &str),
    (mut at, mut stop): (usize, S),
    trial: impl Fn(&str, usize, S) -> Trial,
    (read, judge): (Read<S>, Judge),
    report: &mut dyn FnMut(Diagnostic) -> Reported,
) -> Reported {
    /// How many problems are reported.
    const MOST: usize = 5;
    /// How many lines are readable between problems that have nothing to do with each other.
    const APART: usize = 20;
    if let Some(conflict) = conflict(&lines(text), language) {
        return report(conflict);
    }
    let mut current = text.to_owned();
    let mut number = 0;
    loop {
        number += 1;
        let repair = trial(&current, at, stop).best(&current, at, (read, judge));
        let mut diagnostic = repair.diagnostic(language, &current);
        if number > 1 {
            // The place is as far from the end as before the changes; what is related may be before them.
            let moved = |byte: usize| (byte + text.len()).saturating_sub(current.len());
            diagnostic.span = Span::new(0, moved(repair.place.start)..moved(repair.place.end));
            diagnostic.related = None;
            diagnostic.edit = None;
        }
        let reported = report(diagnostic);
        let changed = repair.applied(&current).unwrap_or_default();
        (at, stop) = match read(&changed) {
            Err(Broken::Syntax(at, stop)) if number < MOST => (at, stop),
            Ok(_) | Err(Broken::Syntax(..) | Broken::Rule(_)) => return reported,
        };
        let end = repair.range.start + repair.with.len();
        let between = changed.get(end..at).unwrap_or_default();
        if between.lines().count() < APART {
            return reported;
        }
        current = changed;
    }
}

/// The first words of a text, for a message.
pub fn excerpt(text: &str) -> String {
    const LENGTH: usize = 40;
    let text = text.trim();
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
