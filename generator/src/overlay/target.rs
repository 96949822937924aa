//! The document that overlays change: its tree, and the same values as JSON, in which a JSONPath selects.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::merge::Kind;
use crate::read::{Entry, Node, Value, number};

/// A document that is being changed.
pub struct Target<'s> {
    /// Its values.
    pub root: Node<'s>,
    /// The same values.
    view: Json,
}

/// The way from the root to a value.
pub type Place = Vec<Step>;

/// One step of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an item of an array.
    Item(usize),
}

/// What is left of the way to a value, and the number of that value.
type Rest<'p> = (&'p [Step], usize);

impl<'s> Target<'s> {
    /// The document with this root.
    pub fn new(root: Node<'s>) -> Self {
        let view = json(&root);
        Self { root, view }
    }

    /// The same values as JSON.
    pub fn view(&self) -> &Json {
        &self.view
    }

    /// The value at a place.
    pub fn at(&self, place: &[Step]) -> Option<&Node<'s>> {
        place.iter().try_fold(&self.root, |node, step| match step {
            Step::Key(key) => Some(&node.entry(key)?.value),
            Step::Item(index) => node.items().get(*index),
        })
    }

    /// The kind of the value at a place. In the JSON, a key is found without a look at each.
    pub fn kind_at(&self, place: &[Step]) -> Option<Kind> {
        let value = place
            .iter()
            .try_fold(&self.view, |value, step| match step {
                Step::Key(key) => value.get(key.as_str()),
                Step::Item(index) => value.get(*index),
            })?;
        Some(match value {
            Json::Object(_) => Kind::Object,
            Json::Array(_) => Kind::Array,
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Kind::Primitive,
        })
    }

    /// Changes the values at places, which are sorted.
    pub fn change(&mut self, places: &[Place], mut change: impl FnMut(&mut Node<'s>)) {
        let places: Vec<Rest<'_>> = numbered(places.iter().map(Vec::as_slice));
        visit(&mut self.root, &mut self.view, &places, &mut |node, _| {
            change(node);
        });
    }

    /// Removes the values at places from the objects and arrays that contain them. The root is not in one.
    pub fn remove(&mut self, places: &[Place]) {
        let mut removed: BTreeMap<&[Step], BTreeSet<&Step>> = BTreeMap::new();
        for place in places {
            if let Some((last, container)) = place.split_last() {
                removed.entry(container).or_default().insert(last);
            }
        }
        let places = numbered(removed.keys().copied());
        let steps: Vec<&BTreeSet<&Step>> = removed.values().collect();
        visit(
            &mut self.root,
            &mut self.view,
            &places,
            &mut |node, number| {
                if let Some(steps) = steps.get(number) {
                    remove(node, steps);
                }
            },
        );
    }
}

fn numbered<'p>(places: impl Iterator<Item = &'p [Step]>) -> Vec<Rest<'p>> {
    places
        .enumerate()
        .map(|(number, place)| (place, number))
        .collect()
}

/// Visits the values at sorted places with the numbers of these, what is within a value before the value itself: so an item that is
/// removed is still where it was.
fn visit<'s>(
    node: &mut Node<'s>,
    view: &mut Json,
    places: &[Rest<'_>],
    act: &mut impl FnMut(&mut Node<'s>, usize),
) {
    let mut groups: BTreeMap<&Step, Vec<Rest<'_>>> = BTreeMap::new();
    let mut number = None;
    for (steps, its) in places {
        match steps.split_first() {
            Some((first, rest)) => groups.entry(first).or_default().push((rest, *its)),
            None => number = Some(*its),
        }
    }
    match (&mut node.value, &mut *view) {
        (Value::Map(entries), Json::Object(fields)) if !groups.is_empty() => {
            let mut groups: BTreeMap<&str, Vec<Rest<'_>>> = by_key(groups);
            for Entry { key, value, .. } in entries {
                let below = groups.remove(key.as_ref());
                if let (Some(places), Some(view)) = (below, fields.get_mut(key.as_ref())) {
                    visit(value, view, &places, act);
                }
            }
        }
        (Value::List(items), Json::Array(views)) => {
            for (step, places) in groups {
                let Step::Item(index) = step else { continue };
                if let (Some(item), Some(view)) = (items.get_mut(*index), views.get_mut(*index)) {
                    visit(item, view, &places, act);
                }
            }
        }
        _ => {}
    }
    if let Some(number) = number {
        act(node, number);
        *view = json(node);
    }
}

fn by_key<'p>(groups: BTreeMap<&'p Step, Vec<Rest<'p>>>) -> BTreeMap<&'p str, Vec<Rest<'p>>> {
    let of_keys = groups.into_iter().filter_map(|(step, places)| match step {
        Step::Key(key) => Some((key.as_str(), places)),
        Step::Item(_) => None,
    });
    of_keys.collect()
}

fn remove(container: &mut Node<'_>, steps: &BTreeSet<&Step>) {
    match &mut container.value {
        Value::Map(entries) => {
            entries.retain(|entry| !steps.contains(&Step::Key(entry.key.to_string())));
        }
        Value::List(items) => {
            let mut index = 0;
            items.retain(|_| {
                let is_kept = !steps.contains(&Step::Item(index));
                index += 1;
                is_kept
            });
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A value as JSON; a number that JSON has not, such as `.inf`, as text.
fn json(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(spelled) => {
            number(spelled).map_or_else(|| spelled.as_ref().into(), Json::Number)
        }
        Value::String(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => {
            let fields = entries.iter();
            fields
                .map(|entry| (entry.key.to_string(), json(&entry.value)))
                .collect()
        }
    }
}
