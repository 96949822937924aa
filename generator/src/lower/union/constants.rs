//! The constants within the values of a schema, which tell them from those of others.

use crate::ir::{Constant, Constants, JsonKind, Step};
use crate::lower::constant::scalar;
use crate::lower::{Cx, Lowered, all_of};
use crate::openapi::{SchemaId, Value};

/// How deep they are searched.
const DEPTH_LIMIT: usize = 6;

/// How many schemas are looked at for one member of a union.
const SCHEMA_LIMIT: usize = 300;

/// How many constants below the first level are compared where no pair of them differs.
const NESTED_LIMIT: usize = 4;

/// For each member of a union, the constants that its values have: those of the first level, and of the deeper ones those without
/// which a member would look like another one.
pub fn constants(
    cx: &mut Cx<'_, '_>,
    members: &[(SchemaId, JsonKind)],
) -> Lowered<Vec<Vec<Constants>>> {
    let mut known = Vec::new();
    for (member, _) in members {
        known.push(within(cx, *member)?);
    }
    let kind = |member: usize| members.get(member).map(|(_, kind)| *kind);
    let is_at_first_level = |place: &Constants| depth(&place.path) <= 1 && place.values.len() == 1;
    let mut chosen: Vec<Vec<bool>> = known
        .iter()
        .map(|places| places.iter().map(is_at_first_level).collect())
        .collect();
    for one in 0..known.len() {
        for other in (one + 1..known.len()).filter(|other| kind(one) == kind(*other)) {
            for (index, place) in telling(&known, &chosen, one, other) {
                if let Some(chosen) = chosen.get_mut(index).and_then(|row| row.get_mut(place)) {
                    *chosen = true;
                }
            }
        }
    }
    let rows = known.into_iter().zip(chosen);
    let rows = rows.map(|(places, chosen)| {
        let places = places.into_iter().zip(chosen);
        places
            .filter(|(_, is_chosen)| *is_chosen)
            .map(|(place, _)| place)
            .collect()
    });
    Ok(rows.collect())
}

/// The places that tell two members apart, each as the index of the member and that of its place.
fn telling(
    known: &[Vec<Constants>],
    chosen: &[Vec<bool>],
    one: usize,
    other: usize,
) -> Vec<(usize, usize)> {
    let (Some(ours), Some(theirs)) = (known.get(one), known.get(other)) else {
        return Vec::new();
    };
    let is_chosen = |member: usize, place: usize| {
        chosen.get(member).and_then(|row| row.get(place)) == Some(&true)
    };
    let counterpart =
        |places: &[Constants], path: &[Step]| places.iter().position(|place| place.path == path);
    let mut differing = Vec::new();
    for (place, constants) in ours.iter().enumerate() {
        let at = counterpart(theirs, &constants.path);
        let Some((at, other_place)) = at.and_then(|at| Some((at, theirs.get(at)?))) else {
            continue;
        };
        if !constants
            .values
            .iter()
            .any(|value| other_place.values.contains(value))
        {
            if is_chosen(one, place) && is_chosen(other, at) {
                return Vec::new();
            }
            differing.push((place, at));
        }
    }
    if let Some((place, at)) = differing.first() {
        return vec![(one, *place), (other, *at)];
    }
    // What only one of the two states may still rule it out.
    let lone = |member: usize, places: &[Constants], others: &[Constants]| {
        let places = places.iter().enumerate();
        let lone = places.filter(|(_, place)| {
            place.values.len() == 1 && counterpart(others, &place.path).is_none()
        });
        lone.map(|(place, _)| (member, place)).collect::<Vec<_>>()
    };
    let lone = [lone(one, ours, theirs), lone(other, theirs, ours)].concat();
    let tells = |(member, place): &(usize, usize)| is_chosen(*member, *place);
    if lone.iter().any(tells) {
        return Vec::new();
    }
    lone.into_iter().take(NESTED_LIMIT).collect()
}

/// All constants within the values of a schema, the shallow ones first.
fn within(cx: &mut Cx<'_, '_>, id: SchemaId) -> Lowered<Vec<Constants>> {
    let mut found = Vec::new();
    let mut waiting = vec![(id, Vec::new())];
    let mut looked_at = 0;
    while !waiting.is_empty() {
        let mut deeper = Vec::new();
        for (id, path) in waiting {
            looked_at += 1;
            if looked_at > SCHEMA_LIMIT || depth(&path) > DEPTH_LIMIT {
                return Ok(found);
            }
            let schema = cx.resolve(id)?.schema;
            if let Some(values) = listed(schema.listed()) {
                found.push(Constants { path, values });
            } else if let Some(items) = schema.items {
                deeper.push((items, below(&path, Step::Items)));
            } else {
                for property in all_of::properties(cx, id)?.list {
                    let step = Step::Property(property.name.to_owned());
                    deeper.push((property.value, below(&path, step)));
                }
            }
        }
        waiting = deeper;
    }
    Ok(found)
}

/// Constants, where every value is one; null is like no value at all.
pub fn listed<'d>(values: impl Iterator<Item = Value<'d>>) -> Option<Vec<Constant>> {
    let values = values.filter(|value| !value.is_null());
    let values: Vec<Constant> = values.map(scalar).collect::<Option<_>>()?;
    (!values.is_empty()).then_some(values)
}

fn below(path: &[Step], step: Step) -> Vec<Step> {
    [path, &[step]].concat()
}

/// How many properties deep a place is.
fn depth(path: &[Step]) -> usize {
    let properties = path.iter().filter(|step| matches!(step, Step::Property(_)));
    properties.count()
}
