//! Two lines that stand in the wrong order.

use super::odd::{is_odd, step};
use crate::read::line::Line;
use crate::read::repair::Repair;

/// Which two lines stand in the wrong order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// A line, and the key that it belongs to.
    ChildFirst,
    /// A key, and a line that is between it and what belongs to it.
    ParentFirst,
}

/// What would exchange two lines.
pub fn exchanged(lines: &[Line<'_>], error: usize, index: usize, order: Order) -> Option<Repair> {
    let line = lines.get(index)?;
    let next = lines.get(index + 1)?;
    if line.is_empty() || next.is_empty() {
        return None;
    }
    let found = if line.indent() > next.indent() {
        Order::ChildFirst
    } else {
        Order::ParentFirst
    };
    let key = match found {
        Order::ChildFirst => next,
        Order::ParentFirst => line,
    };
    if found != order || !key.content().ends_with(':') {
        return None;
    }
    if order == Order::ChildFirst && !is_odd(lines, index, step(lines, error)) {
        return None;
    }
    Some(Repair::exchange(line, next))
}
