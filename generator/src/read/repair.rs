//! Changes that make a text readable. Where one does, it shows what is wrong, and on which line.

use std::ops::Range;

use super::conflict::conflict;
use super::line::{Line, index_of, lines};
use super::{Judge, Judgement, Node};
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

/// The changes that may help, the last of which is reported where none does, and the part of a text that shows whether they do.
pub struct Trial {
    /// What is tried, in this order.
    pub repairs: Vec<Repair>,
    /// Lines that stand for what is above the part.
    pub above: String,
    /// The part.
    pub part: Range<usize>,
    /// How many bytes at its end may be unread, because something is cut off there.
    pub cut: usize,
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
        let repair = best(trial(&current, at, stop), &current, at, (read, judge));
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

/// Of the changes after which all can be read, the one after which the document has the fewest problems; else the one after which most
/// can be read; else the last.
fn best<S>(mut trial: Trial, text: &str, at: usize, (read, judge): (Read<S>, Judge)) -> Repair {
    /// How many changes are compared after which all can be read.
    const ALTERNATIVES: usize = 48;
    let lines = lines(text);
    // Something has to be gained: more than the rest of the line, and the line after it.
    let after = lines.get(index_of(&lines, at) + 1);
    let mut left = after.map_or(0, |line| trial.part.end.saturating_sub(line.end()));
    let mut most = trial.repairs.len() - 1;
    let mut readable: Vec<Candidate> = Vec::new();
    // So many bytes take only a moment.
    let mut budget: usize = 64 << 20;
    for (index, repair) in trial.repairs.iter().enumerate() {
        let part = text
            .get(..trial.part.end)
            .and_then(|text| repair.applied(text));
        let Some(part) = part
            .as_deref()
            .and_then(|part| part.get(trial.part.start..))
        else {
            continue;
        };
        match trial.outcome(&trial.text(part), read) {
            Ok(root) => {
                let is_stand_in = repair.is_stand_in;
                let values = root.as_ref().map_or(0, Node::count);
                let values = values.saturating_sub(usize::from(is_stand_in));
                readable.push(Candidate {
                    index,
                    judgement: root.map(judge).unwrap_or_default(),
                    values: (is_stand_in || repair.is_layout(text)).then_some(values),
                    is_stand_in,
                });
            }
            Err(unread) if unread < left && repair.is_near(&lines, at) => {
                (left, most) = (unread, index);
            }
            Err(_) => {}
        }
        // To compare takes as long as to read.
        budget = budget.saturating_sub(part.len() * (1 + readable.len()));
        if budget == 0 || readable.len() == ALTERNATIVES {
            break;
        }
    }
    let best = fewest_problems(&readable);
    let mut repair = trial.repairs.swap_remove(best.unwrap_or(most));
    repair.is_enough = best.is_some() && !repair.is_stand_in;
    repair
}

/// A change after which all can be read.
struct Candidate {
    /// The number of the change.
    index: usize,
    judgement: Judgement,
    /// How many values of the text there are then, if the change keeps all its words.
    values: Option<usize>,
    /// Whether it writes what only stands for what is missing.
    is_stand_in: bool,
}

/// The first change that leaves the fewest problems. A value that means nothing where it is then is one, and so is one that becomes part
/// of a text.
fn fewest_problems(readable: &[Candidate]) -> Option<usize> {
    let values = readable.iter().filter_map(|one| one.values).max();
    let problems = |one: &&Candidate| {
        let Judgement {
            errors,
            warnings,
            meaningless,
        } = one.judgement;
        let lost = one.values.zip(values).map_or(0, |(own, most)| most - own);
        let missing = usize::from(one.is_stand_in);
        (errors + meaningless + lost + missing, warnings)
    };
    let first = readable.iter().min_by_key(problems);
    first.map(|one| one.index)
}

impl Trial {
    /// The part with what is above it.
    pub fn text(&self, part: &str) -> String {
        [&self.above, part].concat()
    }

    /// The tree of such a text if everything in it can be read, unless it is cut off; else how many bytes remain where reading stops.
    pub fn outcome<'t, S>(&self, text: &'t str, read: Read<S>) -> Result<Option<Node<'t>>, usize> {
        let at = match read(text) {
            Ok(root) => return Ok(Some(root)),
            Err(Broken::Syntax(at, _)) => at,
            Err(Broken::Rule(rule)) => rule.span.bytes().start,
        };
        let unread = text.len().saturating_sub(at).max(1);
        if unread > self.cut {
            Err(unread)
        } else {
            Ok(None)
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
