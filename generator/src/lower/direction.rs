//! In which direction the values of a property are sent.

use std::collections::HashSet;

use super::Cx;
use crate::ir::Direction;
use crate::openapi::SchemaId;

/// The direction that the schemas of a property state, and those that they follow by `allOf`: an annotation of any of them is one of
/// the property.
pub fn direction(cx: &Cx<'_, '_>, schemas: impl IntoIterator<Item = SchemaId>) -> Direction {
    let mut waiting = Vec::from_iter(schemas);
    let mut seen = HashSet::new();
    let mut stated = HashSet::new();
    while let Some(id) = waiting.pop() {
        // What is wrong with a schema is reported where its type is made.
        let Ok(target) = cx.resolve(id) else { continue };
        if seen.insert(target.id) {
            stated.insert(target.schema.direction);
            waiting.extend(&target.schema.all_of);
        }
    }
    let states = |direction| stated.contains(&direction);
    match (states(Direction::ReadOnly), states(Direction::WriteOnly)) {
        (true, false) => Direction::ReadOnly,
        (false, true) => Direction::WriteOnly,
        (true, true) | (false, false) => Direction::Both,
    }
}
