//! Changes that make a text readable. Where one does, it shows what is wrong, and on which line.

mod slip;
mod trial;
mod whole;

pub(in crate::read) use slip::slips;
pub use slip::{Advice, Slip, Slips, With};
pub use trial::Trial;
pub use whole::WHOLE;

use std::ops::Range;

use super::line::{Line, index_of};
use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::source::Span;

/// Why a text has no tree.
pub enum Broken {
    /// A reader cannot go on at the end of this place, which begins with or after the last token.
    Syntax(Range<usize>),
    /// The text can be read, and is not allowed all the same.
    Rule(Diagnostic),
}

impl From<Diagnostic> for Broken {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Rule(diagnostic)
    }
}

/// How sure it is that the author meant what a text is after a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// If the text can be read then, it is.
    Known,
    /// The change is one of several.
    Choice,
    /// What is written stands for what only the author knows.
    StandIn,
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
    help: String,
    certainty: Certainty,
    /// Another place that belongs to it, and what it has to do with it.
    related: Option<(Range<usize>, &'static str)>,
}

impl Repair {
    /// A change that is reported where it is made, with what to do in words.
    pub fn new(
        range: Range<usize>,
        with: impl Into<String>,
        (message, help): (impl Into<String>, impl Into<String>),
    ) -> Self {
        Self {
            place: range.clone(),
            range,
            with: with.into(),
            message: message.into(),
            help: help.into(),
            certainty: Certainty::Known,
            related: None,
        }
    }

    /// The same, reported at another place.
    pub fn at(mut self, place: Range<usize>) -> Self {
        self.place = place;
        self
    }

    /// The same as one of several changes, all of which its words name.
    pub fn choice(mut self) -> Self {
        self.certainty = Certainty::Choice;
        self
    }

    /// The same where only the author knows what is missing: what is written stands for it.
    pub fn stand_in(mut self) -> Self {
        self.certainty = Certainty::StandIn;
        self
    }

    /// The same with another place that belongs to it.
    pub fn related(mut self, place: Range<usize>, what: &'static str) -> Self {
        self.related = Some((place, what));
        self
    }

    /// Where what it writes ends.
    pub fn end(&self) -> usize {
        self.range.start + self.with.len()
    }

    /// A text after the change.
    pub fn applied(&self, text: &str) -> Option<String> {
        let before = text.get(..self.range.start)?;
        let after = text.get(self.range.end..)?;
        Some([before, &self.with, after].concat())
    }

    /// Whether it is on the line of a byte, or on one of the two before: it is believed even if it leaves other errors.
    pub fn is_near(&self, lines: &[Line<'_>], at: usize) -> bool {
        index_of(lines, self.place.start) + 2 >= index_of(lines, at)
    }

    /// What is said in a text of this language.
    pub fn diagnostic(self, language: &str) -> Diagnostic {
        let message = format!("this is not valid {language}: {}", self.message);
        let place = Span::new(0, self.place);
        let diagnostic = Diagnostic::new(Code::Syntax, place, message).help(self.help);
        let edit = Edit::Write {
            span: Span::new(0, self.range),
            text: self.with,
        };
        let diagnostic = diagnostic.edit((self.certainty == Certainty::Known).then_some(edit));
        match self.related {
            Some((place, what)) => diagnostic.related(Span::new(0, place), what),
            None => diagnostic,
        }
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
