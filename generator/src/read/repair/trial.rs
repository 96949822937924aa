//! Changes that may make a text readable, compared by what the text is after each.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::{Broken, Certainty, Repair};
use crate::read::language::Language;
use crate::read::line::{indent, index_of, lines};
use crate::read::{JsonLayout, Judge, Judgement, Node};
use crate::source::Span;

/// How many changes are compared after which all can be read.
const ALTERNATIVES: usize = 48;

/// On how many lines around a change no error may remain.
const AROUND: usize = 4;

/// How many bytes are read in all: that takes only a moment.
const BUDGET: usize = 24 << 20;

/// The changes that may help, of which the first that is near is reported where none does, and the part of a text that shows whether
/// they do.
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

/// A change after which all can be read.
struct Candidate {
    /// The number of the change.
    index: usize,
    judgement: Judgement,
    /// How many values of the text there are then, if the change keeps all its words.
    values: Option<usize>,
    /// What the text means then.
    meaning: Option<u64>,
    /// Whether there is an error then where the change was made.
    leaves_error: bool,
    /// What speaks against it: that it only stands for what is missing, or moves lines by more than one level.
    doubts: usize,
}

impl Trial {
    /// Of the changes after which all can be read, the one after which the document has the fewest problems; else the one after which
    /// most can be read; else the first that is near.
    pub fn best(mut self, text: &str, at: usize, (language, judge): (&Language, Judge)) -> Repair {
        let lines = lines(text);
        // Something has to be gained: more than the rest of the line, and the line after it.
        let after = lines.get(index_of(&lines, at) + 1);
        let mut left = after.map_or(0, |line| self.part.end.saturating_sub(line.end()));
        let near = self
            .repairs
            .iter()
            .position(|repair| repair.is_near(&lines, at));
        let mut most = near.unwrap_or(self.repairs.len() - 1);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut tried = HashSet::new();
        let mut budget = BUDGET;
        for (index, repair) in self.repairs.iter().enumerate() {
            // Several slips are often undone by the same change.
            if !tried.insert((&repair.range, &repair.with)) {
                continue;
            }
            let Some(changed) = self.changed(repair, text) else {
                continue;
            };
            match self.outcome(&changed, language) {
                Ok(root) => {
                    let after = (changed.as_str(), root);
                    // What is changed above the part is not in it.
                    let start = repair.range.start + self.above.len();
                    let start = start.saturating_sub(self.part.start);
                    let place = start..start + repair.with.len();
                    let candidate = Candidate::new((index, repair), (text, place), after, judge);
                    candidates.push(candidate);
                    // To compare takes as long as to read.
                    budget = budget.saturating_sub(changed.len());
                }
                Err(unread) if unread < left && repair.is_near(&lines, at) => {
                    (left, most) = (unread, index);
                }
                Err(_) => {}
            }
            budget = budget.saturating_sub(changed.len());
            if budget == 0 || candidates.len() == ALTERNATIVES {
                break;
            }
        }
        let Some((best, others)) = fewest_problems(&candidates) else {
            return self.repairs.swap_remove(most).choice();
        };
        let either = self.either(text, best.index, &others);
        let repair = self.repairs.swap_remove(best.index);
        match either {
            Some(help) => Repair { help, ..repair }.choice(),
            None if best.leaves_error => repair.choice(),
            None => repair,
        }
    }

    /// The tree of a part with what is above it, if everything in it can be read and nothing is cut off; else how many bytes remain
    /// where reading stops.
    pub fn outcome<'t>(
        &self,
        text: &'t str,
        language: &Language,
    ) -> Result<Option<Node<'t>>, usize> {
        let at = match language.check(text) {
            Ok(root) => return Ok(Some(root)),
            Err(Broken::Syntax(stop)) => stop.end,
            Err(Broken::Rule(rule)) => rule.span.bytes().start,
        };
        let unread = text.len().saturating_sub(at).max(1);
        if unread > self.cut {
            Err(unread)
        } else {
            Ok(None)
        }
    }

    /// The part with what is above it, after a change.
    fn changed(&self, repair: &Repair, text: &str) -> Option<String> {
        let changed = repair.applied(text.get(..self.part.end)?)?;
        Some([&self.above, changed.get(self.part.start..)?].concat())
    }

    /// The advice where a line may be moved to another place, which is as far away, or one may be lost above it.
    fn either(&self, text: &str, best: usize, others: &[usize]) -> Option<String> {
        let repair = self.repairs.get(best)?;
        let mut others = others.iter().filter_map(|other| self.repairs.get(*other));
        let other = others.find(|other| {
            let is_as_far =
                other.certainty == Certainty::StandIn || other.shift(text) == repair.shift(text);
            other.place == repair.place && is_as_far
        })?;
        let is_one = repair.certainty == Certainty::Choice || other.certainty == Certainty::Choice;
        (!is_one).then(|| format!("either {}, or {}", repair.help, other.help))
    }
}

impl Candidate {
    fn new<'t>(
        (index, repair): (usize, &Repair),
        (text, place): (&str, Range<usize>),
        (changed, root): (&'t str, Option<Node<'t>>),
        judge: Judge,
    ) -> Self {
        let removed = text.get(repair.range.clone()).unwrap_or_default();
        let is_layout = removed
            .split_whitespace()
            .eq(repair.with.split_whitespace());
        let stand_ins = usize::from(repair.certainty == Certainty::StandIn);
        let values = root.as_ref().map_or(0, Node::count);
        // Of two slips, one is more likely than two.
        let levels = repair.shift(text).div_ceil(step(text)).saturating_sub(1);
        let meaning = root.as_ref().map(meaning);
        let judgement = root.map(|root| judge(changed, root)).unwrap_or_default();
        let is_around = |error: &Span| {
            let error = error.bytes().start;
            let between = place.end.min(error)..place.start.max(error);
            let between = changed.get(between).unwrap_or_default();
            between.matches('\n').count() <= AROUND
        };
        Self {
            index,
            values: (is_layout || stand_ins > 0).then_some(values.saturating_sub(stand_ins)),
            meaning,
            leaves_error: judgement.errors.iter().any(is_around),
            judgement,
            doubts: levels + stand_ins,
        }
    }

    /// The errors and the doubts, and the warnings. A value that means nothing where it is then is an error, and so is one of the
    /// `most` values that becomes part of a text.
    fn problems(&self, most: Option<usize>) -> (usize, usize) {
        let Judgement {
            errors,
            warnings,
            meaningless,
        } = &self.judgement;
        let lost = self.values.zip(most).map_or(0, |(own, most)| most - own);
        (errors.len() + meaningless + lost + self.doubts, *warnings)
    }
}

impl Repair {
    /// By how many columns it moves its first line, or what it writes in place of a margin. How far a tab moved it is not known, and a
    /// line of a text has no level.
    fn shift(&self, text: &str) -> usize {
        let removed = text.get(self.range.clone()).unwrap_or_default();
        let before = text.get(..self.range.start).unwrap_or_default();
        let begins_line = before.is_empty() || before.ends_with('\n');
        let is_entry = removed.contains(':') || removed.trim_start().starts_with('-');
        let is_margin = !removed.is_empty() && removed.trim().is_empty();
        match removed {
            tabs if tabs.contains('\t') => 0,
            margin if begins_line && is_margin => self.with.len().abs_diff(margin.len()),
            lines if begins_line && is_entry => indent(&self.with).abs_diff(indent(lines)),
            _ => 0,
        }
    }
}

/// The first change that leaves the fewest problems, and those that leave as few and after which the text means something else.
fn fewest_problems(candidates: &[Candidate]) -> Option<(&Candidate, Vec<usize>)> {
    let values = candidates.iter().filter_map(|one| one.values).max();
    let best = candidates.iter().min_by_key(|one| one.problems(values))?;
    let is_other = |one: &&Candidate| {
        let meanings = one.meaning.zip(best.meaning);
        one.problems(values) == best.problems(values)
            && meanings.is_some_and(|(one, best)| one != best)
    };
    let others = candidates.iter().filter(is_other).map(|one| one.index);
    Some((best, others.collect()))
}

/// By how many columns the first level of a text is indented.
fn step(text: &str) -> usize {
    let mut indents = text.lines().map(indent);
    indents.find(|indent| *indent > 0).unwrap_or(2)
}

/// What a tree means, without its layout.
fn meaning(root: &Node<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    root.json_text(JsonLayout::OneLine).hash(&mut hasher);
    hasher.finish()
}
