//! The values that the properties of objects can have, where they are listed.

use crate::lower::Cx;
use crate::lower::object::Properties;
use crate::openapi::Value;

/// The property that has other values in each of these objects.
pub fn inferred_tag<'d>(cx: &Cx<'_, 'd>, objects: &[&Properties<'d>]) -> Option<String> {
    keys(objects.first()?).into_iter().find(|tag| {
        let tags: Vec<Vec<String>> = objects
            .iter()
            .map(|properties| constants(cx, properties, tag))
            .collect();
        are_distinct(&tags)
    })
}

pub fn keys(properties: &Properties<'_>) -> Vec<String> {
    let keys = properties
        .list
        .iter()
        .map(|property| property.name.to_owned());
    keys.collect()
}

/// The few values that a property may have: one, or several where the property is always there.
pub fn constants<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Vec<String> {
    let values = listed(cx, properties, name);
    let is_required = properties.required.contains(&name);
    if values.len() > 1 && !is_required {
        return Vec::new();
    }
    let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
    texts.collect::<Option<Vec<String>>>().unwrap_or_default()
}

/// The texts that a property can hold beside null, where its values are listed.
pub fn texts<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Vec<String> {
    let values = listed(cx, properties, name).into_iter();
    let values = values.filter(|value| !value.is_null());
    let texts = values.map(|value| value.as_str().map(str::to_owned));
    texts.collect::<Option<Vec<String>>>().unwrap_or_default()
}

/// The values that a property is said to have.
fn listed<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Vec<Value<'d>> {
    let id = properties.get(name);
    let target = id.and_then(|id| cx.resolve(id).ok());
    target.map_or_else(Vec::new, |target| target.schema.listed().collect())
}

/// Whether each variant has a tag and no tag is for two.
pub fn are_distinct(tags: &[Vec<String>]) -> bool {
    let mut all: Vec<&String> = tags.iter().flatten().collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    all.len() == count && !tags.is_empty() && tags.iter().all(|tags| !tags.is_empty())
}
