//! What there is to say about a document: where, what is wrong, and what to do.

mod code;
pub mod edit;
pub(crate) mod look_alike;
mod place;
pub mod suggest;
pub(crate) mod visible;

pub use code::{Code, Severity};
pub use edit::{Edit, Replacement};

use std::collections::BTreeSet;

use crate::source::Span;
use visible::shortened;

/// How many characters of a message, a label or an advice are kept.
pub(crate) const WORDS: usize = 400;

/// One problem of the document.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// What is wrong, in OpenAPI's terms; lower case, no full stop.
    pub message: String,
    /// The place.
    pub span: Span,
    /// A few words under the place.
    pub label: String,
    /// Another place that belongs to it, and what it has to do with it.
    pub related: Option<Box<(Span, String)>>,
    /// What to do.
    pub help: Option<String>,
    /// The edit that does it, where that is known.
    pub edit: Option<Box<Edit>>,
    /// The JSON pointer of the place, as a URI fragment; empty until the document is read.
    pub pointer: Box<str>,
    /// Whether it is valid and has no effect: it is reported only where that is asked for.
    pub inert: bool,
    /// Whether what holds the place is generated all the same, once errors are passed over.
    pub harmless: bool,
}

/// The problems of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// The places of the errors: each schema and each reference asks.
    error_spans: BTreeSet<Span>,
}

/// The proof that a problem was reported: whoever holds one leaves its cause out.
#[derive(Clone, Copy, Debug)]
pub struct Reported(());

impl From<&Reported> for Reported {
    fn from(reported: &Reported) -> Self {
        *reported
    }
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: shortened(message.into(), WORDS),
            span,
            label: String::new(),
            related: None,
            help: None,
            edit: None,
            pointer: Box::default(),
            inert: false,
            harmless: false,
        }
    }

    /// What the specification forbids, and what leaves clear what is meant.
    pub fn forbidden(span: Span, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Code::Forbidden, span, message)
            .help(help)
            .harmless()
    }

    /// The same with a few words under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = shortened(label.into(), WORDS);
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(shortened(help.into(), WORDS));
        self
    }

    /// The same with the word that was probably meant in place of what is written there.
    #[must_use]
    pub fn meant(self, word: &str) -> Self {
        let edit = Edit::Replace {
            span: self.span,
            word: word.to_owned(),
        };
        self.help(format!("did you mean `{word}`?")).edit(edit)
    }

    /// The same with the edit that the advice names.
    #[must_use]
    pub fn edit(mut self, edit: impl Into<Option<Edit>>) -> Self {
        self.edit = edit.into().map(Box::new);
        self
    }

    /// The same with another place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, what: impl Into<String>) -> Self {
        self.related = Some(Box::new((span, shortened(what.into(), WORDS))));
        self
    }

    /// The same about an error that leaves clear what is meant.
    ///
    /// It stops a run like any error, but where errors are passed over nothing is left out because of it.
    #[must_use]
    pub fn harmless(mut self) -> Self {
        self.harmless = true;
        self
    }

    /// The same about what is valid and has no effect.
    #[must_use]
    pub fn inert(mut self) -> Self {
        self.inert = true;
        self
    }

    /// Whether it leaves unclear what is meant: what holds the place is left out because of it.
    pub fn is_fatal(&self) -> bool {
        self.code.severity() == Severity::Error && !self.harmless
    }

    /// The same about the file that begins at `base`.
    #[must_use]
    pub fn moved(mut self, base: usize) -> Self {
        self.span = self.span.moved(base);
        if let Some(related) = &mut self.related {
            related.0 = related.0.moved(base);
        }
        self.edit = self.edit.map(|edit| Box::new(edit.moved(base)));
        self
    }

    /// Where it is, and what is said there.
    fn told(&self) -> (Span, Code, &str) {
        (self.span, self.code, &self.message)
    }
}

impl Diagnostics {
    /// Adds a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) -> Reported {
        if diagnostic.is_fatal() {
            self.error_spans.insert(diagnostic.span);
        }
        self.list.push(diagnostic);
        Reported(())
    }

    /// Remembers that an error elsewhere tells what is wrong at this place.
    pub fn explain(&mut self, span: Span) {
        self.error_spans.insert(span);
    }

    /// Remembers of each copy, which is given with what it is a copy of, the errors of that.
    pub(crate) fn explain_copies(&mut self, copies: impl Iterator<Item = (Span, Span)>) {
        let is_wrong = |original| self.error_spans.contains(&original);
        let wrong = copies.filter_map(|(copy, original)| is_wrong(original).then_some(copy));
        let wrong: Vec<Span> = wrong.collect();
        self.error_spans.extend(wrong);
    }

    /// Takes back what is said of a place, since an error elsewhere explains it. What needs the place is left out all the same.
    pub fn retract(&mut self, span: Span) {
        self.list.retain(|diagnostic| diagnostic.span != span);
    }

    /// The proof that an error within this place is reported already.
    pub fn error_within(&self, span: Span) -> Option<Reported> {
        // Spans are in the order of their beginnings.
        let first = Span {
            start: span.start,
            end: span.start,
        };
        self.error_spans
            .range(first..)
            .take_while(|error| error.start <= span.end)
            .any(|error| span.contains(*error))
            .then_some(Reported(()))
    }

    /// Whether an error is about exactly this place.
    pub fn error_at(&self, span: Span) -> bool {
        self.error_spans.contains(&span)
    }

    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// The number of warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// All of them, in the order of the document once the run has ended.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Drops the examples that do not fit because of a slip in their schema, which is told.
    fn drop_what_follows(&mut self) {
        let is_of_an_example = |diagnostic: &Diagnostic| diagnostic.code == Code::Example;
        let told: BTreeSet<Span> = self
            .list
            .iter()
            .filter(|diagnostic| !is_of_an_example(diagnostic))
            .map(|diagnostic| diagnostic.span)
            .collect();
        self.list.retain(|diagnostic| {
            let asked = diagnostic.related.as_ref().map(|related| related.0);
            !is_of_an_example(diagnostic) || asked.is_none_or(|asked| !told.contains(&asked))
        });
    }

    fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|diagnostic| diagnostic.code.severity() == severity)
            .count()
    }

    /// Sorts by position, and drops what is said twice of one place.
    pub(crate) fn sort(&mut self) {
        // What many operations share is looked at for each of them.
        self.list
            .sort_by(|one, other| one.told().cmp(&other.told()));
        self.list.dedup_by(|one, other| one.told() == other.told());
        self.drop_what_follows();
    }

    /// All of them, to be completed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.list.iter_mut()
    }
}
