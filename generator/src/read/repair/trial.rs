//! Changes that may make a text readable, compared by what the text is after each.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::{Advice, Broken, Read, Repair};
use crate::read::line::{index_of, lines};
use crate::read::{JsonLayout, Judge, Judgement, Node};

/// How many changes are compared after which all can be read.
const ALTERNATIVES: usize = 48;

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

/// A change after which all can be read.
struct Candidate {
    /// The number of the change.
    index: usize,
    judgement: Judgement,
    /// How many values of the text there are then, if the change keeps all its words.
    values: Option<usize>,
    /// What the text means then.
    meaning: Option<u64>,
    /// What speaks against it: that it only stands for what is missing, or moves lines by more than one level.
    doubts: usize,
}

impl Trial {
    /// Of the changes after which all can be read, the one after which the document has the fewest problems; else the one after which
    /// most can be read; else the last.
    pub fn best<S>(mut self, text: &str, at: usize, (read, judge): (Read<S>, Judge)) -> Repair {
        let lines = lines(text);
        // Something has to be gained: more than the rest of the line, and the line after it.
        let after = lines.get(index_of(&lines, at) + 1);
        let mut left = after.map_or(0, |line| self.part.end.saturating_sub(line.end()));
        let mut most = self.repairs.len() - 1;
        let mut candidates: Vec<Candidate> = Vec::new();
        // So many bytes take only a moment.
        let mut budget: usize = 64 << 20;
        for (index, repair) in self.repairs.iter().enumerate() {
            let Some(changed) = self.changed(repair, text) else {
                continue;
            };
            match self.outcome(&changed, read) {
                Ok(root) => {
                    candidates.push(Candidate::new(
                        (index, repair),
                        text,
                        (&changed, root),
                        judge,
                    ));
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
            return self.repairs.swap_remove(most);
        };
        let advice = self.choice(text, best, &others);
        let mut repair = self.repairs.swap_remove(best);
        repair.is_enough = !repair.is_stand_in;
        repair.advice = advice.unwrap_or(repair.advice);
        repair
    }

    /// The tree of a part with what is above it, if everything in it can be read and nothing is cut off; else how many bytes remain
    /// where reading stops.
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

    /// The part with what is above it.
    pub fn with_above(&self, part: &str) -> String {
        [&self.above, part].concat()
    }

    /// The same after a change.
    fn changed(&self, repair: &Repair, text: &str) -> Option<String> {
        let changed = repair.applied(text.get(..self.part.end)?)?;
        Some(self.with_above(changed.get(self.part.start..)?))
    }

    /// The advice where a line may be moved to another place, which is as far away, or one may be lost above it.
    fn choice(&self, text: &str, best: usize, others: &[usize]) -> Option<Advice> {
        let repair = self.repairs.get(best)?;
        let others = others.iter().filter_map(|other| self.repairs.get(*other));
        let mut as_far = others.filter(|other| {
            let is_as_far = other.is_stand_in || other.shift(text) == repair.shift(text);
            other.place == repair.place && is_as_far
        });
        match (&repair.advice, &as_far.next()?.advice) {
            (Advice::Words(one), Advice::Words(other)) => {
                Some(Advice::Choice(format!("either {one}, or {other}")))
            }
            (Advice::Change | Advice::Words(_) | Advice::Choice(_), _) => None,
        }
    }
}

impl Candidate {
    fn new<'t>(
        (index, repair): (usize, &Repair),
        text: &str,
        (changed, root): (&'t str, Option<Node<'t>>),
        judge: Judge,
    ) -> Self {
        let (is_layout, is_stand_in) = (repair.is_layout(text), repair.is_stand_in);
        let values = root.as_ref().map_or(0, Node::count);
        let values = values.saturating_sub(usize::from(is_stand_in));
        // Of two slips, one is more likely than two.
        let levels = repair.shift(text).div_ceil(step(text)).saturating_sub(1);
        let levels = if is_layout { levels } else { 0 };
        Self {
            index,
            values: (is_stand_in || is_layout).then_some(values),
            meaning: root.as_ref().map(meaning),
            judgement: root.map(|root| judge(changed, root)).unwrap_or_default(),
            doubts: levels + usize::from(is_stand_in),
        }
    }

    /// The errors and the doubts, and the warnings. A value that means nothing where it is then is an
    /// error, and so is one of the `most` values that becomes part of a text.
    fn problems(&self, most: Option<usize>) -> (usize, usize) {
        let Judgement {
            errors,
            warnings,
            meaningless,
        } = self.judgement;
        let lost = self.values.zip(most).map_or(0, |(own, most)| most - own);
        (errors + meaningless + lost + self.doubts, warnings)
    }
}

/// The first change that leaves the fewest problems, and those that leave as few and after which the text means something else.
fn fewest_problems(candidates: &[Candidate]) -> Option<(usize, Vec<usize>)> {
    let values = candidates.iter().filter_map(|one| one.values).max();
    let best = candidates.iter().min_by_key(|one| one.problems(values))?;
    let is_other = |one: &&Candidate| {
        let meanings = one.meaning.zip(best.meaning);
        one.problems(values) == best.problems(values)
            && meanings.is_some_and(|(one, best)| one != best)
    };
    let others = candidates.iter().filter(is_other).map(|one| one.index);
    Some((best.index, others.collect()))
}

/// By how many columns the first level of a text is indented.
fn step(text: &str) -> usize {
    let indents = text
        .lines()
        .map(|line| line.len() - line.trim_start_matches(' ').len());
    indents.into_iter().find(|indent| *indent > 0).unwrap_or(2)
}

/// What a tree means, without its layout.
fn meaning(root: &Node<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    root.json_text(JsonLayout::OneLine).hash(&mut hasher);
    hasher.finish()
}
