//! How much overlays may do: each action is cheap to write, and can be expensive to apply.

use crate::read::Node;

/// How many actions the overlays of a document may have together.
const ACTIONS: usize = 10_000;

/// How many values they may add to the document.
const VALUES: usize = 1_000_000;

/// What the overlays of a document have done so far.
#[derive(Debug, Default)]
pub struct Limits {
    actions: usize,
    values: usize,
}

impl Limits {
    /// Counts the actions of an overlay.
    ///
    /// # Errors
    /// There are too many: the text says so.
    pub fn count_actions(&mut self, actions: usize) -> Result<(), String> {
        self.actions = self.actions.saturating_add(actions);
        if self.actions > ACTIONS {
            return Err(format!("the overlays have more than {ACTIONS} actions"));
        }
        Ok(())
    }

    /// Whether there are too many, so that whatever follows is too much.
    pub fn are_exceeded(&self) -> bool {
        self.actions > ACTIONS || self.values > VALUES
    }

    /// Counts the values of a node that is added in several places.
    ///
    /// # Errors
    /// There are too many: the text says so.
    pub fn count_values(&mut self, node: &Node<'_>, places: usize) -> Result<(), String> {
        let values = node.count().saturating_mul(places);
        self.values = self.values.saturating_add(values);
        if self.values > VALUES {
            return Err(format!("the overlays add more than {VALUES} values"));
        }
        Ok(())
    }
}
