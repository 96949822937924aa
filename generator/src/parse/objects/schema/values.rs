//! What `enum` and `const` list.

use super::super::fields::{Fields, said};
use crate::openapi::{ListedValue, Value, Values};
use crate::read::Node;

/// Where documents keep the names of listed values.
const NAMES: [&str; 4] = [
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-speakeasy-enums",
];

/// Where documents keep words about listed values.
const DESCRIPTIONS: [&str; 3] = [
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-speakeasy-enum-descriptions",
];

/// Where documents keep both: by value, or as a list of objects that have the value.
const BOTH: [&str; 2] = ["x-fern-enum", "x-ms-enum"];

/// A listed value by itself.
pub fn listed<'d>(node: &'d Node<'d>) -> ListedValue<'d> {
    ListedValue {
        value: Value::new(node),
        name: None,
        description: None,
    }
}

/// Gives listed values what extensions say of them: a list in their order, or an object by value.
pub fn name_values<'d>(values: &mut Values<'d>, fields: Fields<'d>) {
    let find = |extensions: &[&str]| extensions.iter().find_map(|key| fields.get(key));
    let (names, descriptions) = (find(&NAMES), find(&DESCRIPTIONS));
    let count = values.list.len();
    let word = |found: Option<&'d Node<'d>>, index: usize, value: Value<'d>| {
        let found = found?;
        let word = if found.items().len() == count {
            found.items().get(index)
        } else {
            found.get(value.scalar_text()?)
        };
        said(word?.scalar_text()?)
    };
    let both = find(&BOTH);
    let of_both = |value: Value<'d>, key| said(about(both?, value)?.get(key)?.scalar_text()?);
    for (index, listed) in values.list.iter_mut().enumerate() {
        let value = listed.value;
        listed.name = word(names, index, value).or_else(|| of_both(value, "name"));
        let description = word(descriptions, index, value);
        listed.description = description.or_else(|| of_both(value, "description"));
    }
}

/// What an extension for names and words says of a value.
fn about<'d>(extension: &'d Node<'d>, value: Value<'d>) -> Option<&'d Node<'d>> {
    let text = value.scalar_text()?;
    let Some(listed) = extension.get("values") else {
        return extension.get(text);
    };
    let is_about = |item: &&Node<'_>| item.get("value").and_then(Node::scalar_text) == Some(text);
    listed.items().iter().find(is_about)
}
