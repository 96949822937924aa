//! A change that makes a text readable. Where one does, it shows what is wrong, and on which line.

use std::ops::Range;

use super::line::{Line, index_of};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// A change, and what is said where it is needed.
pub struct Repair {
    /// What is replaced.
    pub range: Range<usize>,
    /// What is there instead.
    pub with: String,
    /// The place that is reported.
    pub span: Span,
    pub message: String,
    pub help: String,
    /// Another place that belongs to it, and what it has to do with it.
    pub related: Option<(Span, String)>,
}

impl Repair {
    /// A change that is reported where it is made.
    pub fn new(range: Range<usize>, with: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            span: Span::new(0, range.clone()),
            range,
            with: with.into(),
            message: message.into(),
            help: String::new(),
            related: None,
        }
    }

    /// A change that exchanges two lines.
    pub fn exchange(line: &Line<'_>, next: &Line<'_>) -> Self {
        let with = format!("{}\n{}", next.text, line.text);
        let message = "this line and the next one are in the wrong order";
        Self::new(line.start..next.end(), with, message)
            .at(line.span())
            .help("exchange the two lines")
            .related(next.span(), "this line comes first")
    }

    /// The same, reported at another place.
    pub fn at(mut self, span: Span) -> Self {
        self.span = span;
        self
    }

    /// The same with advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with another place that belongs to it.
    pub fn related(mut self, span: Span, what: impl Into<String>) -> Self {
        self.related = Some((span, what.into()));
        self
    }

    /// The part of a text from `start` to `end` after the change, if the change lies in it.
    pub fn applied(&self, text: &str, start: usize, end: usize) -> Option<String> {
        let before = text.get(start..self.range.start)?;
        let after = text.get(self.range.end..end)?;
        Some([before, &self.with, after].concat())
    }

    /// What is said in a text of this language.
    pub fn diagnostic(self, language: &str) -> Diagnostic {
        let message = format!("this is not valid {language}: {}", self.message);
        let diagnostic = Diagnostic::new(Code::Syntax, self.span, message).help(self.help);
        match self.related {
            Some((span, what)) => diagnostic.related(span, what),
            None => diagnostic,
        }
    }
}

/// How many lines before the error a change is believed that leaves other errors.
const NEAR: usize = 2;

/// The first change after which the text up to `end` can be read; else the one after which most of it can.
///
/// No more than `budget` bytes are read in all.
pub fn best(
    repairs: impl Iterator<Item = Repair>,
    lines: &[Line<'_>],
    (at, end): (usize, usize),
    mut budget: usize,
    applied: impl Fn(&Repair) -> Option<String>,
    unread: impl Fn(&str) -> usize,
) -> Option<Repair> {
    let error = index_of(lines, at);
    // Something has to be gained: more than the rest of the line, and the line after it.
    let after = lines.get(error + 1);
    let mut left = after.map_or(0, |line| end.saturating_sub(line.end()));
    let mut best = None;
    for repair in repairs {
        let Some(changed) = applied(&repair) else {
            continue;
        };
        let Some(rest) = budget.checked_sub(changed.len()) else {
            break;
        };
        budget = rest;
        let unread = unread(&changed);
        if unread == 0 {
            return Some(repair);
        }
        if unread < left && index_of(lines, repair.span.bytes().start) + NEAR >= error {
            left = unread;
            best = Some(repair);
        }
    }
    best
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
