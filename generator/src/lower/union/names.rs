//! What the members of a union are called that have no names of their own.

use std::collections::HashMap;

use super::listed::{inferred_tag, values};
use crate::ir::Constant;
use crate::lower::object::Properties;
use crate::lower::{Cx, Lowered, all_of};
use crate::openapi::{Kind, Schema, SchemaId};

/// A name for each member: that of its schema, its title, the constant that tells it apart, what only it requires, or what kind
/// of value it is. What is left is numbered.
pub fn names(cx: &mut Cx<'_, '_>, members: &[SchemaId], tag: Option<&str>) -> Lowered<Vec<String>> {
    let mut schemas = Vec::new();
    let mut properties = Vec::new();
    for member in members {
        let target = cx.resolve(*member)?;
        let component = cx.names.called(target.id).map(str::to_owned);
        let name = component.or_else(|| target.name.map(str::to_owned));
        schemas.push((name, target.schema));
        if target.schema.properties.is_empty() {
            properties.push(None);
        } else {
            properties.push(Some(all_of::properties(cx, target.id)?));
        }
    }
    let objects: Vec<&Properties<'_>> = properties.iter().flatten().collect();
    let tag = match tag {
        Some(tag) => Some(tag.to_owned()),
        None => inferred_tag(cx, &objects),
    };
    let mut requiring: HashMap<&str, usize> = HashMap::new();
    for name in objects.iter().flat_map(|object| &object.required) {
        *requiring.entry(name).or_default() += 1;
    }
    let mut names = Vec::new();
    for (index, ((name, schema), properties)) in schemas.iter().zip(&properties).enumerate() {
        let constant = match (&tag, properties) {
            (Some(tag), Some(properties)) => only_value(cx, properties, tag),
            _ => None,
        };
        let own = properties.as_ref().and_then(|properties| {
            let mut required = properties.required.iter();
            required.find(|name| requiring.get(**name) == Some(&1))
        });
        let title = schema.words.summary;
        let is_object = properties.is_some();
        let given = name.as_deref().or(title).map(str::to_owned);
        let given = given.or(constant);
        let found = given
            .or_else(|| {
                own.map(|own| (*own).to_owned())
                    .filter(|_| objects.len() > 1)
            })
            .or_else(|| {
                kind(schema)
                    .filter(|_| !is_object || objects.len() == 1)
                    .map(str::to_owned)
            });
        names.push(match found.as_deref().map(str::trim) {
            None => format!("variant {}", index + 1),
            Some("") => "empty".to_owned(),
            Some(name) => name.to_owned(),
        });
    }
    Ok(names)
}

/// The one value of a property, with the name of the property where it is not a string.
fn only_value<'d>(cx: &Cx<'_, 'd>, properties: &Properties<'d>, name: &str) -> Option<String> {
    let values = values(cx, properties, name);
    match values.as_slice() {
        [Constant::Text(text)] => Some(text.clone()),
        [other] => Some(format!("{name} {}", other.text())),
        _ => None,
    }
}

/// The word for a kind of values; the one value, where there is only one.
fn kind<'d>(schema: &Schema<'d>) -> Option<&'d str> {
    let mut listed = schema.listed();
    match (listed.next(), listed.next()) {
        (None, _) => {}
        (Some(value), None) => return value.scalar_text(),
        (Some(_), Some(_)) => return Some("choice"),
    }
    match schema.kind()? {
        Kind::String => Some("text"),
        Kind::Array => Some("list"),
        Kind::Object => Some("object"),
        Kind::Null | Kind::Boolean | Kind::Number | Kind::Integer => None,
    }
}
