//! How much work comparisons may be: schemas refer to one another in circles.

use super::pattern::Patterns;

/// How many steps one comparison may take.
const STEPS_OF_ONE: usize = 10_000;

/// How many steps all comparisons of a document may take together.
const STEPS_OF_ALL: usize = 5_000_000;

/// The steps that are left, and the work that need not be done again.
pub struct Budget {
    /// The compiled patterns.
    pub(super) patterns: Patterns,
    of_one: usize,
    of_all: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            patterns: Patterns::default(),
            of_one: STEPS_OF_ONE,
            of_all: STEPS_OF_ALL,
        }
    }
}

impl Budget {
    /// Begins another comparison.
    pub fn begin(&mut self) {
        self.of_one = STEPS_OF_ONE;
    }

    /// Takes some steps; `false` if fewer are left: then the result is inconclusive.
    pub fn spend(&mut self, steps: usize) -> bool {
        let left = (
            self.of_one.checked_sub(steps),
            self.of_all.checked_sub(steps),
        );
        self.of_one = left.0.unwrap_or_default();
        self.of_all = left.1.unwrap_or_default();
        left.0.is_some() && left.1.is_some()
    }
}
