//! What `enum` and `const` list.

use super::super::fields::{Fields, said};
use crate::openapi::{ListedValue, Value, Values};
use crate::read::Node;

/// Where documents keep the names of listed values.
const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

/// Where documents keep words about listed values.
const DESCRIPTIONS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

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
    for (index, listed) in values.list.iter_mut().enumerate() {
        listed.name = word(names, index, listed.value);
        listed.description = word(descriptions, index, listed.value);
    }
}
