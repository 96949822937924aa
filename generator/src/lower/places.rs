//! Where the inline schemas of components are written.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::names::Names;
use crate::ir::Place;
use crate::openapi::{Document, SchemaId};

/// The schemas that are written within others in components. They are called after that place, whichever schema takes them over and
/// whichever reference leads to them first.
pub struct Places<'d> {
    within: HashMap<SchemaId, (SchemaId, Step<'d>)>,
}

/// How a schema is written within another one.
#[derive(Clone, Copy)]
enum Step<'d> {
    /// As a property.
    Property(&'d str),
    /// As `items`.
    Items,
    /// As one of `prefixItems`, the first of which is 1.
    PrefixItem(usize),
    /// As `additionalProperties`.
    Value,
    /// As a member of `allOf`, which describes the same values.
    Member,
}

/// Finds the places of all schemas within components.
pub fn places<'d>(document: &Document<'d>) -> Places<'d> {
    let mut within = HashMap::new();
    let components = document.components.schemas.iter();
    let mut waiting: Vec<SchemaId> = components.map(|component| component.value).collect();
    while let Some(id) = waiting.pop() {
        let Ok(schema) = document.schema(id) else {
            continue;
        };
        let properties = schema.properties.iter();
        let steps = properties.map(|property| (property.value, Step::Property(property.name)));
        let steps = steps
            .chain(schema.items.map(|items| (items, Step::Items)))
            .chain(
                schema
                    .prefix_items
                    .iter()
                    .copied()
                    .zip((1..).map(Step::PrefixItem)),
            )
            .chain(
                schema
                    .additional_properties
                    .map(|value| (value, Step::Value)),
            )
            .chain(schema.all_of.iter().map(|member| (*member, Step::Member)));
        for (schema, step) in steps {
            if let Entry::Vacant(vacant) = within.entry(schema) {
                vacant.insert((id, step));
                waiting.push(schema);
            }
        }
    }
    Places { within }
}

/// The word for the kind of a component, which its types have after its name; none where the name ends in it already.
pub fn kind_word<'k>(component: &str, kind: &'k str) -> &'k str {
    let start = component.len().checked_sub(kind.len());
    let end = start.and_then(|start| component.split_at_checked(start));
    let is_said = end.is_some_and(|(before, end)| {
        let is_word = end.starts_with(|first: char| first.is_uppercase())
            || before.ends_with(|last: char| !last.is_alphanumeric());
        !before.is_empty() && is_word && end.eq_ignore_ascii_case(kind)
    });
    if is_said { "" } else { kind }
}

impl Places<'_> {
    /// The place of a schema; `None` if it is not written in a component, or is only a part of what is in its place.
    pub fn of(&self, names: &Names<'_>, id: SchemaId) -> Option<Place> {
        if let Some((_, Step::Member)) = self.within.get(&id) {
            return None;
        }
        let mut steps = Vec::new();
        let mut schema = id;
        let home = loop {
            if let Some(name) = names.called(schema) {
                break Place::schema(name);
            }
            let (parent, step) = self.within.get(&schema)?;
            steps.push(*step);
            schema = *parent;
        };
        let below = |place: Place, step: Step<'_>| match step {
            Step::Property(name) => place.property(name),
            Step::Items => place.item(),
            Step::PrefixItem(number) => place.below(&format!("item {number}")),
            Step::Value => place.below("value"),
            Step::Member => place,
        };
        Some(steps.into_iter().rev().fold(home, below))
    }
}
