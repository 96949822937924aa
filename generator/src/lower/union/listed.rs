//! The values that the properties of objects can have, where they are listed.

use super::constants;
use crate::ir::Constant;
use crate::lower::Cx;
use crate::lower::object::Properties;

/// The names of the properties.
pub fn keys(properties: &Properties<'_>) -> Vec<String> {
    let names = properties.list.iter().map(|property| property.name);
    names.map(str::to_owned).collect()
}

/// The values of a property, where they are listed and it is always there.
pub fn required<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Vec<Constant> {
    if properties.required.contains(&name) {
        values(cx, properties, name)
    } else {
        Vec::new()
    }
}

/// The values of a property beside null, where they are listed.
pub fn values<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Vec<Constant> {
    let id = properties.get(name);
    let target = id.and_then(|id| cx.resolve(id).ok());
    let listed = target.and_then(|target| constants::listed(target.schema.listed()));
    listed.unwrap_or_default()
}

/// Whether each variant has a tag and no tag is for two.
pub fn are_distinct(tags: &[Vec<Constant>]) -> bool {
    let all: Vec<&Constant> = tags.iter().flatten().collect();
    let is_alone =
        |(index, tag): (usize, &&Constant)| !all.iter().skip(index + 1).any(|other| other == tag);
    !tags.is_empty()
        && tags.iter().all(|tags| !tags.is_empty())
        && all.iter().enumerate().all(is_alone)
}
